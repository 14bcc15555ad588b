// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ArchivesTable.h"

#include "core/store/Database.h"

#define ACCOUNT_ID "(SELECT id FROM accounts WHERE uuid = ?)"

namespace tertulia
{

namespace
{

/// No id is an empty text, and never NULL; nor is a time, where there is none.
QString notNull(const QString &id)
{
    return id.isNull() ? QStringLiteral("") : id;
}

qint64 notNull(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

} // namespace

ArchivesTable::ArchivesTable(Database &database)
    : m_database(database)
{
}

QList<ArchiveRange> ArchivesTable::ranges(const QString &account, const Jid &archive) const
{
    Rows rows = m_database.read("SELECT id, first_id, first_time, first_rank, last_id, last_time, "
                                "last_rank, reaches_start FROM archive_ranges "
                                "WHERE account_id = " ACCOUNT_ID " AND archive = ? ORDER BY id DESC",
                                account, archive);
    QList<ArchiveRange> ranges;
    while (rows.next()) {
        Columns columns(rows);
        ArchiveRange range;
        range.id = columns.number();
        range.firstId = columns.text();
        range.firstTime = columns.time();
        range.firstRank = columns.number();
        range.lastId = columns.text();
        range.lastTime = columns.time();
        range.lastRank = columns.number();
        range.reachesStart = columns.flag();
        ranges.append(range);
    }
    return ranges;
}

Result<qint64> ArchivesTable::add(const QString &account, const Jid &archive, const ArchiveRange &range)
{
    const Rows rows = m_database.write(
        "INSERT INTO archive_ranges(account_id, archive, first_id, first_time, first_rank, last_id, "
        "last_time, last_rank, reaches_start) VALUES (" ACCOUNT_ID ", ?, ?, ?, ?, ?, ?, ?, ?)",
        account, archive, notNull(range.firstId), notNull(range.firstTime), range.firstRank,
        notNull(range.lastId), notNull(range.lastTime), range.lastRank, range.reachesStart);
    if (!rows.result())
        return Failure(rows.result().error());
    return rows.insertedId();
}

Result<void> ArchivesTable::save(const ArchiveRange &range)
{
    return m_database
        .write("UPDATE archive_ranges SET first_id = ?, first_time = ?, first_rank = ?, last_id = ?, "
               "last_time = ?, last_rank = ?, reaches_start = ? WHERE id = ?",
               notNull(range.firstId), notNull(range.firstTime), range.firstRank, notNull(range.lastId),
               notNull(range.lastTime), range.lastRank, range.reachesStart, range.id)
        .result();
}

Result<void> ArchivesTable::remove(qint64 id)
{
    return m_database.write("DELETE FROM archive_ranges WHERE id = ?", id).result();
}

QList<ArchiveChatRead> ArchivesTable::chatReads(qint64 range) const
{
    Rows rows = m_database.read("SELECT peer, first_id, first_rank, complete FROM archive_chat_reads "
                                "WHERE range_id = ?",
                                range);
    QList<ArchiveChatRead> reads;
    while (rows.next())
        reads.append({range, rows.jid(0), rows.text(1), rows.number(2), rows.flag(3)});
    return reads;
}

Result<void> ArchivesTable::save(const ArchiveChatRead &read)
{
    return m_database
        .write("INSERT INTO archive_chat_reads(range_id, peer, first_id, first_rank, complete) "
               "VALUES (?, ?, ?, ?, ?) ON CONFLICT(range_id, peer) DO UPDATE SET "
               "first_id = excluded.first_id, first_rank = excluded.first_rank, "
               "complete = excluded.complete",
               read.range, read.peer, notNull(read.firstId), read.firstRank, read.complete)
        .result();
}

} // namespace tertulia

#undef ACCOUNT_ID
