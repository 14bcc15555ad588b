// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Presence.h"

#include <QDateTime>
#include <QString>

#include <array>

class QModelIndex;

namespace tertulia
{

/// As they stand in a list to choose from.
inline constexpr std::array kAvailabilities{Availability::Available,    Availability::Chat,
                                            Availability::Away,         Availability::ExtendedAway,
                                            Availability::DoNotDisturb, Availability::Offline};

/// "Available", "Free for chat", "Away", "Not available", "Do not disturb", "Offline".
[[nodiscard]] QString availabilityName(Availability availability);

/// The line under a name: "Away, 10 min · Out for lunch". `status` is untrusted.
[[nodiscard]] QString presenceLine(Availability availability, const QString &status,
                                   const QDateTime &since = {});

/// The same of a row with roles::Availability, StatusText, LastAway and Subscription; typing comes first.
[[nodiscard]] QString presenceLine(const QModelIndex &row);

} // namespace tertulia
