// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/DeliveryState.h"
#include "core/base/Jid.h"
#include "core/store/MessageIds.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace tertulia
{

class Database;
class WordIndex;

/// How a message was protected on its way. Stored: append only.
enum class MessageProtection { None = 0, Omemo = 1, OmemoUntrusted = 2 };

/// A place in a timeline: messages of a conversation are sorted by order key, then by row id.
struct MessagePosition {
    qint64 order = 0;
    qint64 id = 0;

    auto operator<=>(const MessagePosition &) const = default;
};

/// One message. Times are UTC with milliseconds.
struct MessageRecord {
    qint64 id = 0;
    qint64 conversation = 0;
    qint64 order = 0; ///< microseconds since 1970 when that is in order, see Conversations
    bool outgoing = false;
    Jid sender; ///< bare; an occupant's full address in rooms
    QDateTime time; ///< when it was said
    bool delayed = false; ///< came when later ones were there already
    QString body;
    QString messageId = {}; ///< the stanza's id attribute
    QString originId = {}; ///< XEP-0359
    QString stanzaId = {}; ///< XEP-0359, only if the archive that gave it may be believed
    Jid stanzaIdBy = {};
    DeliveryState state = DeliveryState::None;
    std::optional<Error> error = {}; ///< of a failed one
    MessageProtection protection = MessageProtection::None;
    /// False: it is not a row of the timeline, but says something of one (MessageLink), and has no body.
    bool shown = true;
    QDateTime edited = {}; ///< when the present body was said, if it is not the first one (XEP-0308)
    QDateTime retracted = {}; ///< when it was taken back; then it has no body (XEP-0424)
    bool markable = false; ///< who said it wants to know when it is seen (XEP-0333)
    bool unstyled = false; ///< it is to be shown as it was typed (XEP-0393)
    /// It is to be shown only when asked for (XEP-0382); then the hint about it, which may be empty.
    std::optional<QString> spoiler = {};
    QDateTime saved = {}; ///< when the person marked it for later
    qint64 rank = 0; ///< where it stands in its archive (ArchiveRank); 0: not known

    /// What others call it: its origin-id, or its id where it has none (XEP-0444 4.2, XEP-0461 3.1).
    [[nodiscard]] const QString &wireId() const { return originId.isEmpty() ? messageId : originId; }
    [[nodiscard]] MessagePosition position() const { return {order, id}; }
    bool operator==(const MessageRecord &) const = default;
};

/// How far apart two logs of the same message may place it.
inline constexpr std::chrono::seconds kSameMoment{5};

/// The messages of all conversations.
class MessagesTable
{
public:
    /// Both must outlive it.
    MessagesTable(Database &database, WordIndex &words);

    /// Gives the new row id, or nothing if a copy is there already: the same conversation and sender, and the
    /// same origin-id or the same stanza-id of the same archive (SECURITY A65, R02).
    Result<std::optional<qint64>> insert(const MessageRecord &message);
    /// The row that made insert() refuse.
    [[nodiscard]] std::optional<MessageRecord> copyOf(const MessageRecord &message) const;
    /// Every row has a smaller id, and every later one has not.
    [[nodiscard]] qint64 behindLast() const;
    /// Rows that say the same as `message`, by the same sender, and at the same moment as far as the clocks
    /// of two programs and logs of whole seconds can tell. Oldest first.
    [[nodiscard]] QList<MessageRecord> likeLogged(const MessageRecord &message) const;
    /// Those of them that have no id of any kind.
    [[nodiscard]] QList<MessageRecord> twins(const MessageRecord &message) const;
    /// Rows of one sender with this id attribute; clients without origin-ids may use one twice. Newest first.
    [[nodiscard]] QList<MessageRecord> byMessageId(qint64 conversation, const Jid &sender,
                                                   const QString &messageId) const;
    /// Our own message that this id names, by origin-id or id attribute.
    [[nodiscard]] std::optional<MessageRecord> ownMessage(qint64 conversation, const QString &anyId) const;
    /// Everything that this id names in a conversation, by origin-id or id attribute, newest first, at most
    /// ten; also what is not shown.
    [[nodiscard]] QList<MessageRecord> named(qint64 conversation, const QString &anyId) const;
    /// What an archive calls so.
    [[nodiscard]] std::optional<MessageRecord> byStanzaId(qint64 conversation, const QString &stanzaId,
                                                          const Jid &by) const;
    /// Likewise, whatever the chat.
    [[nodiscard]] std::optional<MessageRecord> byStanzaId(const QString &stanzaId, const Jid &by) const;
    /// The rank of what an archive calls so, whatever the chat; also of what is not shown. Nothing if it is
    /// not here.
    [[nodiscard]] std::optional<qint64> rankInArchive(const QString &stanzaId, const Jid &by) const;
    /// What is shown and next in rank: the last of a lower one than `rank`, and the first of that or a
    /// greater one that is not `id`.
    struct Neighbours {
        std::optional<MessagePosition> before = {};
        std::optional<MessagePosition> behind = {};
    };
    [[nodiscard]] Neighbours neighbours(qint64 conversation, qint64 rank, qint64 id) const;
    [[nodiscard]] Neighbours neighbours(const QString &account, const Jid &peer, qint64 rank) const;
    /// What others said behind `position`: how many, and the first of them.
    [[nodiscard]] int heardAfter(qint64 conversation, MessagePosition position) const;
    [[nodiscard]] std::optional<MessageRecord> firstHeardAfter(qint64 conversation,
                                                               MessagePosition position) const;
    /// The newest of somebody else with a stanza id of `by`, behind `after` and not behind `upTo` (order
    /// keys).
    [[nodiscard]] std::optional<MessageRecord> newestNumbered(qint64 conversation, const Jid &by,
                                                              qint64 after, qint64 upTo) const;
    [[nodiscard]] std::optional<MessageRecord> message(qint64 id) const;
    [[nodiscard]] std::optional<MessageRecord> newest(qint64 conversation) const;
    /// Whether something of ours is shown there.
    [[nodiscard]] bool hasOutgoing(qint64 conversation) const;
    /// The order key of the last message that somebody else said there; 0: none.
    [[nodiscard]] qint64 newestOrderOf(qint64 conversation, const Jid &sender) const;

    /// The newest of somebody else that asked for a marker, behind `after` and not behind `upTo` (order
    /// keys).
    [[nodiscard]] std::optional<MessageRecord> newestMarkable(qint64 conversation, qint64 after,
                                                              qint64 upTo) const;

    // What is shown.
    /// Up to `count` messages next before or behind a position, oldest first.
    [[nodiscard]] QList<MessageRecord> before(qint64 conversation, MessagePosition position, int count) const;
    [[nodiscard]] QList<MessageRecord> after(qint64 conversation, MessagePosition position, int count) const;
    [[nodiscard]] QList<MessageRecord> last(qint64 conversation, int count) const;

    /// `error` is kept only for DeliveryState::Failed.
    Result<void> setState(qint64 id, DeliveryState state, const std::optional<Error> &error = {});
    Result<void> setStanzaId(qint64 id, const QString &stanzaId, const Jid &by);
    /// Moves a message to another place, which is not its archive's.
    Result<void> setOrder(qint64 id, qint64 order, const QDateTime &time);
    Result<void> setRank(qint64 id, qint64 rank);
    /// Both.
    Result<void> setPlace(qint64 id, qint64 order, qint64 rank);
    /// With everything that is said of it alone.
    Result<void> remove(qint64 id);
    /// Another text takes the place of its own; `edited` invalid: as if it had always been there.
    Result<void> setBody(qint64 id, const QString &body, const QDateTime &edited);
    /// How it is shown.
    Result<void> setDisplay(qint64 id, bool unstyled, const std::optional<QString> &spoiler);
    /// Marks it for later, or with an invalid time takes the mark away.
    Result<void> setSaved(qint64 id, const QDateTime &time);
    /// What is marked for later in an account (uuid), the one marked last first.
    [[nodiscard]] QList<MessageRecord> saved(const QString &account, int count) const;
    /// It has no text from now on, nor had it ever.
    Result<void> retract(qint64 id, const QDateTime &time);
    /// It is no row of the timeline any more, and loses its body.
    Result<void> hide(qint64 id);

    /// Messages of one account (uuid) that hold every word of `text` as far as the index knows (SearchWords),
    /// newest first. MessageFinder knows better, and holds up nobody.
    [[nodiscard]] QList<MessageRecord> search(const QString &account, const QString &text, int count) const;

private:
    Database &m_database;
    WordIndex &m_words;
    MessageIds m_ids;
};

} // namespace tertulia
