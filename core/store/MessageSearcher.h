// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/store/MessageQuery.h"

#include <QHash>

#include <functional>
#include <vector>

namespace tertulia
{

class Database;

/// One search, from the newest message backwards, a page at a time.
///
/// Ways are tried in the order in which they may be short, and each goes on where the one before stopped. The
/// newest messages are read as they are: a word that many have is there at once, and a beginning of two
/// letters need not be gathered from the index. Then the index says which messages have the words that are
/// finished, and then which have them all. Few are read and sorted; many are met by walking back through the
/// times. What the index gives is read too, since it knows of no phrases and of no signs.
class MessageSearcher
{
public:
    /// When one way is given up for another, as measured with a million messages.
    struct Patience {
        /// How many messages are read before another way is tried: some ten milliseconds.
        int reads = 2000;
        /// How many are passed by on a way back that knows which to read: some ten milliseconds too.
        int passes = 60'000;
        /// So many are placed at once; a page of more than that is met soon on the way back.
        std::size_t few = 1000;
        /// So many are placed in the time for a search.
        std::size_t placeable = 5000;
        /// If the finished words are in more messages, what is typed of the next one is asked for at once.
        std::size_t narrow = 50'000;
    };

    MessageSearcher(Database &database, MessageQuery query);
    MessageSearcher(Database &database, MessageQuery query, const Patience &patience);

    /// `unwanted` tells between two messages whether to give up (Cancelled).
    Result<FoundPage> next(int count, const std::function<bool()> &unwanted);

private:
    struct Place {
        qint64 at = 0; ///< a time, or in a single chat the order
        qint64 conversation = 0;
        qint64 id = 0;

        auto operator<=>(const Place &) const = default;
    };
    struct Chat {
        QString account;
        Jid peer;
    };

    enum class Way {
        Newest, ///< back, reading each
        Finished, ///< back, reading those with the finished words
        All, ///< back, reading those with all words, for a while
        Rest, ///< the same, or reading each where the index knows no word, to the beginning
        Few, ///< from one of m_few to the next
    };

    Result<void> readChats();
    Result<void> goOn(FoundPage &page, int count);
    Result<void> ask(Way way, const QString &terms, std::size_t most);
    Result<void> askAll();
    Result<void> gatherFew();
    Result<void> walk(FoundPage &page, int count, int reads, int passes);
    Result<void> takeFew(FoundPage &page, int count);
    Result<void> test(const Place &place, FoundPage &page);
    [[nodiscard]] bool indexHas(qint64 id) const;

    Database &m_database;
    MessageQuery m_query;
    Patience m_patience;
    std::function<bool()> m_unwanted;
    QHash<qint64, Chat> m_chats; ///< those to look at
    qint64 m_only = 0; ///< the only one of them
    Place m_from; ///< what is behind was looked at
    bool m_begun = false;
    bool m_ended = false;
    Way m_way = Way::Newest;
    std::vector<qint64> m_matching; ///< ids by the index, ascending; none: it was not asked
    std::vector<Place> m_few; ///< all that is left, the next one last
};

} // namespace tertulia
