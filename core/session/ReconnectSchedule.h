// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <chrono>

namespace tertulia
{

class IdSource;

/// What the end of a stream asks for.
enum class Recovery {
    Retry, ///< try again by the schedule
    OtherResource, ///< another client took our resource: once more with a name the server chooses
    AskPerson, ///< trying again the same way can only fail, or would be unsafe
};

/// What to do about an error that ended a stream or an attempt (SECURITY A50, F10).
Recovery recoveryFrom(ErrorCode code);

/// When to try again (SECURITY R10): after a cut of our connection alone a random 0 to 3 s; after a server's
/// restart or a refused retry a random 0 to 60 s; then windows that double up to 5 min, always with full
/// jitter, so that a server that comes back is not met by all its clients at once. A log-in that the server
/// could not decide on is tried after 30 to 60 s, then in windows that double up to 15 min: under 15 times in
/// an hour, whatever the draw (SECURITY A50).
class ReconnectSchedule
{
public:
    explicit ReconnectSchedule(IdSource &ids);

    /// Milliseconds to wait after this failure.
    [[nodiscard]] std::chrono::milliseconds next(ErrorCode code);
    /// The connection held for kStable: the next cut starts over.
    void reset();

    static constexpr std::chrono::seconds kStable{30};

private:
    std::chrono::milliseconds afterRefusedLogin();

    IdSource &m_ids;
    int m_failures = 0;
    int m_refusedLogins = 0;
};

} // namespace tertulia
