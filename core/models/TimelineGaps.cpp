// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/TimelineGaps.h"

#include <algorithm>

namespace tertulia
{

QMap<int, ArchiveGap> TimelineGaps::places(const Window &window) const
{
    QMap<int, ArchiveGap> places;
    for (const ArchiveGap &gap : m_gaps) {
        const auto place
            = std::lower_bound(window.rows.cbegin(), window.rows.cend(), gap.before,
                               [](const MessageRecord &row, qint64 before) { return row.order < before; });
        const int row = int(place - window.rows.cbegin());
        if (row == window.rows.size()) {
            if (window.atNewest && !window.rows.isEmpty())
                places.insert(kBelow, gap);
        } else if ((row > 0 || window.atOldest) && !places.contains(row)) {
            places.insert(row, gap);
        }
    }
    return places;
}

QList<int> TimelineGaps::take(const QList<ArchiveGap> &gaps, const Window &window)
{
    const QMap<int, ArchiveGap> before = places(window);
    m_gaps = gaps;
    const QMap<int, ArchiveGap> after = places(window);
    QList<int> changed;
    for (auto it = before.cbegin(); it != before.cend(); ++it) {
        if (!after.contains(it.key()))
            changed.append(it.key());
    }
    for (auto it = after.cbegin(); it != after.cend(); ++it) {
        if (!before.contains(it.key()) || before[it.key()] != *it)
            changed.append(it.key());
    }
    return changed;
}

std::optional<ArchiveGap> TimelineGaps::at(int row, const Window &window) const
{
    if (m_gaps.isEmpty())
        return {};
    const QMap<int, ArchiveGap> all = places(window);
    const auto found = all.constFind(row);
    return found == all.cend() ? std::nullopt : std::optional(*found);
}

std::optional<ArchiveGap> TimelineGaps::newest() const
{
    return m_gaps.isEmpty() ? std::nullopt : std::optional(m_gaps.constFirst());
}

} // namespace tertulia
