// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/MessageSearcher.h"

#include "core/store/Database.h"
#include "core/store/LinkedContents.h"
#include "core/store/WordIndex.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr int kUnlimited = std::numeric_limits<int>::max();

} // namespace

MessageSearcher::MessageSearcher(Database &database, MessageQuery query)
    : MessageSearcher(database, std::move(query), {})
{
}

MessageSearcher::MessageSearcher(Database &database, MessageQuery query, const Patience &patience)
    : m_database(database)
    , m_query(std::move(query))
    , m_patience(patience)
{
}

Result<FoundPage> MessageSearcher::next(int count, const std::function<bool()> &unwanted)
{
    m_unwanted = unwanted;
    FoundPage page;
    if (!m_begun) {
        m_begun = true;
        if (auto read = readChats(); !read)
            return Failure(read.error());
        m_ended = m_query.isEmpty() || m_chats.isEmpty();
    }
    while (!m_ended && page.messages.size() < count) {
        auto done = goOn(page, count);
        if (!done)
            return Failure(done.error());
    }
    page.complete = m_ended;
    return page;
}

/// Goes the present way until the page is full; if it does not get so far, chooses the next.
Result<void> MessageSearcher::goOn(FoundPage &page, int count)
{
    switch (m_way) {
    case Way::Newest: {
        auto walked = walk(page, count, m_patience.reads, m_patience.passes);
        if (!walked || m_ended || page.messages.size() >= count)
            return walked;
        const QString finished = WordIndex::finishedTerms(m_query.words);
        return finished.isEmpty() ? askAll() : ask(Way::Finished, finished, m_patience.narrow);
    }
    case Way::Finished:
    case Way::All: {
        auto walked = walk(page, count, m_way == Way::All ? kUnlimited : m_patience.reads, m_patience.passes);
        if (!walked || m_ended || page.messages.size() >= count)
            return walked;
        if (m_matching.size() <= m_patience.placeable)
            return gatherFew();
        if (m_way == Way::Finished)
            return askAll();
        m_way = Way::Rest;
        return {};
    }
    case Way::Rest:
        return walk(page, count, kUnlimited, kUnlimited);
    case Way::Few:
        return takeFew(page, count);
    }
    return {};
}

/// Which chats there are to look at.
Result<void> MessageSearcher::readChats()
{
    Rows rows = m_database.read(
        "SELECT conversations.id, accounts.uuid, conversations.peer, conversations.kind FROM conversations "
        "JOIN accounts ON accounts.id = conversations.account_id "
        "WHERE conversations.id NOT IN (SELECT conversation_id FROM conversation_settings "
        "WHERE key = 'searched' AND value = 0)");
    while (rows.next()) {
        const Chat chat{rows.text(1), rows.jid(2)};
        if (m_query.chats && !m_query.chats->contains(MessageQuery::Chat{chat.account, chat.peer}))
            continue;
        // With one person nobody else speaks.
        constexpr int kPerson = 0;
        if (m_query.senders && !m_query.fromMe && rows.number(3) == kPerson
            && !m_query.senders->contains(chat.peer))
            continue;
        m_chats.insert(rows.number(0), chat);
    }
    if (m_chats.size() == 1)
        m_only = m_chats.constBegin().key();
    constexpr qint64 kBehindAll = std::numeric_limits<qint64>::max();
    m_from = {kBehindAll, kBehindAll, kBehindAll};
    if (m_only == 0 && m_query.before.isValid())
        m_from = {m_query.before.toMSecsSinceEpoch(), 0, 0};
    return rows.result();
}

/// Walks back until the page is full, everything was met, or so many messages were read or passed.
Result<void> MessageSearcher::walk(FoundPage &page, int count, int reads, int passes)
{
    Rows rows = m_only != 0
        ? m_database.read("SELECT order_key, conversation_id, id FROM messages INDEXED BY messages_by_order "
                          "WHERE shown = 1 AND conversation_id = ? AND (order_key, id) < (?, ?) "
                          "ORDER BY order_key DESC, id DESC",
                          m_only, m_from.at, m_from.id)
        : m_database.read("SELECT time, conversation_id, id FROM messages INDEXED BY messages_by_time "
                          "WHERE (time, conversation_id, id) < (?, ?, ?) "
                          "ORDER BY time DESC, conversation_id DESC, id DESC",
                          m_from.at, m_from.conversation, m_from.id);
    while (rows.next()) {
        if (m_unwanted())
            return failure(ErrorCode::Cancelled);
        m_from = {rows.number(0), rows.number(1), rows.number(2)};
        if (m_only == 0 && m_query.since.isValid() && m_from.at < m_query.since.toMSecsSinceEpoch())
            break;
        if (m_chats.contains(m_from.conversation) && indexHas(m_from.id)) {
            if (auto tested = test(m_from, page); !tested)
                return tested;
            --reads;
        }
        if (page.messages.size() >= count || reads <= 0 || --passes <= 0)
            return {};
    }
    if (rows.result())
        m_ended = true;
    return rows.result();
}

