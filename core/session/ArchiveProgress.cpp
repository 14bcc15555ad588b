// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ArchiveProgress.h"

#include <algorithm>

namespace tertulia
{

std::optional<int> ArchiveProgress::thousandths(const QDateTime &now) const
{
    if (complete)
        return 1000;
    if (!start.isValid() || !reached.isValid() || start >= now)
        return {};
    const qint64 all = start.msecsTo(now);
    return int(std::clamp<qint64>(reached.msecsTo(now) * 1000 / all, 0, 999));
}

} // namespace tertulia
