// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/LoggedBatches.h"

namespace tertulia
{

namespace
{
/// Somebody who does not take any more may have given up the work.
constexpr int kLookUpMs = 20;
} // namespace

bool LoggedBatches::put(LoggedBatch batch, const WorkProgress &progress)
{
    const QMutexLocker lock(&m_mutex);
    while (m_batches.size() >= kMost) {
        if (progress.isCancelled())
            return false;
        m_taken.wait(&m_mutex, kLookUpMs);
    }
    m_batches.enqueue(std::move(batch));
    return !progress.isCancelled();
}

std::unique_ptr<LoggedBatch> LoggedBatches::take()
{
    const QMutexLocker lock(&m_mutex);
    if (m_batches.isEmpty())
        return nullptr;
    m_taken.wakeOne();
    return std::make_unique<LoggedBatch>(m_batches.dequeue());
}

} // namespace tertulia
