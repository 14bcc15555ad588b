// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/MessagesTable.h"

#include "core/base/SearchWords.h"
#include "core/store/Database.h"
#include "core/store/StoredNames.h"
#include "core/store/WordIndex.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

// The columns of every SELECT below, in the order in which messageFrom() reads them.
#define MESSAGE_COLUMNS                                                                                      \
    "id, conversation_id, order_key, outgoing, sender, time, delayed, body, origin_id, message_id, "         \
    "stanza_id, stanza_id_by, state, error, error_subject, error_text, protection, "                         \
    "shown, edited, retracted, markable, unstyled, spoiler, saved, archive_rank"

MessageRecord messageFrom(const Rows &rows)
{
    Columns columns(rows);
    MessageRecord message;
    message.id = columns.number();
    message.conversation = columns.number();
    message.order = columns.number();
    message.outgoing = columns.flag();
    message.sender = columns.jid();
    message.time = columns.time();
    message.delayed = columns.flag();
    message.body = columns.text();
    message.originId = columns.text();
    // NULL stands for the origin-id once more.
    const QString messageId = columns.text();
    message.messageId = messageId.isNull() ? message.originId : messageId;
    message.stanzaId = columns.text();
    message.stanzaIdBy = columns.jid();
    message.state = stateFromStoredNumber(columns.number());
    const QString error = columns.text();
    const QString subject = columns.text();
    const QString text = columns.text();
    if (!error.isNull())
        message.error = Error{errorFromStoredName(error), subject, text};
    message.protection = MessageProtection(columns.number());
    message.shown = columns.flag();
    message.edited = columns.time();
    message.retracted = columns.time();
    message.markable = columns.flag();
    message.unstyled = columns.flag();
    if (const QString spoiler = columns.text(); !spoiler.isNull())
        message.spoiler = spoiler;
    message.saved = columns.time();
    message.rank = columns.number();
    return message;
}

QList<MessageRecord> messagesFrom(Rows rows)
{
    QList<MessageRecord> messages;
    while (rows.next())
        messages.append(messageFrom(rows));
    return messages;
}

QList<MessageRecord> reversed(QList<MessageRecord> messages)
{
    std::reverse(messages.begin(), messages.end());
    return messages;
}

/// A hint may be empty, which is another thing than none.
SqlValue spoilerValue(const std::optional<QString> &spoiler)
{
    if (!spoiler)
        return SqlValue::textOrNull({});
    return SqlValue(spoiler->isNull() ? u""_s : *spoiler);
}

std::optional<MessageRecord> firstOf(Rows rows)
{
    if (!rows.next())
        return {};
    return messageFrom(rows);
}

/// The order keys of what may have been said in the same moment. Of what was said a while ago they are
/// microseconds.
std::pair<qint64, qint64> momentOf(const MessageRecord &message)
{
    const qint64 moment = message.time.toMSecsSinceEpoch() * 1000;
    const qint64 apart = std::chrono::microseconds(kSameMoment).count();
    return {moment - apart, moment + apart};
}

} // namespace

MessagesTable::MessagesTable(Database &database, WordIndex &words)
    : m_database(database)
    , m_words(words)
    , m_ids(database)
{
}

Result<std::optional<qint64>> MessagesTable::insert(const MessageRecord &message)
{
    // The id attribute is usually the origin-id once more; it is kept (and indexed) only where it differs.
    const QString messageId = message.messageId == message.originId ? QString() : message.messageId;
    const SqlValue body(message.body.isNull() ? u""_s : message.body); // made UTF-8 once for both tables
    const bool indexed = m_words.takes(message.conversation);
    const auto next = m_ids.next();
    if (!next)
        return Failure(next.error());
    const qint64 id = *next;
    {
        const Rows rows = m_database.write(
            "INSERT INTO messages(id, conversation_id, order_key, outgoing, sender, time, delayed, body, "
            "origin_id, message_id, stanza_id, stanza_id_by, state, protection, shown, retracted, markable, "
            "unstyled, spoiler, archive_rank, indexed) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING",
            id, message.conversation, message.order, message.outgoing, message.sender, message.time,
            message.delayed, body, SqlValue::textOrNull(message.originId), SqlValue::textOrNull(messageId),
            SqlValue::textOrNull(message.stanzaId),
            message.stanzaId.isEmpty() ? SqlValue::textOrNull({}) : SqlValue(message.stanzaIdBy),
            storedNumber(message.state), int(message.protection), message.shown, message.retracted,
            message.markable, message.unstyled, spoilerValue(message.spoiler),
            SqlValue::idOrNull(message.rank), indexed);
        if (!rows.result())
            return Failure(rows.result().error());
        if (rows.affected() == 0)
            return std::optional<qint64>();
    }
    m_ids.used();
    if (indexed) {
        if (auto added = m_words.add(id, body); !added)
            return Failure(added.error());
    }
    return std::optional<qint64>(id);
}

