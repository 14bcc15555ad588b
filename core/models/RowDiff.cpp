// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/RowDiff.h"

#include <QtGlobal>

#include <algorithm>
#include <unordered_map>

namespace tertulia
{

namespace
{

constexpr std::size_t kMostMoves = 16;

using Rows = std::vector<const void *>;

/// Moves that sort `rows` like `wanted` (the same elements); empty if there would be too many.
std::vector<RowDiff::Move> movesBetween(Rows rows, const Rows &wanted,
                                        const std::unordered_map<const void *, int> &place)
{
    std::vector<RowDiff::Move> moves;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i] == wanted[i])
            continue;
        if (moves.size() == kMostMoves)
            return {};
        if (i + 1 < rows.size() && rows[i + 1] == wanted[i]) {
            // One row went down: one move, where pulling up the others would take many.
            const auto to = std::size_t(place.at(rows[i]));
            moves.push_back({int(i), int(to)});
            std::rotate(rows.begin() + qsizetype(i), rows.begin() + qsizetype(i) + 1,
                        rows.begin() + qsizetype(to) + 1);
            // The row now here is the wanted one; those up to `to` are looked at as they come.
            continue;
        }
        const auto from = std::find(rows.begin() + qsizetype(i), rows.end(), wanted[i]);
        moves.push_back({int(from - rows.begin()), int(i)});
        std::rotate(rows.begin() + qsizetype(i), from, from + 1);
    }
    return moves;
}

} // namespace

RowDiff RowDiff::between(const Rows &before, const Rows &after)
{
    RowDiff diff;
    std::unordered_map<const void *, int> wasAt;
    for (const void *row : before)
        wasAt.emplace(row, 0);
    Rows wanted;
    std::unordered_map<const void *, int> place;
    for (const void *row : after) {
        if (wasAt.contains(row)) {
            place.emplace(row, int(wanted.size()));
            wanted.push_back(row);
        }
    }

    Rows kept;
    for (const void *row : before) {
        if (place.contains(row))
            kept.push_back(row);
    }
    for (int last = int(before.size()) - 1; last >= 0;) {
        if (place.contains(before[std::size_t(last)])) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !place.contains(before[std::size_t(first) - 1]))
            --first;
        diff.removed.push_back({first, last});
        last = first - 1;
    }
    if (kept != wanted) {
        diff.moved = movesBetween(kept, wanted, place);
        diff.reordered = diff.moved.empty();
    }
    for (int first = 0; first < int(after.size());) {
        if (wasAt.contains(after[std::size_t(first)])) {
            ++first;
            continue;
        }
        int last = first;
        while (last + 1 < int(after.size()) && !wasAt.contains(after[std::size_t(last) + 1]))
            ++last;
        diff.inserted.push_back({first, last});
        first = last + 1;
    }
    return diff;
}

} // namespace tertulia
