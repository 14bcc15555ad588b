// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>
#include <utility>

namespace tertulia
{

class Database;

/// One emoji of one person.
struct ReactionRecord {
    Jid sender;
    QString emoji;

    bool operator==(const ReactionRecord &) const = default;
};

/// All that one person feels about one message, which may not be here (yet).
struct ReactionSet {
    qint64 conversation = 0;
    QString targetKey; ///< what it is called on the wire
    qint64 target = 0; ///< its row; 0: not here
    Jid sender;
    QStringList emojis; ///< each once; may be empty
    QDateTime time; ///< UTC, when that was said

    bool operator==(const ReactionSet &) const = default;
};

/// What people feel about messages. A set without emojis is kept too: it is newer than those that come late.
class ReactionsTable
{
public:
    explicit ReactionsTable(Database &database);

    /// In the place of what this person felt about it before.
    Result<void> set(const ReactionSet &set);
    [[nodiscard]] std::optional<ReactionSet> of(qint64 conversation, const QString &targetKey,
                                                const Jid &sender) const;
    /// Everybody's, in the order in which they were given.
    [[nodiscard]] QList<ReactionRecord> to(qint64 target) const;
    /// The message that `anyKey` names is here now, and is called `targetKey` from now on.
    Result<void> resolve(qint64 conversation, const QString &anyKey, const QString &targetKey, qint64 target);
    /// The conversations and the names of messages that are not here; at most `count`.
    [[nodiscard]] QList<std::pair<qint64, QString>> waitingNames(int count) const;
    Result<void> removeTo(qint64 target);

private:
    Database &m_database;
};

} // namespace tertulia
