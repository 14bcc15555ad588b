// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/Outbox.h"

#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/chat/Chats.h"
#include "core/chat/DeliveryRules.h"
#include "core/chat/MessageOrder.h"
#include "core/store/OutboxTable.h"
#include "core/store/Store.h"

namespace tertulia
{

Outbox::Outbox(Conversations &news, Chats &chats, Store &store, Clock &clock, IdSource &ids)
    : m_news(news)
    , m_chats(chats)
    , m_store(store)
    , m_clock(clock)
    , m_ids(ids)
{
}

Result<qint64> Outbox::compose(const Jid &peer, const QString &body)
{
    if (body.isEmpty() || peer.isNull())
        return failure(ErrorCode::StanzaBadRequest);
    const auto found = m_chats.findOrMake(peer, ConversationKind::Person);
    if (!found)
        return Failure(found.error());
    const QDateTime now = m_clock.now();
    MessageRecord record;
    record.conversation = (*found)->record.id;
    record.order = MessageOrder::now((*found)->lastOrder(), now);
    record.outgoing = true;
    record.sender = m_news.own();
    record.time = now;
    record.body = body;
    record.originId = m_ids.next();
    record.messageId = record.originId;
    record.state = DeliveryState::Queued;

    ConversationRecord after = (*found)->record;
    after.open = true;
    after.unread = 0;
    after.firstUnread = 0;
    after.readOrder = record.order;
    // An answer typed elsewhere (a notification) does not take the draft along.
    if (after.draft.trimmed() == body.trimmed()) {
        after.draft.clear();
        after.draftTime = {};
    }
    const auto written = m_store.durably([&]() -> Result<void> {
        const auto id = m_store.messages().insert(record);
        if (!id)
            return Failure(id.error());
        if (!*id)
            return failure(ErrorCode::StoreFailed, m_store.path());
        record.id = **id;
        if (auto added = m_store.outbox().add(record.id); !added)
            return added;
        return m_store.conversations().update(after);
    });
    if (!written)
        return Failure(written.error());

    Chat *chat = m_chats.find(peer);
    if (!chat) // removed by someone who listens to the commit
        return failure(ErrorCode::Cancelled);
    const bool hadUnread = chat->record.unread > 0;
    chat->record = after;
    chat->last = record;
    Q_EMIT m_news.messageAdded(peer, record.id, record.position());
    m_chats.tellUnread();
    Q_EMIT m_news.conversationChanged(peer);
    if (hadUnread)
        Q_EMIT m_news.read(peer);
    return record.id;
}

QList<OutgoingMessage> Outbox::pending(int count) const
{
    QList<OutgoingMessage> messages;
    for (const OutboxRecord &entry : m_store.outbox().pending(m_news.account(), count)) {
        if (const auto message = outgoing(entry))
            messages.append(*message);
    }
    return messages;
}

std::optional<OutgoingMessage> Outbox::pending(qint64 id) const
{
    const auto entry = m_store.outbox().entry(id);
    return entry ? outgoing(*entry) : std::nullopt;
}

std::optional<OutgoingMessage> Outbox::pending(const QString &originId) const
{
    const auto entry = m_store.outbox().entry(m_news.account(), originId);
    return entry ? outgoing(*entry) : std::nullopt;
}

void Outbox::noteAttempt(qint64 id)
{
    std::ignore = m_store.outbox().countAttempt(id);
}

Result<void> Outbox::retry(qint64 id)
{
    const auto message = m_store.messages().message(id);
    if (!message || !message->outgoing || !mayBecome(message->state, DeliveryState::Queued))
        return failure(ErrorCode::StanzaBadRequest);
    const Jid peer = m_chats.peerOf(message->conversation);
    Chat *chat = m_chats.find(peer);
    if (!chat)
        return failure(ErrorCode::StanzaBadRequest);
    const bool isLast = chat->last && chat->last->id == id;
    MessageRecord again = *message;
    again.state = DeliveryState::Queued;
    again.error.reset();
    again.time = m_clock.now();
    if (!isLast)
        again.order = MessageOrder::now(chat->lastOrder(), again.time);
    const auto written = m_store.durably([&]() -> Result<void> {
        if (auto set = m_store.messages().setState(id, DeliveryState::Queued); !set)
            return set;
        if (auto moved = m_store.messages().setOrder(id, again.order, again.time); !moved)
            return moved;
        return m_store.outbox().add(id);
    });
    if (!written)
        return written;
    chat = m_chats.find(peer);
    if (chat)
        chat->last = again;
    if (isLast) {
        Q_EMIT m_news.messageChanged(peer, id);
    } else {
        Q_EMIT m_news.messageRemoved(peer, id);
        Q_EMIT m_news.messageAdded(peer, id, again.position());
    }
    Q_EMIT m_news.conversationChanged(peer);
    return {};
}

bool Outbox::remove(qint64 id)
{
    const auto message = m_store.messages().message(id);
    if (!message || !message->outgoing
        || (message->state != DeliveryState::Queued && message->state != DeliveryState::Failed))
        return false;
    // Once it was handed to a stream nobody can tell that it has not arrived (SECURITY R06).
    const auto entry = m_store.outbox().entry(id);
    if (entry && entry->attempts > 0)
        return false;
    if (!m_store.messages().remove(id))
        return false;
    const Jid peer = m_chats.peerOf(message->conversation);
    Chat *chat = m_chats.find(peer);
    const bool wasLast = chat && chat->last && chat->last->id == id;
    if (wasLast)
        chat->last = m_store.messages().newest(message->conversation);
    Q_EMIT m_news.messageRemoved(peer, id);
    if (wasLast)
        Q_EMIT m_news.conversationChanged(peer);
    return true;
}

std::optional<OutgoingMessage> Outbox::outgoing(const OutboxRecord &entry) const
{
    const auto message = m_store.messages().message(entry.message);
    if (!message)
        return {};
    const Chat *chat = m_chats.find(m_chats.peerOf(message->conversation));
    if (!chat)
        return {};
    return OutgoingMessage{message->id,       chat->record.peer, chat->record.kind, message->body,
                           message->originId, message->time,     entry.attempts};
}

} // namespace tertulia
