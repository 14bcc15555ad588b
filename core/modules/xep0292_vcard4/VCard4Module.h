// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SharedTasks.h"
#include "core/modules/cards/Profile.h"
#include "core/stream/Module.h"

#include <optional>

namespace tertulia
{

/// vCard4 over PEP (XEP-0292 3.1): reads it, and writes the own one. Nobody is asked by themselves and no
/// news is wanted: a card is looked at seldom.
class VCard4Module : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    /// The card of a bare address, the own one included, as it is written; null if they have none, or none
    /// for us. Parallel callers share one request.
    [[nodiscard]] Task<XmlElement> fetchCard(const Jid &bare);
    /// Puts this in the place of the own card. `checksOptions` as for publishItemFor().
    [[nodiscard]] Task<void> publish(const XmlElement &card, ProfileAudience audience, bool checksOptions);
    /// Who may see the own card; nothing if there is none yet, or no such cards at this server.
    [[nodiscard]] Task<std::optional<ProfileAudience>> fetchAudience();

private:
    Task<XmlElement> request(const Jid &bare);

    SharedTasks<Jid, XmlElement> m_fetches;
};

} // namespace tertulia
