// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>

namespace tertulia
{

/// One running timer; stops when destroyed. Made by TimerSource, whose timer object deletes itself before it
/// calls.
class TimerHandle
{
public:
    TimerHandle() = default;
    explicit TimerHandle(QObject *timer)
        : m_timer(timer)
    {
    }
    TimerHandle(TimerHandle &&other) noexcept { swap(other); }
    TimerHandle &operator=(TimerHandle &&other) noexcept
    {
        if (this != &other) {
            stop();
            swap(other);
        }
        return *this;
    }
    TimerHandle(const TimerHandle &) = delete;
    TimerHandle &operator=(const TimerHandle &) = delete;
    ~TimerHandle() { stop(); }

    void stop()
    {
        delete m_timer.data();
        m_timer.clear();
    }
    /// True until it fired or was stopped.
    [[nodiscard]] bool isActive() const { return !m_timer.isNull(); }

private:
    void swap(TimerHandle &other) noexcept { m_timer.swap(other.m_timer); }

    QPointer<QObject> m_timer;
};

/// Where every time-out and delay of core comes from, so that tests can turn the clock by hand.
class TimerSource
{
public:
    TimerSource() = default;
    virtual ~TimerSource() = default;
    Q_DISABLE_COPY_MOVE(TimerSource)

    /// Calls `fn` once after `delay`, unless the handle is destroyed before.
    [[nodiscard]] virtual TimerHandle after(std::chrono::milliseconds delay, std::function<void()> fn) = 0;
};

/// Timers of the Qt event loop.
class EventLoopTimers : public TimerSource
{
public:
    [[nodiscard]] TimerHandle after(std::chrono::milliseconds delay, std::function<void()> fn) override;
};

} // namespace tertulia
