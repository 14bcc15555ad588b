// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/AccountSettings.h"

namespace tertulia
{

PresenceChoice seenChoice(const PresenceChoice &choice, Absence::Level absence)
{
    const bool here
        = choice.availability == Availability::Available || choice.availability == Availability::Chat;
    if (!here || absence == Absence::Level::Here)
        return choice;
    return {absence == Absence::Level::Away ? Availability::Away : Availability::ExtendedAway, choice.status};
}

} // namespace tertulia
