// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <chrono>
#include <memory>

namespace tertulia
{

class Database;

/// The file of a Store: makes it, opens it, looks whether it is one of ours, and brings its schema up to
/// date. Errors as Store::open().
Result<std::unique_ptr<Database>> openStoreFile(const QString &path, std::chrono::milliseconds busyTimeout);

/// Whether the last one who wrote it did not come to its end: a log is left.
bool wasClosedBadly(const QString &path);

/// Looks at every page; StoreCorrupted with what was found.
Result<void> checkPages(Database &database);

} // namespace tertulia
