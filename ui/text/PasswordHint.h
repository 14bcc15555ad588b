// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

/// What is said of a password that somebody is about to choose, in a plain sentence; empty for an empty one.
/// Advice, not a rule: the server decides what it takes. `about`: words that anybody would try first, the
/// address for one.
[[nodiscard]] QString passwordHint(const QString &password, const QStringList &about);

} // namespace tertulia
