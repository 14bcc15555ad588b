// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ForgottenTable.h"

#include "core/store/Database.h"

namespace tertulia
{

ForgottenTable::ForgottenTable(Database &database)
    : m_database(database)
{
}

QDateTime ForgottenTable::before(const QString &account, const Jid &peer) const
{
    Rows rows = m_database.read("SELECT before FROM forgotten WHERE peer = ? "
                                "AND account_id = (SELECT id FROM accounts WHERE uuid = ?)",
                                peer, account);
    return rows.next() ? rows.time(0) : QDateTime();
}

Result<void> ForgottenTable::forget(const QString &account, const Jid &peer, const QDateTime &before)
{
    return m_database
        .write("INSERT INTO forgotten(account_id, peer, before) "
               "VALUES ((SELECT id FROM accounts WHERE uuid = ?), ?, ?) "
               "ON CONFLICT DO UPDATE SET before = max(before, excluded.before)",
               account, peer, before)
        .result();
}

} // namespace tertulia
