// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SearchWords.h"

namespace tertulia
{

/// One line of a message around what was looked for, made for showing.
struct Snippet {
    QString text = {};
    QList<SearchWords::Range> hits = {}; ///< in the text
};

/// `body` is untrusted.
[[nodiscard]] Snippet snippetOf(const QString &body, const SearchWords &words);

} // namespace tertulia
