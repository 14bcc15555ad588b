// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/TimelineGeometry.h"

#include "core/models/Roles.h"

#include <QAbstractItemModel>
#include <QFontMetrics>

namespace tertulia
{

namespace
{

/// Rows this far outside the viewport are laid out, so that a wheel step meets known heights.
constexpr int kMargin = 240;
/// Layouts kept besides the visible ones.
constexpr size_t kMostLayouts = 200;
constexpr qsizetype kExpansion = 40000;

} // namespace

void TimelineGeometry::setModel(const QAbstractItemModel *model)
{
    m_model = model;
    m_limits.clear();
    m_revealed.clear();
    m_anchor = {};
    m_atBottom = true;
    reset();
}

void TimelineGeometry::setStyle(const TimelineStyle &style)
{
    m_style = style;
    m_estimate = QFontMetrics(style.body).height() + 2 * measure::kPadTop + 18;
    forgetAll();
}

void TimelineGeometry::setViewport(const QSize &size)
{
    if (size.width() != m_viewport.width())
        forgetAll();
    m_viewport = size;
}

void TimelineGeometry::setUnread(qint64 firstUnread, int count)
{
    if (firstUnread == m_firstUnread && count == m_unreadCount)
        return;
    m_firstUnread = firstUnread;
    m_unreadCount = count;
    forgetAll();
}

void TimelineGeometry::setStyling(Styling styling)
{
    if (styling == m_styling)
        return;
    m_styling = styling;
    forgetAll();
}

void TimelineGeometry::expand(int row)
{
    const qint64 id = idAt(row);
    m_limits[id] = viewOf(id).limit + kExpansion;
    forget(row);
}

void TimelineGeometry::toggleSpoiler(int row)
{
    const qint64 id = idAt(row);
    if (!m_revealed.remove(id))
        m_revealed.insert(id);
    forget(row);
}

void TimelineGeometry::reset()
{
    forgetAll();
    m_heights.reset(m_model ? m_model->rowCount() : 0, m_estimate);
    if (m_anchor.index.isValid() || m_anchor.id == 0)
        return;
    for (int row = 0; row < rows(); ++row) {
        if (idAt(row) == m_anchor.id) {
            m_anchor.index = m_model->index(row, 0);
            return;
        }
    }
    m_anchor = {};
    m_atBottom = true;
}

void TimelineGeometry::rowsInserted(int first, int last)
{
    m_heights.insert(first, last - first + 1, m_estimate);
    forget(first - 1);
    forget(last + 1);
}

void TimelineGeometry::rowsAboutToBeRemoved(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        m_limits.remove(idAt(row));
        m_revealed.remove(idAt(row));
        forget(row);
    }
    const int anchored = m_anchor.index.isValid() ? m_anchor.index.row() : -1;
    if (anchored < first || anchored > last)
        return;
    // The next message takes the place of the one that was read; at the end, the one before.
    if (last + 1 < rows())
        anchorAt(last + 1, 0, m_anchor.y);
    else if (first > 0)
        anchorAt(first - 1, 0, m_anchor.y - m_heights.height(first - 1));
    else
        m_anchor = {};
}

void TimelineGeometry::rowsRemoved(int first, int last)
{
    m_heights.remove(first, last - first + 1);
    forget(first - 1);
    forget(first);
}

void TimelineGeometry::rowsChanged(int first, int last)
{
    for (int row = first - 1; row <= last + 1; ++row)
        forget(row);
}

void TimelineGeometry::stickToBottom()
{
    m_atBottom = true;
}

void TimelineGeometry::showRowAt(int row, int y, int position)
{
    anchorAt(row, position, y);
    m_atBottom = false;
}

void TimelineGeometry::scrollTo(qint64 top)
{
    if (rows() == 0)
        return;
    const qint64 distance = top - m_top;
    const bool held = !m_atBottom && m_anchor.index.isValid();
    if (qAbs(distance) <= m_viewport.height() && (held || m_atBottom)) {
        // A short way: everything between is, or will be, laid out, so it is exact.
        if (m_atBottom)
            refineAnchor();
        m_anchor.y -= int(distance);
    } else {
        const int row = m_heights.rowAt(top - lead());
        measure(row);
        anchorAt(row, 0, int(lead() + m_heights.top(row) - top) + layOut(row).lineTop(0));
    }
    m_atBottom = false;
    settle();
}

