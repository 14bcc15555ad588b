// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"

#include <QDateTime>
#include <QObject>

namespace tertulia
{

class Clock;
class Conversations;

/// Chats that are muted for a while: tells when the time is over. It looks at the clock again and again,
/// since no timer runs while the machine sleeps.
class MuteEnds : public QObject
{
    Q_OBJECT
public:
    MuteEnds(Conversations &conversations, Clock &clock, TimerSource &timers, QObject *parent = nullptr);

private:
    void wait();

    Conversations &m_conversations;
    Clock &m_clock;
    TimerSource &m_timers;
    TimerHandle m_timer;
    QDateTime m_awaited;
};

} // namespace tertulia
