// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace tertulia
{

/// Heights of rows and their sums. Changing a height and finding the row at an offset take logarithmic time;
/// inserting or removing rows elsewhere than at the end takes linear time.
class HeightIndex
{
public:
    void reset(int rows, int height);
    void insert(int first, int count, int height);
    void remove(int first, int count);

    [[nodiscard]] int rows() const { return int(m_heights.size()); }
    [[nodiscard]] int height(int row) const { return m_heights[size_t(row)]; }
    void setHeight(int row, int height);

    /// Where the row begins: the sum of the heights before it. `row` may be rows().
    [[nodiscard]] qint64 top(int row) const;
    [[nodiscard]] qint64 total() const { return top(rows()); }
    /// The row that covers offset `y`, clamped to the rows there are; -1 without rows.
    [[nodiscard]] int rowAt(qint64 y) const;

private:
    void rebuild();

    std::vector<int> m_heights;
    std::vector<qint64> m_sums; ///< a Fenwick tree over m_heights, one-based
};

} // namespace tertulia
