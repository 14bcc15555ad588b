// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"

#include <QDeadlineTimer>

namespace tertulia
{

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

qint64 SystemClock::monotonicMs() const
{
    return QDeadlineTimer::current(Qt::PreciseTimer).deadline();
}

} // namespace tertulia
