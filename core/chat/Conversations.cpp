// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/Conversations.h"

#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/chat/DeliveryRules.h"
#include "core/chat/MessageOrder.h"
#include "core/store/OutboxTable.h"
#include "core/store/Store.h"

#include <algorithm>

namespace tertulia
{

namespace
{

/// Ids of clients that know no origin-ids may come back after a restart of theirs; the same words under the
/// same id within a day are the same message.
constexpr qint64 kSameIdMs = qint64(24) * 60 * 60 * 1000;
/// Markers reach back over at most so many messages.
constexpr int kMostDisplayedAtOnce = 500;

const QDateTime &forever()
{
    static const QDateTime end = QDateTime::fromMSecsSinceEpoch(253402300799000, Qt::UTC); // year 9999
    return end;
}

} // namespace

class Conversations::Private
{
public:
    struct Chat {
        ConversationRecord record;
        std::optional<MessageRecord> last;
        qint64 firstUnreadOrder = 0;
        bool dirty = false; ///< the record is ahead of the store until the turn is committed
        /// While catching up: the last one of somebody else that stands in its place.
        std::optional<MessagePosition> archivedUpTo;

        [[nodiscard]] qint64 lastOrder() const { return last ? last->order : 0; }
        /// Stanzas about our messages are believed only from the one they went to.
        [[nodiscard]] bool isAddressee(const Jid &from) const
        {
            return record.kind == ConversationKind::PrivateInRoom ? from == record.peer
                                                                  : from.bare() == record.peer;
        }
    };

    Private(Conversations &conversations, const QString &accountId, const Jid &ownJid, Store &theStore,
            Clock &theClock, IdSource &idSource)
        : q(conversations)
        , account(accountId)
        , own(ownJid)
        , store(theStore)
        , clock(theClock)
        , ids(idSource)
    {
    }

    void load()
    {
        chats.clear();
        peerById.clear();
        for (const ConversationRecord &record : store.conversations().all(account)) {
            Chat chat;
            chat.record = record;
            chat.last = store.messages().newest(record.id);
            if (record.firstUnread) {
                if (const auto first = store.messages().message(record.firstUnread))
                    chat.firstUnreadOrder = first->order;
            }
            peerById.insert(record.id, record.peer);
            chats.insert(record.peer, chat);
        }
        unreadTotal = countUnread();
    }

    void reload();

    Chat *find(const Jid &peer)
    {
        const auto found = chats.find(peer);
        return found == chats.end() ? nullptr : &*found;
    }
    const Chat *find(const Jid &peer) const { return const_cast<Private *>(this)->find(peer); }

    Result<Chat *> findOrMake(const Jid &peer, ConversationKind kind)
    {
        if (Chat *chat = find(peer))
            return chat;
        Chat chat;
        chat.record.peer = peer;
        chat.record.kind = kind;
        const auto id = store.conversations().add(account, chat.record);
        if (!id)
            return Failure(id.error());
        chat.record.id = *id;
        peerById.insert(*id, peer);
        return &*chats.insert(peer, chat);
    }

    /// Writes the record within this turn and tells.
    void changed(Chat &chat)
    {
        const Jid peer = chat.record.peer;
        if (auto written = store.conversations().update(chat.record); written)
            chat.dirty = false;
        tellUnread();
        Q_EMIT q.conversationChanged(peer);
    }

    void writeDirty()
    {
        for (Chat *chat : dirtyChats()) {
            if (store.conversations().update(chat->record))
                chat->dirty = false;
        }
    }

    QList<Chat *> dirtyChats()
    {
        QList<Chat *> found;
        for (const Jid &peer : std::as_const(dirty)) {
            if (Chat *chat = find(peer); chat && chat->dirty)
                found.append(chat);
        }
        dirty.clear();
        return found;
    }

    void markDirty(Chat &chat)
    {
        if (chat.dirty)
            return;
        chat.dirty = true;
        dirty.append(chat.record.peer);
    }

    [[nodiscard]] bool isMuted(const Chat &chat) const
    {
        return chat.record.mutedUntil.isValid() && chat.record.mutedUntil > clock.now();
    }

