// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

class QRandomGenerator;

namespace tertulia
{

/// What a power cut leaves of SQLite's files: all that was synced, and of what was written since any part,
/// sector by sector. It watches the databases opened while it is there; they must be closed before it goes.
class PowerCut
{
public:
    PowerCut();
    ~PowerCut();
    PowerCut(const PowerCut &) = delete;
    PowerCut &operator=(const PowerCut &) = delete;

    /// Writes the file at `path`, its log and its journal as they would lie on the disk, into `folder`.
    /// Returns the path of the main file there. Of the unsynced sectors `share` (0 to 1) were written.
    QString leave(const QString &path, const QString &folder, double share, QRandomGenerator &random) const;
    /// How many sectors of these files were written and not synced.
    [[nodiscard]] qint64 unsyncedSectors(const QString &path) const;

    class Disk;

private:
    std::unique_ptr<Disk> m_disk;
};

} // namespace tertulia
