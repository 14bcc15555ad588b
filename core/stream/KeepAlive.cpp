// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/KeepAlive.h"

#include "core/base/Clock.h"

#include <algorithm>

namespace tertulia
{

KeepAlive::KeepAlive(Clock &clock, TimerSource &timers, Handlers handlers)
    : m_clock(clock)
    , m_timers(timers)
    , m_handlers(std::move(handlers))
{
}

void KeepAlive::start()
{
    m_running = true;
    m_heardAt = m_clock.monotonicMs();
    m_answeredAt = m_heardAt;
    m_sentAt = -1;
    m_askedAt = -1;
    m_timerAt = -1;
    m_answerWithin = kAnswerWithin.count();
    schedule();
}

void KeepAlive::stop()
{
    m_running = false;
    m_timer.stop();
    m_timerAt = -1;
}

void KeepAlive::heard()
{
    // Called for every piece that arrives: the running timer looks at the time when it fires.
    m_heardAt = m_clock.monotonicMs();
}

void KeepAlive::sent()
{
    if (m_sentAt >= 0)
        return;
    m_sentAt = m_clock.monotonicMs();
    schedule();
}

void KeepAlive::asked()
{
    if (m_askedAt >= 0)
        return;
    m_askedAt = m_clock.monotonicMs();
    m_answerWithin = kAnswerWithin.count();
    schedule();
}

void KeepAlive::answered(bool settled)
{
    m_askedAt = -1;
    m_answeredAt = m_clock.monotonicMs();
    m_sentAt = settled ? -1 : m_answeredAt;
    schedule();
}

void KeepAlive::setPatienceOfPeer(std::chrono::milliseconds patience)
{
    const qint64 inTime = patience.count() / 2;
    m_askWhenIdle = inTime > 0 ? std::min<qint64>(inTime, kAskWhenIdle.count()) : kAskWhenIdle.count();
    schedule();
}

void KeepAlive::probe()
{
    if (!m_running)
        return;
    // A question from before the machine slept does not count: this one has a time of its own.
    m_askedAt = m_clock.monotonicMs();
    m_answerWithin = kProbeWithin.count();
    m_handlers.ask();
    schedule();
}

qint64 KeepAlive::nextAt() const
{
    if (m_askedAt >= 0) {
        // Traffic that keeps coming is a sign of life of a busy link, but not for ever (F21).
        constexpr qint64 kPatience = 4;
        const qint64 silent = std::max(m_askedAt, m_heardAt) + m_answerWithin;
        return std::min(silent, m_askedAt + kPatience * m_answerWithin);
    }
    const qint64 idle = m_answeredAt + m_askWhenIdle;
    return m_sentAt >= 0 ? std::min(idle, m_sentAt + kAskAfterSending.count()) : idle;
}

void KeepAlive::schedule()
{
    if (!m_running)
        return;
    const qint64 at = nextAt();
    // A timer that fires too early only looks again, which is cheaper than a new one for every stanza.
    if (m_timer.isActive() && m_timerAt <= at)
        return;
    m_timerAt = at;
    const qint64 wait = std::max<qint64>(0, at - m_clock.monotonicMs());
    m_timer = m_timers.after(std::chrono::milliseconds(wait), [this] { check(); });
}

void KeepAlive::check()
{
    m_timerAt = -1;
    if (!m_running)
        return;
    if (m_clock.monotonicMs() < nextAt()) {
        schedule();
        return;
    }
    if (m_askedAt >= 0) {
        stop();
        m_handlers.dead(); // may destroy us
        return;
    }
    asked();
    m_handlers.ask();
    schedule();
}

} // namespace tertulia
