// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/idle/IdleSource.h"

namespace tertulia
{

/// The X server itself, by its screen saver extension. Only where all of the desktop is on it: an X server
/// inside a Wayland session hears of its own windows alone.
class XssIdleSource : public IdleSource
{
public:
    Task<IdleTime> idleTime() override;
};

} // namespace tertulia
