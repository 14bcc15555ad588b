// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Module.h"

#include <memory>
#include <vector>

namespace tertulia
{

/// Every module of this client, in the order in which they hear of a stream's start. The one list: adding a
/// feature adds a line here. Get one by ModuleHost::module<RosterModule>().
std::vector<std::unique_ptr<Module>> makeBuiltinModules(ModuleHost &host);

} // namespace tertulia
