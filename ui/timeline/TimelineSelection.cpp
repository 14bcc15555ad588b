// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/TimelineSelection.h"

namespace tertulia
{

void TimelineSelection::begin(const TextSpot &spot)
{
    m_from = spot;
    m_to = spot;
}

void TimelineSelection::extendTo(const TextSpot &spot)
{
    if (!m_from.isValid())
        m_from = spot;
    m_to = spot;
}

void TimelineSelection::select(const TextSpot &from, const TextSpot &to)
{
    m_from = from;
    m_to = to;
}

void TimelineSelection::clear()
{
    m_from = {};
    m_to = {};
}

bool TimelineSelection::isEmpty() const
{
    return !m_from.isValid() || !m_to.isValid()
        || (m_from.index == m_to.index && m_from.position == m_to.position);
}

int TimelineSelection::firstRow() const
{
    return isEmpty() ? -1 : ordered().first.index.row();
}

int TimelineSelection::lastRow() const
{
    return isEmpty() ? -1 : ordered().second.index.row();
}

std::pair<int, int> TimelineSelection::rangeIn(int row, int length) const
{
    if (isEmpty())
        return {0, 0};
    const auto [start, end] = ordered();
    if (row < start.index.row() || row > end.index.row())
        return {0, 0};
    const int from = row == start.index.row() ? qMin(start.position, length) : 0;
    const int to = row == end.index.row() ? qMin(end.position, length) : length;
    return {from, qMax(from, to)};
}

std::pair<TextSpot, TextSpot> TimelineSelection::ordered() const
{
    const bool forward = m_from.index.row() < m_to.index.row()
        || (m_from.index.row() == m_to.index.row() && m_from.position <= m_to.position);
    return forward ? std::pair(m_from, m_to) : std::pair(m_to, m_from);
}

} // namespace tertulia
