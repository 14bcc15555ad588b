// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"

#include <QObject>
#include <QTimer>

#include <atomic>

class QThread;

namespace tertulia
{

/// How far work is that another thread does, and whether it is still wanted. The only thing that both threads
/// touch.
class WorkProgress
{
public:
    /// So much is to be done in all, in whatever the work counts; 0: nobody knows.
    void expect(qint64 all) { m_all = all; }
    void advance(qint64 more = 1) { m_done += more; }
    void cancel() { m_cancelled = true; }

    [[nodiscard]] qint64 all() const { return m_all; }
    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

private:
    std::atomic<qint64> m_all = 0;
    std::atomic<qint64> m_done = 0;
    std::atomic<bool> m_cancelled = false;
};

/// Work that takes long: it runs in a thread of its own, says how far it is, and can be stopped. One at a
/// time.
class LongWork : public QObject
{
    Q_OBJECT
public:
    explicit LongWork(QObject *parent = nullptr);
    /// Stops the work and waits for it: a job looks at isCancelled() every few milliseconds.
    ~LongWork() override;

    /// Runs `job` in the other thread. Completes with what it gives; Cancelled after cancel(), whatever it
    /// gives then. What the job holds is let go in the other thread.
    template <class T>
    Task<T> start(std::function<Result<T>(WorkProgress &)> job);
    /// The job is to end early. It may still take a moment; then the task completes.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_thread != nullptr; }

Q_SIGNALS:
    /// Ten times a second while something moves; `all` 0: nobody knows.
    void progressed(qint64 done, qint64 all);

private:
    void run(std::function<void()> job, std::function<void()> over);
    void tell();
    void stop();

    std::shared_ptr<WorkProgress> m_progress;
    QThread *m_thread = nullptr;
    QTimer m_pulse;
    qint64 m_told = -1;
};

template <class T>
Task<T> LongWork::start(std::function<Result<T>(WorkProgress &)> job)
{
    stop();
    m_progress = std::make_shared<WorkProgress>();
    auto promise = std::make_shared<Promise<T>>();
    auto result = std::make_shared<std::optional<Result<T>>>();
    auto task = promise->task();
    const auto progress = m_progress;
    run(
        [progress, result, job = std::move(job)]() mutable {
            result->emplace(job(*progress));
            job = nullptr;
        },
        [progress, result, promise] {
            if (progress->isCancelled())
                promise->finish(failure(ErrorCode::Cancelled));
            else
                promise->finish(std::move(**result));
        });
    return task;
}

} // namespace tertulia
