// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/MuteEnds.h"

#include "core/base/Clock.h"
#include "core/chat/Conversations.h"

#include <algorithm>

namespace tertulia
{

namespace
{

constexpr qint64 kLongestWaitMs = 60000;

} // namespace

MuteEnds::MuteEnds(Conversations &conversations, Clock &clock, TimerSource &timers, QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_clock(clock)
    , m_timers(timers)
{
    connect(&conversations, &Conversations::muteChanged, this, &MuteEnds::wait);
    connect(&conversations, &Conversations::reloaded, this, &MuteEnds::wait);
    wait();
}

void MuteEnds::wait()
{
    const QDateTime next = m_conversations.nextMuteEnd();
    if (next == m_awaited && (m_timer.isActive() || !next.isValid()))
        return;
    m_awaited = next;
    m_timer.stop();
    if (!next.isValid())
        return;
    const qint64 rest = std::clamp<qint64>(m_clock.now().msecsTo(next), 0, kLongestWaitMs);
    m_timer = m_timers.after(std::chrono::milliseconds(rest), [this] {
        m_awaited = {};
        m_conversations.endMutes();
        wait();
    });
}

} // namespace tertulia
