// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QHash>
#include <QVariant>

namespace tertulia
{

class Database;

/// Named values of single conversations (row ids): what a person chose for one chat instead of the default.
/// Bytes (QByteArray), text, number or bool, as in SettingsTable. They go with the conversation.
class ConversationSettingsTable
{
public:
    explicit ConversationSettingsTable(Database &database);

    /// The value, or an invalid one if nothing was chosen.
    [[nodiscard]] QVariant value(qint64 conversation, const QString &key) const;
    /// An invalid value removes the key.
    Result<void> setValue(qint64 conversation, const QString &key, const QVariant &value);
    /// Which conversations of an account (uuid) have chosen something for `key`, and what.
    [[nodiscard]] QHash<qint64, QVariant> chosen(const QString &account, const QString &key) const;

private:
    Database &m_database;
};

} // namespace tertulia