    [[nodiscard]] int countUnread() const
    {
        int total = 0;
        for (const Chat &chat : chats) {
            if (chat.record.open && chat.record.unread > 0 && !isMuted(chat))
                total += chat.record.unread;
        }
        return total;
    }

    void tellUnread()
    {
        const int total = countUnread();
        if (total == unreadTotal)
            return;
        unreadTotal = total;
        Q_EMIT q.unreadTotalChanged(total);
    }

    /// The cheap half of tellUnread() for floods.
    void addUnread(const Chat &chat, int more)
    {
        if (!chat.record.open || isMuted(chat))
            return;
        unreadTotal += more;
        Q_EMIT q.unreadTotalChanged(unreadTotal);
    }

    std::optional<MessageRecord> knownByMessageId(const MessageRecord &message) const
    {
        if (!message.originId.isEmpty() && !message.outgoing)
            return {};
        const auto same
            = store.messages().byMessageId(message.conversation, message.sender, message.messageId);
        for (const MessageRecord &candidate : same) {
            if (candidate.body == message.body && std::abs(candidate.time.msecsTo(message.time)) <= kSameIdMs)
                return candidate;
        }
        return {};
    }

    Added learnFromCopy(const Chat &chat, const MessageRecord &known, const MessageRecord &copy)
    {
        bool news = false;
        if (known.stanzaId.isEmpty() && !copy.stanzaId.isEmpty())
            news = bool(store.messages().setStanzaId(known.id, copy.stanzaId, copy.stanzaIdBy));
        // Our own message came back from the server: it has it.
        if (copy.outgoing && known.outgoing && change(known, DeliveryState::Sent))
            return {known.id, false};
        if (news)
            Q_EMIT q.messageChanged(chat.record.peer, known.id);
        return {known.id, false};
    }

    /// While catching up nobody's words stand before what the archive has in front of them. Its stamps place
    /// them among those of others only: they are of another clock, and of whole seconds (SECURITY R03, R29).
    [[nodiscard]] qint64 orderInArchive(const Chat &chat, const MessageRecord &record) const
    {
        return std::max(record.order,
                        chat.archivedUpTo ? chat.archivedUpTo->order
                                          : store.messages().newestOrderOf(chat.record.id, record.sender));
    }

    /// The archive tells of a row that is here: it came while something in front of it was missing.
    void moveInArchive(const Jid &peer, MessageRecord known)
    {
        Chat *chat = find(peer);
        if (!chat)
            return;
        const bool tooEarly = chat->archivedUpTo && known.position() < *chat->archivedUpTo;
        if (tooEarly) {
            known.order = chat->archivedUpTo->order + 1;
            if (!store.messages().setOrder(known.id, known.order, known.time))
                return;
            chat->last = store.messages().newest(chat->record.id);
        }
        chat->archivedUpTo = known.position();
        if (!tooEarly)
            return;
        Q_EMIT q.messageRemoved(peer, known.id);
        Q_EMIT q.messageAdded(peer, known.id, known.position());
        Q_EMIT q.conversationChanged(peer);
    }

    /// Changes the state of one of our messages if the rules allow it.
    bool change(const MessageRecord &message, DeliveryState state, const std::optional<Error> &error = {})
    {
        if (!message.outgoing || !mayBecome(message.state, state))
            return false;
        if (message.state == DeliveryState::Queued) {
            if (!store.outbox().remove(message.id))
                return false;
        }
        if (!store.messages().setState(message.id, state, error))
            return false;
        const Jid peer = peerById.value(message.conversation);
        Chat *chat = find(peer);
        const bool isLast = chat && chat->last && chat->last->id == message.id;
        if (isLast) {
            chat->last->state = state;
            chat->last->error = state == DeliveryState::Failed ? error : std::nullopt;
        }
        Q_EMIT q.messageChanged(peer, message.id);
        if (isLast)
            Q_EMIT q.conversationChanged(peer);
        return true;
    }

    [[nodiscard]] std::optional<OutgoingMessage> outgoing(const OutboxRecord &entry) const
    {
        const auto message = store.messages().message(entry.message);
        if (!message)
            return {};
        const Chat *chat = find(peerById.value(message->conversation));
        if (!chat)
            return {};
        return OutgoingMessage{message->id,       chat->record.peer, chat->record.kind, message->body,
                               message->originId, message->time,     entry.attempts};
    }

