// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ArchivesTable.h"

#include "core/store/Database.h"

#define ACCOUNT_ID "(SELECT id FROM accounts WHERE uuid = ?)"
#define NEWEST                                                                                               \
    "FROM archive_ranges WHERE account_id = " ACCOUNT_ID                                                     \
    " AND archive = ? ORDER BY last_time DESC, id DESC LIMIT 1"

namespace tertulia
{

namespace
{

/// No id is an empty text, and never NULL.
QString notNull(const QString &id)
{
    return id.isNull() ? QStringLiteral("") : id;
}

} // namespace

ArchivesTable::ArchivesTable(Database &database)
    : m_database(database)
{
}

std::optional<ArchiveRange> ArchivesTable::newest(const QString &account, const Jid &archive) const
{
    Rows rows = m_database.read("SELECT first_id, first_time, last_id, last_time, reaches_start " NEWEST,
                                account, archive);
    if (!rows.next())
        return {};
    return ArchiveRange{rows.text(0), rows.time(1), rows.text(2), rows.time(3), rows.flag(4)};
}

Result<void> ArchivesTable::saveNewest(const QString &account, const Jid &archive, const ArchiveRange &range)
{
    Rows changed = m_database.write("UPDATE archive_ranges SET first_id = ?, first_time = ?, last_id = ?, "
                                    "last_time = ?, reaches_start = ? WHERE id = (SELECT id " NEWEST ")",
                                    notNull(range.firstId), range.firstTime, notNull(range.lastId),
                                    range.lastTime, range.reachesStart, account, archive);
    if (!changed.result() || changed.affected() > 0)
        return changed.result();
    return m_database
        .write("INSERT INTO archive_ranges(account_id, archive, first_id, first_time, last_id, last_time, "
               "reaches_start) VALUES (" ACCOUNT_ID ", ?, ?, ?, ?, ?, ?)",
               account, archive, notNull(range.firstId), range.firstTime, notNull(range.lastId),
               range.lastTime, range.reachesStart)
        .result();
}

} // namespace tertulia

#undef NEWEST
#undef ACCOUNT_ID
