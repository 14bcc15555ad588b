// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace tertulia
{

/// The steps that turn one list of distinct rows into another, in the order in which a model announces them.
struct RowDiff {
    struct Range {
        int first = 0;
        int last = 0;

        bool operator==(const Range &) const = default;
    };
    struct Move {
        int from = 0;
        int to = 0; ///< row afterwards

        bool operator==(const Move &) const = default;
    };

    std::vector<Range> removed; ///< each in the rows as they are then, from the end
    std::vector<Move> moved;
    bool reordered = false; ///< too many to announce one by one: the rows that stay change places
    std::vector<Range> inserted; ///< in the final rows, from the start

    static RowDiff between(const std::vector<const void *> &before, const std::vector<const void *> &after);
};

} // namespace tertulia