std::optional<MessageRecord> MessagesTable::copyOf(const MessageRecord &message) const
{
    if (!message.originId.isEmpty()) {
        auto found = firstOf(m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                                             "WHERE conversation_id = ? AND origin_id = ? AND sender = ?",
                                             message.conversation, message.originId, message.sender));
        if (found)
            return found;
    }
    if (!message.stanzaId.isEmpty())
        return firstOf(
            m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                            "WHERE conversation_id = ? AND stanza_id = ? AND stanza_id_by = ? AND sender = ?",
                            message.conversation, message.stanzaId, message.stanzaIdBy, message.sender));
    return {};
}

qint64 MessagesTable::behindLast() const
{
    Rows rows = m_database.read("SELECT coalesce(max(id), 0) + 1 FROM messages");
    return rows.next() ? rows.number(0) : 0;
}

QList<MessageRecord> MessagesTable::twins(const MessageRecord &message) const
{
    const auto [first, last] = momentOf(message);
    return messagesFrom(
        m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages INDEXED BY messages_without_names "
                        "WHERE conversation_id = ? AND order_key BETWEEN ? AND ? AND sender = ? AND body = ? "
                        "AND shown = 1 AND origin_id IS NULL AND message_id IS NULL AND stanza_id IS NULL "
                        "ORDER BY order_key, id",
                        message.conversation, first, last, message.sender, message.body));
}

QList<MessageRecord> MessagesTable::likeLogged(const MessageRecord &message) const
{
    const auto [first, last] = momentOf(message);
    return messagesFrom(m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                                        "WHERE conversation_id = ? AND shown = 1 "
                                        "AND order_key BETWEEN ? AND ? AND sender = ? AND body = ? "
                                        "ORDER BY order_key, id",
                                        message.conversation, first, last, message.sender, message.body));
}

QList<MessageRecord> MessagesTable::byMessageId(qint64 conversation, const Jid &sender,
                                                const QString &messageId) const
{
    if (messageId.isEmpty())
        return {};
    return messagesFrom(
        m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                        "WHERE conversation_id = ? AND sender = ? AND message_id = ? "
                        "UNION ALL SELECT " MESSAGE_COLUMNS " FROM messages "
                        "WHERE conversation_id = ? AND sender = ? AND origin_id = ? AND message_id IS NULL "
                        "ORDER BY id DESC",
                        conversation, sender, messageId, conversation, sender, messageId));
}

QList<MessageRecord> MessagesTable::named(qint64 conversation, const QString &anyId) const
{
    if (anyId.isEmpty())
        return {};
    return messagesFrom(m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                                        "WHERE conversation_id = ? AND origin_id = ? "
                                        "UNION ALL SELECT " MESSAGE_COLUMNS " FROM messages "
                                        "WHERE conversation_id = ? AND message_id = ? "
                                        "ORDER BY id DESC LIMIT 10",
                                        conversation, anyId, conversation, anyId));
}

std::optional<MessageRecord> MessagesTable::newestMarkable(qint64 conversation, qint64 after,
                                                           qint64 upTo) const
{
    return firstOf(
        m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                        "WHERE conversation_id = ? AND shown = 1 AND outgoing = 0 AND markable = 1 "
                        "AND order_key > ? AND order_key <= ? "
                        "ORDER BY order_key DESC, id DESC LIMIT 1",
                        conversation, after, upTo));
}

std::optional<MessageRecord> MessagesTable::byStanzaId(qint64 conversation, const QString &stanzaId,
                                                       const Jid &by) const
{
    return firstOf(m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                                   "WHERE conversation_id = ? AND stanza_id = ? AND stanza_id_by = ? LIMIT 1",
                                   conversation, stanzaId, by));
}

MessagesTable::Neighbours MessagesTable::neighbours(const QString &account, const Jid &peer,
                                                    qint64 rank) const
{
    Rows rows = m_database.read("SELECT id FROM conversations WHERE peer = ? "
                                "AND account_id = (SELECT id FROM accounts WHERE uuid = ?)",
                                peer, account);
    return rows.next() ? neighbours(rows.number(0), rank, 0) : Neighbours{};
}

std::optional<MessageRecord> MessagesTable::byStanzaId(const QString &stanzaId, const Jid &by) const
{
    return firstOf(m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                                   "WHERE stanza_id = ? AND stanza_id_by = ? LIMIT 1",
                                   stanzaId, by));
}

std::optional<qint64> MessagesTable::rankInArchive(const QString &stanzaId, const Jid &by) const
{
    Rows rows = m_database.read("SELECT archive_rank FROM messages WHERE stanza_id = ? AND stanza_id_by = ? "
                                "LIMIT 1",
                                stanzaId, by);
    if (!rows.next())
        return {};
    return rows.number(0);
}

