// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/HeightIndex.h"

#include <bit>

namespace tertulia
{

void HeightIndex::reset(int rows, int height)
{
    m_heights.assign(size_t(rows), height);
    rebuild();
}

void HeightIndex::insert(int first, int count, int height)
{
    if (first < rows()) {
        m_heights.insert(m_heights.begin() + first, size_t(count), height);
        rebuild();
        return;
    }
    // The common case, a message at the end: extend the tree by the sums its new nodes cover.
    for (int i = 0; i < count; ++i) {
        m_heights.push_back(height);
        const size_t node = m_heights.size();
        const size_t span = node & (~node + 1);
        m_sums.push_back(top(int(node) - 1) - top(int(node - span)) + height);
    }
}

void HeightIndex::remove(int first, int count)
{
    m_heights.erase(m_heights.begin() + first, m_heights.begin() + first + count);
    rebuild();
}

void HeightIndex::setHeight(int row, int height)
{
    const qint64 change = height - m_heights[size_t(row)];
    if (change == 0)
        return;
    m_heights[size_t(row)] = height;
    for (size_t node = size_t(row) + 1; node < m_sums.size(); node += node & (~node + 1))
        m_sums[node] += change;
}

qint64 HeightIndex::top(int row) const
{
    qint64 sum = 0;
    for (size_t node = size_t(row); node > 0; node &= node - 1)
        sum += m_sums[node];
    return sum;
}

int HeightIndex::rowAt(qint64 y) const
{
    const size_t count = m_heights.size();
    if (count == 0)
        return -1;
    size_t node = 0;
    qint64 rest = y;
    for (size_t step = std::bit_floor(count); step > 0; step >>= 1) {
        if (node + step <= count && m_sums[node + step] <= rest) {
            node += step;
            rest -= m_sums[node];
        }
    }
    return int(qMin(node, count - 1));
}

void HeightIndex::rebuild()
{
    const size_t count = m_heights.size();
    m_sums.assign(count + 1, 0);
    for (size_t node = 1; node <= count; ++node) {
        m_sums[node] += m_heights[node - 1];
        const size_t parent = node + (node & (~node + 1));
        if (parent <= count)
            m_sums[parent] += m_sums[node];
    }
}

} // namespace tertulia
