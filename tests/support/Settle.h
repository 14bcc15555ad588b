// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>

#include <functional>

namespace tertulia
{

/// Runs the event loop until what was posted has happened, and what that posted in turn.
void settle();

/// Runs the event loop until `condition` holds; false after `limit` of real time (workers are waited for).
bool settleUntil(const std::function<bool()> &condition,
                 std::chrono::milliseconds limit = std::chrono::seconds(10));

} // namespace tertulia
