// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace tertulia
{

/// What time it is. The wall clock may jump (SECURITY R29): order and time-outs use the monotonic one.
class Clock
{
public:
    Clock() = default;
    virtual ~Clock() = default;
    Q_DISABLE_COPY_MOVE(Clock)

    /// Now, in UTC.
    [[nodiscard]] virtual QDateTime now() const = 0;
    /// Milliseconds since an arbitrary start; never goes back.
    [[nodiscard]] virtual qint64 monotonicMs() const = 0;
};

/// The system's clocks.
class SystemClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 monotonicMs() const override;
};

} // namespace tertulia
