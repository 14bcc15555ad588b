// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/Chats.h"

#include "core/base/Clock.h"
#include "core/chat/Conversations.h"
#include "core/store/Store.h"

#include <algorithm>
#include <utility>

namespace tertulia
{

namespace
{

/// Where more than that follow what a marker names, not everything was seen.
constexpr int kMostBehindMarker = 200;

const QDateTime &forever()
{
    static const QDateTime end = QDateTime::fromMSecsSinceEpoch(253402300799000, Qt::UTC); // year 9999
    return end;
}

} // namespace

Chats::Chats(Conversations &news, const QString &account, Store &store, Clock &clock)
    : m_news(news)
    , m_account(account)
    , m_store(store)
    , m_clock(clock)
{
    load();
}

void Chats::load()
{
    m_chats.clear();
    m_peerById.clear();
    m_dirty.clear();
    for (const ConversationRecord &record : m_store.conversations().all(m_account)) {
        Chat chat;
        chat.record = record;
        chat.last = m_store.messages().newest(record.id);
        if (record.firstUnread) {
            if (const auto first = m_store.messages().message(record.firstUnread))
                chat.firstUnreadOrder = first->order;
        }
        m_peerById.insert(record.id, record.peer);
        m_chats.insert(record.peer, chat);
    }
    m_unreadTotal = countUnread();
}

void Chats::reload()
{
    const QList<Jid> before = peers();
    load();
    for (const Jid &peer : before) {
        if (const Chat *chat = find(peer); !chat || !chat->record.open)
            Q_EMIT m_news.conversationRemoved(peer);
    }
    for (const Jid &peer : peers())
        Q_EMIT m_news.conversationChanged(peer);
    Q_EMIT m_news.unreadTotalChanged(m_unreadTotal);
    Q_EMIT m_news.reloaded();
}

void Chats::writeDirty()
{
    for (const Jid &peer : std::exchange(m_dirty, {})) {
        Chat *chat = find(peer);
        if (!chat || !chat->dirty)
            continue;
        if (m_store.conversations().update(chat->record))
            chat->dirty = false;
        else
            m_dirty.append(peer); // with the next commit
    }
}

Chat *Chats::find(const Jid &peer)
{
    const auto found = m_chats.find(peer);
    return found == m_chats.end() ? nullptr : &*found;
}

Result<Chat *> Chats::findOrMake(const Jid &peer, ConversationKind kind)
{
    if (Chat *chat = find(peer))
        return chat;
    Chat chat;
    chat.record.peer = peer;
    chat.record.kind = kind;
    const auto id = m_store.conversations().add(m_account, chat.record);
    if (!id)
        return Failure(id.error());
    chat.record.id = *id;
    m_peerById.insert(*id, peer);
    return &*m_chats.insert(peer, chat);
}

void Chats::markDirty(Chat &chat)
{
    if (chat.dirty)
        return;
    chat.dirty = true;
    m_dirty.append(chat.record.peer);
}

void Chats::addUnread(const Chat &chat, int more)
{
    if (!chat.record.open || isMuted(chat))
        return;
    m_unreadTotal += more;
    Q_EMIT m_news.unreadTotalChanged(m_unreadTotal);
}

void Chats::tellUnread()
{
    const int total = countUnread();
    if (total == m_unreadTotal)
        return;
    m_unreadTotal = total;
    Q_EMIT m_news.unreadTotalChanged(total);
}

void Chats::takeOff(const MessageRecord &message)
{
    const Jid peer = peerOf(message.conversation);
    Chat *chat = find(peer);
    if (!chat)
        return;
    if (chat->last && chat->last->id == message.id)
        chat->last = m_store.messages().newest(message.conversation);
    const bool wasUnread
        = !message.outgoing && message.order > chat->record.readOrder && chat->record.unread > 0;
    if (wasUnread) {
        --chat->record.unread;
        if (chat->record.firstUnread == message.id)
            findFirstUnread(*chat, message.position());
        markDirty(*chat);
        addUnread(*chat, -1);
    }
    Q_EMIT m_news.messageRemoved(peer, message.id);
    Q_EMIT m_news.conversationChanged(peer);
}

void Chats::findFirstUnread(Chat &chat, MessagePosition behind)
{
    constexpr int kFarEnough = 100;
    chat.record.firstUnread = 0;
    chat.firstUnreadOrder = 0;
    for (const MessageRecord &next : m_store.messages().after(chat.record.id, behind, kFarEnough)) {
        if (next.outgoing)
            continue;
        chat.record.firstUnread = next.id;
        chat.firstUnreadOrder = next.order;
        return;
    }
}

void Chats::forgetArchivePlaces()
{
    for (Chat &chat : m_chats)
        chat.archivedUpTo.reset();
}

void Chats::setDraft(const Jid &peer, const QString &text)
{
    if (draft(peer) == text || peer.isNull())
        return;
    const auto found = findOrMake(peer, ConversationKind::Person);
    if (!found)
        return;
    Chat &chat = **found;
    chat.record.draft = text;
    chat.record.draftTime = text.isEmpty() ? QDateTime() : m_clock.now();
    changed(chat);
}

QString Chats::draft(const Jid &peer) const
{
    const Chat *chat = find(peer);
    return chat ? chat->record.draft : QString();
}

void Chats::markRead(const Jid &peer)
{
    Chat *chat = find(peer);
    if (!chat || (chat->record.unread == 0 && chat->record.readOrder >= chat->lastOrder()))
        return;
    const bool hadUnread = chat->record.unread > 0;
    chat->record.unread = 0;
    chat->record.firstUnread = 0;
    chat->record.readOrder = std::max(chat->record.readOrder, chat->lastOrder());
    changed(*chat);
    if (hadUnread)
        Q_EMIT m_news.read(peer);
}

void Chats::markReadUpTo(const Jid &peer, const MessageRecord &message)
{
    Chat *chat = find(peer);
    if (!chat)
        return;
    // Who told it is told no more by us.
    if (message.order > chat->record.toldOrder) {
        chat->record.toldOrder = message.order;
        std::ignore = m_store.conversations().update(chat->record);
    }
    const auto behind = m_store.messages().after(chat->record.id, message.position(), kMostBehindMarker);
    if (std::none_of(behind.cbegin(), behind.cend(), [](const auto &later) { return !later.outgoing; }))
        markRead(peer);
}

void Chats::markSeen(const Jid &peer, const MessageRecord &message)
{
    Chat *chat = find(peer);
    if (!chat || message.conversation != chat->record.id || message.order <= chat->record.seenOrder)
        return;
    chat->record.seenOrder = message.order;
    std::ignore = m_store.conversations().update(chat->record);
}

void Chats::markTold(const Jid &peer)
{
    Chat *chat = find(peer);
    if (!chat || chat->record.toldOrder >= chat->record.seenOrder)
        return;
    chat->record.toldOrder = chat->record.seenOrder;
    std::ignore = m_store.conversations().update(chat->record);
}

std::optional<MessageRecord> Chats::untold(const Jid &peer) const
{
    const Chat *chat = find(peer);
    if (!chat || chat->record.toldOrder >= chat->record.seenOrder)
        return {};
    return m_store.messages().newestMarkable(chat->record.id, chat->record.toldOrder, chat->record.seenOrder);
}

QList<Jid> Chats::untoldPeers() const
{
    QList<Jid> peers;
    for (const Chat &chat : m_chats) {
        if (chat.record.toldOrder < chat.record.seenOrder)
            peers.append(chat.record.peer);
    }
    return peers;
}

int Chats::unread(const Jid &peer) const
{
    const Chat *chat = find(peer);
    return chat ? chat->record.unread : 0;
}

void Chats::setPinned(const Jid &peer, bool pinned)
{
    Chat *chat = find(peer);
    if (!chat || chat->record.pinned == pinned)
        return;
    qint64 order = 0;
    for (const Chat &other : std::as_const(m_chats))
        order = std::max(order, other.record.pinOrder);
    chat->record.pinned = pinned;
    chat->record.pinOrder = pinned ? order + 1 : 0;
    changed(*chat);
}

void Chats::setMuted(const Jid &peer, bool muted)
{
    Chat *chat = find(peer);
    if (!chat || isMuted(*chat) == muted)
        return;
    chat->record.mutedUntil = muted ? forever() : QDateTime();
    changed(*chat);
}

bool Chats::isMuted(const Jid &peer) const
{
    const Chat *chat = find(peer);
    return chat && isMuted(*chat);
}

void Chats::open(const Jid &peer)
{
    if (peer.isNull())
        return;
    const bool known = find(peer) != nullptr;
    const auto found = findOrMake(peer, ConversationKind::Person);
    if (!found || (known && (*found)->record.open))
        return;
    (*found)->record.open = true;
    changed(**found);
}

void Chats::close(const Jid &peer)
{
    Chat *chat = find(peer);
    if (!chat || !chat->record.open)
        return;
    markRead(peer);
    chat->record.open = false;
    chat->record.pinned = false;
    std::ignore = m_store.conversations().update(chat->record);
    tellUnread();
    Q_EMIT m_news.conversationRemoved(peer);
}

void Chats::remove(const Jid &peer)
{
    Chat *chat = find(peer);
    if (!chat)
        return;
    const qint64 id = chat->record.id;
    const bool wasOpen = chat->record.open;
    if (!m_store.conversations().remove(id))
        return;
    m_chats.remove(peer);
    m_peerById.remove(id);
    tellUnread();
    if (wasOpen)
        Q_EMIT m_news.conversationRemoved(peer);
    Q_EMIT m_news.messagesCleared(peer);
}

QList<Jid> Chats::peers() const
{
    QList<Jid> peers;
    for (const Chat &chat : m_chats) {
        if (chat.record.open)
            peers.append(chat.record.peer);
    }
    return peers;
}

/// Writes the record within this turn and tells.
void Chats::changed(Chat &chat)
{
    const Jid peer = chat.record.peer;
    if (auto written = m_store.conversations().update(chat.record); written)
        chat.dirty = false;
    tellUnread();
    Q_EMIT m_news.conversationChanged(peer);
}

bool Chats::isMuted(const Chat &chat) const
{
    return chat.record.mutedUntil.isValid() && chat.record.mutedUntil > m_clock.now();
}

int Chats::countUnread() const
{
    int total = 0;
    for (const Chat &chat : m_chats) {
        if (chat.record.open && chat.record.unread > 0 && !isMuted(chat))
            total += chat.record.unread;
    }
    return total;
}

} // namespace tertulia
