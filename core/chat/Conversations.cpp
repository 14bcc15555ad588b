// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/Conversations.h"

#include "core/base/Clock.h"
#include "core/chat/Arrivals.h"
#include "core/chat/Chats.h"
#include "core/chat/Clearing.h"
#include "core/chat/DeliveryMarks.h"
#include "core/chat/Imports.h"
#include "core/chat/MessageChanges.h"
#include "core/chat/Outbox.h"
#include "core/store/Store.h"

namespace tertulia
{

class Conversations::Private
{
public:
    Private(Conversations &q, const QString &accountId, const Jid &ownJid, Store &theStore, Clock &theClock,
            IdSource &ids)
        : account(accountId)
        , own(ownJid)
        , store(theStore)
        , clock(theClock)
        , chats(q, account, store, clock)
        , changes(q, chats, store)
        , marks(q, chats, changes, store)
        , arrivals(q, chats, marks, changes, store, clock)
        , outbox(q, chats, changes, store, clock, ids)
        , clearing(q, chats, account, store)
        , imports(q, chats, store, clock)
    {
    }

    const QString account;
    const Jid own;
    Store &store;
    Clock &clock;
    Chats chats;
    MessageChanges changes;
    DeliveryMarks marks;
    Arrivals arrivals;
    Outbox outbox;
    Clearing clearing;
    Imports imports;
};

Conversations::Conversations(const QString &account, const Jid &own, Store &store, Clock &clock,
                             IdSource &ids, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, account, own, store, clock, ids))
{
    connect(&store, &Store::aboutToCommit, this, [this] { d->chats.writeDirty(); });
    connect(&store, &Store::failed, this, &Conversations::failed);
    // Queued: the rollback happens inside of a statement that is still being dealt with.
    connect(&store, &Store::rolledBack, this, [this] { d->chats.reload(); }, Qt::QueuedConnection);
}

Conversations::~Conversations()
{
    d->chats.writeDirty();
}

const QString &Conversations::account() const
{
    return d->account;
}

const Jid &Conversations::own() const
{
    return d->own;
}

Result<Conversations::Added> Conversations::incoming(const IncomingMessage &message)
{
    return d->arrivals.take(message);
}

void Conversations::settle(const QString &stanzaId, qint64 rank)
{
    d->arrivals.settle(stanzaId, rank);
}

bool Conversations::markSent(qint64 id)
{
    return d->marks.sent(id);
}

bool Conversations::markDelivered(const Jid &peer, const QString &originId, const Jid &from)
{
    return d->marks.delivered(peer, originId, from);
}

bool Conversations::markDisplayed(const Jid &peer, const QString &originId, const Jid &from)
{
    return d->marks.displayed(peer, originId, from);
}

std::optional<qint64> Conversations::markBounced(const Jid &peer, const QString &messageId, const Jid &from,
                                                 const Error &error)
{
    return d->marks.bounced(peer, messageId, from, error);
}

bool Conversations::markFailed(qint64 id, const Error &error)
{
    return d->marks.failed(id, error);
}

void Conversations::markReadElsewhere(const Jid &peer, const QString &anyId)
{
    const Chat *chat = d->chats.find(peer);
    const auto message = chat ? d->changes.named(chat->record.id, anyId, peer) : std::nullopt;
    if (!message)
        return;
    d->chats.markToldElsewhere(peer, *message);
    d->chats.markReadUpTo(peer, *message);
}

Result<qint64> Conversations::compose(const Jid &peer, const QString &body, qint64 answers,
                                      const std::optional<QString> &spoiler)
{
    return d->outbox.compose(peer, {.body = body, .answers = answers, .spoiler = spoiler});
}

Result<qint64> Conversations::compose(const Jid &peer, const Composed &message)
{
    return d->outbox.compose(peer, message);
}

bool Conversations::mayCorrect(const MessageRecord &message)
{
    return message.outgoing && message.shown && !message.retracted.isValid()
        && message.state != DeliveryState::Failed && !message.wireId().isEmpty();
}

bool Conversations::mayRetract(const MessageRecord &message)
{
    return mayCorrect(message);
}

Result<qint64> Conversations::correct(qint64 id, const QString &body)
{
    return d->outbox.correct(id, body);
}

Result<qint64> Conversations::retract(qint64 id)
{
    return d->outbox.retract(id);
}

