// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Presence.h"

#include <QDateTime>
#include <QStringList>

namespace tertulia
{

/// What one device of somebody shows.
struct ResourcePresence {
    Jid jid = {}; ///< full
    Availability availability = Availability::Available;
    QString status = {}; ///< untrusted
    int priority = 0; ///< -128..127
    QDateTime since = {}; ///< UTC, when it was sent (XEP-0203) or came
    QDateTime idleSince = {}; ///< UTC, last sign of the person (XEP-0319), invalid if unknown

    bool operator==(const ResourcePresence &) const = default;
};

/// What the devices of one bare address add up to: the best one speaks for all.
struct PresenceSummary {
    Availability availability = Availability::Offline;
    QString status = {}; ///< untrusted; of the best device, or of the farewell when offline
    QStringList resources = {}; ///< best first: by priority, then availability, then the latest
    QDateTime since = {}; ///< UTC, of the present availability
    QDateTime idleSince = {}; ///< UTC, invalid if unknown

    bool operator==(const PresenceSummary &) const = default;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::PresenceSummary)
