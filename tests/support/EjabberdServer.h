// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/RealServer.h"

namespace tertulia::test
{

/// ejabberd 23.01 as an Erlang program without a node name, so that no port mapper is started and none is
/// left behind. Localparts and passwords may hold letters, digits and spaces only.
class EjabberdServer : public RealServer
{
public:
    explicit EjabberdServer(ServerOptions options = {})
        : RealServer(std::move(options))
    {
    }

protected:
    bool prepare() override;
    [[nodiscard]] Program program() const override;
    [[nodiscard]] bool isReady() const override;
};

} // namespace tertulia::test
