// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"

#include <QList>
#include <QObject>

namespace tertulia
{

class Clock;
class Conversations;

/// Wakes when a message that was to be sent later is due. Those that became due while the program did not run
/// are due at once.
class SendSchedule : public QObject
{
    Q_OBJECT
public:
    SendSchedule(Conversations &conversations, Clock &clock, TimerSource &timers, QObject *parent = nullptr);

    /// Looks at the clock: call it when a time was set, or the clock may have jumped.
    void refresh();

Q_SIGNALS:
    /// They wait like others from now on; in this order.
    void due(const QList<qint64> &messageIds);

private:
    Conversations &m_conversations;
    Clock &m_clock;
    TimerSource &m_timers;
    TimerHandle m_timer;
};

} // namespace tertulia
