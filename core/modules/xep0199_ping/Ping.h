// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

namespace tertulia
{

/// XMPP ping (XEP-0199): answers those who may know that we are here, and asks.
class PingModule : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    [[nodiscard]] Manifest manifest() override;

    /// Completes when `jid` answered, even if it answered that it does not know pings.
    [[nodiscard]] Task<void> ping(const Jid &jid,
                                  std::chrono::milliseconds deadline = std::chrono::seconds(60));
};

} // namespace tertulia
