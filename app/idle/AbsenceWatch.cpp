// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/idle/AbsenceWatch.h"

#include "core/base/Clock.h"

#include <algorithm>

namespace tertulia
{

using namespace std::chrono_literals;

AbsenceWatch::AbsenceWatch(Sources sources, std::function<Rules()> rules, const Clock &clock,
                           TimerSource &timers, QObject *parent)
    : QObject(parent)
    , m_sources(std::move(sources))
    , m_rules(std::move(rules))
    , m_clock(clock)
    , m_timers(timers)
{
    check();
}

void AbsenceWatch::setLocked(bool locked)
{
    m_locked = locked;
    tell();
}

void AbsenceWatch::check()
{
    m_source = 0;
    ++m_question;
    m_timer.stop();
    if (m_rules().byTime) {
        ask();
    } else {
        m_idle = 0ms;
        tell();
    }
}

void AbsenceWatch::ask()
{
    if (m_source == m_sources.size()) {
        m_idle = 0ms; // whatever the last one said, it does not know any more
        tell();
        m_timer = m_timers.after(kWithoutAnswer, [this] { check(); });
        return;
    }
    m_sources[m_source]->idleTime().then(this, [this, question = ++m_question](const Result<IdleTime> &idle) {
        if (question != m_question)
            return;
        if (idle && *idle) {
            take(**idle);
            return;
        }
        ++m_source;
        ask();
    });
}

void AbsenceWatch::take(std::chrono::milliseconds idle)
{
    m_idle = std::max(idle, 0ms);
    const Rules rules = m_rules();
    const auto wait
        = m_idle < rules.away ? std::max<std::chrono::milliseconds>(rules.away - m_idle, 1s) : kUntilBack;
    m_timer = m_timers.after(wait, [this] { ask(); });
    tell();
}

void AbsenceWatch::tell()
{
    const Rules rules = m_rules();
    using Level = Absence::Level;
    Absence now{m_locked && rules.byLock ? Level::Away : Level::Here};
    if (rules.byTime && m_idle >= rules.gone)
        now.level = Level::Gone;
    else if (rules.byTime && m_idle >= rules.away)
        now.level = Level::Away;
    if (now.level != Level::Here)
        now.status = now.level == Level::Away ? rules.awayStatus : rules.goneStatus;
    if (now.level == m_absence.level && now.status == m_absence.status)
        return;
    // Who locks the screen was there a moment before, whatever the last answer was. One and the same absence
    // has one beginning, though clocks and answers differ a little.
    const auto idle = m_idle < rules.away ? 0ms : m_idle;
    if (now.level != Level::Here)
        now.since = m_absence.since.isValid() ? m_absence.since : m_clock.now().addMSecs(-idle.count());
    m_absence = now;
    Q_EMIT changed(m_absence);
}

} // namespace tertulia
