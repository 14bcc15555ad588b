// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SharedTasks.h"
#include "core/modules/xep0054_vcard/VCard.h"
#include "core/stream/Module.h"

namespace tertulia
{

/// vcard-temp (XEP-0054): reads it, and writes the own one.
class VCardModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    /// The card of a bare address, the own one included; empty if they have none. Parallel callers share one
    /// request.
    [[nodiscard]] Task<VCard> fetch(const Jid &bare);
    /// The same as it is written; null if they have none.
    [[nodiscard]] Task<XmlElement> fetchCard(const Jid &bare);
    /// Puts this in the place of the own card.
    [[nodiscard]] Task<void> publish(const XmlElement &card);

private:
    Task<XmlElement> request(const Jid &bare);

    SharedTasks<Jid, XmlElement> m_fetches;
};

} // namespace tertulia
