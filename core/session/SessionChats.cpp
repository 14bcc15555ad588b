// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionChats.h"

#include "core/modules/xep0085_chatstates/ChatStates.h"
#include "core/modules/xep0333_markers/Markers.h"
#include "core/session/MessageSearch.h"
#include "core/session/ServerSearch.h"
#include "core/store/Store.h"

namespace tertulia
{

SessionChats::SessionChats(const QString &account, Conversations &conversations, ModuleHost &host,
                           Store &store, QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_host(host)
    , m_choices(account, conversations, store)
    , m_privacy(account, host, store, m_choices)
    , m_readSync(conversations, host)
    , m_muteEnds(conversations, host.clock(), host.timers())
    , m_store(store)
{
    connect(&conversations, &Conversations::read, this, &SessionChats::read);
    connect(&m_choices, &ChatChoices::changed, this, [this](const Jid &peer, const QString &key) {
        if (key == kSearched)
            followSearched(peer);
    });
}

/// The index follows what was chosen for the chat.
void SessionChats::followSearched(const Jid &peer)
{
    if (const auto facts = m_conversations.facts(peer))
        m_store.followSearched(facts->record.id);
}

void SessionChats::open(const Jid &peer)
{
    m_conversations.open(peer);
    m_conversations.setMarkedUnread(peer, false);
}

void SessionChats::close(const Jid &peer)
{
    m_conversations.close(peer);
}

void SessionChats::setPinned(const Jid &peer, bool pinned)
{
    m_conversations.setPinned(peer, pinned);
}

void SessionChats::setMuted(const Jid &peer, bool muted)
{
    m_conversations.setMuted(peer, muted);
}

void SessionChats::setPinOrder(const Jid &peer, qint64 order)
{
    m_conversations.setPinOrder(peer, order);
}

void SessionChats::mute(const Jid &peer, const QDateTime &until)
{
    m_conversations.mute(peer, until);
}

void SessionChats::setArchived(const Jid &peer, bool archived)
{
    m_conversations.setArchived(peer, archived);
}

void SessionChats::markUnread(const Jid &peer)
{
    m_conversations.setMarkedUnread(peer, true);
}

int SessionChats::unread(const Jid &peer) const
{
    return m_conversations.unread(peer);
}

std::unique_ptr<MessageSearch> SessionChats::makeSearch() const
{
    return std::make_unique<MessageSearch>(m_store.path());
}

std::unique_ptr<ServerSearch> SessionChats::makeServerSearch()
{
    return std::make_unique<ServerSearch>(m_conversations, m_choices, m_host, m_store);
}

qint64 SessionChats::firstUnread(const Jid &peer) const
{
    const auto facts = m_conversations.facts(peer);
    return facts ? facts->record.firstUnread : 0;
}

bool SessionChats::isMuted(const Jid &peer) const
{
    return m_conversations.isMuted(peer);
}

qint64 SessionChats::messageSince(const Jid &peer, const QDateTime &time) const
{
    // Places in a timeline are microseconds since 1970, as long as messages came in order.
    const MessagePosition place{time.toMSecsSinceEpoch() * 1000, 0};
    const QList<MessageRecord> later = m_conversations.messagesAfter(peer, place, 1);
    const QList<MessageRecord> found = later.isEmpty() ? m_conversations.lastMessages(peer, 1) : later;
    return found.isEmpty() ? 0 : found.constFirst().id;
}

void SessionChats::setDraft(const Jid &peer, const Draft &draft)
{
    m_conversations.setDraft(peer, draft);
}

Draft SessionChats::draft(const Jid &peer) const
{
    return m_conversations.draft(peer);
}

void SessionChats::setTyping(const Jid &peer, bool typing)
{
    // Nobody learns that their words are read before they are let in.
    if (!m_conversations.isStranger(peer))
        m_host.module<ChatStatesModule>()->setTyping(peer, typing);
}

void SessionChats::markRead(const Jid &peer)
{
    m_conversations.markRead(peer);
    m_readSync.share(peer);
}

void SessionChats::markSeen(const Jid &peer, qint64 messageId)
{
    m_conversations.markSeen(peer, messageId);
    tellSeen(peer);
    m_readSync.share(peer);
}

void SessionChats::tellSeen(const Jid &peer)
{
    if (!m_host.isOnline())
        return; // tellWaiting() will
    const QString marker = m_conversations.untoldMarker(peer);
    if (!marker.isEmpty() && m_privacy.tellsIn(peer, Disclosure::ReadMarkers))
        std::ignore = m_host.module<MarkersModule>()->tellDisplayed(peer, marker);
    m_conversations.markTold(peer);
}

void SessionChats::tellWaiting()
{
    for (const Jid &peer : m_conversations.peersToTell())
        tellSeen(peer);
    m_readSync.shareAll();
}

} // namespace tertulia
