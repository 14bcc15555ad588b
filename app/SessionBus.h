// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"

namespace tertulia
{

/// The desktop's session bus. QtDBus connects to it on first use and makes whoever used it wait, for as long
/// as a bus that hangs likes; so everybody on the main thread asks here first.
namespace sessionbus
{

/// Completes with whether there is a bus, once that is known; found out on another thread. At once on systems
/// that have none.
Task<bool> known();

} // namespace sessionbus

} // namespace tertulia
