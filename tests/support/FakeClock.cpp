// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeClock.h"

#include "tests/support/Settle.h"

#include <algorithm>

namespace tertulia
{

class FakeClock::Timer : public QObject
{
public:
    Timer(FakeClock &clock, qint64 due, quint64 order, std::function<void()> fn)
        : m_due(due)
        , m_order(order)
        , m_fn(std::move(fn))
        , m_clock(&clock)
    {
        clock.m_timers.push_back(this);
    }
    ~Timer() override
    {
        if (m_clock)
            std::erase(m_clock->m_timers, this);
    }
    Q_DISABLE_COPY_MOVE(Timer)

    void forget() { m_clock = nullptr; }
    [[nodiscard]] std::pair<qint64, quint64> when() const { return {m_due, m_order}; }
    [[nodiscard]] std::function<void()> function() const { return m_fn; }

private:
    qint64 m_due;
    quint64 m_order;
    std::function<void()> m_fn;
    FakeClock *m_clock;
};

FakeClock::FakeClock()
    : m_start(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC)
{
    m_start = m_start.addMSecs(-m_elapsed);
}

FakeClock::~FakeClock()
{
    for (Timer *timer : m_timers)
        timer->forget();
}

QDateTime FakeClock::now() const
{
    return m_start.addMSecs(m_elapsed);
}

void FakeClock::setNow(const QDateTime &now)
{
    m_start = now.toUTC().addMSecs(-m_elapsed);
}

TimerHandle FakeClock::after(std::chrono::milliseconds delay, std::function<void()> fn)
{
    return TimerHandle(new Timer(*this, m_elapsed + delay.count(), ++m_made, std::move(fn)));
}

void FakeClock::advance(std::chrono::milliseconds time)
{
    const qint64 until = m_elapsed + time.count();
    settle();
    while (!m_timers.empty()) {
        Timer *next = *std::min_element(m_timers.begin(), m_timers.end(),
                                        [](const Timer *a, const Timer *b) { return a->when() < b->when(); });
        if (next->when().first > until)
            break;
        m_elapsed = std::max(m_elapsed, next->when().first);
        const auto fire = next->function();
        delete next; // as TimerSource promises: gone before it calls
        fire();
        settle();
    }
    m_elapsed = until;
}

} // namespace tertulia
