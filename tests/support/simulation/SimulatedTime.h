// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/TimerSource.h"

#include <map>

namespace tertulia
{

/// The one time line of a simulation: what is due happens in order, each with the event loop run behind it,
/// and no real time passes.
class SimulatedTime : public TimerSource
{
public:
    SimulatedTime() = default;
    ~SimulatedTime() override;

    [[nodiscard]] qint64 nowMs() const { return m_now; }
    [[nodiscard]] TimerHandle after(std::chrono::milliseconds delay, std::function<void()> fn) override;
    /// after(), for what nobody takes back.
    void later(qint64 delayMs, std::function<void()> fn);
    /// Lets the next thing happen; false if nothing is due before `until` (then it is that late).
    bool step(qint64 until);

    /// Runs the posted events, and what they post.
    static void settle();

private:
    class Timer;
    using When = std::pair<qint64, quint64>;

    qint64 m_now = 1'000'000;
    quint64 m_made = 0;
    std::map<When, Timer *> m_timers;
};

/// What one machine believes the time to be.
class SimulatedClock : public Clock
{
public:
    /// `wrong`: by how many milliseconds its wall clock is ahead.
    SimulatedClock(const SimulatedTime &time, qint64 wrong)
        : m_time(time)
        , m_wrong(wrong)
    {
    }

    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime::fromMSecsSinceEpoch(1'767'323'045'000 + m_time.nowMs() + m_wrong, Qt::UTC);
    }
    [[nodiscard]] qint64 monotonicMs() const override { return m_time.nowMs(); }
    /// As a person or NTP does.
    void setWrong(qint64 wrong) { m_wrong = wrong; }

private:
    const SimulatedTime &m_time;
    qint64 m_wrong;
};

} // namespace tertulia
