// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/LogReader.h"

#include <QList>

namespace tertulia
{

/// What other programs logged for this person, where they keep it: Pidgin, Gajim, Psi and Psi+, also as
/// Flatpaks. Looks at many files; not for the main thread.
/// `home`: the person's folder; `data` and `config`: those of the XDG base directories.
[[nodiscard]] QList<FoundLog> findLogs(const QString &home, const QString &data, const QString &config);

} // namespace tertulia
