// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

/// What stands for a message that is shown only when asked for, in one line: "Spoiler: HINT". The hint is
/// untrusted and may be empty.
[[nodiscard]] QString spoilerText(const QString &hint);

} // namespace tertulia
