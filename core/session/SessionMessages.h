// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ArchiveLedger.h"
#include "core/chat/Conversations.h"
#include "core/chat/MessageVersion.h"
#include "core/session/ArchiveCatchUp.h"
#include "core/session/ArchiveFill.h"
#include "core/session/MessagesBinding.h"
#include "core/session/OutboxSender.h"
#include "core/session/SendSchedule.h"

#include <QObject>

#include <functional>

namespace tertulia
{

class SessionChats;

/// What a person says in the chats of one account, and what is said to them: sends, corrects, takes back,
/// reacts, and reads after a cut what came meanwhile. What is written goes to the disk first and out when the
/// stream is up.
class SessionMessages : public QObject
{
    Q_OBJECT
public:
    /// How a person calls an address.
    using NameOf = std::function<QString(const Jid &)>;

    SessionMessages(const QString &account, const Jid &own, Conversations &conversations, SessionChats &chats,
                    ModuleHost &host, Store &store, NameOf nameOf, QObject *parent = nullptr);

    /// As an answer (XEP-0461) to a message of the same chat if `answers` is one; as a spoiler (XEP-0382)
    /// with this hint, which may be empty, if there is a `spoiler`.
    void send(const Jid &peer, const QString &body, qint64 answers = 0,
              const std::optional<QString> &spoiler = {});
    /// The same, not before a time; it stands in the chat until then, survives the end of the program, and
    /// goes out when it is due and the account is online.
    void sendLater(const Jid &peer, const QString &body, const QDateTime &when, qint64 answers = 0);
    /// One of those goes now, or at another time. False if it is none.
    bool sendNow(qint64 messageId);
    bool setSendTime(qint64 messageId, const QDateTime &when);
    /// Marks a message for later, or takes the mark away.
    void setSaved(qint64 messageId, bool saved);
    /// Those that are marked, the one marked last first; at most `count`.
    [[nodiscard]] QList<SavedMessage> saved(int count) const;
    /// The hint about a message that is to be shown only when asked for; nothing if it is no such message.
    [[nodiscard]] std::optional<QString> spoilerOf(qint64 messageId) const;
    /// Says in another chat what these messages say, in this order, each by itself; spoilers stay such. Of
    /// one that was taken back there is nothing to say. What was not to be styled stays so.
    void forward(const QList<qint64> &messageIds, const Jid &to);
    /// Sends a failed one again.
    void retry(qint64 messageId);
    /// Removes a failed or still queued message here.
    /// False: it has left already, or may have (SECURITY R06).
    bool remove(qint64 messageId);
    /// Removes messages here, whoever said them and whatever became of them; the others and the archive keep
    /// them. What is on its way stays. Gives how many went.
    int forget(const QList<qint64> &messageIds);
    /// Puts another text in the place of one that we said (XEP-0308); one that has not left goes out with the
    /// new text only. False, with nothing changed, for what is not ours, was taken back, failed, or says this
    /// already.
    bool correct(qint64 messageId, const QString &body);
    /// The texts that a message had before the present one, oldest first; empty if it was never corrected.
    [[nodiscard]] QList<MessageVersion> earlierVersions(qint64 messageId) const;
    /// Our last message in a chat if correct() takes it, or 0: what Up edits.
    [[nodiscard]] qint64 lastCorrectable(const Jid &peer) const;
    /// Takes a message of ours back (XEP-0424): its text is gone here at once, and from the disk; the others
    /// are asked to forget it. False for what is not ours, was taken back already, or failed.
    bool retract(qint64 messageId);
    /// What we feel about a message (XEP-0444), all of it: `emojis` take the place of those before; none
    /// takes them back. What is no emoji is left out. False for a message that cannot be named to others or
    /// was taken back.
    bool react(qint64 messageId, const QStringList &emojis);
    /// Adds one to them, or takes it away if it is among them.
    bool toggleReaction(qint64 messageId, const QString &emoji);

    /// What the archive has and this computer has not: how it comes here.
    [[nodiscard]] ArchiveFill &archive() { return m_fill; }
    /// What is known of it.
    [[nodiscard]] ArchiveLedger &ledger() { return m_ledger; }

    /// A message of the outbox, by its origin id, is on the wire since before this process began.
    void adopt(const QString &originId, Task<void> arrival) { m_outbox.adopt(originId, std::move(arrival)); }
    void streamStarted(StreamStart start);
    /// The stream is gone, and why: what it carried may be the reason.
    void streamEnded(const Error &error);
    /// Nothing goes out until streamStarted().
    void stop() { m_outbox.stop(); }

Q_SIGNALS:
    /// A message worth a notification: incoming, said since the program runs, not a carbon (R10).
    void arrived(const tertulia::Jid &peer, qint64 messageId, const QString &body);
    /// The same, but said while there was no connection, though not before the program ran; told before
    /// caughtUp().
    void missed(const tertulia::Jid &peer, qint64 messageId, const QString &body);
    /// Somebody told right now what they feel about a message of ours; of strangers, nothing.
    void reacted(const tertulia::Jid &peer, const QStringList &emojis);
    /// What was said while there was no connection is here.
    void caughtUp();
    /// It could not be sent; of a message that was said, or of one whose correction or reaction it was: those
    /// are undone. `messageId` is 0 for what could not even be stored.
    void failed(const tertulia::Jid &peer, qint64 messageId, const tertulia::Error &error);
    /// What came could not be stored; whoever sent it has to send it again.
    void notKept(const tertulia::Error &error);

private:
    void sendWaiting();
    /// Says caughtUp() behind the last of what the server has kept for us, as offline messages or on a
    /// resumed stream, and sends now.
    void awaitLastKept();
    /// Hands a change to the outbox, or tells why there is none.
    void say(const Jid &peer, const Composed &message);
    bool sendChange(qint64 messageId, const Result<qint64> &change);

    Conversations &m_conversations;
    SessionChats &m_chats;
    ModuleHost &m_host;
    NameOf m_nameOf;
    MessagesBinding m_binding;
    OutboxSender m_outbox;
    SendSchedule m_schedule;
    ArchiveLedger m_ledger;
    ArchiveCatchUp m_catchUp;
    ArchiveFill m_fill;
    bool m_awaitsLastKept = false;
};

} // namespace tertulia
