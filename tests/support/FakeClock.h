// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/TimerSource.h"

#include <vector>

namespace tertulia
{

/// Time that stands still until a test moves it; clock and timers in one. The wall clock starts at
/// 2026-01-02T03:04:05Z.
class FakeClock : public Clock, public TimerSource
{
public:
    FakeClock();
    ~FakeClock() override;

    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 monotonicMs() const override { return m_elapsed; }
    [[nodiscard]] TimerHandle after(std::chrono::milliseconds delay, std::function<void()> fn) override;

    /// Lets time pass: due timers fire in order, each at its own moment, with the event loop run in between.
    void advance(std::chrono::milliseconds time);
    /// Moves the wall clock alone, as a person or NTP does.
    void setNow(const QDateTime &now);
    [[nodiscard]] qsizetype runningTimers() const { return qsizetype(m_timers.size()); }

private:
    class Timer;

    qint64 m_elapsed = 1'000'000;
    QDateTime m_start;
    quint64 m_made = 0;
    std::vector<Timer *> m_timers;
};

} // namespace tertulia