Result<qint64> Conversations::react(qint64 id, const QStringList &emojis)
{
    return d->outbox.react(id, emojis);
}

QList<OutgoingMessage> Conversations::pendingOutbox(int count) const
{
    return d->outbox.pending(count);
}

std::optional<OutgoingMessage> Conversations::pending(qint64 id) const
{
    return d->outbox.pending(id);
}

std::optional<OutgoingMessage> Conversations::pending(const QString &originId) const
{
    return d->outbox.pending(originId);
}

QDateTime Conversations::nextDue() const
{
    return d->outbox.nextDue();
}

QList<qint64> Conversations::releaseDue()
{
    return d->outbox.releaseDue();
}

Result<void> Conversations::release(qint64 id)
{
    return d->outbox.release(id);
}

Result<void> Conversations::schedule(qint64 id, const QDateTime &sendAt)
{
    return d->outbox.schedule(id, sendAt);
}

bool Conversations::setSaved(qint64 id, bool saved)
{
    const auto message = d->store.messages().message(id);
    if (!message || !message->shown || message->retracted.isValid())
        return false;
    if (message->saved.isValid() == saved)
        return true;
    if (!d->store.messages().setSaved(id, saved ? d->clock.now() : QDateTime()))
        return false;
    d->changes.announce(id);
    return true;
}

QList<SavedMessage> Conversations::savedMessages(int count) const
{
    QList<SavedMessage> saved;
    for (const MessageRecord &message : d->store.messages().saved(account(), count))
        saved << SavedMessage{message.id,
                              peerOf(message.id),
                              message.sender,
                              message.spoiler.has_value(),
                              message.spoiler.value_or(message.body),
                              message.time};
    return saved;
}

void Conversations::noteAttempt(qint64 id)
{
    d->outbox.noteAttempt(id);
}

Result<void> Conversations::retry(qint64 id)
{
    return d->outbox.retry(id);
}

bool Conversations::removeMessage(qint64 id)
{
    return d->outbox.remove(id);
}

bool Conversations::forgetMessage(qint64 id)
{
    const auto message = d->store.messages().message(id);
    if (!message || !message->shown)
        return false;
    if (message->state == DeliveryState::Queued || message->state == DeliveryState::Failed)
        return d->outbox.remove(id);
    return d->changes.forget(*message);
}

void Conversations::setDraft(const Jid &peer, const Draft &draft)
{
    d->chats.setDraft(peer, draft);
}

Draft Conversations::draft(const Jid &peer) const
{
    return d->chats.draft(peer);
}

void Conversations::markRead(const Jid &peer)
{
    d->chats.markRead(peer);
}

int Conversations::unread(const Jid &peer) const
{
    return d->chats.unread(peer);
}

int Conversations::unreadTotal() const
{
    return d->chats.unreadTotal();
}

void Conversations::markSeen(const Jid &peer, qint64 id)
{
    if (const auto message = d->store.messages().message(id))
        d->chats.markSeen(peer, *message);
}

QString Conversations::untoldMarker(const Jid &peer) const
{
    const auto message = d->chats.untold(peer);
    return message ? message->messageId : QString();
}

QList<Jid> Conversations::peersToTell() const
{
    return d->chats.untoldPeers();
}

bool Conversations::markReadElsewhereUpTo(const Jid &peer, const QString &stanzaId)
{
    const Chat *chat = d->chats.find(peer);
    const auto message
        = chat ? d->store.messages().byStanzaId(chat->record.id, stanzaId, own()) : std::nullopt;
    if (!message)
        return false;
    d->chats.markReadUpTo(peer, *message);
    d->chats.markShared(peer, message->order);
    return true;
}

QString Conversations::unsharedRead(const Jid &peer) const
{
    const auto message = d->chats.unshared(peer);
    return message ? message->stanzaId : QString();
}

QList<Jid> Conversations::peersToShare() const
{
    return d->chats.unsharedPeers();
}

void Conversations::markShared(const Jid &peer, const QString &stanzaId)
{
    const Chat *chat = d->chats.find(peer);
    if (const auto message
        = chat ? d->store.messages().byStanzaId(chat->record.id, stanzaId, own()) : std::nullopt)
        d->chats.markShared(peer, message->order);
}

void Conversations::markTold(const Jid &peer)
{
    d->chats.markTold(peer);
}

void Conversations::setPinned(const Jid &peer, bool pinned)
{
    d->chats.setPinned(peer, pinned);
}

