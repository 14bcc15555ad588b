// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/LongWork.h"
#include "core/history/LogReader.h"

#include <QList>
#include <QMutex>
#include <QQueue>
#include <QWaitCondition>

namespace tertulia
{

/// Some messages of a log.
struct LoggedBatch {
    struct Item {
        LoggedMessage message;
        LogPlace behind; ///< where the log goes on after it
    };
    QList<Item> items;
    qsizetype taken = 0;
    qint64 bytesRead = 0;
    bool damaged = false;
    bool last = false;
};

/// What one thread has read of a log for another to take: only a few batches, however long the log is.
class LoggedBatches
{
public:
    static constexpr int kMost = 4;

    /// From the thread that reads: waits while there are enough. False if the work was given up.
    bool put(LoggedBatch batch, const WorkProgress &progress);
    /// From the other one; nothing while there is none.
    [[nodiscard]] std::unique_ptr<LoggedBatch> take();

private:
    QMutex m_mutex;
    QWaitCondition m_taken;
    QQueue<LoggedBatch> m_batches;
};

} // namespace tertulia
