// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ArchiveGap.h"
#include "core/store/MessagesTable.h"

#include <QList>
#include <QMap>

#include <optional>

namespace tertulia
{

/// What is missing in a timeline, and at which rows of the part of it that is shown.
class TimelineGaps
{
public:
    /// The part that is shown, oldest first.
    struct Window {
        const QList<MessageRecord> &rows;
        bool atOldest = false; ///< nothing is here before the first row
        bool atNewest = false; ///< nor behind the last one
    };
    /// In place of a row: below the last one.
    static constexpr int kBelow = -1;

    /// From now on these are missing. The rows at whose edge that is another than before, or kBelow.
    [[nodiscard]] QList<int> take(const QList<ArchiveGap> &gaps, const Window &window);
    /// The gap above a row, or kBelow.
    [[nodiscard]] std::optional<ArchiveGap> at(int row, const Window &window) const;
    /// The newest of all, wherever it is.
    [[nodiscard]] std::optional<ArchiveGap> newest() const;

private:
    /// By the row that stands below it.
    [[nodiscard]] QMap<int, ArchiveGap> places(const Window &window) const;

    QList<ArchiveGap> m_gaps; ///< the newest first
};

} // namespace tertulia
