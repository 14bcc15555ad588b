// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/LongWork.h"

namespace tertulia
{

class Database;

/// Moves what was committed from the log (WAL) into the file, in another thread. SQLite by itself does it
/// within the commit that makes the log long, and whoever commits then waits for the disk, some tens of
/// milliseconds.
///
/// The log begins anew only when all of it was moved and nothing was committed meanwhile. Work that writes
/// for a long time lets it come to that: it waits while isBehind().
class Checkpoints : public QObject
{
    Q_OBJECT
public:
    /// The database must outlive it.
    explicit Checkpoints(Database &database);

    /// After each commit.
    void look();
    /// Whether the log is so long that who can wait with writing should.
    [[nodiscard]] bool isBehind() const;

private:
    struct Log {
        int pages = 0; ///< in the log
        int moved = 0; ///< of them
    };
    void begin();
    void end(const Log &log);

    Database &m_database;
    int m_tried = 0; ///< how long the log was when it was last moved
    bool m_finishing = false; ///< with the next commit the rest is moved
    LongWork m_work;
};

} // namespace tertulia
