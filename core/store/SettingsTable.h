// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QVariant>

namespace tertulia
{

class Database;

/// Named values: window geometries, preferences. Values are kept as bytes (QByteArray), text, number or bool.
class SettingsTable
{
public:
    explicit SettingsTable(Database &database);

    /// The value, or `fallback` if there is none.
    [[nodiscard]] QVariant value(const QString &key, const QVariant &fallback = {}) const;
    /// An invalid value removes the key.
    Result<void> setValue(const QString &key, const QVariant &value);
    /// Keys that begin with `prefix`, sorted.
    [[nodiscard]] QStringList keys(const QString &prefix = {}) const;

private:
    Database &m_database;
};

} // namespace tertulia
