// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/OutboxTable.h"

#include "core/store/Database.h"

namespace tertulia
{

namespace
{

OutboxRecord recordFrom(const Rows &rows)
{
    Columns columns(rows);
    OutboxRecord record;
    record.message = columns.number();
    record.attempts = int(columns.number());
    record.sendAt = columns.time();
    return record;
}

} // namespace

OutboxTable::OutboxTable(Database &database)
    : m_database(database)
{
}

Result<void> OutboxTable::add(qint64 message, const QDateTime &sendAt)
{
    return m_database
        .write("INSERT INTO outbox(message_id, attempts, send_at) VALUES (?, 0, ?)", message, sendAt)
        .result();
}

Result<void> OutboxTable::setSendAt(qint64 message, const QDateTime &sendAt)
{
    return m_database.write("UPDATE outbox SET send_at = ? WHERE message_id = ?", sendAt, message).result();
}

Result<void> OutboxTable::countAttempt(qint64 message)
{
    return m_database.write("UPDATE outbox SET attempts = attempts + 1 WHERE message_id = ?", message)
        .result();
}

Result<void> OutboxTable::remove(qint64 message)
{
    return m_database.write("DELETE FROM outbox WHERE message_id = ?", message).result();
}

std::optional<OutboxRecord> OutboxTable::entry(qint64 message) const
{
    Rows rows
        = m_database.read("SELECT message_id, attempts, send_at FROM outbox WHERE message_id = ?", message);
    if (!rows.next())
        return {};
    return recordFrom(rows);
}

std::optional<OutboxRecord> OutboxTable::entry(const QString &account, const QString &originId) const
{
    Rows rows = m_database.read("SELECT outbox.message_id, outbox.attempts, outbox.send_at FROM outbox "
                                "CROSS JOIN messages ON messages.id = outbox.message_id "
                                "CROSS JOIN conversations ON conversations.id = messages.conversation_id "
                                "WHERE messages.origin_id = ? AND conversations.account_id = "
                                "(SELECT id FROM accounts WHERE uuid = ?)",
                                originId, account);
    if (!rows.next())
        return {};
    return recordFrom(rows);
}

QList<OutboxRecord> OutboxTable::pending(const QString &account, int count) const
{
    QList<OutboxRecord> records;
    Rows rows = m_database.read("SELECT outbox.message_id, outbox.attempts, outbox.send_at FROM outbox "
                                "CROSS JOIN messages ON messages.id = outbox.message_id "
                                "CROSS JOIN conversations ON conversations.id = messages.conversation_id "
                                "WHERE conversations.account_id = (SELECT id FROM accounts WHERE uuid = ?) "
                                "AND outbox.send_at IS NULL ORDER BY outbox.position LIMIT ?",
                                account, count);
    while (rows.next())
        records.append(recordFrom(rows));
    return records;
}

std::optional<MessagePosition> OutboxTable::waitingBehind(qint64 conversation, MessagePosition position) const
{
    Rows rows = m_database.read("SELECT order_key, id FROM outbox "
                                "CROSS JOIN messages ON messages.id = outbox.message_id "
                                "WHERE conversation_id = ? AND (order_key, id) > (?, ?) "
                                "AND archive_rank IS NULL AND shown = 1 ORDER BY order_key, id LIMIT 1",
                                conversation, position.order, position.id);
    if (!rows.next())
        return {};
    return MessagePosition{rows.number(0), rows.number(1)};
}

QList<OutboxRecord> OutboxTable::scheduled(const QString &account) const
{
    QList<OutboxRecord> records;
    Rows rows = m_database.read("SELECT outbox.message_id, outbox.attempts, outbox.send_at FROM outbox "
                                "CROSS JOIN messages ON messages.id = outbox.message_id "
                                "CROSS JOIN conversations ON conversations.id = messages.conversation_id "
                                "WHERE conversations.account_id = (SELECT id FROM accounts WHERE uuid = ?) "
                                "AND outbox.send_at IS NOT NULL ORDER BY outbox.send_at, outbox.position",
                                account);
    while (rows.next())
        records.append(recordFrom(rows));
    return records;
}

} // namespace tertulia
