// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace tertulia
{

/// Measures how long the event loop of the thread it was made in keeps others waiting: a thread of its own
/// posts an event there, waits until it was handled, and posts the next. So whatever blocks the loop counts,
/// and no event dispatcher is trusted to tell. Costs some hundred wake-ups a second.
class StallWatch : public QObject
{
    Q_OBJECT
public:
    using Listener = std::function<void(std::chrono::microseconds longest)>;

    /// `listener` hears, in the watched thread, of each wait that was longer than all before.
    explicit StallWatch(Listener listener, QObject *parent = nullptr);
    ~StallWatch() override;

    [[nodiscard]] std::chrono::microseconds longest() const { return m_longest; }

private:
    using Clock = std::chrono::steady_clock;

    void ask();
    void answer(Clock::time_point asked);

    Listener m_listener;
    std::chrono::microseconds m_longest{0};
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_answered = true;
    bool m_over = false;
    std::thread m_thread;
};

} // namespace tertulia
