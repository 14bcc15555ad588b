// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/MessageSweep.h"

#include "core/store/Database.h"

#include <limits>

namespace tertulia
{

MessageSweep::MessageSweep(Database &database, MessagesTable &messages, qint64 conversation,
                           const QDateTime &before)
    : m_database(database)
    , m_messages(messages)
    , m_conversation(conversation)
    , m_end(before)
    , m_reached{std::numeric_limits<qint64>::min(), 0}
{
    if (m_end.isValid())
        return;
    Rows rows = m_database.read("SELECT max(time) FROM messages WHERE conversation_id = ? AND shown = 1",
                                m_conversation);
    if (rows.next() && !rows.isNull(0))
        m_end = rows.time(0).addMSecs(1);
}

Result<bool> MessageSweep::removeSome(int count)
{
    if (!m_end.isValid())
        return false; // there is nothing
    struct Found {
        qint64 id;
        bool goes;
    };
    QList<Found> found;
    {
        // By position and not by time, which has no index; what waits to be sent was not said yet.
        Rows rows
            = m_database.read("SELECT id, order_key, time < ? "
                              "AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.message_id = messages.id) "
                              "AND NOT EXISTS (SELECT 1 FROM message_links JOIN outbox USING (message_id) "
                              "WHERE target_id = messages.id) FROM messages "
                              "WHERE conversation_id = ? AND shown = 1 AND (order_key, id) > (?, ?) "
                              "ORDER BY order_key, id LIMIT ?",
                              m_end, m_conversation, m_reached.order, m_reached.id, count);
        while (rows.next()) {
            found.append({rows.number(0), rows.flag(2)});
            m_reached = {rows.number(1), rows.number(0)};
        }
        if (!rows.result())
            return Failure(rows.result().error());
    }
    auto removed = m_database.atomically([&]() -> Result<void> {
        for (const Found &message : std::as_const(found)) {
            if (!message.goes)
                continue;
            if (auto gone = m_messages.remove(message.id); !gone)
                return gone;
            ++m_removed;
        }
        return found.size() < count ? removeWaiting() : Result<void>();
    });
    if (!removed)
        return Failure(removed.error());
    return found.size() == count;
}

Result<void> MessageSweep::removeWaiting()
{
    auto changes = m_database
                       .write("DELETE FROM messages WHERE conversation_id = ? AND shown = 0 AND time < ? "
                              "AND id IN (SELECT message_id FROM message_links WHERE target_id IS NULL) "
                              "AND id NOT IN (SELECT message_id FROM outbox)",
                              m_conversation, m_end)
                       .result();
    if (!changes)
        return changes;
    return m_database
        .write("DELETE FROM reactions WHERE target_id IS NULL AND conversation_id = ? AND time < ?",
               m_conversation, m_end)
        .result();
}

} // namespace tertulia
