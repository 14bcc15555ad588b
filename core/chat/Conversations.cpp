// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/Conversations.h"

#include "core/chat/Arrivals.h"
#include "core/chat/Chats.h"
#include "core/chat/DeliveryMarks.h"
#include "core/chat/MessageChanges.h"
#include "core/chat/Outbox.h"
#include "core/store/Store.h"

namespace tertulia
{

class Conversations::Private
{
public:
    Private(Conversations &q, const QString &accountId, const Jid &ownJid, Store &theStore, Clock &clock,
            IdSource &ids)
        : account(accountId)
        , own(ownJid)
        , store(theStore)
        , chats(q, account, store, clock)
        , changes(q, chats, store)
        , marks(q, chats, changes, store)
        , arrivals(q, chats, marks, changes, store, clock)
        , outbox(q, chats, changes, store, clock, ids)
    {
    }

    const QString account;
    const Jid own;
    Store &store;
    Chats chats;
    MessageChanges changes;
    DeliveryMarks marks;
    Arrivals arrivals;
    Outbox outbox;
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

void Conversations::beginCatchUp()
{
    d->arrivals.beginCatchUp();
}

void Conversations::endCatchUp()
{
    d->arrivals.endCatchUp();
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
    if (message)
        d->chats.markReadUpTo(peer, *message);
}

Result<qint64> Conversations::compose(const Jid &peer, const QString &body, qint64 answers)
{
    return d->outbox.compose(peer, body, answers);
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

void Conversations::setDraft(const Jid &peer, const QString &text)
{
    d->chats.setDraft(peer, text);
}

QString Conversations::draft(const Jid &peer) const
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

bool Conversations::isMuted(const Jid &peer) const
{
    return d->chats.isMuted(peer);
}

void Conversations::open(const Jid &peer)
{
    d->chats.open(peer);
}

void Conversations::close(const Jid &peer)
{
    d->chats.close(peer);
}

void Conversations::removeConversation(const Jid &peer)
{
    d->chats.remove(peer);
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
