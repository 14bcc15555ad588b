// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulation/SimulatedTime.h"

#include <QCoreApplication>

#include <memory>
#include <vector>

namespace tertulia
{

class SimulatedTime::Timer : public QObject
{
public:
    Timer(SimulatedTime &time, When when, std::function<void()> fn)
        : m_time(&time)
        , m_when(when)
        , m_fn(std::move(fn))
    {
        time.m_timers.emplace(when, this);
    }
    ~Timer() override
    {
        if (m_time)
            m_time->m_timers.erase(m_when);
    }
    Q_DISABLE_COPY_MOVE(Timer)

    void forget() { m_time = nullptr; }
    /// No handle deletes it.
    void setNobodys() { m_nobodys = true; }
    [[nodiscard]] bool isNobodys() const { return m_nobodys; }
    [[nodiscard]] std::function<void()> takeFunction() { return std::move(m_fn); }

private:
    SimulatedTime *m_time;
    When m_when;
    std::function<void()> m_fn;
    bool m_nobodys = false;
};

SimulatedTime::~SimulatedTime()
{
    std::vector<std::unique_ptr<Timer>> nobodys;
    for (const auto &[when, timer] : m_timers) {
        timer->forget();
        if (timer->isNobodys())
            nobodys.emplace_back(timer);
    }
}

TimerHandle SimulatedTime::after(std::chrono::milliseconds delay, std::function<void()> fn)
{
    return TimerHandle(new Timer(*this, {m_now + delay.count(), ++m_made}, std::move(fn)));
}

void SimulatedTime::later(qint64 delayMs, std::function<void()> fn)
{
    (new Timer(*this, {m_now + delayMs, ++m_made}, std::move(fn)))->setNobodys();
}

bool SimulatedTime::step(qint64 until)
{
    if (m_timers.empty() || m_timers.begin()->first.first > until) {
        m_now = std::max(m_now, until);
        return false;
    }
    const auto [when, timer] = *m_timers.begin();
    m_now = std::max(m_now, when.first);
    const auto fire = timer->takeFunction();
    delete timer;
    fire();
    settle();
    return true;
}

void SimulatedTime::settle()
{
    // Not processEvents(): timers of the real event loop have no place here.
    for (int round = 0; round < 4; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

} // namespace tertulia
