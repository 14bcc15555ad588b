// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QDateTime>

#include <optional>

namespace tertulia
{

class Database;

/// A stretch of an archive of which every message is known. Ids are the archive's; both are empty when it had
/// nothing yet.
struct ArchiveRange {
    QString firstId = {};
    QDateTime firstTime = {}; ///< UTC, as every time here
    QString lastId = {};
    QDateTime lastTime = {};
    bool reachesStart = false; ///< nothing was archived before it

    bool operator==(const ArchiveRange &) const = default;
};

/// How far each archive is known, by account (uuid) and bare address of the archive.
class ArchivesTable
{
public:
    explicit ArchivesTable(Database &database);

    /// The range that ends last.
    [[nodiscard]] std::optional<ArchiveRange> newest(const QString &account, const Jid &archive) const;
    /// Puts `range` in the place of newest(), or first.
    Result<void> saveNewest(const QString &account, const Jid &archive, const ArchiveRange &range);

private:
    Database &m_database;
};

} // namespace tertulia
