// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ConversationsTable.h"

#include "core/store/Database.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

ConversationRecord conversationFrom(const Rows &rows)
{
    Columns columns(rows);
    ConversationRecord record;
    record.id = columns.number();
    record.peer = columns.jid();
    record.kind = ConversationKind(columns.number());
    record.open = columns.flag();
    record.archived = columns.flag();
    record.pinned = columns.flag();
    record.pinOrder = columns.number();
    record.mutedUntil = columns.time();
    record.draft = columns.text();
    record.draftTime = columns.time();
    record.readOrder = columns.number();
    record.firstUnread = columns.number();
    record.unread = int(columns.number());
    record.seenOrder = columns.number();
    record.toldOrder = columns.number();
    record.sharedOrder = columns.number();
    record.markedUnread = columns.flag();
    record.draftAnswers = columns.number();
    record.corrected = columns.number();
    record.correction = columns.text();
    return record;
}

} // namespace

ConversationsTable::ConversationsTable(Database &database)
    : m_database(database)
{
}

QList<ConversationRecord> ConversationsTable::all(const QString &account) const
{
    QList<ConversationRecord> conversations;
    Rows rows = m_database.read(
        "SELECT id, peer, kind, is_open, archived, pinned, pin_order, muted_until, draft, draft_time, "
        "read_order, first_unread, unread, seen_order, told_order, shared_order, marked_unread, "
        "draft_answers, corrected, correction FROM conversations "
        "WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?) ORDER BY id",
        account);
    while (rows.next())
        conversations.append(conversationFrom(rows));
    return conversations;
}

QSet<Jid> ConversationsTable::peersWith(int messages, const QString &account) const
{
    QSet<Jid> peers;
    Rows rows = m_database.read("SELECT peer FROM conversations "
                                "WHERE account_id = (SELECT id FROM accounts WHERE uuid = ?) "
                                "AND EXISTS (SELECT 1 FROM messages "
                                "WHERE conversation_id = conversations.id AND shown = 1 LIMIT 1 OFFSET ?)",
                                account, messages - 1);
    while (rows.next())
        peers.insert(rows.jid(0));
    return peers;
}

Result<qint64> ConversationsTable::add(const QString &account, const ConversationRecord &conversation)
{
    qint64 id = 0;
    auto done = m_database.atomically([&]() -> Result<void> {
        {
            Rows rows = m_database.write(
                "INSERT INTO conversations(account_id, peer, kind, is_open, archived, pinned, pin_order, "
                "draft, read_order, unread) "
                "VALUES ((SELECT id FROM accounts WHERE uuid = ?), ?, ?, 1, 0, 0, 0, '', 0, 0)",
                account, conversation.peer, int(conversation.kind));
            if (!rows.result())
                return rows.result();
            id = rows.insertedId();
        }
        ConversationRecord added = conversation;
        added.id = id;
        return update(added);
    });
    if (!done)
        return Failure(done.error());
    return id;
}

Result<void> ConversationsTable::update(const ConversationRecord &conversation)
{
    return m_database
        .write("UPDATE conversations SET is_open = ?, archived = ?, pinned = ?, pin_order = ?, "
               "muted_until = ?, draft = ?, draft_time = ?, read_order = ?, first_unread = ?, unread = ?, "
               "seen_order = ?, told_order = ?, shared_order = ?, marked_unread = ?, "
               "draft_answers = ?, corrected = ?, correction = ? WHERE id = ?",
               conversation.open, conversation.archived, conversation.pinned, conversation.pinOrder,
               conversation.mutedUntil, conversation.draft.isNull() ? u""_s : conversation.draft,
               conversation.draftTime, conversation.readOrder, SqlValue::idOrNull(conversation.firstUnread),
               conversation.unread, conversation.seenOrder, conversation.toldOrder, conversation.sharedOrder,
               conversation.markedUnread, SqlValue::idOrNull(conversation.draftAnswers),
               SqlValue::idOrNull(conversation.corrected), SqlValue::textOrNull(conversation.correction),
               conversation.id)
        .result();
}

Result<void> ConversationsTable::remove(qint64 id)
{
    return m_database.atomically([&]() -> Result<void> {
        auto removed = m_database.write("DELETE FROM conversations WHERE id = ?", id).result();
        if (!removed)
            return removed;
        // Words of deleted messages stay in the index until its parts are merged.
        return m_database.write("INSERT INTO messages_text(messages_text) VALUES ('optimize')").result();
    });
}

} // namespace tertulia
