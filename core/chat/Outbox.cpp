// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/Outbox.h"

#include "core/base/Clock.h"
#include "core/base/Emoji.h"
#include "core/base/IdSource.h"
#include "core/chat/Chats.h"
#include "core/chat/DeliveryRules.h"
#include "core/chat/MessageChanges.h"
#include "core/chat/MessageOrder.h"
#include "core/store/OutboxTable.h"
#include "core/store/Store.h"

namespace tertulia
{

Outbox::Outbox(Conversations &news, Chats &chats, MessageChanges &changes, Store &store, Clock &clock,
               IdSource &ids)
    : m_news(news)
    , m_chats(chats)
    , m_changes(changes)
    , m_store(store)
    , m_clock(clock)
    , m_ids(ids)
{
}

Result<qint64> Outbox::compose(const Jid &peer, const Composed &message)
{
    const QString &body = message.body;
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
    record.spoiler = message.spoiler;
    record.unstyled = message.unstyled;
    record.originId = m_ids.next();
    record.messageId = record.originId;
    record.state = DeliveryState::Queued;

    ConversationRecord after = (*found)->record;
    after.open = true;
    after.archived = after.archived && m_chats.isMuted(peer);
    after.markedUnread = false;
    after.unread = 0;
    after.firstUnread = 0;
    after.readOrder = record.order;
    // An answer typed elsewhere (a notification) does not take the draft along.
    if (after.draft.trimmed() == body.trimmed()) {
        after.draft.clear();
        after.draftTime = {};
        after.draftAnswers = 0;
    }
    const auto written = m_store.durably([&]() -> Result<void> {
        const auto id = m_store.messages().insert(record);
        if (!id)
            return Failure(id.error());
        if (!*id)
            return failure(ErrorCode::StoreFailed, m_store.path());
        record.id = **id;
        const auto answered = message.answers ? m_store.messages().message(message.answers) : std::nullopt;
        if (answered && answered->conversation == record.conversation && !answered->wireId().isEmpty()
            && !isScheduled(message.answers))
            m_changes.answer(record, answered->wireId(), answered->sender, {});
        if (auto added = m_store.outbox().add(record.id, message.sendAt); !added)
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
    m_chats.admit(peer);
    Q_EMIT m_news.messageAdded(peer, record.id, record.position());
    m_chats.tellUnread();
    Q_EMIT m_news.conversationChanged(peer);
    if (hadUnread)
        Q_EMIT m_news.read(peer);
    return record.id;
}

Result<qint64> Outbox::correct(qint64 id, const QString &body)
{
    const auto message = m_store.messages().message(id);
    if (!message || !Conversations::mayCorrect(*message) || body.isEmpty() || body == message->body)
        return failure(ErrorCode::StanzaBadRequest);
    if (!hasLeft(*message)) {
        // As if it had been said so from the beginning.
        auto written = m_store.durably([&] { return m_store.messages().setBody(id, body, {}); });
        if (!written)
            return Failure(written.error());
        m_changes.announce(id);
        return 0;
    }
    return queueChange(*message, MessageLink::Correction, {}, [&](const MessageRecord &correction) {
        m_changes.correct(*message, correction, body);
    });
}

Result<qint64> Outbox::retract(qint64 id)
{
    const auto message = m_store.messages().message(id);
    if (!message || !Conversations::mayRetract(*message))
        return failure(ErrorCode::StanzaBadRequest);
    if (!hasLeft(*message)) {
        remove(id);
        return 0;
    }
    return queueChange(*message, MessageLink::Retraction, {}, [&](const MessageRecord &retraction) {
        m_changes.retract(*message, retraction.time);
    });
}

Result<qint64> Outbox::react(qint64 id, const QStringList &wanted)
{
    const auto message = m_store.messages().message(id);
    if (!message || !message->shown || message->retracted.isValid() || message->wireId().isEmpty()
        || isScheduled(id))
        return failure(ErrorCode::StanzaBadRequest);
    QStringList emojis;
    for (const QString &emoji : wanted) {
        if (isEmoji(emoji) && !emojis.contains(emoji))
            emojis.append(emoji);
    }
    const auto before = m_store.reactions().of(message->conversation, message->wireId(), m_news.own());
    const QStringList old = before ? before->emojis : QStringList();
    if (old == emojis)
        return 0;
    return queueChange(*message, MessageLink::Reactions, old.join(u'\n'),
                       [&](const MessageRecord &reactions) {
                           std::ignore = m_store.reactions().set({message->conversation, message->wireId(),
                                                                  id, m_news.own(), emojis, reactions.time});
                       });
}

Result<qint64> Outbox::queueChange(const MessageRecord &target, MessageLink kind, const QString &content,
                                   const std::function<void(const MessageRecord &)> &apply)
{
    const Jid peer = m_chats.peerOf(target.conversation);
    const Chat *chat = m_chats.find(peer);
    if (!chat)
        return failure(ErrorCode::StanzaBadRequest);
    const QDateTime now = m_clock.now();
    MessageRecord change;
    change.conversation = target.conversation;
    change.order = MessageOrder::now(chat->lastOrder(), now);
    change.outgoing = true;
    change.sender = m_news.own();
    change.time = now;
    change.originId = m_ids.next();
    change.messageId = change.originId;
    change.state = DeliveryState::Queued;
    change.shown = false;
    if (kind == MessageLink::Correction) {
        change.unstyled = target.unstyled;
        change.spoiler = target.spoiler;
    }
    // XEP-0308 4 and XEP-0424 5.1 speak of the stanza's id, XEP-0444 4.2 of the origin-id.
    const QString &key
        = kind == MessageLink::Reactions || target.messageId.isEmpty() ? target.wireId() : target.messageId;
    const auto written = m_store.durably([&]() -> Result<void> {
        const auto id = m_store.messages().insert(change);
        if (!id)
            return Failure(id.error());
        if (!*id)
            return failure(ErrorCode::StoreFailed, m_store.path());
        change.id = **id;
        auto linked = m_store.links().set({change.id, kind, key, target.sender, target.id, content});
        if (!linked)
            return linked;
        apply(change);
        return m_store.outbox().add(change.id);
    });
    if (!written)
        return Failure(written.error());
    m_changes.announce(target.id);
    return change.id;
}

bool Outbox::hasLeft(const MessageRecord &message) const
{
    if (message.state != DeliveryState::Queued)
        return true;
    const auto entry = m_store.outbox().entry(message.id);
    return !entry || entry->attempts > 0;
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
    return entry && !entry->sendAt.isValid() ? outgoing(*entry) : std::nullopt;
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

bool Outbox::isScheduled(qint64 id) const
{
    const auto entry = m_store.outbox().entry(id);
    return entry && entry->sendAt.isValid();
}

QDateTime Outbox::nextDue() const
{
    const QList<OutboxRecord> scheduled = m_store.outbox().scheduled(m_news.account());
    return scheduled.isEmpty() ? QDateTime() : scheduled.first().sendAt;
}

QList<qint64> Outbox::releaseDue()
{
    QList<qint64> due;
    for (const OutboxRecord &entry : m_store.outbox().scheduled(m_news.account())) {
        if (entry.sendAt <= m_clock.now() && release(entry.message))
            due << entry.message;
    }
    return due;
}

Result<void> Outbox::release(qint64 id)
{
    const auto message = m_store.messages().message(id);
    if (!message || !isScheduled(id))
        return failure(ErrorCode::StanzaBadRequest);
    return sayAgain(*message, [this, id]() -> Result<void> {
        // Behind what was said since it was written.
        if (auto removed = m_store.outbox().remove(id); !removed)
            return removed;
        return m_store.outbox().add(id);
    });
}

Result<void> Outbox::schedule(qint64 id, const QDateTime &sendAt)
{
    if (!isScheduled(id) || !sendAt.isValid())
        return failure(ErrorCode::StanzaBadRequest);
    auto written = m_store.durably([&] { return m_store.outbox().setSendAt(id, sendAt); });
    if (written)
        m_changes.announce(id);
    return written;
}

Result<void> Outbox::retry(qint64 id)
{
    const auto message = m_store.messages().message(id);
    if (!message || !message->outgoing || !mayBecome(message->state, DeliveryState::Queued))
        return failure(ErrorCode::StanzaBadRequest);
    return sayAgain(*message, [this, id]() -> Result<void> {
        if (auto set = m_store.messages().setState(id, DeliveryState::Queued); !set)
            return set;
        return m_store.outbox().add(id);
    });
}

Result<void> Outbox::sayAgain(const MessageRecord &message, const std::function<Result<void>()> &write)
{
    const qint64 id = message.id;
    const Jid peer = m_chats.peerOf(message.conversation);
    Chat *chat = m_chats.find(peer);
    if (!chat)
        return failure(ErrorCode::StanzaBadRequest);
    const bool isLast = chat->last && chat->last->id == id;
    MessageRecord again = message;
    again.state = DeliveryState::Queued;
    again.error.reset();
    again.time = m_clock.now();
    if (!isLast)
        again.order = MessageOrder::now(chat->lastOrder(), again.time);
    const auto written = m_store.durably([&]() -> Result<void> {
        if (auto moved = m_store.messages().setOrder(id, again.order, again.time); !moved)
            return moved;
        return write();
    });
    if (!written)
        return written;
    chat = m_chats.find(peer);
    if (chat) {
        chat->last = again;
        // Closed since it was written: what is said shows.
        if (!std::exchange(chat->record.open, true))
            m_chats.markDirty(*chat);
    }
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
    m_store.forgetWords();
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
    OutgoingMessage outgoing{message->id,       chat->record.peer, chat->record.kind, message->body,
                             message->originId, message->time,     entry.attempts};
    outgoing.unstyled = message->unstyled;
    outgoing.spoiler = message->spoiler;
    if (!message->shown)
        addChange(outgoing, message->id);
    // A correction says again what the first one answered (XEP-0308 4).
    const auto context = m_store.messages().message(outgoing.target ? outgoing.target : outgoing.id);
    const auto answered = m_store.links().link(context ? context->id : 0, MessageLink::Reply);
    if (answered && outgoing.what != OutgoingMessage::What::Retraction) {
        const auto target = m_store.messages().message(answered->target);
        outgoing.answers = answered->targetKey;
        outgoing.answersSender = answered->targetSender;
        // What is hidden stays so in what quotes it.
        outgoing.quoted = target ? target->spoiler.value_or(target->body) : answered->content;
    }
    return outgoing;
}

void Outbox::addChange(OutgoingMessage &outgoing, qint64 id) const
{
    const auto link = m_store.links().change(id);
    const auto target = link ? m_store.messages().message(link->target) : std::nullopt;
    if (!target)
        return;
    outgoing.target = target->id;
    outgoing.targetId = link->targetKey;
    switch (link->kind) {
    case MessageLink::Correction:
        outgoing.what = OutgoingMessage::What::Correction;
        outgoing.body = m_changes.textOf(*link);
        break;
    case MessageLink::Retraction:
        outgoing.what = OutgoingMessage::What::Retraction;
        break;
    default:
        outgoing.what = OutgoingMessage::What::Reactions;
        if (const auto set = m_store.reactions().of(target->conversation, target->wireId(), m_news.own()))
            outgoing.emojis = set->emojis;
    }
}

} // namespace tertulia
