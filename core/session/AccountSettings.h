// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/AccountColor.h"
#include "core/session/ConnectionDetails.h"
#include "core/stanza/Presence.h"
#include "core/stream/ConnectionSettings.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

namespace tertulia
{

/// What is remembered of an account; in the store, without any secret.
struct AccountSettings {
    QString id; ///< uuid; also the first half of its keychain keys
    QString name; ///< own display name; empty: the localpart
    ConnectionSettings connection;
    bool enabled = true;
    bool rememberPassword = true;
    /// A change of password was begun and not seen to end: the keychain may hold two (SECURITY B20).
    bool passwordChanging = false;
    QList<KeyChange> keyChanges; ///< newest first, at most kMostKeyChanges
    QList<QUrl> outageAddresses; ///< where the server tells of its outages (XEP-0455)
    bool hasConnected = false; ///< it was online at least once, so failures are worth retrying
    bool ownPresence = false; ///< it does not follow what is chosen for all accounts
    AccountColor color = AccountColor::None;
};

/// What the person chose to be seen as.
struct PresenceChoice {
    Availability availability = Availability::Available;
    QString status;

    bool operator==(const PresenceChoice &) const = default;
};

/// How far from the machine the person is, as it can tell.
struct Absence {
    enum class Level {
        Here,
        Away, ///< seen as away
        Gone, ///< seen as not available
    };
    Level level = Level::Here;
    QDateTime since = {}; ///< of the last sign of them; invalid: nobody knows, or they are here
    QString status = {}; ///< what others read meanwhile; empty: what was chosen

    bool operator==(const Absence &) const = default;
};

/// What others see of a choice while the person is absent: who wants to be left alone, or chose to be away,
/// stays what they chose, and nobody comes online by it (UI e.4).
[[nodiscard]] PresenceChoice seenChoice(const PresenceChoice &choice, const Absence &absence);

} // namespace tertulia
