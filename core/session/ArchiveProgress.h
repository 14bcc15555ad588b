// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <optional>

namespace tertulia
{

/// How far back an account's messages are here.
struct ArchiveProgress {
    enum class State {
        Offline, ///< not connected, or not caught up yet: nothing is known of the archive now
        NoArchive,
        Fetching,
        Paused, ///< by the person
        Waiting, ///< the archive failed; it is asked again later
        Done, ///< all that is wanted is here
    };

    State state = State::Offline;
    QDateTime reached = {}; ///< UTC, everything from then on is here; invalid: nothing is
    QDateTime start = {}; ///< UTC, when the archive begins; invalid: not known
    bool complete = false; ///< nothing older is there

    /// Thousandths of the time between the archive's beginning and now; nothing if that is not known.
    [[nodiscard]] std::optional<int> thousandths(const QDateTime &now) const;
    bool operator==(const ArchiveProgress &) const = default;
};

} // namespace tertulia
