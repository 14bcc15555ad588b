// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

/// XML, or a piece of it, to be read: each element on a line of its own, indented by what it stands in. What
/// stands between tags stays as it is.
[[nodiscard]] QString xmlInLines(QStringView xml);

} // namespace tertulia
