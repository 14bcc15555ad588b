// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/MessagesTable.h"

#include "core/store/Database.h"
#include "core/store/SearchTerms.h"
#include "core/store/StoredNames.h"

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
    "shown, edited, retracted, markable"

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

std::optional<MessageRecord> firstOf(Rows rows)
{
    if (!rows.next())
        return {};
    return messageFrom(rows);
}

} // namespace

MessagesTable::MessagesTable(Database &database)
    : m_database(database)
    , m_ids(database)
{
}

Result<std::optional<qint64>> MessagesTable::insert(const MessageRecord &message)
{
    // The id attribute is usually the origin-id once more; it is kept (and indexed) only where it differs.
    const QString messageId = message.messageId == message.originId ? QString() : message.messageId;
    const QString body = message.body.isNull() ? u""_s : message.body;
    const auto next = m_ids.next();
    if (!next)
        return Failure(next.error());
    const qint64 id = *next;
    {
        const Rows rows = m_database.write(
            "INSERT INTO messages(id, conversation_id, order_key, outgoing, sender, time, delayed, body, "
            "origin_id, message_id, stanza_id, stanza_id_by, state, protection, shown, retracted, markable) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING",
            id, message.conversation, message.order, message.outgoing, message.sender, message.time,
            message.delayed, body, SqlValue::textOrNull(message.originId), SqlValue::textOrNull(messageId),
            SqlValue::textOrNull(message.stanzaId),
            message.stanzaId.isEmpty() ? SqlValue::textOrNull({}) : SqlValue(message.stanzaIdBy),
            storedNumber(message.state), int(message.protection), message.shown, message.retracted,
            message.markable);
        if (!rows.result())
            return Failure(rows.result().error());
        if (rows.affected() == 0)
            return std::optional<qint64>();
    }
    m_ids.used();
    // Not by a trigger: that makes a statement of its own within the statement, at whose beginning FTS5
    // writes out all that it holds back, three times the cost of the message itself.
    // No commit may come in between: search would never find the message.
    auto indexed
        = m_database.writeOn("INSERT INTO messages_text(rowid, body) VALUES (?, ?)", id, body).result();
    if (!indexed)
        return Failure(indexed.error());
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
    return m_database.write("UPDATE messages SET order_key = ?, time = ? WHERE id = ?", order, time, id)
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

Result<void> MessagesTable::retract(qint64 id, const QDateTime &time)
{
    return m_database
        .write("UPDATE messages SET body = '', edited = NULL, retracted = ? WHERE id = ?", time, id)
        .result();
}

Result<void> MessagesTable::hide(qint64 id)
{
    return m_database.write("UPDATE messages SET shown = 0, body = '' WHERE id = ?", id).result();
}

Result<bool> MessagesTable::mergeIndex(bool begin)
{
    constexpr int kPages = 64;
    const auto changes = [this] {
        Rows rows = m_database.read("SELECT total_changes()");
        return rows.next() ? rows.number(0) : 0;
    };
    const qint64 before = changes();
    auto merged = m_database
                      .write("INSERT INTO messages_text(messages_text, rank) VALUES ('merge', ?)",
                             begin ? -kPages : kPages)
                      .result();
    if (!merged)
        return Failure(merged.error());
    return changes() - before >= 2; // FTS5 documentation, 6.8
}

QList<MessageRecord> MessagesTable::search(const QString &account, const QString &text, int count) const
{
    const QString terms = searchTerms(text);
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
