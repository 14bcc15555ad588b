// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/NetworkWatch.h"

namespace tertulia
{

/// What Qt's plugin for this system tells (NetworkManager on Linux). Where there is none the network counts
/// as reachable, and nothing changes.
class QtNetworkSource : public NetworkSource
{
    Q_OBJECT
public:
    explicit QtNetworkSource(QObject *parent = nullptr);

    [[nodiscard]] bool isReachable() const override;
    [[nodiscard]] QString medium() const override;
};

} // namespace tertulia