void Conversations::setMuted(const Jid &peer, bool muted)
{
    d->chats.setMuted(peer, muted);
}

void Conversations::setPinOrder(const Jid &peer, qint64 order)
{
    d->chats.setPinOrder(peer, order);
}

void Conversations::mute(const Jid &peer, const QDateTime &until)
{
    d->chats.mute(peer, until);
}

const QDateTime &Conversations::forever()
{
    static const QDateTime end = QDateTime::fromMSecsSinceEpoch(253402300799000, Qt::UTC); // year 9999
    return end;
}

QDateTime Conversations::nextMuteEnd() const
{
    return d->chats.nextMuteEnd();
}

void Conversations::endMutes()
{
    d->chats.endMutes();
}

void Conversations::setArchived(const Jid &peer, bool archived)
{
    d->chats.setArchived(peer, archived);
}

void Conversations::setMarkedUnread(const Jid &peer, bool unread)
{
    d->chats.setMarkedUnread(peer, unread);
}

bool Conversations::isMuted(const Jid &peer) const
{
    return d->chats.isMuted(peer);
}

void Conversations::open(const Jid &peer)
{
    d->chats.open(peer);
}

void Conversations::setKnownTest(std::function<bool(const Jid &)> isKnown)
{
    d->chats.setKnownTest(std::move(isKnown));
}

bool Conversations::isStranger(const Jid &peer) const
{
    return d->chats.isStranger(peer);
}

void Conversations::admit(const Jid &peer)
{
    d->chats.admit(peer);
}

void Conversations::reconsider(const Jid &peer)
{
    d->chats.reconsider(peer);
}

void Conversations::close(const Jid &peer)
{
    d->chats.close(peer);
}

void Conversations::removeConversation(const Jid &peer)
{
    d->chats.remove(peer);
}

Task<qint64> Conversations::clear(const Jid &peer, const QDateTime &before)
{
    return d->clearing.clear({peer}, before);
}

Task<qint64> Conversations::clearAll(const QDateTime &before)
{
    return d->clearing.clear(d->chats.allPeers(), before);
}

qint64 Conversations::beginImport(qint64 brokenOff)
{
    return d->imports.begin(brokenOff);
}

Result<bool> Conversations::importMessage(const Jid &peer, const ImportedMessage &message, qint64 before)
{
    return d->imports.take(peer, message, before);
}

void Conversations::endImport()
{
    d->imports.end();
}

QList<Jid> Conversations::peers() const
{
    return d->chats.peers();
}

std::optional<ConversationFacts> Conversations::facts(const Jid &peer) const
{
    const Chat *chat = d->chats.find(peer);
    if (!chat)
        return {};
    return ConversationFacts{chat->record, chat->last};
}

std::optional<MessageRecord> Conversations::message(qint64 id) const
{
    return d->store.messages().message(id);
}

Jid Conversations::peerOf(qint64 messageId) const
{
    const auto found = d->store.messages().message(messageId);
    return found ? d->chats.peerOf(found->conversation) : Jid();
}

MessageContext Conversations::context(const MessageRecord &message) const
{
    return d->changes.context(message);
}

QList<MessageVersion> Conversations::earlierVersions(qint64 id) const
{
    const auto found = d->store.messages().message(id);
    return found ? d->changes.earlierVersions(*found) : QList<MessageVersion>();
}

QStringList Conversations::ownReactions(qint64 id) const
{
    const auto found = d->store.messages().message(id);
    const auto set
        = found ? d->store.reactions().of(found->conversation, found->wireId(), d->own) : std::nullopt;
    return set ? set->emojis : QStringList();
}

QList<MessageRecord> Conversations::lastMessages(const Jid &peer, int count) const
{
    const Chat *chat = d->chats.find(peer);
    return chat ? d->store.messages().last(chat->record.id, count) : QList<MessageRecord>();
}

QList<MessageRecord> Conversations::messagesBefore(const Jid &peer, MessagePosition position, int count) const
{
    const Chat *chat = d->chats.find(peer);
    return chat ? d->store.messages().before(chat->record.id, position, count) : QList<MessageRecord>();
}

QList<MessageRecord> Conversations::messagesAfter(const Jid &peer, MessagePosition position, int count) const
{
    const Chat *chat = d->chats.find(peer);
    return chat ? d->store.messages().after(chat->record.id, position, count) : QList<MessageRecord>();
}

} // namespace tertulia
