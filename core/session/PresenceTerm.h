// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"

#include <QDateTime>
#include <QObject>

namespace tertulia
{

class Clock;
class Store;

/// When what the person chose to be seen as ends (UI e.4), by the wall clock, across runs of the program.
class PresenceTerm : public QObject
{
    Q_OBJECT
public:
    /// `clock`, `timers` and `store` must outlive it.
    PresenceTerm(const Clock &clock, TimerSource &timers, Store &store, QObject *parent = nullptr);

    /// Invalid: it does not end.
    [[nodiscard]] QDateTime end() const { return m_end; }
    void setEnd(const QDateTime &end);
    /// Timers stand still while the machine sleeps: looks at the clock again.
    void check();

Q_SIGNALS:
    /// The end has come; end() is invalid from now on.
    void ended();

private:
    const Clock &m_clock;
    TimerSource &m_timers;
    Store &m_store;
    QDateTime m_end;
    TimerHandle m_timer;
};

} // namespace tertulia
