// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <algorithm>

namespace tertulia
{

/// Where messages stand in a timeline. Order keys are microseconds since 1970 as long as clocks behave.
class MessageOrder
{
public:
    /// For what is said now: behind everything that is there, whatever the clock says (SECURITY R29).
    [[nodiscard]] static qint64 now(qint64 last, const QDateTime &now)
    {
        return std::max(last + 1, now.toMSecsSinceEpoch() * 1000);
    }
    /// For what was said at `time`: among the others of that time. Equal keys stand in order of arrival.
    [[nodiscard]] static qint64 at(const QDateTime &time) { return time.toMSecsSinceEpoch() * 1000; }
};

} // namespace tertulia
