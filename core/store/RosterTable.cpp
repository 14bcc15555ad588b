// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/RosterTable.h"

#include "core/store/Database.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

RosterTable::RosterTable(Database &database)
    : m_database(database)
{
}

RosterCache RosterTable::load(const QString &account) const
{
    RosterCache cache;
    Rows version = m_database.read("SELECT version FROM roster_versions "
                                   "WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?)",
                                   account);
    if (version.next() && !version.isNull(0)) {
        // An empty version is one, too (RFC 6121 2.6.2).
        cache.version = version.text(0);
        if (cache.version.isNull())
            cache.version = u""_s;
    }

    QHash<Jid, QStringList> groups;
    Rows groupRows = m_database.read("SELECT jid, name FROM roster_groups "
                                     "WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?) "
                                     "ORDER BY jid, name",
                                     account);
    while (groupRows.next())
        groups[groupRows.jid(0)].append(groupRows.text(1));

    Rows rows = m_database.read("SELECT jid, name, subscription, ask FROM roster_items "
                                "WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?) ORDER BY jid",
                                account);
    while (rows.next()) {
        const Jid jid = rows.jid(0);
        cache.items.append({jid, rows.text(1), groups.value(jid), int(rows.number(2)), rows.flag(3)});
    }
    return cache;
}

Result<void> RosterTable::replace(const QString &account, const RosterCache &cache)
{
    return m_database.atomically([&]() -> Result<void> {
        auto done = m_database
                        .write("DELETE FROM roster_items "
                               "WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?)",
                               account)
                        .result();
        for (int i = 0; done && i < cache.items.size(); ++i)
            done = insert(account, cache.items[i]);
        return done ? setVersion(account, cache.version) : done;
    });
}

Result<void> RosterTable::put(const QString &account, const QString &version, const RosterRecord &item)
{
    return m_database.atomically([&]() -> Result<void> {
        auto done = insert(account, item);
        return done ? setVersion(account, version) : done;
    });
}

Result<void> RosterTable::remove(const QString &account, const QString &version, const Jid &jid)
{
    return m_database.atomically([&]() -> Result<void> {
        auto done = m_database
                        .write("DELETE FROM roster_items "
                               "WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?) AND jid = ?",
                               account, jid)
                        .result();
        return done ? setVersion(account, version) : done;
    });
}

Result<void> RosterTable::setVersion(const QString &account, const QString &version)
{
    return m_database
        .write("INSERT INTO roster_versions(account_id, version) "
               "VALUES ((SELECT id FROM accounts WHERE uuid = ?), ?) "
               "ON CONFLICT(account_id) DO UPDATE SET version = excluded.version",
               account, version)
        .result();
}

Result<void> RosterTable::insert(const QString &account, const RosterRecord &item)
{
    auto done = m_database
                    .write("INSERT INTO roster_items(account_id, jid, name, subscription, ask) "
                           "VALUES ((SELECT id FROM accounts WHERE uuid = ?), ?, ?, ?, ?) "
                           "ON CONFLICT(account_id, jid) DO UPDATE SET name = excluded.name, "
                           "subscription = excluded.subscription, ask = excluded.ask",
                           account, item.jid, item.name.isNull() ? u""_s : item.name, item.subscription,
                           item.askPending)
                    .result();
    if (!done)
        return done;
    done = m_database
               .write("DELETE FROM roster_groups "
                      "WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?) AND jid = ?",
                      account, item.jid)
               .result();
    for (int i = 0; done && i < item.groups.size(); ++i) {
        done = m_database
                   .write("INSERT OR IGNORE INTO roster_groups(account_id, jid, name) "
                          "VALUES ((SELECT id FROM accounts WHERE uuid = ?), ?, ?)",
                          account, item.jid, item.groups[i].isNull() ? u""_s : item.groups[i])
                   .result();
    }
    return done;
}

} // namespace tertulia
