// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

/// A file of the source tree, by its path from the top.
QString sourcePath(const QString &relative);
/// The program that was built.
QString programPath();

} // namespace tertulia
