// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Presence.h"
#include "core/stream/ConnectionSettings.h"

#include <QString>

namespace tertulia
{

/// What is remembered of an account; in the store, without any secret.
struct AccountSettings {
    QString id; ///< uuid; also the first half of its keychain keys
    QString name; ///< own display name; empty: the localpart
    ConnectionSettings connection;
    bool enabled = true;
    bool rememberPassword = true;
    bool hasConnected = false; ///< it was online at least once, so failures are worth retrying
};

/// What the person chose to be seen as.
struct PresenceChoice {
    Availability availability = Availability::Available;
    QString status;

    bool operator==(const PresenceChoice &) const = default;
};

} // namespace tertulia
