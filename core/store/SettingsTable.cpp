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
    // QVariant does not call itself null for a null string, and the column takes none.
    const bool nothing = value.typeId() == QMetaType::QString ? value.toString().isNull() : value.isNull();
    if (!value.isValid() || nothing)
        return m_database.write("DELETE FROM settings WHERE key = ?", key).result();
    return m_database
        .write("INSERT INTO settings(key, value) VALUES (?, ?) "
               "ON CONFLICT(key) DO UPDATE SET value = excluded.value",
               key, SqlValue(value.typeId() == QMetaType::Bool ? QVariant(value.toInt()) : value))
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
