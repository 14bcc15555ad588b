// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/AvatarsTable.h"

#include "core/store/Database.h"

namespace tertulia
{

AvatarsTable::AvatarsTable(Database &database)
    : m_database(database)
{
}

QHash<Jid, QString> AvatarsTable::all(const QString &account) const
{
    QHash<Jid, QString> hashes;
    Rows rows = m_database.read(
        "SELECT jid, hash FROM avatars WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?)", account);
    while (rows.next())
        hashes.insert(rows.jid(0), rows.text(1));
    return hashes;
}

Result<void> AvatarsTable::set(const QString &account, const Jid &bare, const QString &hash)
{
    if (hash.isEmpty())
        return m_database
            .write("DELETE FROM avatars "
                   "WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?) AND jid = ?",
                   account, bare)
            .result();
    return m_database
        .write("INSERT INTO avatars(account_id, jid, hash) "
               "VALUES ((SELECT id FROM accounts WHERE uuid = ?), ?, ?) "
               "ON CONFLICT(account_id, jid) DO UPDATE SET hash = excluded.hash",
               account, bare, hash)
        .result();
}

bool AvatarsTable::isUsed(const QString &hash) const
{
    return m_database.read("SELECT 1 FROM avatars WHERE hash = ? LIMIT 1", hash).next();
}

} // namespace tertulia
