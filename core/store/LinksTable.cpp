// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/LinksTable.h"

#include "core/store/Database.h"
#include "core/store/StoredNames.h"

namespace tertulia
{

namespace
{

// The columns of every SELECT of whole links, in the order in which linkFrom() reads them.
#define LINK_COLUMNS                                                                                         \
    "message_links.message_id, message_links.kind, message_links.target_key, message_links.target_sender, "  \
    "message_links.target_id, message_links.content"

LinkRecord linkFrom(const Rows &rows)
{
    Columns columns(rows);
    LinkRecord link;
    link.message = columns.number();
    link.kind = MessageLink(columns.number());
    link.targetKey = columns.text();
    link.targetSender = columns.jid();
    link.target = columns.number();
    link.content = columns.text();
    return link;
}

std::optional<LinkRecord> firstOf(Rows rows)
{
    if (!rows.next())
        return {};
    return linkFrom(rows);
}

} // namespace

LinksTable::LinksTable(Database &database)
    : m_database(database)
{
}

Result<void> LinksTable::set(const LinkRecord &link)
{
    return m_database
        .write("INSERT OR REPLACE INTO message_links(message_id, kind, target_key, target_sender, target_id, "
               "content) VALUES (?, ?, ?, ?, ?, ?)",
               link.message, int(link.kind), link.targetKey,
               SqlValue::textOrNull(link.targetSender.toString()), SqlValue::idOrNull(link.target),
               link.content)
        .result();
}

Result<void> LinksTable::remove(qint64 message, MessageLink kind)
{
    return m_database.write("DELETE FROM message_links WHERE message_id = ? AND kind = ?", message, int(kind))
        .result();
}

Result<void> LinksTable::resolve(qint64 message, MessageLink kind, qint64 target)
{
    return m_database
        .write("UPDATE message_links SET target_id = ?, content = CASE kind WHEN 1 THEN content END "
               "WHERE message_id = ? AND kind = ?",
               target, message, int(kind))
        .result();
}

Result<void> LinksTable::setContent(qint64 message, MessageLink kind, const QString &content)
{
    return m_database
        .write("UPDATE message_links SET content = ? WHERE message_id = ? AND kind = ?", content, message,
               int(kind))
        .result();
}

std::optional<LinkRecord> LinksTable::link(qint64 message, MessageLink kind) const
{
    return firstOf(m_database.read("SELECT " LINK_COLUMNS " FROM message_links "
                                   "WHERE message_id = ? AND kind = ?",
                                   message, int(kind)));
}

std::optional<LinkRecord> LinksTable::change(qint64 message) const
{
    return firstOf(m_database.read("SELECT " LINK_COLUMNS " FROM message_links "
                                   "WHERE message_id = ? AND kind IN (1, 2, 4)",
                                   message));
}

QList<LinkRecord> LinksTable::waiting(qint64 conversation, const QString &targetKey) const
{
    QList<LinkRecord> links;
    Rows rows = m_database.read("SELECT " LINK_COLUMNS " FROM message_links "
                                "CROSS JOIN messages ON messages.id = message_links.message_id "
                                "WHERE message_links.target_key = ? AND message_links.target_id IS NULL "
                                "AND messages.conversation_id = ? "
                                "ORDER BY messages.order_key, messages.id LIMIT 100",
                                targetKey, conversation);
    while (rows.next())
        links.append(linkFrom(rows));
    return links;
}

QList<std::pair<qint64, QString>> LinksTable::waitingNames(int count) const
{
    QList<std::pair<qint64, QString>> names;
    Rows rows
        = m_database.read("SELECT messages.conversation_id, message_links.target_key FROM message_links "
                          "CROSS JOIN messages ON messages.id = message_links.message_id "
                          "WHERE message_links.target_id IS NULL LIMIT ?",
                          count);
    while (rows.next())
        names.append({rows.number(0), rows.text(1)});
    return names;
}

QList<CorrectionRecord> LinksTable::corrections(qint64 target) const
{
    QList<CorrectionRecord> corrections;
    Rows rows
        = m_database.read("SELECT messages.id, messages.order_key, messages.time, message_links.content, "
                          "outbox.attempts IS 0 FROM message_links "
                          "CROSS JOIN messages ON messages.id = message_links.message_id "
                          "LEFT JOIN outbox ON outbox.message_id = messages.id "
                          "WHERE message_links.target_id = ? AND message_links.kind = 1 "
                          "ORDER BY messages.order_key, messages.id",
                          target);
    while (rows.next())
        corrections.append({rows.number(0), rows.number(1), rows.time(2), rows.text(3), rows.number(4) != 0});
    return corrections;
}

QList<qint64> LinksTable::to(qint64 target, MessageLink kind, int count) const
{
    QList<qint64> messages;
    Rows rows = m_database.read("SELECT message_id FROM message_links WHERE target_id = ? AND kind = ? "
                                "ORDER BY message_id DESC LIMIT ?",
                                target, int(kind), count);
    while (rows.next())
        messages.append(rows.number(0));
    return messages;
}

bool LinksTable::hasQueuedChange(qint64 target) const
{
    Rows rows = m_database.read("SELECT 1 FROM message_links "
                                "CROSS JOIN messages ON messages.id = message_links.message_id "
                                "WHERE message_links.target_id = ? AND message_links.kind IN (1, 2, 4) "
                                "AND messages.outgoing = 1 AND messages.state = ? LIMIT 1",
                                target, storedNumber(DeliveryState::Queued));
    return rows.next();
}

Result<void> LinksTable::forgetContent(qint64 target)
{
    return m_database
        .write("UPDATE message_links SET content = NULL WHERE target_id = ? OR message_id = ?", target,
               target)
        .result();
}

#undef LINK_COLUMNS

} // namespace tertulia
