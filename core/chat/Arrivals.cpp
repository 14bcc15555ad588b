// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/Arrivals.h"

#include "core/base/Clock.h"
#include "core/chat/Chats.h"
#include "core/chat/DeliveryMarks.h"
#include "core/chat/MessageChanges.h"
#include "core/chat/MessageOrder.h"
#include "core/store/ForgottenTable.h"
#include "core/store/Store.h"

#include <algorithm>

namespace tertulia
{

namespace
{

/// Ids of clients that know no origin-ids may come back after a restart of theirs; the same words under the
/// same id within a day are the same message.
constexpr qint64 kSameIdMs = qint64(24) * 60 * 60 * 1000;

} // namespace

Arrivals::Arrivals(Conversations &news, Chats &chats, DeliveryMarks &marks, MessageChanges &changes,
                   Store &store, Clock &clock)
    : m_news(news)
    , m_chats(chats)
    , m_marks(marks)
    , m_changes(changes)
    , m_store(store)
    , m_clock(clock)
    , m_order(news, chats, store)
{
}

Result<Arrivals::Added> Arrivals::take(const IncomingMessage &message)
{
    if (message.peer.isNull())
        return failure(ErrorCode::StanzaBadRequest);
    // What the person threw away does not come back.
    if (message.source == IncomingMessage::Source::Archive && message.delay.isValid()
        && message.delay < m_store.forgotten().before(m_news.account(), message.peer))
        return Added{};
    if (!message.retracts.isEmpty() || !message.reactsTo.isEmpty())
        return takeChange(message);
    const bool tombstone = message.retracted.isValid();
    if (message.body.isEmpty() && !tombstone)
        return failure(ErrorCode::StanzaBadRequest);
    const auto found = m_chats.findOrMake(message.peer, message.kind);
    if (!found)
        return Failure(found.error());
    const Chat &chat = **found;

    MessageRecord record = recordOf(message, chat);
    // Only of who said the other one; any other correction is a message like any (SECURITY A61).
    const auto corrected = message.corrects.isEmpty()
        ? std::nullopt
        : m_changes.named(record.conversation, message.corrects, record.sender);
    if (corrected) {
        record.shown = false;
        record.body.clear();
    }

    const auto isCopyOf = [&](const MessageRecord &known) {
        const Added added = learnFromCopy(chat, known, record);
        if (tombstone && known.shown) {
            m_changes.retract(known, record.retracted);
            m_changes.announce(known.id);
        }
        // Another copy in the archive says nothing of its place.
        if (message.rank && (known.stanzaId.isEmpty() || known.stanzaId == record.stanzaId))
            m_order.settle(known, message.rank);
        return added;
    };
    if (const auto known = knownByMessageId(record))
        return isCopyOf(*known);
    if (const auto known = knownFromLog(message.source, record))
        return isCopyOf(*known);
    const bool isPlaced = !record.rank || !record.shown || m_order.find(record);
    const auto inserted = m_store.messages().insert(record);
    if (!inserted)
        return Failure(inserted.error());
    if (!*inserted) {
        const auto known = m_store.messages().copyOf(record);
        if (!known)
            return failure(ErrorCode::StoreFailed, m_store.path());
        return isCopyOf(*known);
    }
    record.id = **inserted;
    if (corrected) {
        m_changes.correct(*corrected, record, message.body);
        m_changes.announce(corrected->id);
        m_changes.settle(record, corrected->id);
        return Added{corrected->id, false};
    }
    if (!isPlaced)
        m_order.makeRoom(record);

    if (!message.answers.isEmpty() && !tombstone)
        m_changes.answer(record, message.answers, message.answersSender, message.quoted);
    return added(message, record);
}

Arrivals::Added Arrivals::added(const IncomingMessage &message, const MessageRecord &record)
{
    const Jid peer = message.peer;
    Chat *found = m_chats.find(peer);
    if (!found)
        return {record.id, false}; // who was told of a row that made room had enough of it
    Chat &chat = *found;
    const bool tombstone = message.retracted.isValid();
    const bool atEnd = !chat.last || record.position() > chat.last->position();
    const bool wasUnread = chat.record.unread > 0;
    int newUnread = 0;
    if (atEnd) {
        chat.last = record;
        newUnread = m_chats.bringBack(chat);
    }
    const bool history = tombstone || message.history
        || (message.source == IncomingMessage::Source::Archive && record.order <= chat.record.readOrder);
    if (!message.outgoing && !history) {
        if (!wasUnread || record.order < chat.firstUnreadOrder) {
            chat.record.firstUnread = record.id;
            chat.firstUnreadOrder = record.order;
        }
        ++chat.record.unread;
        ++newUnread;
    }
    if (message.history)
        m_chats.passHistory(chat, record.order);
    m_chats.markDirty(chat);
    if (newUnread)
        m_chats.addUnread(chat, newUnread);
    if (message.outgoing && message.kind == ConversationKind::Person)
        m_chats.admit(peer);
    // From here on the reference may be stale: who listens may open another chat.
    Q_EMIT m_news.messageAdded(peer, record.id, record.position());
    // Who answers on another device has read what stood above.
    if (message.outgoing && atEnd && wasUnread)
        m_chats.markRead(peer);
    else
        Q_EMIT m_news.conversationChanged(peer);
    if (message.outgoing && message.rank && !message.history)
        m_chats.markReadUpTo(peer, record); // also what is older than that, and comes later
    m_changes.settle(record, record.id);
    if (!message.corrects.isEmpty())
        std::ignore = m_changes.await(record, MessageLink::Correction, message.corrects);
    return Added{record.id, !tombstone};
}

MessageRecord Arrivals::recordOf(const IncomingMessage &message, const Chat &chat) const
{
    const QDateTime now = m_clock.now();
    MessageRecord record;
    record.conversation = chat.record.id;
    record.outgoing = message.outgoing;
    record.sender = message.outgoing ? m_news.own() : message.sender;
    const bool past = message.delay.isValid();
    record.time = past ? std::min(message.delay, now) : now; // nothing was said in the future
    record.order = past ? MessageOrder::at(record.time) : MessageOrder::now(chat.lastOrder(), record.time);
    // A server hands over what one sender said in the order in which it was said. Its stamps are of another
    // clock, and of whole seconds: they place a message among those of others only (SECURITY R03, R29).
    if (past && !message.outgoing && message.source != IncomingMessage::Source::Archive)
        record.order
            = std::max(record.order, m_store.messages().newestOrderOf(chat.record.id, record.sender));
    // One that follows all that was said before it surprises nobody.
    record.delayed = past && !message.rank && chat.last && record.time < chat.last->time;
    record.body = message.body;
    record.messageId = message.messageId;
    record.originId = message.originId;
    record.stanzaId = message.stanzaId;
    record.stanzaIdBy = message.stanzaIdBy;
    record.rank = message.rank;
    record.state = message.outgoing ? DeliveryState::Sent : DeliveryState::None;
    record.protection = message.protection;
    record.markable = message.markable && !message.outgoing;
    record.unstyled = message.unstyled;
    record.spoiler = message.spoiler;
    if (message.retracted.isValid()) {
        record.body.clear();
        record.retracted = std::min(message.retracted, now);
    }
    return record;
}

Result<Arrivals::Added> Arrivals::takeChange(const IncomingMessage &message)
{
    const Chat *chat = m_chats.find(message.peer);
    if (!chat && message.rank)
        chat = m_chats.makeHidden(message.peer, message.kind); // what it speaks of is older
    if (!chat)
        return Added{}; // of a chat that is not there nothing can be changed
    MessageRecord record = recordOf(message, *chat);
    record.shown = false;
    record.body.clear();
    // One of ours that comes back from the server: it has it.
    for (const MessageRecord &known : m_store.messages().named(record.conversation, record.wireId())) {
        if (record.outgoing && known.outgoing && !known.shown)
            return learnFromCopy(*chat, known, record);
    }
    if (!message.reactsTo.isEmpty()) {
        const QStringList added = m_changes.react(record.conversation, message.reactsTo, record.sender,
                                                  message.emojis, record.time, message.delay.isValid());
        if (!added.isEmpty() && !record.outgoing && message.source == IncomingMessage::Source::Live)
            Q_EMIT m_news.reacted(message.peer, message.sender, added);
        return Added{};
    }
    if (const auto target = m_changes.named(record.conversation, message.retracts, record.sender)) {
        m_changes.retract(*target, record.time);
        m_changes.announce(target->id);
        return Added{target->id, false};
    }
    const auto inserted = m_store.messages().insert(record);
    if (!inserted)
        return Failure(inserted.error());
    if (*inserted) {
        record.id = **inserted;
        auto linked = m_changes.await(record, MessageLink::Retraction, message.retracts);
        if (!linked)
            return Failure(linked.error());
    }
    return Added{};
}

std::optional<MessageRecord> Arrivals::knownByMessageId(const MessageRecord &message) const
{
    if (!message.originId.isEmpty() && !message.outgoing)
        return {};
    const auto same = m_store.messages().byMessageId(message.conversation, message.sender, message.messageId);
    for (const MessageRecord &candidate : same) {
        if (isCopy(candidate, message) && std::abs(candidate.time.msecsTo(message.time)) <= kSameIdMs)
            return candidate;
    }
    return {};
}

/// Another program's log gave it, and had no name for it.
std::optional<MessageRecord> Arrivals::knownFromLog(IncomingMessage::Source source,
                                                    const MessageRecord &message) const
{
    if (source != IncomingMessage::Source::Archive || message.body.isEmpty())
        return {};
    for (const MessageRecord &twin : m_store.messages().twins(message)) {
        if (twin.wireId().isEmpty() && twin.stanzaId.isEmpty())
            return twin;
    }
    return {};
}

bool Arrivals::isCopy(const MessageRecord &known, const MessageRecord &message) const
{
    if (known.shown != message.shown)
        return false;
    // What was taken back does not come back by another way.
    if (known.retracted.isValid() || message.retracted.isValid())
        return true;
    return m_changes.wasSaidFirst(known, message.body);
}

Arrivals::Added Arrivals::learnFromCopy(const Chat &chat, const MessageRecord &known,
                                        const MessageRecord &copy)
{
    bool news = false;
    if (known.stanzaId.isEmpty() && !copy.stanzaId.isEmpty())
        news = bool(m_store.messages().setStanzaId(known.id, copy.stanzaId, copy.stanzaIdBy));
    // Our own message came back from the server: it has it.
    if (copy.outgoing && known.outgoing && m_marks.change(known, DeliveryState::Sent))
        return {known.id, false};
    if (news)
        Q_EMIT m_news.messageChanged(chat.record.peer, known.id);
    return {known.id, false};
}

void Arrivals::settle(const QString &stanzaId, qint64 rank)
{
    if (const auto known = m_store.messages().byStanzaId(stanzaId, m_news.own()))
        m_order.settle(*known, rank);
}

} // namespace tertulia
