// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TimerSource.h"

#include <QTimer>

namespace tertulia
{

TimerHandle EventLoopTimers::after(std::chrono::milliseconds delay, std::function<void()> fn)
{
    auto *timer = new QTimer;
    timer->setSingleShot(true);
    // Second-long waits need not be exact: a coarse timer lets the processor sleep.
    timer->setTimerType(delay < std::chrono::seconds(2) ? Qt::PreciseTimer : Qt::CoarseTimer);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, fn = std::move(fn)] {
        const auto run = fn;
        delete timer;
        run();
    });
    timer->start(delay);
    return TimerHandle(timer);
}

} // namespace tertulia
