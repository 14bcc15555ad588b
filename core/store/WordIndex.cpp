// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/WordIndex.h"

#include "core/base/SearchWords.h"
#include "core/store/Database.h"

#include <limits>

namespace tertulia
{

namespace
{

constexpr int kMessagesAtOnce = 100;

QString quoted(QStringList words, bool lastBegins)
{
    for (QString &word : words)
        word = u'"' + word + u'"';
    QString all = words.join(u' ');
    if (lastBegins)
        all += u'*';
    return all;
}

} // namespace

WordIndex::WordIndex(Database &database)
    : m_database(database)
{
}

const QSet<qint64> &WordIndex::excluded() const
{
    if (m_known)
        return m_excluded;
    m_excluded.clear();
    Rows rows = m_database.read(
        "SELECT conversation_id FROM conversation_settings WHERE key = 'searched' AND value = 0");
    while (rows.next())
        m_excluded.insert(rows.number(0));
    m_known = rows.result().has_value();
    return m_excluded;
}

QString WordIndex::terms(const SearchWords &words)
{
    return quoted(words.indexed(), words.lastIndexedBegins());
}

QString WordIndex::finishedTerms(const SearchWords &words)
{
    QStringList finished = words.indexed();
    if (!words.lastIndexedBegins())
        return {};
    finished.removeLast();
    return quoted(finished, false);
}

bool WordIndex::takes(qint64 conversation) const
{
    if (!excluded().contains(conversation))
        return true;
    // It may be gone, and its number another one's.
    Rows rows = m_database.read("SELECT 1 FROM conversation_settings WHERE conversation_id = ? "
                                "AND key = 'searched' AND value = 0",
                                conversation);
    m_known = rows.next();
    return !m_known;
}

Result<void> WordIndex::add(qint64 message, const SqlValue &body)
{
    // No commit may come in between: search would never find the message.
    return m_database.writeOn("INSERT INTO messages_text(rowid, body) VALUES (?, ?)", message, body).result();
}

Result<void> WordIndex::follow(qint64 conversation)
{
    m_known = false;
    return m_database
        .write("INSERT INTO word_work(conversation_id, after_order, after_id) VALUES (?, ?, 0) "
               "ON CONFLICT(conversation_id) DO UPDATE SET after_order = excluded.after_order, after_id = 0",
               conversation, std::numeric_limits<qint64>::min())
        .result();
}

Result<bool> WordIndex::followMore()
{
    qint64 conversation = 0;
    qint64 order = 0;
    qint64 id = 0;
    {
        Rows rows = m_database.read("SELECT conversation_id, after_order, after_id FROM word_work LIMIT 1");
        if (!rows.next())
            return rows.result() ? Result<bool>(false) : Failure(rows.result().error());
        conversation = rows.number(0);
        order = rows.number(1);
        id = rows.number(2);
    }
    const bool wanted = takes(conversation);
    qint64 lastOrder = 0;
    qint64 lastId = 0;
    int found = 0;
    {
        Rows rows
            = m_database.read("SELECT order_key, id FROM messages WHERE conversation_id = ? AND shown = 1 "
                              "AND (order_key, id) > (?, ?) ORDER BY order_key, id LIMIT ?",
                              conversation, order, id, kMessagesAtOnce);
        while (rows.next()) {
            lastOrder = rows.number(0);
            lastId = rows.number(1);
            ++found;
        }
        if (!rows.result())
            return Failure(rows.result().error());
    }
    auto done = m_database.atomically([&]() -> Result<void> {
        if (found == 0)
            return m_database.write("DELETE FROM word_work WHERE conversation_id = ?", conversation).result();
        auto words = wanted
            ? m_database
                  .write("INSERT INTO messages_text(rowid, body) SELECT id, body FROM messages "
                         "WHERE conversation_id = ? AND shown = 1 AND (order_key, id) > (?, ?) "
                         "AND (order_key, id) <= (?, ?) AND indexed = 0",
                         conversation, order, id, lastOrder, lastId)
                  .result()
            : m_database
                  .write("INSERT INTO messages_text(messages_text, rowid, body) "
                         "SELECT 'delete', id, body FROM messages "
                         "WHERE conversation_id = ? AND shown = 1 AND (order_key, id) > (?, ?) "
                         "AND (order_key, id) <= (?, ?) AND indexed = 1",
                         conversation, order, id, lastOrder, lastId)
                  .result();
        if (!words)
            return words;
        auto marked = m_database
                          .write("UPDATE messages SET indexed = ? "
                                 "WHERE conversation_id = ? AND shown = 1 AND (order_key, id) > (?, ?) "
                                 "AND (order_key, id) <= (?, ?) AND indexed <> ?",
                                 wanted, conversation, order, id, lastOrder, lastId, wanted)
                          .result();
        if (!marked)
            return marked;
        return m_database
            .write("UPDATE word_work SET after_order = ?, after_id = ? WHERE conversation_id = ?", lastOrder,
                   lastId, conversation)
            .result();
    });
    if (!done)
        return Failure(done.error());
    return true;
}

Result<bool> WordIndex::merge(bool begin)
{
    constexpr int kPages = 64;
    const auto changes = [this] {
        Rows rows = m_database.read("SELECT total_changes()");
        return rows.next() ? rows.number(0) : 0;
    };
    const qint64 before = changes();
    auto merged = m_database
                      .write("INSERT INTO messages_text(messages_text, rank) VALUES ('merge', ?)",
                             begin ? -kPages : kPages)
                      .result();
    if (!merged)
        return Failure(merged.error());
    return changes() - before >= 2; // FTS5 documentation, 6.8
}

} // namespace tertulia