    Conversations &q;
    const QString account;
    const Jid own;
    Store &store;
    Clock &clock;
    IdSource &ids;
    QHash<Jid, Chat> chats;
    QHash<qint64, Jid> peerById;
    QList<Jid> dirty;
    int unreadTotal = 0;
    bool catchingUp = false;
};

void Conversations::Private::reload()
{
    const QList<Jid> before = q.peers();
    load();
    for (const Jid &peer : before) {
        if (const Chat *chat = find(peer); !chat || !chat->record.open)
            Q_EMIT q.conversationRemoved(peer);
    }
    for (const Jid &peer : q.peers())
        Q_EMIT q.conversationChanged(peer);
    Q_EMIT q.unreadTotalChanged(unreadTotal);
    Q_EMIT q.reloaded();
}

Conversations::Conversations(const QString &account, const Jid &own, Store &store, Clock &clock,
                             IdSource &ids, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, account, own, store, clock, ids))
{
    d->load();
    connect(&store, &Store::aboutToCommit, this, [this] { d->writeDirty(); });
    connect(&store, &Store::failed, this, &Conversations::failed);
    // Queued: the rollback happens inside of a statement that is still being dealt with.
    connect(&store, &Store::rolledBack, this, [this] { d->reload(); }, Qt::QueuedConnection);
}

Conversations::~Conversations()
{
    d->writeDirty();
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
    if (message.body.isEmpty() || message.peer.isNull())
        return failure(ErrorCode::StanzaBadRequest);
    const auto found = d->findOrMake(message.peer, message.kind);
    if (!found)
        return Failure(found.error());
    Private::Chat &chat = **found;

    const QDateTime now = d->clock.now();
    MessageRecord record;
    record.conversation = chat.record.id;
    record.outgoing = message.outgoing;
    record.sender = message.outgoing ? d->own : message.sender;
    const bool past = message.delay.isValid();
    record.time = past ? std::min(message.delay, now) : now; // nothing was said in the future
    record.order = past ? MessageOrder::at(record.time) : MessageOrder::now(chat.lastOrder(), record.time);
    // A server hands over what one sender said in the order in which it was said. Its stamps are of another
    // clock, and of whole seconds: they place a message among those of others only (SECURITY R03, R29).
    if (past && !message.outgoing && message.source != IncomingMessage::Source::Archive)
        record.order
            = std::max(record.order, d->store.messages().newestOrderOf(chat.record.id, record.sender));
    const bool inArchiveOrder
        = d->catchingUp && !message.outgoing && message.source == IncomingMessage::Source::Archive;
    if (inArchiveOrder)
        record.order = d->orderInArchive(chat, record);
    // One that follows all that was said before it surprises nobody.
    record.delayed = past && chat.last && record.time < chat.last->time;
    record.body = message.body;
    record.messageId = message.messageId;
    record.originId = message.originId;
    record.stanzaId = message.stanzaId;
    record.stanzaIdBy = message.stanzaIdBy;
    record.state = message.outgoing ? DeliveryState::Sent : DeliveryState::None;
    record.protection = message.protection;

    const auto isCopyOf = [&](const MessageRecord &known) {
        const Jid peer = chat.record.peer;
        const Added added = d->learnFromCopy(chat, known, record);
        if (inArchiveOrder)
            d->moveInArchive(peer, known);
        return added;
    };
    if (const auto known = d->knownByMessageId(record))
        return isCopyOf(*known);
    const auto inserted = d->store.messages().insert(record);
    if (!inserted)
        return Failure(inserted.error());
    if (!*inserted) {
        const auto known = d->store.messages().copyOf(record);
        if (!known)
            return failure(ErrorCode::StoreFailed, d->store.path());
        return isCopyOf(*known);
    }
    record.id = **inserted;
    if (inArchiveOrder)
        chat.archivedUpTo = record.position();

    const Jid peer = chat.record.peer;
    const bool atEnd = !chat.last || record.position() > chat.last->position();
    const bool wasUnread = chat.record.unread > 0;
    int newUnread = 0;
    if (atEnd) {
        chat.last = record;
        if (!chat.record.open) {
            chat.record.open = true;
            newUnread = chat.record.unread;
        }
    }
    const bool history
        = message.source == IncomingMessage::Source::Archive && record.order <= chat.record.readOrder;
    if (!message.outgoing && !history) {
        if (!wasUnread || record.order < chat.firstUnreadOrder) {
            chat.record.firstUnread = record.id;
            chat.firstUnreadOrder = record.order;
        }
        ++chat.record.unread;
        ++newUnread;
    }
    d->markDirty(chat);
    if (newUnread)
        d->addUnread(chat, newUnread);
    // From here on the reference may be stale: who listens may open another chat.
    Q_EMIT messageAdded(peer, record.id, record.position());
    // Who answers on another device has read what stood above.
    if (message.outgoing && atEnd && wasUnread)
        markRead(peer);
    else
        Q_EMIT conversationChanged(peer);
    return Added{record.id, true};
}