void TimelineGeometry::settle()
{
    ++m_pass;
    if (rows() == 0) {
        m_top = 0;
        m_atBottom = m_mayStick;
        return;
    }
    if (!m_atBottom && !m_anchor.index.isValid())
        m_atBottom = true;
    // Laying out rows moves the others, which may bring further rows into sight. Each pass only adds known
    // heights, so it ends.
    for (bool changed = true; changed;) {
        changed = false;
        m_top = wantedTop();
        const int first = m_heights.rowAt(m_top - lead() - kMargin);
        const int last = m_heights.rowAt(m_top - lead() + m_viewport.height() + kMargin);
        for (int row = first; row <= last; ++row)
            changed |= measure(row);
    }
    const qint64 lowest = qMax<qint64>(0, contentHeight() - m_viewport.height());
    m_atBottom = m_top >= lowest && (m_mayStick || m_atBottom);
    refineAnchor();
    trim();
}

qint64 TimelineGeometry::contentHeight() const
{
    return m_heights.total() + 2 * measure::kEnds;
}

/// A short conversation stands at the bottom: free space above it, else the margin at the end.
qint64 TimelineGeometry::lead() const
{
    return measure::kEnds + qMax<qint64>(0, m_viewport.height() - contentHeight());
}

qint64 TimelineGeometry::wantedTop()
{
    const qint64 lowest = qMax<qint64>(0, contentHeight() - m_viewport.height());
    if (m_atBottom)
        return lowest;
    const int row = m_anchor.index.row();
    measure(row);
    const qint64 line = lead() + m_heights.top(row) + layOut(row).lineTop(m_anchor.position);
    return qBound<qint64>(0, line - m_anchor.y, qMax<qint64>(0, contentHeight() - m_viewport.height()));
}

void TimelineGeometry::refineAnchor()
{
    const int first = firstVisible();
    const int last = lastVisible();
    for (int row = first; row >= 0 && row <= last; ++row) {
        const int y = rowY(row);
        const MessageLayout &message = layOut(row);
        const int position = message.positionBelow(-y);
        if (position >= 0) {
            anchorAt(row, position, y + message.lineTop(position));
            return;
        }
    }
    if (first >= 0)
        anchorAt(first, 0, rowY(first) + layOut(first).lineTop(0));
}

int TimelineGeometry::firstVisible() const
{
    return m_heights.rowAt(m_top - lead());
}

int TimelineGeometry::lastVisible() const
{
    return m_heights.rowAt(m_top - lead() + m_viewport.height() - 1);
}

int TimelineGeometry::rowAt(int y) const
{
    return m_heights.rowAt(qMax<qint64>(0, m_top - lead() + y));
}

int TimelineGeometry::rowY(int row) const
{
    return int(qBound(-qint64(1000000000), lead() + m_heights.top(row) - m_top, qint64(1000000000)));
}

const MessageLayout &TimelineGeometry::layoutOf(int row)
{
    return layOut(row);
}

MessageLayout::View TimelineGeometry::viewOf(qint64 id) const
{
    return {m_limits.value(id, kShownCharacters), m_unreadCount, m_styling, m_revealed.contains(id)};
}

qint64 TimelineGeometry::idAt(int row) const
{
    return m_model->index(row, 0).data(roles::MessageId).toLongLong();
}

const MessageLayout &TimelineGeometry::layOut(int row)
{
    Entry &entry = m_layouts[idAt(row)];
    entry.used = m_pass;
    if (!entry.layout) {
        const TimelineRow facts = TimelineRow::read(*m_model, row, m_firstUnread);
        entry.layout = std::make_unique<MessageLayout>(facts, m_style, m_viewport.width(), viewOf(facts.id));
    }
    return *entry.layout;
}

bool TimelineGeometry::measure(int row)
{
    const int height = layOut(row).height();
    if (m_heights.height(row) == height)
        return false;
    m_heights.setHeight(row, height);
    return true;
}

void TimelineGeometry::forget(int row)
{
    if (m_model && row >= 0 && row < m_model->rowCount())
        m_layouts.erase(idAt(row));
}

void TimelineGeometry::forgetAll()
{
    m_layouts.clear();
}

void TimelineGeometry::trim()
{
    if (m_layouts.size() <= kMostLayouts)
        return;
    std::erase_if(m_layouts, [this](const auto &item) { return item.second.used + 3 < m_pass; });
    if (m_layouts.size() > 2 * kMostLayouts)
        std::erase_if(m_layouts, [this](const auto &item) { return item.second.used < m_pass; });
}

void TimelineGeometry::anchorAt(int row, int position, int y)
{
    m_anchor.index = m_model->index(row, 0);
    m_anchor.id = idAt(row);
    m_anchor.position = position;
    m_anchor.y = y;
}

} // namespace tertulia
