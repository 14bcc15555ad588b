// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/MessageChanges.h"

#include "core/chat/Chats.h"
#include "core/chat/Conversations.h"
#include "core/store/OutboxTable.h"
#include "core/store/Store.h"

#include <algorithm>

namespace tertulia
{

namespace
{

/// So many answers hear that what they quote has changed; nobody looks at more at once.
constexpr int kQuotesToTell = 200;
/// From a correction to the row of the timeline.
constexpr int kMostSteps = 10;
/// So many changes to one message are looked through.
constexpr int kChangesToSee = 1000;
constexpr qsizetype kShownOfAnswered = 300;

} // namespace

MessageChanges::MessageChanges(Conversations &news, Chats &chats, Store &store)
    : m_news(news)
    , m_chats(chats)
    , m_store(store)
    , m_awaited(store)
{
}

std::optional<MessageRecord> MessageChanges::named(qint64 conversation, const QString &anyId,
                                                   const Jid &sender) const
{
    for (const MessageRecord &candidate : m_store.messages().named(conversation, anyId)) {
        if (!sender.isNull() && candidate.sender != sender)
            continue;
        // A correction that was shown by itself may have been corrected before what it corrects came.
        std::optional<MessageRecord> row = candidate;
        for (int steps = 0; row && !row->shown && steps < kMostSteps; ++steps) {
            const auto link = m_store.links().link(row->id, MessageLink::Correction);
            row = link && link->target ? m_store.messages().message(link->target) : std::nullopt;
        }
        if (row && row->shown)
            return row;
    }
    return {};
}

void MessageChanges::correct(const MessageRecord &target, const MessageRecord &correction,
                             const QString &text)
{
    const auto before = m_store.links().corrections(target.id);
    MessagePosition place = correction.position();
    // What was not said yet the server will get after what it tells now (SECURITY F43); of what is on its way
    // it may have told us already.
    const auto queued
        = std::find_if(before.cbegin(), before.cend(), [](const auto &other) { return other.queued; });
    if (queued != before.cend() && correction.state != DeliveryState::Queued
        && place.order >= queued->order) {
        place.order = queued->order - 1;
        std::ignore = m_store.messages().setOrder(correction.id, place.order, correction.time);
    }
    const auto behind = std::find_if(before.cbegin(), before.cend(), [&](const CorrectionRecord &other) {
        return MessagePosition{other.order, other.message} > place;
    });
    const bool newest = behind == before.cend();
    QString replaced = newest ? target.body : behind->replaced;
    if (target.retracted.isValid())
        replaced = QString();
    const auto link = m_store.links().link(correction.id, MessageLink::Correction);
    const auto done
        = m_store.links().set({correction.id, MessageLink::Correction,
                               link ? link->targetKey : target.wireId(), target.sender, target.id, replaced});
    if (!done || target.retracted.isValid())
        return;
    if (newest) {
        std::ignore = m_store.messages().setBody(target.id, text, correction.time);
        // All of the first one is replaced (XEP-0308 4).
        if (correction.unstyled != target.unstyled || correction.spoiler != target.spoiler)
            std::ignore = m_store.messages().setDisplay(target.id, correction.unstyled, correction.spoiler);
    } else {
        std::ignore = m_store.links().setContent(behind->message, MessageLink::Correction, text);
    }
}

void MessageChanges::retract(const MessageRecord &target, const QDateTime &time)
{
    if (target.retracted.isValid() || !m_store.messages().retract(target.id, time))
        return;
    m_store.forgetWords();
    std::ignore = m_store.links().forgetContent(target.id);
    std::ignore = m_store.links().remove(target.id, MessageLink::Reply);
    std::ignore = m_store.reactions().removeTo(target.id);
    const auto forgetOutgoing = [this](qint64 id) {
        if (!m_store.outbox().entry(id))
            return;
        std::ignore = m_store.outbox().remove(id);
        std::ignore = m_store.messages().setState(id, DeliveryState::None);
    };
    forgetOutgoing(target.id);
    for (const MessageLink kind : {MessageLink::Correction, MessageLink::Reactions}) {
        for (const qint64 change : m_store.links().to(target.id, kind, kChangesToSee))
            forgetOutgoing(change);
    }
}

bool MessageChanges::isUnderWay(qint64 target) const
{
    for (const MessageLink kind :
         {MessageLink::Correction, MessageLink::Retraction, MessageLink::Reactions}) {
        for (const qint64 change : m_store.links().to(target, kind, kChangesToSee)) {
            if (m_store.outbox().entry(change))
                return true;
        }
    }
    return false;
}

bool MessageChanges::forget(const MessageRecord &message)
{
    // The others have yet to hear of it.
    if (isUnderWay(message.id))
        return false;
    const QList<qint64> quoting = m_store.links().to(message.id, MessageLink::Reply, kQuotesToTell);
    if (!m_store.messages().remove(message.id))
        return false;
    m_store.forgetWords();
    m_chats.takeOff(message);
    const Jid peer = m_chats.peerOf(message.conversation);
    for (const qint64 quote : quoting)
        Q_EMIT m_news.messageChanged(peer, quote);
    return true;
}

QStringList MessageChanges::react(qint64 conversation, const QString &anyId, const Jid &sender,
                                  const QStringList &emojis, const QDateTime &time, bool delayed)
{
    const auto target = named(conversation, anyId, {});
    if (target && target->retracted.isValid())
        return {};
    const QString key = target ? target->wireId() : anyId;
    const auto before = m_store.reactions().of(conversation, key, sender);
    if (before && ((delayed && before->time > time) || before->emojis == emojis))
        return {};
    if (!before && emojis.isEmpty() && !delayed && !target)
        return {};
    if (target && sender == m_news.own() && waitsToBeSaid(target->id, MessageLink::Reactions))
        return {};
    if (!m_store.reactions().set({conversation, key, target ? target->id : 0, sender, emojis, time}))
        return {};
    if (!target) {
        m_awaited.add(conversation, key);
        return {};
    }
    announce(target->id);
    QStringList added = target->outgoing ? emojis : QStringList();
    if (before)
        added.removeIf([&before](const QString &emoji) { return before->emojis.contains(emoji); });
    return added;
}

void MessageChanges::answer(const MessageRecord &message, const QString &anyId, const Jid &sender,
                            const QString &quoted)
{
    auto target = named(message.conversation, anyId, sender);
    if (target && target->id == message.id)
        target.reset();
    std::ignore = m_store.links().set({message.id, MessageLink::Reply, anyId, sender, target ? target->id : 0,
                                       target ? QString() : quoted.left(kShownOfAnswered)});
    if (!target)
        m_awaited.add(message.conversation, anyId);
}

Result<void> MessageChanges::await(const MessageRecord &speaking, MessageLink kind, const QString &anyId)
{
    m_awaited.add(speaking.conversation, anyId);
    return m_store.links().set({speaking.id, kind, anyId, speaking.sender, 0, {}});
}

void MessageChanges::settle(const MessageRecord &arrived, qint64 target)
{
    QStringList names;
    for (const QString &name : {arrived.originId, arrived.messageId}) {
        if (!name.isEmpty() && !names.contains(name) && m_awaited.mayContain(arrived.conversation, name))
            names.append(name);
    }
    if (names.isEmpty())
        return;
    const auto message = m_store.messages().message(target);
    if (!message)
        return;
    for (const QString &name : std::as_const(names)) {
        for (const LinkRecord &link : m_store.links().waiting(arrived.conversation, name)) {
            if (link.message != target && link.message != arrived.id)
                settleOne(link, arrived, target);
        }
        std::ignore = m_store.reactions().resolve(arrived.conversation, name, message->wireId(), message->id);
    }
}

void MessageChanges::settleOne(const LinkRecord &link, const MessageRecord &arrived, qint64 targetId)
{
    auto speaking = m_store.messages().message(link.message);
    const auto target = m_store.messages().message(targetId);
    if (!speaking || !target)
        return;
    if (link.kind == MessageLink::Reply) {
        if (!link.targetSender.isNull() && link.targetSender != target->sender)
            return;
        if (m_store.links().resolve(link.message, link.kind, targetId))
            announce(link.message);
        return;
    }
    if (speaking->sender != target->sender)
        return;
    if (link.kind == MessageLink::Retraction) {
        if (m_store.links().resolve(link.message, link.kind, targetId))
            retract(*target, speaking->time);
        announce(targetId);
    } else if (link.kind == MessageLink::Correction) {
        if (!m_store.messages().hide(speaking->id))
            return;
        m_chats.takeOff(*speaking);
        // What corrects a correction was said after it.
        if (arrived.id != targetId && speaking->order <= arrived.order) {
            speaking->order = arrived.order + 1;
            std::ignore = m_store.messages().setOrder(speaking->id, speaking->order, speaking->time);
        }
        correct(*target, *speaking, speaking->body);
        announce(targetId);
    }
}

void MessageChanges::undo(const MessageRecord &change)
{
    const auto link = m_store.links().change(change.id);
    if (!link || !link->target)
        return;
    if (link->kind == MessageLink::Correction)
        undoCorrection(*link);
    else if (link->kind == MessageLink::Reactions)
        undoReactions(change, *link);
}

void MessageChanges::undoCorrection(const LinkRecord &link)
{
    const auto target = m_store.messages().message(link.target);
    const auto corrections = m_store.links().corrections(link.target);
    const auto found = std::find_if(corrections.cbegin(), corrections.cend(), [&](const auto &correction) {
        return correction.message == link.message;
    });
    if (!target || target->retracted.isValid() || found == corrections.cend())
        return;
    if (found + 1 != corrections.cend()) {
        std::ignore
            = m_store.links().setContent((found + 1)->message, MessageLink::Correction, found->replaced);
    } else {
        const QDateTime edited = found == corrections.cbegin() ? QDateTime() : (found - 1)->time;
        std::ignore = m_store.messages().setBody(target->id, found->replaced, edited);
    }
    std::ignore = m_store.messages().remove(link.message);
}

void MessageChanges::undoReactions(const MessageRecord &change, const LinkRecord &link)
{
    // Those that followed replaced what was not there.
    const QList<qint64> ours = m_store.links().to(link.target, MessageLink::Reactions, kChangesToSee);
    const auto before = std::find(ours.cbegin(), ours.cend(), change.id);
    if (before != ours.cbegin() && before != ours.cend()) {
        std::ignore = m_store.links().setContent(*(before - 1), MessageLink::Reactions, link.content);
    } else if (const auto target = m_store.messages().message(link.target);
               target && !target->retracted.isValid()) {
        const QStringList emojis
            = link.content.isEmpty() ? QStringList() : link.content.split(QLatin1Char('\n'));
        std::ignore = m_store.reactions().set(
            {target->conversation, target->wireId(), target->id, m_news.own(), emojis, change.time});
    }
    std::ignore = m_store.messages().remove(change.id);
}

QString MessageChanges::textOf(const LinkRecord &correction) const
{
    const auto corrections = m_store.links().corrections(correction.target);
    for (auto it = corrections.cbegin(); it != corrections.cend(); ++it) {
        if (it->message == correction.message && it + 1 != corrections.cend())
            return (it + 1)->replaced;
    }
    const auto target = m_store.messages().message(correction.target);
    return target ? target->body : QString();
}

QList<MessageVersion> MessageChanges::earlierVersions(const MessageRecord &message) const
{
    QList<MessageVersion> versions;
    if (!message.edited.isValid())
        return versions;
    QDateTime said = message.time;
    for (const CorrectionRecord &correction : m_store.links().corrections(message.id)) {
        versions.append({correction.replaced, said});
        said = correction.time;
    }
    return versions;
}

MessageContext MessageChanges::context(const MessageRecord &message) const
{
    MessageContext context;
    context.changePending = m_store.links().hasQueuedChange(message.id);
    if (message.state == DeliveryState::Queued) {
        if (const auto entry = m_store.outbox().entry(message.id))
            context.sendAt = entry->sendAt;
    }
    if (message.retracted.isValid())
        return context;
    context.reactions = m_store.reactions().to(message.id);
    const auto link = m_store.links().link(message.id, MessageLink::Reply);
    if (!link)
        return context;
    AnsweredMessage answered;
    answered.sender = link->targetSender;
    answered.text = link->content;
    answered.outgoing = answered.sender == m_news.own();
    if (const auto target = link->target ? m_store.messages().message(link->target) : std::nullopt) {
        answered = {target->id,
                    target->outgoing,
                    target->sender,
                    target->spoiler.value_or(target->body).left(kShownOfAnswered),
                    target->retracted.isValid(),
                    target->spoiler.has_value()};
    }
    context.answers = answered;
    return context;
}

bool MessageChanges::wasSaidFirst(const MessageRecord &message, const QString &body) const
{
    if (!message.edited.isValid())
        return message.body == body;
    const auto corrections = m_store.links().corrections(message.id);
    return !corrections.isEmpty() && corrections.first().replaced == body;
}

void MessageChanges::announce(qint64 id) const
{
    const auto message = m_store.messages().message(id);
    if (!message)
        return;
    const Jid peer = m_chats.peerOf(message->conversation);
    const QList<qint64> quoting = m_store.links().to(id, MessageLink::Reply, kQuotesToTell);
    Chat *chat = m_chats.find(peer);
    const bool isLast = chat && chat->last && chat->last->id == id;
    if (isLast)
        chat->last = message;
    Q_EMIT m_news.messageChanged(peer, id);
    for (const qint64 quote : quoting)
        Q_EMIT m_news.messageChanged(peer, quote);
    if (isLast)
        Q_EMIT m_news.conversationChanged(peer);
}

bool MessageChanges::waitsToBeSaid(qint64 target, MessageLink kind) const
{
    const QList<qint64> changes = m_store.links().to(target, kind, kChangesToSee);
    return std::any_of(changes.cbegin(), changes.cend(), [this](qint64 change) {
        const auto entry = m_store.outbox().entry(change);
        return entry && entry->attempts == 0;
    });
}

} // namespace tertulia