void Conversations::beginCatchUp()
{
    endCatchUp();
    d->catchingUp = true;
}

void Conversations::endCatchUp()
{
    d->catchingUp = false;
    for (Private::Chat &chat : d->chats)
        chat.archivedUpTo.reset();
}

bool Conversations::markSent(qint64 id)
{
    const auto message = d->store.messages().message(id);
    return message && d->change(*message, DeliveryState::Sent);
}

bool Conversations::markDelivered(const Jid &peer, const QString &originId, const Jid &from)
{
    const Private::Chat *chat = d->find(peer);
    if (!chat || !chat->isAddressee(from))
        return false;
    const auto message = d->store.messages().ownMessage(chat->record.id, originId);
    return message && d->change(*message, DeliveryState::Delivered);
}

bool Conversations::markDisplayed(const Jid &peer, const QString &originId, const Jid &from)
{
    const Private::Chat *chat = d->find(peer);
    if (!chat || !chat->isAddressee(from))
        return false;
    const qint64 conversation = chat->record.id;
    const auto message = d->store.messages().ownMessage(conversation, originId);
    if (!message || !d->change(*message, DeliveryState::Displayed))
        return false;
    const auto earlier = d->store.messages().before(conversation, message->position(), kMostDisplayedAtOnce);
    for (auto it = earlier.crbegin(); it != earlier.crend(); ++it) {
        if (it->outgoing && it->state == DeliveryState::Displayed)
            break;
        if (it->state == DeliveryState::Sent || it->state == DeliveryState::Delivered)
            d->change(*it, DeliveryState::Displayed);
    }
    return true;
}

std::optional<qint64> Conversations::markBounced(const Jid &peer, const QString &messageId, const Jid &from,
                                                 const Error &error)
{
    const Private::Chat *chat = d->find(peer);
    if (!chat || !chat->isAddressee(from))
        return {};
    const auto message = d->store.messages().ownMessage(chat->record.id, messageId);
    if (!message || !d->change(*message, DeliveryState::Failed, error))
        return {};
    return message->id;
}

bool Conversations::markFailed(qint64 id, const Error &error)
{
    const auto message = d->store.messages().message(id);
    return message && d->change(*message, DeliveryState::Failed, error);
}

Result<qint64> Conversations::compose(const Jid &peer, const QString &body)
{
    if (body.isEmpty() || peer.isNull())
        return failure(ErrorCode::StanzaBadRequest);
    const auto found = d->findOrMake(peer, ConversationKind::Person);
    if (!found)
        return Failure(found.error());
    const QDateTime now = d->clock.now();
    MessageRecord record;
    record.conversation = (*found)->record.id;
    record.order = MessageOrder::now((*found)->lastOrder(), now);
    record.outgoing = true;
    record.sender = d->own;
    record.time = now;
    record.body = body;
    record.originId = d->ids.next();
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
    const auto written = d->store.durably([&]() -> Result<void> {
        const auto id = d->store.messages().insert(record);
        if (!id)
            return Failure(id.error());
        if (!*id)
            return failure(ErrorCode::StoreFailed, d->store.path());
        record.id = **id;
        if (auto added = d->store.outbox().add(record.id); !added)
            return added;
        return d->store.conversations().update(after);
    });
    if (!written)
        return Failure(written.error());

    Private::Chat *chat = d->find(peer);
    if (!chat) // removed by someone who listens to the commit
        return failure(ErrorCode::Cancelled);
    const bool hadUnread = chat->record.unread > 0;
    chat->record = after;
    chat->last = record;
    Q_EMIT messageAdded(peer, record.id, record.position());
    d->tellUnread();
    Q_EMIT conversationChanged(peer);
    if (hadUnread)
        Q_EMIT read(peer);
    return record.id;
}

