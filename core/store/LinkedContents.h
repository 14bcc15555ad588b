// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

/// Which kinds of MessageQuery::Content the links in a text are, of those that are `wanted`: a picture is a
/// file too, and each is a link.
[[nodiscard]] int linkedContents(const QString &text, int wanted);

} // namespace tertulia
