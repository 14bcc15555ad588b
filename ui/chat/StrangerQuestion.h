// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QObject>

namespace tertulia
{

class StrangerBar;
class XmppSession;

/// Asks what is to become of somebody whom the account does not know, for as long as that is open, and does
/// what the person answers.
class StrangerQuestion : public QObject
{
    Q_OBJECT
public:
    /// Shows and hides `bar`. All must outlive this.
    StrangerQuestion(XmppSession &session, const Jid &peer, StrangerBar &bar, QObject *parent);

Q_SIGNALS:
    /// There is nothing more to see of them.
    void putAway();
    /// It is asked no more, and the keyboard was at the question.
    void answered();

private:
    void refresh();
    void ignore();
    void askToBlock(bool report);

    XmppSession &m_session;
    const Jid m_peer;
    StrangerBar &m_bar;
};

} // namespace tertulia