bool MessageSearcher::indexHas(qint64 id) const
{
    return m_matching.empty() || std::binary_search(m_matching.cbegin(), m_matching.cend(), id);
}

/// Which messages have all the words, also the one that may be longer: gathering all that it may be takes
/// long where it is short, but then many messages have it, and the ways before this one have met a page.
Result<void> MessageSearcher::askAll()
{
    const QString terms = WordIndex::terms(m_query.words);
    if (terms.isEmpty()) {
        m_way = Way::Rest;
        return {};
    }
    return ask(Way::All, terms, std::numeric_limits<std::size_t>::max());
}

/// Asks the index which messages may be what is looked for, and goes `way` with those; not if they are more
/// than `most`.
Result<void> MessageSearcher::ask(Way way, const QString &terms, std::size_t most)
{
    m_matching.clear();
    {
        Rows rows = m_database.read("SELECT rowid FROM messages_text WHERE messages_text MATCH ?", terms);
        while (m_matching.size() <= most && rows.next()) {
            if (m_unwanted())
                return failure(ErrorCode::Cancelled);
            m_matching.push_back(rows.number(0));
        }
        if (!rows.result())
            return rows.result();
    }
    if (m_matching.size() > most)
        return askAll();
    m_way = way;
    return m_matching.size() <= m_patience.few ? gatherFew() : Result<void>();
}

/// Where the few messages stand that are left.
Result<void> MessageSearcher::gatherFew()
{
    for (const qint64 id : m_matching) {
        if (m_unwanted())
            return failure(ErrorCode::Cancelled);
        Rows rows = m_database.read(
            "SELECT time, order_key, conversation_id FROM messages WHERE id = ? AND shown = 1", id);
        if (!rows.next()) {
            if (!rows.result())
                return rows.result();
            continue;
        }
        const Place place{rows.number(m_only != 0 ? 1 : 0), rows.number(2), id};
        if (place < m_from && m_chats.contains(place.conversation))
            m_few.push_back(place);
    }
    std::sort(m_few.begin(), m_few.end());
    m_matching = {};
    m_way = Way::Few;
    return {};
}

Result<void> MessageSearcher::takeFew(FoundPage &page, int count)
{
    while (!m_few.empty() && page.messages.size() < count) {
        if (m_unwanted())
            return failure(ErrorCode::Cancelled);
        if (auto tested = test(m_few.back(), page); !tested)
            return tested;
        m_few.pop_back();
    }
    m_ended = m_few.empty();
    return {};
}

/// Adds the message to the page if the query is for it.
Result<void> MessageSearcher::test(const Place &place, FoundPage &page)
{
    Rows rows = m_database.read(
        "SELECT time, outgoing, sender, spoiler, body FROM messages WHERE id = ? AND shown = 1", place.id);
    if (!rows.next())
        return rows.result();
    FoundMessage message;
    message.time = rows.time(0);
    if ((m_query.since.isValid() && message.time < m_query.since)
        || (m_query.before.isValid() && message.time >= m_query.before))
        return {};
    message.outgoing = rows.flag(1);
    if (m_query.senders || m_query.fromMe) {
        const bool fits
            = message.outgoing ? m_query.fromMe : m_query.senders && m_query.senders->contains(rows.jid(2));
        if (!fits)
            return {};
    }
    message.body = rows.text(4);
    if (!m_query.words.match(message.body)
        || (m_query.contents & ~linkedContents(message.body, m_query.contents)) != 0)
        return {};
    const Chat &chat = *m_chats.constFind(place.conversation);
    message.account = chat.account;
    message.peer = chat.peer;
    message.id = place.id;
    message.sender = rows.jid(2);
    if (!rows.isNull(3))
        message.spoiler = rows.text(3);
    page.messages.append(message);
    return {};
}

} // namespace tertulia
