// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SendSchedule.h"

#include "core/base/Clock.h"
#include "core/chat/Conversations.h"

#include <algorithm>

namespace tertulia
{

using namespace std::chrono_literals;

namespace
{

/// Timers do not count while the machine sleeps, and the clock may be set.
constexpr std::chrono::milliseconds kLongest = 1min;

} // namespace

SendSchedule::SendSchedule(Conversations &conversations, Clock &clock, TimerSource &timers, QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_clock(clock)
    , m_timers(timers)
{
}

void SendSchedule::refresh()
{
    m_timer.stop();
    if (const QList<qint64> ids = m_conversations.releaseDue(); !ids.isEmpty())
        Q_EMIT due(ids);
    const QDateTime next = m_conversations.nextDue();
    if (!next.isValid())
        return;
    // What is due and still there could not be written: not again at once.
    const std::chrono::milliseconds left(m_clock.now().msecsTo(next));
    m_timer = m_timers.after(left.count() > 0 ? std::min(left, kLongest) : kLongest, [this] { refresh(); });
}

} // namespace tertulia
