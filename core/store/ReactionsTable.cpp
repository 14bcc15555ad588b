// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ReactionsTable.h"

#include "core/store/Database.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

ReactionsTable::ReactionsTable(Database &database)
    : m_database(database)
{
}

Result<void> ReactionsTable::set(const ReactionSet &set)
{
    return m_database.atomically([&]() -> Result<void> {
        auto done
            = m_database
                  .write("DELETE FROM reactions WHERE conversation_id = ? AND target_key = ? AND sender = ?",
                         set.conversation, set.targetKey, set.sender)
                  .result();
        // An empty set is kept as an empty emoji.
        const QStringList emojis = set.emojis.isEmpty() ? QStringList{u""_s} : set.emojis;
        for (const QString &emoji : emojis) {
            if (!done)
                break;
            done = m_database
                       .write("INSERT INTO reactions(conversation_id, target_key, target_id, sender, emoji, "
                              "time) "
                              "VALUES (?, ?, ?, ?, ?, ?)",
                              set.conversation, set.targetKey, SqlValue::idOrNull(set.target), set.sender,
                              emoji, set.time)
                       .result();
        }
        return done;
    });
}

std::optional<ReactionSet> ReactionsTable::of(qint64 conversation, const QString &targetKey,
                                              const Jid &sender) const
{
    std::optional<ReactionSet> set;
    Rows rows = m_database.read("SELECT target_id, emoji, time FROM reactions "
                                "WHERE conversation_id = ? AND target_key = ? AND sender = ? ORDER BY id",
                                conversation, targetKey, sender);
    while (rows.next()) {
        if (!set)
            set = ReactionSet{conversation, targetKey, rows.number(0), sender, {}, rows.time(2)};
        if (const QString emoji = rows.text(1); !emoji.isEmpty())
            set->emojis.append(emoji);
    }
    return set;
}

QList<ReactionRecord> ReactionsTable::to(qint64 target) const
{
    QList<ReactionRecord> reactions;
    Rows rows = m_database.read("SELECT sender, emoji FROM reactions WHERE target_id = ? AND emoji <> '' "
                                "ORDER BY id",
                                target);
    while (rows.next())
        reactions.append({rows.jid(0), rows.text(1)});
    return reactions;
}

Result<void> ReactionsTable::resolve(qint64 conversation, const QString &anyKey, const QString &targetKey,
                                     qint64 target)
{
    // Hardly ever there is one, and to look is cheaper than to write.
    Rows waiting = m_database.read("SELECT 1 FROM reactions WHERE conversation_id = ? AND target_key = ? "
                                   "AND target_id IS NULL LIMIT 1",
                                   conversation, anyKey);
    if (!waiting.next())
        return waiting.result();
    return m_database
        .write("UPDATE OR IGNORE reactions SET target_id = ?, target_key = ? "
               "WHERE conversation_id = ? AND target_key = ? AND target_id IS NULL",
               target, targetKey, conversation, anyKey)
        .result();
}

QList<std::pair<qint64, QString>> ReactionsTable::waitingNames(int count) const
{
    QList<std::pair<qint64, QString>> names;
    Rows rows = m_database.read("SELECT DISTINCT conversation_id, target_key FROM reactions "
                                "WHERE target_id IS NULL LIMIT ?",
                                count);
    while (rows.next())
        names.append({rows.number(0), rows.text(1)});
    return names;
}

Result<void> ReactionsTable::removeTo(qint64 target)
{
    return m_database.write("DELETE FROM reactions WHERE target_id = ?", target).result();
}

} // namespace tertulia
