// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SharedTasks.h"
#include "core/modules/xep0054_vcard/VCard.h"
#include "core/stream/Module.h"

namespace tertulia
{

/// Reads vcard-temp (XEP-0054).
class VCardModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    /// The card of a bare address, the own one included; empty if they have none. Parallel callers share one
    /// request.
    [[nodiscard]] Task<VCard> fetch(const Jid &bare);

private:
    Task<VCard> request(const Jid &bare);

    SharedTasks<Jid, VCard> m_fetches;
};

} // namespace tertulia
