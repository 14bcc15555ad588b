// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/MessageIds.h"

#include "core/store/Database.h"

#include <algorithm>

namespace tertulia
{

namespace
{

/// What is left of a block when the program ends is lost, which 64 bits can bear.
constexpr qint64 kBlock = 1000;

} // namespace

MessageIds::MessageIds(Database &database)
    : m_database(database)
{
}

Result<qint64> MessageIds::next()
{
    // What was undone may be the setting aside itself.
    if (m_next < m_end && m_undone == m_database.undone())
        return m_next;
    qint64 first = m_next;
    {
        Rows rows = m_database.read("SELECT max(next, (SELECT coalesce(max(id), 0) + 1 FROM messages)) "
                                    "FROM message_ids");
        if (!rows.next())
            return rows.result() ? failure(ErrorCode::StoreCorrupted, m_database.path())
                                 : Failure(rows.result().error());
        first = std::max(first, rows.number(0));
    }
    if (auto kept = m_database.write("UPDATE message_ids SET next = ?", first + kBlock).result(); !kept)
        return Failure(kept.error());
    m_next = first;
    m_end = first + kBlock;
    m_undone = m_database.undone();
    return m_next;
}

} // namespace tertulia
