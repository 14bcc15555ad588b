// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/MessagesTable.h"

#include <limits>

namespace tertulia
{

class Chats;
class Conversations;
class Store;
struct Chat;

/// Keeps the rows of a chat whose place in the archive is known (ArchiveRank) in the archive's order,
/// whatever the clocks of two machines say (UI R18, SECURITY R03, R29, F24). Stamps place messages among
/// those of which the archive says nothing: what we say is sent behind all that it has.
class ArchiveOrder
{
public:
    ArchiveOrder(Conversations &news, Chats &chats, Store &store);

    /// The order key of a row that is to be inserted: its own, if that is between its neighbours. False if
    /// nothing is free there.
    [[nodiscard]] bool find(MessageRecord &row) const;
    /// Moves others for one that was inserted, and of which nobody knows yet.
    void makeRoom(MessageRecord &row);
    /// A row that was here has this rank: it moves between its neighbours if it is not there.
    void settle(const MessageRecord &known, qint64 rank);

private:
    /// Between which rows one stands, and the order keys that are free for it: from `least` on, below
    /// `upper`.
    struct Bounds {
        std::optional<MessagePosition> before = {};
        std::optional<MessagePosition> behind = {};
        qint64 least = std::numeric_limits<qint64>::min();
        qint64 upper = std::numeric_limits<qint64>::max();
    };
    [[nodiscard]] Bounds boundsOf(const MessageRecord &row) const;
    /// The key of a row that stands between them, from which others have moved if need be.
    [[nodiscard]] qint64 placeIn(const Bounds &bounds, const MessageRecord &row, QList<MessageRecord> &moved);
    void push(const MessageRecord &row, MessagePosition upper, qint64 least, QList<MessageRecord> &moved);
    /// `pushed`: so are those behind it.
    void move(MessageRecord known, qint64 order, bool pushed, QList<MessageRecord> &moved);
    void tell(const QList<MessageRecord> &moved);

    Conversations &m_news;
    Chats &m_chats;
    Store &m_store;
};

} // namespace tertulia