QList<OutgoingMessage> Conversations::pendingOutbox(int count) const
{
    QList<OutgoingMessage> messages;
    for (const OutboxRecord &entry : d->store.outbox().pending(d->account, count)) {
        if (const auto message = d->outgoing(entry))
            messages.append(*message);
    }
    return messages;
}

std::optional<OutgoingMessage> Conversations::pending(qint64 id) const
{
    const auto entry = d->store.outbox().entry(id);
    return entry ? d->outgoing(*entry) : std::nullopt;
}

std::optional<OutgoingMessage> Conversations::pending(const QString &originId) const
{
    const auto entry = d->store.outbox().entry(d->account, originId);
    return entry ? d->outgoing(*entry) : std::nullopt;
}

void Conversations::noteAttempt(qint64 id)
{
    std::ignore = d->store.outbox().countAttempt(id);
}

Result<void> Conversations::retry(qint64 id)
{
    const auto message = d->store.messages().message(id);
    if (!message || !message->outgoing || !mayBecome(message->state, DeliveryState::Queued))
        return failure(ErrorCode::StanzaBadRequest);
    const Jid peer = d->peerById.value(message->conversation);
    Private::Chat *chat = d->find(peer);
    if (!chat)
        return failure(ErrorCode::StanzaBadRequest);
    const bool isLast = chat->last && chat->last->id == id;
    MessageRecord again = *message;
    again.state = DeliveryState::Queued;
    again.error.reset();
    again.time = d->clock.now();
    if (!isLast)
        again.order = MessageOrder::now(chat->lastOrder(), again.time);
    const auto written = d->store.durably([&]() -> Result<void> {
        if (auto set = d->store.messages().setState(id, DeliveryState::Queued); !set)
            return set;
        if (auto moved = d->store.messages().setOrder(id, again.order, again.time); !moved)
            return moved;
        return d->store.outbox().add(id);
    });
    if (!written)
        return written;
    chat = d->find(peer);
    if (chat)
        chat->last = again;
    if (isLast) {
        Q_EMIT messageChanged(peer, id);
    } else {
        Q_EMIT messageRemoved(peer, id);
        Q_EMIT messageAdded(peer, id, again.position());
    }
    Q_EMIT conversationChanged(peer);
    return {};
}

bool Conversations::removeMessage(qint64 id)
{
    const auto message = d->store.messages().message(id);
    if (!message || !message->outgoing
        || (message->state != DeliveryState::Queued && message->state != DeliveryState::Failed))
        return false;
    // Once it was handed to a stream nobody can tell that it has not arrived (SECURITY R06).
    const auto entry = d->store.outbox().entry(id);
    if (entry && entry->attempts > 0)
        return false;
    if (!d->store.messages().remove(id))
        return false;
    const Jid peer = d->peerById.value(message->conversation);
    Private::Chat *chat = d->find(peer);
    const bool wasLast = chat && chat->last && chat->last->id == id;
    if (wasLast)
        chat->last = d->store.messages().newest(message->conversation);
    Q_EMIT messageRemoved(peer, id);
    if (wasLast)
        Q_EMIT conversationChanged(peer);
    return true;
}

void Conversations::setDraft(const Jid &peer, const QString &text)
{
    if (draft(peer) == text || peer.isNull())
        return;
    const auto found = d->findOrMake(peer, ConversationKind::Person);
    if (!found)
        return;
    Private::Chat &chat = **found;
    chat.record.draft = text;
    chat.record.draftTime = text.isEmpty() ? QDateTime() : d->clock.now();
    d->changed(chat);
}

QString Conversations::draft(const Jid &peer) const
{
    const Private::Chat *chat = d->find(peer);
    return chat ? chat->record.draft : QString();
}

