// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tertulia
{

/// Registers the compiled-in resources (icons); a static library does not do so by itself. Any number of
/// times.
void initResources();

} // namespace tertulia
