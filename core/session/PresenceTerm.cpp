// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/PresenceTerm.h"

#include "core/base/Clock.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// Milliseconds since 1970.
const QString kKey = u"presence/until"_s;
/// So that a clock that was put right in between is noticed.
constexpr std::chrono::milliseconds kLongestWait = 10min;

} // namespace

PresenceTerm::PresenceTerm(const Clock &clock, TimerSource &timers, Store &store, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timers(timers)
    , m_store(store)
{
    if (const qint64 end = store.settings().value(kKey).toLongLong(); end > 0) {
        m_end = QDateTime::fromMSecsSinceEpoch(end, Qt::UTC);
        // From the event loop: who made this is to hear of an end that has come.
        m_timer = m_timers.after(0ms, [this] { check(); });
    }
}

void PresenceTerm::setEnd(const QDateTime &end)
{
    if (end == m_end)
        return;
    m_end = end;
    m_timer.stop();
    // A failure is announced by Store::failed.
    std::ignore
        = m_store.settings().setValue(kKey, end.isValid() ? QVariant(end.toMSecsSinceEpoch()) : QVariant());
    check();
}

void PresenceTerm::check()
{
    if (!m_end.isValid())
        return;
    const std::chrono::milliseconds left(m_clock.now().msecsTo(m_end));
    if (left > 0ms) {
        m_timer = m_timers.after(std::min(left, kLongestWait), [this] { check(); });
        return;
    }
    setEnd({});
    Q_EMIT ended();
}

} // namespace tertulia