MessagesTable::Neighbours MessagesTable::neighbours(qint64 conversation, qint64 rank, qint64 id) const
{
    const auto position = [](Rows rows) {
        return rows.next() ? std::optional(MessagePosition{rows.number(0), rows.number(1)}) : std::nullopt;
    };
    return {
        position(m_database.read("SELECT order_key, id FROM messages INDEXED BY messages_by_rank "
                                 "WHERE conversation_id = ? AND archive_rank < ? AND shown = 1 "
                                 "ORDER BY archive_rank DESC LIMIT 1",
                                 conversation, rank)),
        position(m_database.read("SELECT order_key, id FROM messages INDEXED BY messages_by_rank "
                                 "WHERE conversation_id = ? AND archive_rank >= ? AND shown = 1 AND id <> ? "
                                 "ORDER BY archive_rank LIMIT 1",
                                 conversation, rank, id))};
}

#define HEARD_AFTER                                                                                          \
    "FROM messages WHERE conversation_id = ? AND shown = 1 AND outgoing = 0 AND (order_key, id) > (?, ?) "

int MessagesTable::heardAfter(qint64 conversation, MessagePosition position) const
{
    Rows rows = m_database.read("SELECT count(*) " HEARD_AFTER, conversation, position.order, position.id);
    return rows.next() ? int(rows.number(0)) : 0;
}

std::optional<MessageRecord> MessagesTable::firstHeardAfter(qint64 conversation,
                                                            MessagePosition position) const
{
    return firstOf(m_database.read("SELECT " MESSAGE_COLUMNS " " HEARD_AFTER "ORDER BY order_key, id LIMIT 1",
                                   conversation, position.order, position.id));
}

#undef HEARD_AFTER

std::optional<MessageRecord> MessagesTable::newestNumbered(qint64 conversation, const Jid &by, qint64 after,
                                                           qint64 upTo) const
{
    return firstOf(
        m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                        "WHERE conversation_id = ? AND shown = 1 AND outgoing = 0 AND stanza_id_by = ? "
                        "AND order_key > ? AND order_key <= ? "
                        "ORDER BY order_key DESC, id DESC LIMIT 1",
                        conversation, by, after, upTo));
}

std::optional<MessageRecord> MessagesTable::ownMessage(qint64 conversation, const QString &anyId) const
{
    if (anyId.isEmpty())
        return {};
    return firstOf(m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                                   "WHERE conversation_id = ? AND origin_id = ? AND outgoing = 1 "
                                   "UNION ALL SELECT " MESSAGE_COLUMNS " FROM messages "
                                   "WHERE conversation_id = ? AND message_id = ? AND outgoing = 1 "
                                   "ORDER BY id DESC LIMIT 1",
                                   conversation, anyId, conversation, anyId));
}

bool MessagesTable::hasOutgoing(qint64 conversation) const
{
    return m_database
        .read("SELECT 1 FROM messages WHERE conversation_id = ? AND outgoing AND shown LIMIT 1", conversation)
        .next();
}

qint64 MessagesTable::newestOrderOf(qint64 conversation, const Jid &sender) const
{
    Rows rows = m_database.read("SELECT order_key FROM messages "
                                "WHERE conversation_id = ? AND shown = 1 AND outgoing = 0 AND sender = ? "
                                "ORDER BY order_key DESC LIMIT 1",
                                conversation, sender);
    return rows.next() ? rows.number(0) : 0;
}

std::optional<MessageRecord> MessagesTable::message(qint64 id) const
{
    return firstOf(m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages WHERE id = ?", id));
}

std::optional<MessageRecord> MessagesTable::newest(qint64 conversation) const
{
    return firstOf(m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                                   "WHERE conversation_id = ? AND shown = 1 "
                                   "ORDER BY order_key DESC, id DESC LIMIT 1",
                                   conversation));
}

QList<MessageRecord> MessagesTable::before(qint64 conversation, MessagePosition position, int count) const
{
    return reversed(
        messagesFrom(m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                                     "WHERE conversation_id = ? AND shown = 1 AND (order_key, id) < (?, ?) "
                                     "ORDER BY order_key DESC, id DESC LIMIT ?",
                                     conversation, position.order, position.id, count)));
}

QList<MessageRecord> MessagesTable::after(qint64 conversation, MessagePosition position, int count) const
{
    return messagesFrom(
        m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                        "WHERE conversation_id = ? AND shown = 1 AND (order_key, id) > (?, ?) "
                        "ORDER BY order_key, id LIMIT ?",
                        conversation, position.order, position.id, count));
}

