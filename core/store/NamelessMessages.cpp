// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/NamelessMessages.h"

#include "core/store/Database.h"

#include <algorithm>

namespace tertulia
{

namespace
{

#define NAMELESS "AND origin_id IS NULL AND message_id IS NULL AND stanza_id IS NULL"

constexpr qsizetype kMostChats = 1000;
constexpr qsizetype kMostRows = 1000; ///< of a chat; behind that it begins anew

} // namespace

NamelessMessages::NamelessMessages(Database &database)
    : m_database(database)
{
}

QList<qint64> NamelessMessages::between(qint64 conversation, qint64 first, qint64 last)
{
    // What was removed may have come back.
    if (m_undone != m_database.undone() || m_seen.size() >= kMostChats)
        m_seen.clear();
    m_undone = m_database.undone();
    Stretch &stretch = m_seen[conversation];
    if (first > stretch.last + 1 || last < stretch.first - 1 || stretch.nameless.size() >= kMostRows)
        stretch = {first, first - 1, {}};
    if (first < stretch.first)
        look(conversation, stretch, first, stretch.first - 1);
    if (last > stretch.last)
        look(conversation, stretch, stretch.last + 1, last);
    QList<qint64> ids;
    auto row = std::lower_bound(stretch.nameless.cbegin(), stretch.nameless.cend(), Row{first, 0});
    for (; row != stretch.nameless.cend() && row->order <= last; ++row)
        ids.append(row->id);
    return ids;
}

void NamelessMessages::forgetPlaceOf(qint64 id)
{
    if (m_seen.isEmpty())
        return;
    Rows rows = m_database.read("SELECT conversation_id FROM messages WHERE id = ? " NAMELESS, id);
    if (rows.next())
        forget(rows.number(0));
}

void NamelessMessages::look(qint64 conversation, Stretch &stretch, qint64 first, qint64 last)
{
    Rows rows
        = m_database.read("SELECT order_key, id FROM messages "
                          "WHERE conversation_id = ? AND shown = 1 AND order_key BETWEEN ? AND ? " NAMELESS,
                          conversation, first, last);
    while (rows.next())
        stretch.nameless.append({rows.number(0), rows.number(1)});
    std::sort(stretch.nameless.begin(), stretch.nameless.end());
    stretch.first = std::min(stretch.first, first);
    stretch.last = std::max(stretch.last, last);
}

#undef NAMELESS

} // namespace tertulia
