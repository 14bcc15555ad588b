// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StreamsTable.h"

#include "core/store/Database.h"

#define ACCOUNT_ID "(SELECT id FROM accounts WHERE uuid = ?)"

namespace tertulia
{

StreamsTable::StreamsTable(Database &database)
    : m_database(database)
{
}

std::optional<StreamRecord> StreamsTable::stream(const QString &account) const
{
    Rows rows = m_database.read("SELECT stream_id, bound, location, handled, acknowledged FROM streams "
                                "WHERE account_id = " ACCOUNT_ID,
                                account);
    if (!rows.next())
        return {};
    return StreamRecord{rows.text(0), rows.jid(1), rows.text(2), quint32(rows.number(3)),
                        quint32(rows.number(4))};
}

QList<SentRecord> StreamsTable::sent(const QString &account) const
{
    QList<SentRecord> sent;
    Rows rows = m_database.read("SELECT number, bytes, message_id FROM stream_sent "
                                "WHERE account_id = " ACCOUNT_ID " ORDER BY number",
                                account);
    while (rows.next())
        sent.append({rows.number(0), rows.bytes(1), rows.text(2)});
    return sent;
}

Result<void> StreamsTable::save(const QString &account, const StreamRecord &stream)
{
    return m_database
        .write("INSERT INTO streams(account_id, stream_id, bound, location, handled, acknowledged) "
               "VALUES (" ACCOUNT_ID ", ?, ?, ?, ?, ?) "
               "ON CONFLICT(account_id) DO UPDATE SET stream_id = excluded.stream_id, "
               "bound = excluded.bound, location = excluded.location, handled = excluded.handled, "
               "acknowledged = excluded.acknowledged",
               account, stream.id, stream.bound, SqlValue::textOrNull(stream.location),
               qint64(stream.handled), qint64(stream.acknowledged))
        .result();
}

Result<void> StreamsTable::addSent(const QString &account, const SentRecord &sent)
{
    return m_database
        .write("INSERT OR REPLACE INTO stream_sent(account_id, number, bytes, message_id) "
               "VALUES (" ACCOUNT_ID ", ?, ?, ?)",
               account, sent.number, sent.bytes, SqlValue::textOrNull(sent.messageId))
        .result();
}

Result<void> StreamsTable::removeSentBefore(const QString &account, qint64 first)
{
    return m_database
        .write("DELETE FROM stream_sent WHERE account_id = " ACCOUNT_ID " AND number < ?", account, first)
        .result();
}

Result<void> StreamsTable::remove(const QString &account)
{
    if (auto removed
        = m_database.write("DELETE FROM stream_sent WHERE account_id = " ACCOUNT_ID, account).result();
        !removed)
        return removed;
    return m_database.write("DELETE FROM streams WHERE account_id = " ACCOUNT_ID, account).result();
}

} // namespace tertulia

#undef ACCOUNT_ID
