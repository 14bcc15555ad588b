// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/DeliveryState.h"
#include "core/chat/IncomingMessage.h"

#include <QObject>

#include <memory>
#include <optional>

namespace tertulia
{

class Clock;
class IdSource;
class Store;

/// A message for the session to send.
struct OutgoingMessage {
    qint64 id = 0; ///< row
    Jid peer;
    ConversationKind kind = ConversationKind::Person;
    QString body;
    QString originId; ///< also the stanza's id attribute; the same at every attempt (R02)
    QDateTime time; ///< when it was composed, UTC
    int attempts = 0; ///< more than 0: it may have arrived already
};

/// What a chat list shows of a conversation.
struct ConversationFacts {
    ConversationRecord record;
    std::optional<MessageRecord> last; ///< the newest message
};

/// The chats of one account: incoming facts go in, signals come out. Order, unread counts, drafts, delivery
/// states and the outbox live here; nothing here knows a stanza.
///
/// Order: messages said now follow everything that is there, whatever the clock says (SECURITY R29); delayed
/// ones are inserted where they belong by the time they were said, but never before what the same person said
/// before them. A state never claims more than was proven
/// and never goes back (R05, A67).
class Conversations : public QObject
{
    Q_OBJECT
public:
    /// `account` (uuid) is in store.accounts(); `own` is its bare address.
    Conversations(const QString &account, const Jid &own, Store &store, Clock &clock, IdSource &ids,
                  QObject *parent = nullptr);
    ~Conversations() override;

    [[nodiscard]] const QString &account() const;
    [[nodiscard]] const Jid &own() const;

    // What the network told.
    struct Added {
        qint64 id = 0; ///< the row, new or found
        bool isNew = false; ///< false: a copy of a known message
    };
    /// Stores a message, or finds the row it is a copy of and learns from it. A message without a body is
    /// StanzaBadRequest.
    Result<Added> incoming(const IncomingMessage &message);
    /// From now until endCatchUp() what the archive gives (Source::Archive) comes in its own order and
    /// without a hole: what somebody said stands behind all that they said before, and what came too soon
    /// moves behind it.
    void beginCatchUp();
    void endCatchUp();
    /// The server has it. True if that was news.
    bool markSent(qint64 id);
    /// `from` acknowledged the message with this id (XEP-0184). Believed only from the addressee's bare
    /// address.
    bool markDelivered(const Jid &peer, const QString &originId, const Jid &from);
    /// `from` saw everything up to it (XEP-0333), with the same rule.
    bool markDisplayed(const Jid &peer, const QString &originId, const Jid &from);
    /// An error stanza came back for it, with the same rule. Gives the row it hit, which is Failed now.
    std::optional<qint64> markBounced(const Jid &peer, const QString &messageId, const Jid &from,
                                      const Error &error);
    /// It will not be tried again by itself. Not believed of a message that arrived.
    bool markFailed(qint64 id, const Error &error);
    /// Another device of ours saw everything up to now.
    void markReadElsewhere(const Jid &peer) { markRead(peer); }

    // Sending.
    /// Puts a message into the conversation and the outbox; both are on disk when this returns. On an error
    /// (StoreFull...) nothing has changed and the text is still the caller's.
    Result<qint64> compose(const Jid &peer, const QString &body);
    /// What waits to be sent, in the order composed, at most `count`.
    [[nodiscard]] QList<OutgoingMessage> pendingOutbox(int count = 1000) const;
    /// One waiting message, or nothing if it is not in the outbox any more.
    [[nodiscard]] std::optional<OutgoingMessage> pending(qint64 id) const;
    [[nodiscard]] std::optional<OutgoingMessage> pending(const QString &originId) const;
    /// It is being handed to a stream.
    void noteAttempt(qint64 id);
    /// Queues a failed message again, at the end of the timeline.
    Result<void> retry(qint64 id);
    /// Takes away a message that failed or has not left yet; false if it may have gone further than that.
    bool removeMessage(qint64 id);

    // State of a chat. Setters do nothing when nothing changes.
    /// Empty removes the draft.
    void setDraft(const Jid &peer, const QString &text);
    [[nodiscard]] QString draft(const Jid &peer) const;
    void markRead(const Jid &peer);
    [[nodiscard]] int unread(const Jid &peer) const;
    /// Sum over chats that are open and not muted.
    [[nodiscard]] int unreadTotal() const;
    void setPinned(const Jid &peer, bool pinned);
    /// Until switched off again.
    void setMuted(const Jid &peer, bool muted);
    [[nodiscard]] bool isMuted(const Jid &peer) const;
    void open(const Jid &peer);
    /// Takes it off the list; a new message brings it back.
    void close(const Jid &peer);
    /// Removes the chat with all its messages.
    void removeConversation(const Jid &peer);

    // Reading.
    /// Open conversations, in no particular order.
    [[nodiscard]] QList<Jid> peers() const;
    [[nodiscard]] std::optional<ConversationFacts> facts(const Jid &peer) const;
    [[nodiscard]] std::optional<MessageRecord> message(qint64 id) const;
    [[nodiscard]] Jid peerOf(qint64 messageId) const;
    [[nodiscard]] QList<MessageRecord> lastMessages(const Jid &peer, int count) const;
    [[nodiscard]] QList<MessageRecord> messagesBefore(const Jid &peer, MessagePosition position,
                                                      int count) const;
    [[nodiscard]] QList<MessageRecord> messagesAfter(const Jid &peer, MessagePosition position,
                                                     int count) const;

Q_SIGNALS:
    void messageAdded(const tertulia::Jid &peer, qint64 id, tertulia::MessagePosition position);
    /// Its state, error or ids.
    void messageChanged(const tertulia::Jid &peer, qint64 id);
    void messageRemoved(const tertulia::Jid &peer, qint64 id);
    /// All its messages went at once.
    void messagesCleared(const tertulia::Jid &peer);
    /// Writes were lost and everything was read from disk again; rows of messages may be gone.
    void reloaded();
    /// Anything in facts(); also when it appears.
    void conversationChanged(const tertulia::Jid &peer);
    /// It is not in peers() any more.
    void conversationRemoved(const tertulia::Jid &peer);
    void unreadTotalChanged(int total);
    /// The unread count went to zero.
    void read(const tertulia::Jid &peer);
    /// Something could not be written; the screen may be ahead of the disk.
    void failed(const tertulia::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::MessagePosition)
