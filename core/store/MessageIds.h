// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace tertulia
{

class Database;

/// Row ids for messages, in rising order and never used twice, whatever is removed, undone, closed or killed:
/// views and notifications hold on to them. A block of them is set aside in the file by the transaction that
/// uses its first one. SQLite's AUTOINCREMENT promises the same, but writes a table for each message.
class MessageIds
{
public:
    explicit MessageIds(Database &database);

    /// The id for the next row; the same again until used() was called.
    Result<qint64> next();
    void used() { ++m_next; }

private:
    Database &m_database;
    qint64 m_next = 1;
    qint64 m_end = 0; ///< first one that is not set aside
    int m_undone = 0; ///< Database::undone() when they were set aside
};

} // namespace tertulia
