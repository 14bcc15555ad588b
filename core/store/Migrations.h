// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

namespace tertulia
{

class Database;

/// Every change the schema ever had, as one ordered list; the schema version is the length of that list and
/// stands in the file as `user_version`.
namespace migrations
{

/// The version that this program writes.
int currentVersion();
/// Brings the schema from `version` (0: an empty file) up to the current one, each step in a transaction of
/// its own.
Result<void> run(Database &database, int version);

} // namespace migrations

} // namespace tertulia
