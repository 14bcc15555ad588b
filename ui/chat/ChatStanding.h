// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QStringList>

class QMenu;
class QWidget;

namespace tertulia
{

class XmppSession;

// How a chat stands in the list: unread or read, pinned, muted, archived. Of a chat that is not in the list
// nothing can be said, and nothing happens.

void toggleUnread(XmppSession &session, const Jid &peer);
void togglePinned(XmppSession &session, const Jid &peer);
/// Muted until switched off, or not any more.
void toggleMuted(XmppSession &session, const Jid &peer);
void toggleArchived(XmppSession &session, const Jid &peer);

[[nodiscard]] bool isUnread(const XmppSession &session, const Jid &peer);
[[nodiscard]] bool isPinned(const XmppSession &session, const Jid &peer);
[[nodiscard]] bool isMuted(const XmppSession &session, const Jid &peer);
[[nodiscard]] bool isArchived(const XmppSession &session, const Jid &peer);

/// For how long it is muted, or an action to end that.
void addMuteMenu(QMenu &menu, XmppSession &session, const Jid &peer);
/// In which of the `folders` it is; of a new one `window` asks the name.
void addFolderMenu(QMenu &menu, XmppSession &session, const Jid &peer, const QStringList &folders,
                   QWidget *window);

} // namespace tertulia
