// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ConversationSettingsTable.h"

#include "core/store/Database.h"

namespace tertulia
{

ConversationSettingsTable::ConversationSettingsTable(Database &database)
    : m_database(database)
{
}

QVariant ConversationSettingsTable::value(qint64 conversation, const QString &key) const
{
    Rows rows = m_database.read(
        "SELECT value FROM conversation_settings WHERE conversation_id = ? AND key = ?", conversation, key);
    return rows.next() ? rows.value(0) : QVariant();
}

Result<void> ConversationSettingsTable::setValue(qint64 conversation, const QString &key,
                                                 const QVariant &value)
{
    const SqlValue stored(value);
    if (stored.type() == SqlValue::Type::Null)
        return m_database
            .write("DELETE FROM conversation_settings WHERE conversation_id = ? AND key = ?", conversation,
                   key)
            .result();
    return m_database
        .write("INSERT INTO conversation_settings(conversation_id, key, value) VALUES (?, ?, ?) "
               "ON CONFLICT(conversation_id, key) DO UPDATE SET value = excluded.value",
               conversation, key, stored)
        .result();
}

QHash<qint64, QVariant> ConversationSettingsTable::chosen(const QString &account, const QString &key) const
{
    QHash<qint64, QVariant> values;
    Rows rows = m_database.read("SELECT conversation_id, value FROM conversation_settings WHERE key = ? "
                                "AND conversation_id IN (SELECT id FROM conversations "
                                "WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?))",
                                key, account);
    while (rows.next())
        values.insert(rows.number(0), rows.value(1));
    return values;
}

} // namespace tertulia
