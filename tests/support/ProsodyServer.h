// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/RealServer.h"

namespace tertulia::test
{

/// Prosody 0.12 with the modules of a usual public server: SCRAM and PLAIN, stream management, carbons,
/// archive, PEP, blocking. Its log is at debug level and holds every stanza name it saw.
class ProsodyServer : public RealServer
{
public:
    explicit ProsodyServer(ServerOptions options = {})
        : RealServer(std::move(options))
    {
    }

protected:
    bool prepare() override;
    [[nodiscard]] Program program() const override;
};

} // namespace tertulia::test
