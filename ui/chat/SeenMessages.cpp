// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/SeenMessages.h"

#include "core/models/ConversationListModel.h"
#include "core/session/SessionChats.h"
#include "core/session/XmppSession.h"
#include "ui/chat/ChatJumps.h"
#include "ui/timeline/TimelineView.h"

namespace tertulia
{

SeenMessages::SeenMessages(XmppSession &session, const Jid &peer, TimelineView &timeline, ChatJumps &jumps,
                           QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_peer(peer)
    , m_timeline(timeline)
    , m_jumps(jumps)
{
    connect(&timeline, &TimelineView::viewChanged, this, &SeenMessages::check);
    connect(&timeline, &TimelineView::newestRequested, this, &SeenMessages::check);
}

void SeenMessages::check()
{
    if (!m_timeline.isVisible() || !m_timeline.isActiveWindow() || !m_jumps.mayCountAsRead())
        return;
    if (const qint64 newest = m_timeline.newestSeen(); newest != 0 && newest != m_newest) {
        m_newest = newest;
        m_session.chats().markSeen(m_peer, newest);
    }
    const bool unread = m_session.conversations()->indexOf(m_peer).data(roles::Unread).toInt() > 0;
    if (unread && m_timeline.isAtBottom())
        m_session.chats().markRead(m_peer);
}

} // namespace tertulia
