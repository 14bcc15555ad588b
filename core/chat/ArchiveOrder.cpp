// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/ArchiveOrder.h"

#include "core/chat/Chats.h"
#include "core/chat/Conversations.h"
#include "core/store/OutboxTable.h"
#include "core/store/Store.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace tertulia
{

namespace
{

/// Order keys that are made free where there is none, and that are used where stamps leave none: a second.
constexpr qint64 kRoom = 1'000'000;
/// So many find a place there.
constexpr qint64 kParts = 1000;
constexpr int kSlice = 50;

/// In front of everything.
constexpr qint64 kFirst = std::numeric_limits<qint64>::min();

/// A key from `least` on and below `limit`, for which something is free.
qint64 between(qint64 least, qint64 limit, qint64 wanted)
{
    if (wanted < limit)
        return std::max(wanted, least);
    // Its stamp does not tell. What follows it may say no more.
    const qint64 begin = std::max(least, limit - kRoom);
    return begin + (limit - begin) / kParts;
}

} // namespace

ArchiveOrder::ArchiveOrder(Conversations &news, Chats &chats, Store &store)
    : m_news(news)
    , m_chats(chats)
    , m_store(store)
{
}

bool ArchiveOrder::find(MessageRecord &row) const
{
    const Bounds bounds = boundsOf(row);
    if (bounds.upper <= bounds.least)
        return false;
    row.order = between(bounds.least, bounds.upper, row.order);
    return true;
}

void ArchiveOrder::makeRoom(MessageRecord &row)
{
    QList<MessageRecord> moved;
    row.order = placeIn(boundsOf(row), row, moved);
    std::ignore = m_store.messages().setPlace(row.id, row.order, row.rank);
    m_chats.moved(row, row.order, true); // it may have been the last one until now
    tell(moved);
}

void ArchiveOrder::settle(const MessageRecord &known, qint64 rank)
{
    MessageRecord row = known;
    row.rank = rank;
    const Bounds bounds = known.shown ? boundsOf(row) : Bounds{};
    const bool fits = (!bounds.before || row.position() > *bounds.before)
        && (!bounds.behind || row.position() < *bounds.behind);
    if (fits) {
        if (known.rank != rank)
            std::ignore = m_store.messages().setRank(known.id, rank);
        return;
    }
    QList<MessageRecord> moved;
    const qint64 order = placeIn(bounds, row, moved);
    move(row, order, false, moved);
    tell(moved);
}

ArchiveOrder::Bounds ArchiveOrder::boundsOf(const MessageRecord &row) const
{
    const auto next = m_store.messages().neighbours(row.conversation, row.rank, row.id);
    Bounds bounds{.before = next.before, .behind = next.behind};
    if (!bounds.behind) {
        const auto waiting = m_store.outbox().waitingBehind(row.conversation,
                                                            bounds.before.value_or(MessagePosition{kFirst}));
        if (waiting && waiting->id != row.id) // else that is what the archive has
            bounds.behind = waiting;
    }
    // They were out of order before.
    if (bounds.before && bounds.behind && *bounds.behind < *bounds.before)
        bounds.behind.reset();
    if (bounds.before)
        bounds.least = bounds.before->order + 1;
    if (bounds.behind)
        bounds.upper = bounds.behind->order;
    return bounds;
}

qint64 ArchiveOrder::placeIn(const Bounds &bounds, const MessageRecord &row, QList<MessageRecord> &moved)
{
    if (bounds.upper > bounds.least)
        return between(bounds.least, bounds.upper, row.order);
    push(row, *bounds.behind, bounds.least + kRoom, moved);
    return between(bounds.least, bounds.least + kRoom, row.order);
}

/// What stands at `upper` and behind it moves so far that the order keys in front of `least` are free.
void ArchiveOrder::push(const MessageRecord &row, MessagePosition upper, qint64 least,
                        QList<MessageRecord> &moved)
{
    QList<MessageRecord> crowded;
    for (MessagePosition before{upper.order, upper.id - 1};;) {
        const auto next = m_store.messages().after(row.conversation, before, kSlice);
        const auto free = std::find_if(next.cbegin(), next.cend(), [&](const MessageRecord &other) {
            return other.order >= least + crowded.size() + (&other - next.constData());
        });
        crowded.append(QList(next.cbegin(), free));
        if (free != next.cend() || next.size() < kSlice)
            break;
        before = next.last().position();
    }
    crowded.removeIf([&](const MessageRecord &other) { return other.id == row.id; });
    // The last one first, so that they never stand among each other in another order.
    for (qsizetype i = crowded.size() - 1; i >= 0; --i)
        move(crowded[i], least + i, true, moved);
}

void ArchiveOrder::move(MessageRecord known, qint64 order, bool pushed, QList<MessageRecord> &moved)
{
    if (!m_store.messages().setPlace(known.id, order, known.rank))
        return;
    const qint64 from = std::exchange(known.order, order);
    m_chats.moved(known, from, pushed);
    moved.append(known);
}

/// Once all of them are where they belong: who hears of one may look at the others.
void ArchiveOrder::tell(const QList<MessageRecord> &moved)
{
    if (moved.isEmpty())
        return;
    const Jid peer = m_chats.peerOf(moved.first().conversation);
    for (const MessageRecord &row : moved)
        Q_EMIT m_news.messageRemoved(peer, row.id);
    for (const MessageRecord &row : moved)
        Q_EMIT m_news.messageAdded(peer, row.id, row.position());
    Q_EMIT m_news.conversationChanged(peer);
}

} // namespace tertulia
