// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/AccountSettings.h"

namespace tertulia
{

PresenceChoice seenChoice(const PresenceChoice &choice, const Absence &absence)
{
    const bool here
        = choice.availability == Availability::Available || choice.availability == Availability::Chat;
    if (!here || absence.level == Absence::Level::Here)
        return choice;
    const bool away = absence.level == Absence::Level::Away;
    return {away ? Availability::Away : Availability::ExtendedAway,
            absence.status.isEmpty() ? choice.status : absence.status};
}

} // namespace tertulia
