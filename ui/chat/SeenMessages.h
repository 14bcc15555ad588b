// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QObject>

namespace tertulia
{

class ChatJumps;
class TimelineView;
class XmppSession;

/// Tells the session which messages were read: only what was seen in an active window counts (R16), and not
/// what a jump passed (R15).
class SeenMessages : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    SeenMessages(XmppSession &session, const Jid &peer, TimelineView &timeline, ChatJumps &jumps,
                 QObject *parent);

    /// To be called when the window came to the front; what is seen in it is watched.
    void check();

private:
    XmppSession &m_session;
    const Jid m_peer;
    TimelineView &m_timeline;
    ChatJumps &m_jumps;
    qint64 m_newest = 0; ///< the message that was last said to be
};

} // namespace tertulia
