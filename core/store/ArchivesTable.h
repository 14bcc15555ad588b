// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/base/Result.h"

#include <QDateTime>
#include <QList>

namespace tertulia
{

class Database;

/// A stretch of an archive of which every message is known. Ids are the archive's; both are empty when it had
/// nothing yet. Between a range and the one that is older lies a hole.
struct ArchiveRange {
    qint64 id = 0; ///< row; what is newer has a greater one
    QString firstId = {};
    QDateTime firstTime = {}; ///< UTC, as every time here; by the archive's clock, to ask it by
    qint64 firstRank = 0; ///< ArchiveRank
    QString lastId = {};
    QDateTime lastTime = {};
    qint64 lastRank = 0;
    bool reachesStart = false; ///< nothing was archived before it

    bool operator==(const ArchiveRange &) const = default;
};

/// What is known of one chat in the hole in front of a range: everything from `firstId` on, or all of it.
struct ArchiveChatRead {
    qint64 range = 0;
    Jid peer = {};
    QString firstId = {};
    qint64 firstRank = 0; ///< of what is known of nobody else; 0: there is none
    bool complete = false;

    bool operator==(const ArchiveChatRead &) const = default;
};

/// How far each archive is known, by account (uuid) and bare address of the archive.
class ArchivesTable
{
public:
    explicit ArchivesTable(Database &database);

    /// The newest first.
    [[nodiscard]] QList<ArchiveRange> ranges(const QString &account, const Jid &archive) const;
    /// Adds one that is newer than all others and gives its row id.
    Result<qint64> add(const QString &account, const Jid &archive, const ArchiveRange &range);
    Result<void> save(const ArchiveRange &range);
    /// With what is known of single chats in front of it.
    Result<void> remove(qint64 id);
    [[nodiscard]] QList<ArchiveChatRead> chatReads(qint64 range) const;
    Result<void> save(const ArchiveChatRead &read);

private:
    Database &m_database;
};

} // namespace tertulia
