// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SettingsTable.h"

#include "core/store/Database.h"

namespace tertulia
{

SettingsTable::SettingsTable(Database &database)
    : m_database(database)
{
}

QVariant SettingsTable::value(const QString &key, const QVariant &fallback) const
{
    Rows rows = m_database.read("SELECT value FROM settings WHERE key = ?", key);
    return rows.next() ? rows.value(0) : fallback;
}

Result<void> SettingsTable::setValue(const QString &key, const QVariant &value)
{
    const SqlValue stored(value);
    if (stored.type() == SqlValue::Type::Null)
        return m_database.write("DELETE FROM settings WHERE key = ?", key).result();
    return m_database
        .write("INSERT INTO settings(key, value) VALUES (?, ?) "
               "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
               key, stored)
        .result();
}

QStringList SettingsTable::keys(const QString &prefix) const
{
    QStringList keys;
    Rows rows = m_database.read("SELECT key FROM settings WHERE substr(key, 1, ?) = ? ORDER BY key",
                                prefix.size(), prefix.isNull() ? QString(QLatin1String("")) : prefix);
    while (rows.next())
        keys.append(rows.text(0));
    return keys;
}

} // namespace tertulia