void Conversations::markRead(const Jid &peer)
{
    Private::Chat *chat = d->find(peer);
    if (!chat || (chat->record.unread == 0 && chat->record.readOrder >= chat->lastOrder()))
        return;
    const bool hadUnread = chat->record.unread > 0;
    chat->record.unread = 0;
    chat->record.firstUnread = 0;
    chat->record.readOrder = std::max(chat->record.readOrder, chat->lastOrder());
    d->changed(*chat);
    if (hadUnread)
        Q_EMIT read(peer);
}

int Conversations::unread(const Jid &peer) const
{
    const Private::Chat *chat = d->find(peer);
    return chat ? chat->record.unread : 0;
}

int Conversations::unreadTotal() const
{
    return d->unreadTotal;
}

void Conversations::setPinned(const Jid &peer, bool pinned)
{
    Private::Chat *chat = d->find(peer);
    if (!chat || chat->record.pinned == pinned)
        return;
    qint64 order = 0;
    for (const Private::Chat &other : std::as_const(d->chats))
        order = std::max(order, other.record.pinOrder);
    chat->record.pinned = pinned;
    chat->record.pinOrder = pinned ? order + 1 : 0;
    d->changed(*chat);
}

void Conversations::setMuted(const Jid &peer, bool muted)
{
    Private::Chat *chat = d->find(peer);
    if (!chat || d->isMuted(*chat) == muted)
        return;
    chat->record.mutedUntil = muted ? forever() : QDateTime();
    d->changed(*chat);
}

bool Conversations::isMuted(const Jid &peer) const
{
    const Private::Chat *chat = d->find(peer);
    return chat && d->isMuted(*chat);
}

void Conversations::open(const Jid &peer)
{
    if (peer.isNull())
        return;
    const bool known = d->find(peer) != nullptr;
    const auto found = d->findOrMake(peer, ConversationKind::Person);
    if (!found || (known && (*found)->record.open))
        return;
    (*found)->record.open = true;
    d->changed(**found);
}

void Conversations::close(const Jid &peer)
{
    Private::Chat *chat = d->find(peer);
    if (!chat || !chat->record.open)
        return;
    markRead(peer);
    chat->record.open = false;
    chat->record.pinned = false;
    std::ignore = d->store.conversations().update(chat->record);
    d->tellUnread();
    Q_EMIT conversationRemoved(peer);
}

void Conversations::removeConversation(const Jid &peer)
{
    Private::Chat *chat = d->find(peer);
    if (!chat)
        return;
    const qint64 id = chat->record.id;
    const bool wasOpen = chat->record.open;
    if (!d->store.conversations().remove(id))
        return;
    d->chats.remove(peer);
    d->peerById.remove(id);
    d->tellUnread();
    if (wasOpen)
        Q_EMIT conversationRemoved(peer);
    Q_EMIT messagesCleared(peer);
}

QList<Jid> Conversations::peers() const
{
    QList<Jid> peers;
    for (const Private::Chat &chat : std::as_const(d->chats)) {
        if (chat.record.open)
            peers.append(chat.record.peer);
    }
    return peers;
}

std::optional<ConversationFacts> Conversations::facts(const Jid &peer) const
{
    const Private::Chat *chat = d->find(peer);
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
    return found ? d->peerById.value(found->conversation) : Jid();
}

QList<MessageRecord> Conversations::lastMessages(const Jid &peer, int count) const
{
    const Private::Chat *chat = d->find(peer);
    return chat ? d->store.messages().last(chat->record.id, count) : QList<MessageRecord>();
}

QList<MessageRecord> Conversations::messagesBefore(const Jid &peer, MessagePosition position, int count) const
{
    const Private::Chat *chat = d->find(peer);
    return chat ? d->store.messages().before(chat->record.id, position, count) : QList<MessageRecord>();
}

QList<MessageRecord> Conversations::messagesAfter(const Jid &peer, MessagePosition position, int count) const
{
    const Private::Chat *chat = d->find(peer);
    return chat ? d->store.messages().after(chat->record.id, position, count) : QList<MessageRecord>();
}

} // namespace tertulia
