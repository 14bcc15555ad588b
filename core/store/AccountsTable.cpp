// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/AccountsTable.h"

#include "core/store/Database.h"
#include "core/store/StoredNames.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

QString joinedNames(const QList<ErrorCode> &codes)
{
    QStringList names;
    for (const ErrorCode code : codes)
        names.append(storedName(code));
    return names.join(u' ');
}

QList<ErrorCode> codesFrom(const QString &names)
{
    QList<ErrorCode> codes;
    for (const QString &name : names.split(u' ', Qt::SkipEmptyParts))
        codes.append(errorFromStoredName(name));
    return codes;
}

/// NOT NULL columns take a null QString as NULL.
QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

} // namespace

AccountsTable::AccountsTable(Database &database)
    : m_database(database)
{
}

Result<QList<AccountRecord>> AccountsTable::all() const
{
    QList<AccountRecord> accounts;
    Rows rows = m_database.read(
        "SELECT id, uuid, jid, name, resource, host, port, security, allow_plain, scram_worked, enabled, "
        "remember_password, availability, status FROM accounts ORDER BY id");
    while (rows.next()) {
        AccountRecord account;
        const qint64 id = rows.number(0);
        account.uuid = rows.text(1);
        account.jid = rows.jid(2);
        account.name = rows.text(3);
        account.resource = rows.text(4);
        account.host = rows.text(5);
        account.port = quint16(rows.number(6));
        account.security = int(rows.number(7));
        account.allowPlain = rows.flag(8);
        account.scramWorked = rows.flag(9);
        account.enabled = rows.flag(10);
        account.rememberPassword = rows.flag(11);
        account.availability = int(rows.number(12));
        account.status = rows.text(13);
        Rows authorities = m_database.read(
            "SELECT der FROM account_authorities WHERE account_id = ? ORDER BY position", id);
        while (authorities.next())
            account.extraAuthorities.append(authorities.bytes(0));
        Rows pins = m_database.read(
            "SELECT domain, spki_sha256, accepted FROM account_pins WHERE account_id = ? ORDER BY position",
            id);
        while (pins.next())
            account.pins.append({pins.text(0), pins.bytes(1), codesFrom(pins.text(2))});
        accounts.append(account);
    }
    if (!rows.result())
        return Failure(rows.result().error());
    return accounts;
}

Result<void> AccountsTable::save(const AccountRecord &account)
{
    return m_database.atomically([&]() -> Result<void> {
        auto saved
            = m_database
                  .write("INSERT INTO accounts(uuid, jid, name, resource, host, port, security, "
                         "allow_plain, scram_worked, enabled, remember_password, availability, status) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                         "ON CONFLICT(uuid) DO UPDATE SET jid = excluded.jid, name = excluded.name, "
                         "resource = excluded.resource, host = excluded.host, port = excluded.port, "
                         "security = excluded.security, allow_plain = excluded.allow_plain, "
                         "scram_worked = excluded.scram_worked, enabled = excluded.enabled, "
                         "remember_password = excluded.remember_password, "
                         "availability = excluded.availability, status = excluded.status",
                         account.uuid, account.jid, text(account.name), text(account.resource),
                         text(account.host), int(account.port), account.security, account.allowPlain,
                         account.scramWorked, account.enabled, account.rememberPassword, account.availability,
                         text(account.status))
                  .result();
        if (!saved)
            return saved;
        saved = m_database
                    .write("DELETE FROM account_authorities "
                           "WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?)",
                           account.uuid)
                    .result();
        for (int i = 0; saved && i < account.extraAuthorities.size(); ++i) {
            saved = m_database
                        .write("INSERT INTO account_authorities(account_id, position, der) "
                               "VALUES ((SELECT id FROM accounts WHERE uuid = ?), ?, ?)",
                               account.uuid, i, account.extraAuthorities[i])
                        .result();
        }
        if (!saved)
            return saved;
        saved = m_database
                    .write("DELETE FROM account_pins "
                           "WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?)",
                           account.uuid)
                    .result();
        for (int i = 0; saved && i < account.pins.size(); ++i) {
            const PinRecord &pin = account.pins[i];
            saved
                = m_database
                      .write("INSERT INTO account_pins(account_id, position, domain, spki_sha256, accepted) "
                             "VALUES ((SELECT id FROM accounts WHERE uuid = ?), ?, ?, ?, ?)",
                             account.uuid, i, text(pin.domain), pin.spkiSha256,
                             text(joinedNames(pin.accepted)))
                      .result();
        }
        return saved;
    });
}

Result<void> AccountsTable::remove(const QString &uuid)
{
    return m_database.atomically([&]() -> Result<void> {
        auto removed = m_database.write("DELETE FROM accounts WHERE uuid = ?", uuid).result();
        if (!removed)
            return removed;
        // Words of deleted messages stay in the index until its parts are merged.
        return m_database.write("INSERT INTO messages_text(messages_text) VALUES ('optimize')").result();
    });
}

} // namespace tertulia
