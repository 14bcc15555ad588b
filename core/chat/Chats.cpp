// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/Chats.h"

#include "core/base/Clock.h"
#include "core/chat/Conversations.h"
#include "core/store/Store.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace tertulia
{

Chats::Chats(Conversations &news, const QString &account, Store &store, Clock &clock)
    : m_news(news)
    , m_account(account)
    , m_store(store)
    , m_clock(clock)
    , m_strangers(account, store)
{
    load();
}

void Chats::load()
{
    m_chats.clear();
    m_peerById.clear();
    m_dirty.clear();
    m_strangers.load();
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

Chat *Chats::makeHidden(const Jid &peer, ConversationKind kind)
{
    const auto made = findOrMake(peer, kind);
    if (!made)
        return nullptr;
    (*made)->record.open = false;
    markDirty(**made);
    return *made;
}

void Chats::passHistory(Chat &chat, qint64 order)
{
    chat.record.readOrder = std::max(chat.record.readOrder, order);
    chat.record.sharedOrder = std::max(chat.record.sharedOrder, order);
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
    if (!counts(chat))
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
        tellUnread();
    }
    const bool nothingUnread = wasUnread && chat->record.unread == 0;
    Q_EMIT m_news.messageRemoved(peer, message.id);
    Q_EMIT m_news.conversationChanged(peer);
    if (nothingUnread)
        Q_EMIT m_news.read(peer);
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

void Chats::recount(const Jid &peer)
{
    Chat *chat = find(peer);
    if (!chat)
        return;
    const bool wasUnread = chat->record.unread > 0;
    chat->last = m_store.messages().newest(chat->record.id);
    if (wasUnread && !m_store.messages().message(chat->record.firstUnread)) {
        const MessagePosition read{chat->record.readOrder, std::numeric_limits<qint64>::max()};
        chat->record.unread = m_store.messages().heardAfter(chat->record.id, read);
        findFirstUnread(*chat, read);
    }
    const bool nothingUnread = wasUnread && chat->record.unread == 0;
    changed(*chat);
    Q_EMIT m_news.messagesReplaced(peer);
    if (nothingUnread)
        Q_EMIT m_news.read(peer);
}

void Chats::moved(const MessageRecord &row, qint64 from, bool pushed)
{
    Chat *chat = find(peerOf(row.conversation));
    if (!chat)
        return;
    chat->last = m_store.messages().newest(row.conversation);
    if (row.id == chat->record.firstUnread)
        chat->firstUnreadOrder = row.order;
    // What was read stays so, unless it went behind what was not.
    if (!pushed && chat->record.unread > 0)
        return;
    ConversationRecord &record = chat->record;
    for (qint64 *upTo : {&record.readOrder, &record.seenOrder, &record.sharedOrder, &record.toldOrder}) {
        if (from <= *upTo && *upTo < row.order) {
            *upTo = row.order;
            markDirty(*chat);
        }
    }
}

void Chats::setDraft(const Jid &peer, const Draft &draft)
{
    const Draft before = this->draft(peer);
    if (before == draft || peer.isNull())
        return;
    const auto found = findOrMake(peer, ConversationKind::Person);
    if (!found)
        return;
    Chat &chat = **found;
    if (before.text != draft.text)
        chat.record.draftTime = draft.text.isEmpty() ? QDateTime() : m_clock.now();
    chat.record.draft = draft.text;
    chat.record.draftAnswers = draft.answers;
    chat.record.corrected = draft.corrects;
    chat.record.correction = draft.correction;
    changed(chat);
}

Draft Chats::draft(const Jid &peer) const
{
    const Chat *chat = find(peer);
    if (!chat)
        return {};
    const ConversationRecord &record = chat->record;
    return {record.draft, record.draftAnswers, record.corrected, record.correction};
}

void Chats::markRead(const Jid &peer)
{
    Chat *chat = find(peer);
    if (!chat
        || (chat->record.unread == 0 && chat->record.readOrder >= chat->lastOrder()
            && !chat->record.markedUnread))
        return;
    const bool hadUnread = chat->record.unread > 0;
    chat->record.unread = 0;
    chat->record.firstUnread = 0;
    chat->record.markedUnread = false;
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
    const auto first = m_store.messages().firstHeardAfter(chat->record.id, message.position());
    if (!first) {
        markRead(peer);
        return;
    }
    const int behind = m_store.messages().heardAfter(chat->record.id, message.position());
    if (behind < chat->record.unread) {
        chat->record.unread = behind;
        chat->record.firstUnread = first->id;
        chat->firstUnreadOrder = first->order;
        chat->record.readOrder = std::max(chat->record.readOrder, message.order);
        changed(*chat);
    } else if (message.order > chat->record.readOrder) {
        chat->record.readOrder = message.order; // of what is missing yet
        markDirty(*chat);
    }
}

void Chats::markToldElsewhere(const Jid &peer, const MessageRecord &message)
{
    Chat *chat = find(peer);
    if (!chat || message.order <= chat->record.toldOrder)
        return;
    chat->record.toldOrder = message.order;
    std::ignore = m_store.conversations().update(chat->record);
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

void Chats::markShared(const Jid &peer, qint64 order)
{
    Chat *chat = find(peer);
    if (!chat || order <= chat->record.sharedOrder)
        return;
    chat->record.sharedOrder = order;
    markDirty(*chat);
}

std::optional<MessageRecord> Chats::unshared(const Jid &peer) const
{
    const Chat *chat = find(peer);
    const qint64 read = chat ? std::max(chat->record.readOrder, chat->record.seenOrder) : 0;
    if (!chat || chat->record.sharedOrder >= read)
        return {};
    return m_store.messages().newestNumbered(chat->record.id, m_news.own(), chat->record.sharedOrder, read);
}

QList<Jid> Chats::unsharedPeers() const
{
    QList<Jid> peers;
    for (const Chat &chat : m_chats) {
        if (chat.record.sharedOrder < std::max(chat.record.readOrder, chat.record.seenOrder))
            peers.append(chat.record.peer);
    }
    return peers;
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

void Chats::setPinOrder(const Jid &peer, qint64 order)
{
    Chat *chat = find(peer);
    if (!chat || !chat->record.pinned || chat->record.pinOrder == order)
        return;
    chat->record.pinOrder = order;
    changed(*chat);
}

void Chats::setMuted(const Jid &peer, bool muted)
{
    if (isMuted(peer) != muted)
        mute(peer, muted ? Conversations::forever() : QDateTime());
}

void Chats::mute(const Jid &peer, const QDateTime &until)
{
    Chat *chat = find(peer);
    if (!chat || chat->record.mutedUntil == until)
        return;
    chat->record.mutedUntil = until;
    changed(*chat);
    Q_EMIT m_news.muteChanged(peer);
}

QDateTime Chats::nextMuteEnd() const
{
    QDateTime next;
    for (const Chat &chat : m_chats) {
        const QDateTime &end = chat.record.mutedUntil;
        if (end.isValid() && end < Conversations::forever() && (!next.isValid() || end < next))
            next = end;
    }
    return next;
}

void Chats::endMutes()
{
    QList<Jid> over;
    for (const Chat &chat : std::as_const(m_chats)) {
        if (chat.record.mutedUntil.isValid() && !isMuted(chat))
            over.append(chat.record.peer);
    }
    for (const Jid &peer : std::as_const(over))
        mute(peer, {});
}

void Chats::setArchived(const Jid &peer, bool archived)
{
    Chat *chat = find(peer);
    if (!chat || chat->record.archived == archived)
        return;
    chat->record.archived = archived;
    // What is put away does not stand first.
    if (archived)
        chat->record.pinned = false;
    changed(*chat);
}

void Chats::setMarkedUnread(const Jid &peer, bool unread)
{
    Chat *chat = find(peer);
    if (!chat || chat->record.markedUnread == unread)
        return;
    chat->record.markedUnread = unread;
    changed(*chat);
}

int Chats::bringBack(Chat &chat)
{
    const bool counted = counts(chat);
    chat.record.open = true;
    if (!isMuted(chat))
        chat.record.archived = false;
    return !counted && counts(chat) ? chat.record.unread : 0;
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
    // Whom the person goes to before they have said a word is no stranger when they do.
    if (!(*found)->last)
        std::ignore = m_strangers.admit(**found);
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
    chat->record.archived = false;
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

void Chats::setKnownTest(Strangers::KnownTest isKnown)
{
    m_strangers.setKnownTest(std::move(isKnown));
    tellUnread();
}

bool Chats::isStranger(const Jid &peer) const
{
    const Chat *chat = find(peer);
    return chat && m_strangers.includes(*chat);
}

void Chats::admit(const Jid &peer)
{
    const Chat *chat = find(peer);
    if (chat && m_strangers.admit(*chat))
        reconsider(peer);
}

void Chats::reconsider(const Jid &peer)
{
    const Chat *chat = find(peer);
    if (!chat || !chat->record.open)
        return;
    tellUnread();
    Q_EMIT m_news.conversationChanged(peer);
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

/// Whether what is unread in it is part of the sum: it is where a person sees it and wants to know.
bool Chats::counts(const Chat &chat) const
{
    return chat.record.open && !chat.record.archived && !isMuted(chat) && !m_strangers.includes(chat);
}

int Chats::countUnread() const
{
    int total = 0;
    for (const Chat &chat : m_chats) {
        if (chat.record.unread > 0 && counts(chat))
            total += chat.record.unread;
    }
    return total;
}

} // namespace tertulia