QList<MessageRecord> MessagesTable::last(qint64 conversation, int count) const
{
    return reversed(messagesFrom(m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                                                 "WHERE conversation_id = ? AND shown = 1 "
                                                 "ORDER BY order_key DESC, id DESC LIMIT ?",
                                                 conversation, count)));
}

Result<void> MessagesTable::setState(qint64 id, DeliveryState state, const std::optional<Error> &error)
{
    const bool keep = state == DeliveryState::Failed && error;
    return m_database
        .write("UPDATE messages SET state = ?, error = ?, error_subject = ?, error_text = ? WHERE id = ?",
               storedNumber(state), keep ? storedName(error->code) : QString(),
               keep ? error->subject : QString(), keep ? error->text : QString(), id)
        .result();
}

Result<void> MessagesTable::setStanzaId(qint64 id, const QString &stanzaId, const Jid &by)
{
    return m_database
        .write("UPDATE OR IGNORE messages SET stanza_id = ?, stanza_id_by = ? WHERE id = ?", stanzaId, by, id)
        .result();
}

Result<void> MessagesTable::setOrder(qint64 id, qint64 order, const QDateTime &time)
{
    return m_database
        .write("UPDATE messages SET order_key = ?, time = ?, archive_rank = NULL WHERE id = ?", order, time,
               id)
        .result();
}

Result<void> MessagesTable::setRank(qint64 id, qint64 rank)
{
    return m_database.write("UPDATE messages SET archive_rank = ? WHERE id = ?", rank, id).result();
}

Result<void> MessagesTable::setPlace(qint64 id, qint64 order, qint64 rank)
{
    return m_database
        .write("UPDATE messages SET order_key = ?, archive_rank = ? WHERE id = ?", order,
               SqlValue::idOrNull(rank), id)
        .result();
}

Result<void> MessagesTable::remove(qint64 id)
{
    return m_database.atomically([&]() -> Result<void> {
        auto removed = m_database
                           .write("DELETE FROM messages WHERE shown = 0 AND id IN "
                                  "(SELECT message_id FROM message_links WHERE target_id = ?)",
                                  id)
                           .result();
        if (!removed)
            return removed;
        return m_database.write("DELETE FROM messages WHERE id = ?", id).result();
    });
}

Result<void> MessagesTable::setBody(qint64 id, const QString &body, const QDateTime &edited)
{
    return m_database.write("UPDATE messages SET body = ?, edited = ? WHERE id = ?", body, edited, id)
        .result();
}

Result<void> MessagesTable::setDisplay(qint64 id, bool unstyled, const std::optional<QString> &spoiler)
{
    return m_database
        .write("UPDATE messages SET unstyled = ?, spoiler = ? WHERE id = ?", unstyled, spoilerValue(spoiler),
               id)
        .result();
}

Result<void> MessagesTable::setSaved(qint64 id, const QDateTime &time)
{
    return m_database.write("UPDATE messages SET saved = ? WHERE id = ?", time, id).result();
}

QList<MessageRecord> MessagesTable::saved(const QString &account, int count) const
{
    return messagesFrom(m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages WHERE saved IS NOT NULL "
                                        "AND conversation_id IN (SELECT id FROM conversations "
                                        "WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?)) "
                                        "ORDER BY saved DESC, id DESC LIMIT ?",
                                        account, count));
}

Result<void> MessagesTable::retract(qint64 id, const QDateTime &time)
{
    return m_database.atomically([&]() -> Result<void> {
        auto hints = m_database
                         .write("UPDATE messages SET spoiler = NULL WHERE shown = 0 AND id IN "
                                "(SELECT message_id FROM message_links WHERE target_id = ?)",
                                id)
                         .result();
        if (!hints)
            return hints;
        return m_database
            .write("UPDATE messages SET body = '', edited = NULL, spoiler = NULL, saved = NULL, "
                   "retracted = ? WHERE id = ?",
                   time, id)
            .result();
    });
}

Result<void> MessagesTable::hide(qint64 id)
{
    return m_database.write("UPDATE messages SET shown = 0, body = '' WHERE id = ?", id).result();
}

QList<MessageRecord> MessagesTable::search(const QString &account, const QString &text, int count) const
{
    const QString terms = WordIndex::terms(SearchWords(text));
    if (terms.isEmpty())
        return {};
    return messagesFrom(
        m_database.read("SELECT " MESSAGE_COLUMNS " FROM messages "
                        "WHERE id IN (SELECT rowid FROM messages_text WHERE messages_text MATCH ?) "
                        "AND conversation_id IN (SELECT id FROM conversations "
                        "WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?)) "
                        "ORDER BY time DESC, id DESC LIMIT ?",
                        terms, account, count));
}

#undef MESSAGE_COLUMNS

} // namespace tertulia
