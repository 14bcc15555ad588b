// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/DeliveryState.h"
#include "core/base/Task.h"
#include "core/chat/Composed.h"
#include "core/chat/Draft.h"
#include "core/chat/ImportedMessage.h"
#include "core/chat/IncomingMessage.h"
#include "core/chat/MessageContext.h"
#include "core/chat/MessageVersion.h"
#include "core/chat/SavedMessage.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace tertulia
{

class Clock;
class IdSource;
class Store;

/// A message for the session to send.
struct OutgoingMessage {
    enum class What {
        Said, ///< words
        Correction, ///< `body` in the place of another one's
        Retraction, ///< another one is taken back
        Reactions, ///< what we feel about another one, all of it
    };

    qint64 id = 0; ///< row
    Jid peer;
    ConversationKind kind = ConversationKind::Person;
    QString body;
    QString originId; ///< also the stanza's id attribute; the same at every attempt (R02)
    QDateTime time; ///< when it was composed, UTC
    int attempts = 0; ///< more than 0: it may have arrived already
    What what = What::Said;
    qint64 target = 0; ///< row of the other one; 0 for words
    QString targetId = {}; ///< what that is called on the wire
    QStringList emojis = {};
    // Words that answer, and the corrections of such.
    QString answers = {}; ///< on the wire; empty: nothing
    Jid answersSender = {};
    QString quoted = {}; ///< the text that they answer
    // How the words are to be shown.
    bool unstyled = false;
    std::optional<QString> spoiler = {};
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
/// before them; what the archive has stands in its order (ArchiveOrder). A state never claims more than was
/// proven and never goes back (R05, A67).
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
    /// What the account's archive calls `stanzaId` has this place in it (ArchiveRank): it moves if it stands
    /// elsewhere.
    void settle(const QString &stanzaId, qint64 rank);
    /// The server has it. True if that was news.
    bool markSent(qint64 id);
    /// `from` acknowledged the message with this id (XEP-0184). Believed only from the addressee's bare
    /// address.
    bool markDelivered(const Jid &peer, const QString &originId, const Jid &from);
    /// `from` saw everything up to it (XEP-0333), with the same rule.
    bool markDisplayed(const Jid &peer, const QString &originId, const Jid &from);
    /// An error stanza came back for it, with the same rule. Gives the row it hit, which is Failed now; for a
    /// change, which is undone, the row that it was to change.
    std::optional<qint64> markBounced(const Jid &peer, const QString &messageId, const Jid &from,
                                      const Error &error);
    /// It will not be tried again by itself. Not believed of a message that arrived.
    bool markFailed(qint64 id, const Error &error);
    /// Another device of ours saw everything up to now.
    void markReadElsewhere(const Jid &peer) { markRead(peer); }
    /// Another device of ours told `peer` that we saw everything up to their message of this name.
    void markReadElsewhere(const Jid &peer, const QString &anyId);
    /// Our other devices know that everything was seen up to the message that our server calls so
    /// (XEP-0490). It only goes forward. False if the message is not here.
    bool markReadElsewhereUpTo(const Jid &peer, const QString &stanzaId);

    // Sending.
    /// Puts a message into the conversation and the outbox; both are on disk when this returns. On an error
    /// (StoreFull...) nothing has changed and the text is still the caller's.
    /// `answers`, if it is one of the same chat, is what it answers; a `spoiler` is the hint about a body
    /// that others are to see only when they ask for it.
    Result<qint64> compose(const Jid &peer, const QString &body, qint64 answers = 0,
                           const std::optional<QString> &spoiler = {});
    Result<qint64> compose(const Jid &peer, const Composed &message);
    /// Whether correct() and retract() take it: ours, not taken back, not failed.
    [[nodiscard]] static bool mayCorrect(const MessageRecord &message);
    [[nodiscard]] static bool mayRetract(const MessageRecord &message);
    /// Changes a message of ours, here and in the outbox, on disk as above. Gives what is to be sent, or 0 if
    /// the message itself has not left: then it is as if it had never been said otherwise.
    /// StanzaBadRequest where mayCorrect() says no, and for the same text.
    Result<qint64> correct(qint64 id, const QString &body);
    Result<qint64> retract(qint64 id);
    /// All that we feel about a message from now on, likewise. What is no emoji is left out; 0 also if
    /// nothing changes.
    Result<qint64> react(qint64 id, const QStringList &emojis);
    /// What waits to be sent, in the order composed, at most `count`.
    [[nodiscard]] QList<OutgoingMessage> pendingOutbox(int count = 1000) const;
    /// One waiting message, or nothing if it is not in the outbox any more.
    [[nodiscard]] std::optional<OutgoingMessage> pending(qint64 id) const;
    [[nodiscard]] std::optional<OutgoingMessage> pending(const QString &originId) const;
    /// When the next message is due that is not to be sent before a time; invalid: none is.
    [[nodiscard]] QDateTime nextDue() const;
    /// Those whose time has come are as if they were said now, in the order of their times: they move to the
    /// end of the timeline and wait like others. Gives them.
    QList<qint64> releaseDue();
    /// The same for one of them, whatever its time. StanzaBadRequest for another message.
    Result<void> release(qint64 id);
    /// Gives one of them another time.
    Result<void> schedule(qint64 id, const QDateTime &sendAt);
    /// It is being handed to a stream.
    void noteAttempt(qint64 id);
    /// Queues a failed message again, at the end of the timeline.
    Result<void> retry(qint64 id);
    /// Takes away a message that failed or has not left yet; false if it may have gone further than that.
    bool removeMessage(qint64 id);
    /// Takes a message away here, whoever said it, with all that was said of it; nobody is told. False for
    /// one that is on its way, which may still become anything.
    bool forgetMessage(qint64 id);

    /// Marks a message for later, or takes the mark away. False if it is none that is shown.
    bool setSaved(qint64 id, bool saved);
    /// Those that are marked, the one marked last first; at most `count`.
    [[nodiscard]] QList<SavedMessage> savedMessages(int count) const;

    // State of a chat. Setters do nothing when nothing changes.
    /// An empty one removes what was there.
    void setDraft(const Jid &peer, const Draft &draft);
    [[nodiscard]] Draft draft(const Jid &peer) const;
    void markRead(const Jid &peer);
    [[nodiscard]] int unread(const Jid &peer) const;
    /// Sum over chats that are open, not archived and not muted.
    [[nodiscard]] int unreadTotal() const;
    /// The person has seen this message and all before it, here.
    void markSeen(const Jid &peer, qint64 id);
    /// The newest message that was seen, wants that to be known, and has not been told of; by its stanza id,
    /// or empty.
    [[nodiscard]] QString untoldMarker(const Jid &peer) const;
    /// Chats in which more was seen than told.
    [[nodiscard]] QList<Jid> peersToTell() const;
    /// All that was seen was told of, or is not going to be.
    void markTold(const Jid &peer);
    /// The newest message that was read, of which our other devices do not know; what our server calls it, or
    /// empty.
    [[nodiscard]] QString unsharedRead(const Jid &peer) const;
    /// Chats in which more was read than they know.
    [[nodiscard]] QList<Jid> peersToShare() const;
    /// They know of it.
    void markShared(const Jid &peer, const QString &stanzaId);
    /// One that is pinned now stands behind those that were.
    void setPinned(const Jid &peer, bool pinned);
    /// Where it stands among the pinned ones, the smallest first.
    void setPinOrder(const Jid &peer, qint64 order);
    /// Until switched off again.
    void setMuted(const Jid &peer, bool muted);
    /// Until then (UTC); invalid: not muted.
    void mute(const Jid &peer, const QDateTime &until);
    [[nodiscard]] bool isMuted(const Jid &peer) const;
    /// ConversationRecord::mutedUntil of what is muted until switched off again.
    [[nodiscard]] static const QDateTime &forever();
    /// When the next chat is not muted any more; invalid if none waits for that.
    [[nodiscard]] QDateTime nextMuteEnd() const;
    /// What was muted until now is not any more, and that is told.
    void endMutes();
    /// Puts it away, unpinned, or brings it back. A new message brings it back too, unless it is muted.
    void setArchived(const Jid &peer, bool archived);
    /// The person wants to come back to it, whatever was read; markRead() ends it.
    void setMarkedUnread(const Jid &peer, bool unread);
    void open(const Jid &peer);
    /// Takes it off the list; a new message brings it back.
    void close(const Jid &peer);
    /// Removes the chat with all its messages.
    void removeConversation(const Jid &peer);
    /// Throws away what was said with `peer` before a time (UTC; invalid: all of it), and does not take it
    /// again from an archive. The chat stays, with its draft and what waits to be sent. Works between other
    /// things, and goes on after a restart; completes with the number of messages. Their words are gone from
    /// the disk at Store::wordsForgotten().
    [[nodiscard]] Task<qint64> clear(const Jid &peer, const QDateTime &before = {});
    /// All chats, also those that are closed.
    [[nodiscard]] Task<qint64> clearAll(const QDateTime &before);

    // What other programs logged. It is no news: nothing is unread by it, nobody is told of it.
    /// Begins with a log. Gives what importMessage() needs; for one that was broken off by an end of the
    /// program that which it had then, `brokenOff`.
    [[nodiscard]] qint64 beginImport(qint64 brokenOff = 0);
    /// A message of a chat with `peer`. False if it is here already, by its ids, or because the same was said
    /// by the same one at the same time, give or take kSameMoment; only what was here before the log was
    /// begun with (`before`) can be that, and once. StanzaBadRequest for one without words or with a time at
    /// which nothing can have been said.
    Result<bool> importMessage(const Jid &peer, const ImportedMessage &message, qint64 before);
    /// After some or all of a log: what the messages changed is told.
    void endImport();

    // People the account does not know: no contacts, never answered, never let in.
    /// Who is known without a word. Until there is a test everybody is.
    void setKnownTest(std::function<bool(const Jid &peer)> isKnown);
    /// Whether the chat waits for the person to answer or to let its sender in. It is not in unreadTotal().
    [[nodiscard]] bool isStranger(const Jid &peer) const;
    /// Takes the chat among the others, for good.
    void admit(const Jid &peer);
    /// Whether `peer` is known may have changed.
    void reconsider(const Jid &peer);

    // Reading.
    /// Open conversations, in no particular order.
    [[nodiscard]] QList<Jid> peers() const;
    [[nodiscard]] std::optional<ConversationFacts> facts(const Jid &peer) const;
    [[nodiscard]] std::optional<MessageRecord> message(qint64 id) const;
    [[nodiscard]] Jid peerOf(qint64 messageId) const;
    /// What it answers, what people feel about it, what of that is not sent yet.
    [[nodiscard]] MessageContext context(const MessageRecord &message) const;
    /// The texts it had before the present one, oldest first.
    [[nodiscard]] QList<MessageVersion> earlierVersions(qint64 id) const;
    /// Our own feelings about it.
    [[nodiscard]] QStringList ownReactions(qint64 id) const;
    [[nodiscard]] QList<MessageRecord> lastMessages(const Jid &peer, int count) const;
    [[nodiscard]] QList<MessageRecord> messagesBefore(const Jid &peer, MessagePosition position,
                                                      int count) const;
    [[nodiscard]] QList<MessageRecord> messagesAfter(const Jid &peer, MessagePosition position,
                                                     int count) const;

Q_SIGNALS:
    void messageAdded(const tertulia::Jid &peer, qint64 id, tertulia::MessagePosition position);
    /// Its state, error or ids, its text, or its context().
    void messageChanged(const tertulia::Jid &peer, qint64 id);
    void messageRemoved(const tertulia::Jid &peer, qint64 id);
    /// Somebody told right now what they feel about a message of ours, and did not feel before.
    void reacted(const tertulia::Jid &peer, const tertulia::Jid &sender, const QStringList &emojis);
    /// All its messages went at once.
    void messagesCleared(const tertulia::Jid &peer);
    /// Many of its messages went, or came, anywhere among the others.
    void messagesReplaced(const tertulia::Jid &peer);
    /// Writes were lost and everything was read from disk again; rows of messages may be gone.
    void reloaded();
    /// Anything in facts(); also when it appears.
    void conversationChanged(const tertulia::Jid &peer);
    /// It is muted, until another time, or not any more.
    void muteChanged(const tertulia::Jid &peer);
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
