// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Checkpoints.h"

#include "core/store/Database.h"

#include <utility>

namespace tertulia
{

namespace
{
// Pages of 4 KiB.
constexpr int kLong = 1000;
constexpr int kBehind = 2000;
/// With what may come until the next time it stays below 16 MB (SECURITY R22).
constexpr int kTooLong = 2500;
constexpr std::chrono::milliseconds kNoWait{0};
} // namespace

Checkpoints::Checkpoints(Database &database)
    : m_database(database)
{
    m_database.keepLog();
}

bool Checkpoints::isBehind() const
{
    return m_work.isRunning() && m_database.logPages() > kBehind;
}

void Checkpoints::look()
{
    if (m_work.isRunning())
        return;
    if (std::exchange(m_finishing, false))
        m_database.moveLog();
    const int pages = m_database.logPages();
    if (pages < m_tried)
        m_tried = 0; // it began anew
    // Who reads an old state keeps what came later in the log: trying at each commit would not help.
    if (pages - m_tried > kLong)
        begin();
}

void Checkpoints::begin()
{
    m_work
        .start<Log>([path = m_database.path()](WorkProgress &) -> Result<Log> {
            Database database(path);
            if (auto opened = database.open(kNoWait); !opened)
                return Failure(opened.error());
            Log log;
            // What came during the first one is little, and then the second one has little to do.
            for (int i = 0; i < 2; ++i) {
                Rows rows = database.read("PRAGMA wal_checkpoint(PASSIVE)");
                if (rows.next())
                    log = {int(rows.number(1)), int(rows.number(2))};
            }
            return log;
        })
        .then(this, [this](const Result<Log> &log) {
            if (log)
                end(*log);
        });
}

void Checkpoints::end(const Log &log)
{
    m_tried = log.pages;
    const bool allMoved = log.moved == log.pages;
    if (allMoved && m_database.logPages() == log.pages) {
        m_database.forgetLogPages();
    } else if (allMoved && log.pages > kTooLong) {
        // Who writes does not pause. The little that came meanwhile can be moved within a commit.
        m_finishing = true;
        if (!m_database.inTurn())
            look();
    }
}

} // namespace tertulia
