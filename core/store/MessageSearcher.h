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
/// The newest messages are read as they are: a word that many have is there at once, and a beginning of two
/// letters need not be gathered from the index. Where that does not fill the page the index says which
/// messages have the words: few are read and sorted; many are met by walking back through the times. What the
/// index gives is read too, since it knows of no phrases and of no signs.
class MessageSearcher
{
public:
    MessageSearcher(Database &database, MessageQuery query);

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

    Result<void> readChats();
    Result<void> askIndex();
    Result<void> gatherFew();
    Result<void> walk(FoundPage &page, int count, int budget);
    Result<void> takeFew(FoundPage &page, int count);
    Result<void> test(const Place &place, FoundPage &page);
    [[nodiscard]] bool indexHas(qint64 id) const;

    Database &m_database;
    MessageQuery m_query;
    std::function<bool()> m_unwanted;
    QHash<qint64, Chat> m_chats; ///< those to look at
    qint64 m_only = 0; ///< the only one of them
    Place m_from; ///< what is behind was looked at
    bool m_begun = false;
    bool m_ended = false;
    bool m_indexed = false; ///< m_matching is filled, or there is nothing to ask for
    bool m_narrowed = false; ///< m_matching counts
    std::vector<qint64> m_matching; ///< ids by the index, ascending
    std::vector<Place> m_few; ///< all that is left, the next one last
    bool m_fewGathered = false;
};

} // namespace tertulia
