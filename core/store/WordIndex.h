// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QSet>

namespace tertulia
{

class Database;
class SearchWords;
class SqlValue;

/// The words of all messages, for search, but for those of chats that the person excluded. Which messages it
/// holds stands with each message, so that words are put in and taken out exactly once.
class WordIndex
{
public:
    /// The conversation setting (a number, 0: excluded) by which a chat is left out.
    static constexpr auto kSearched = "searched";

    explicit WordIndex(Database &database);

    /// A query of the table messages_text for all words of `words`, each as a text in quotes, so that no
    /// operator of its language gets through (SECURITY A114). Empty if the index knows none of them.
    [[nodiscard]] static QString terms(const SearchWords &words);
    /// The same for what does not ask for the beginning of a word; empty if that is all of it, or nothing.
    [[nodiscard]] static QString finishedTerms(const SearchWords &words);

    /// Whether the words of a new message of this conversation are to be in it.
    [[nodiscard]] bool takes(qint64 conversation) const;
    /// Puts the words of a message in that was inserted just now, and says that it takes().
    /// Not by a trigger: that makes a statement of its own within the statement, at whose beginning FTS5
    /// writes out all that it holds back, three times the cost of the message itself.
    Result<void> add(qint64 message, const SqlValue &body);

    /// Excludes a chat whose setting changed, or takes it in again: from now on new messages follow; those
    /// that are there do so by followMore().
    Result<void> follow(qint64 conversation);
    /// Does a piece of what follow() left, a few milliseconds of it, and says whether more is left; also what
    /// was left when the program ended.
    Result<bool> followMore();

    /// Words of what was taken away stay in the index until its parts are merged. Does a piece of that work,
    /// a few milliseconds of it, and says whether more is left; `begin` for the first piece.
    Result<bool> merge(bool begin);

    /// Settings may have been undone.
    void forgetKnown() { m_known = false; }

private:
    [[nodiscard]] const QSet<qint64> &excluded() const;

    Database &m_database;
    mutable QSet<qint64> m_excluded;
    mutable bool m_known = false;
};

} // namespace tertulia
