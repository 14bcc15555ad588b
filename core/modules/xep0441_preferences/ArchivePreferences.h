// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

namespace tertulia
{

/// What the server archives of the account's messages (XEP-0441).
struct ArchivePreferences {
    enum class Standard {
        Always,
        Roster, ///< with those who are in the roster
        Never,
    };

    Standard standard = Standard::Always; ///< of who is in neither list
    QList<Jid> always = {};
    QList<Jid> never = {};

    /// From a <prefs/>; addresses that are none are left out. MalformedReply without a default that is known.
    static Result<ArchivePreferences> fromXml(const XmlElement &prefs);
    [[nodiscard]] XmlElement toElement() const;
    bool operator==(const ArchivePreferences &) const = default;
};

/// Asks for and changes them. A server that has none of it answers StanzaFeatureNotImplemented or
/// StanzaServiceUnavailable, one that lets nobody change them StanzaNotAllowed or StanzaForbidden.
class ArchivePreferencesModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    [[nodiscard]] Task<ArchivePreferences> preferences();
    /// Gives what the server made of it, which need not be the same.
    [[nodiscard]] Task<ArchivePreferences> setPreferences(const ArchivePreferences &preferences);
};

} // namespace tertulia
