// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/OutboxTable.h"

#include "core/store/Database.h"

namespace tertulia
{

OutboxTable::OutboxTable(Database &database)
    : m_database(database)
{
}

Result<void> OutboxTable::add(qint64 message)
{
    return m_database.write("INSERT INTO outbox(message_id, attempts) VALUES (?, 0)", message).result();
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
    Rows rows = m_database.read("SELECT message_id, attempts FROM outbox WHERE message_id = ?", message);
    if (!rows.next())
        return {};
    return OutboxRecord{rows.number(0), int(rows.number(1))};
}

std::optional<OutboxRecord> OutboxTable::entry(const QString &account, const QString &originId) const
{
    Rows rows = m_database.read("SELECT outbox.message_id, outbox.attempts FROM outbox "
                                "CROSS JOIN messages ON messages.id = outbox.message_id "
                                "CROSS JOIN conversations ON conversations.id = messages.conversation_id "
                                "WHERE messages.origin_id = ? AND conversations.account_id = "
                                "(SELECT id FROM accounts WHERE uuid = ?)",
                                originId, account);
    if (!rows.next())
        return {};
    return OutboxRecord{rows.number(0), int(rows.number(1))};
}

QList<OutboxRecord> OutboxTable::pending(const QString &account, int count) const
{
    QList<OutboxRecord> records;
    Rows rows = m_database.read("SELECT outbox.message_id, outbox.attempts FROM outbox "
                                "CROSS JOIN messages ON messages.id = outbox.message_id "
                                "CROSS JOIN conversations ON conversations.id = messages.conversation_id "
                                "WHERE conversations.account_id = (SELECT id FROM accounts WHERE uuid = ?) "
                                "ORDER BY outbox.position LIMIT ?",
                                account, count);
    while (rows.next())
        records.append({rows.number(0), int(rows.number(1))});
    return records;
}

} // namespace tertulia
