// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What TimelineView paints, and with which marks.
#include "ui/text/PlainText.h"
#include "ui/text/TimeText.h"
#include "ui/timeline/GapRow.h"
#include "ui/timeline/TimelineView.h"

#include <QPaintEvent>
#include <QPainter>

namespace tertulia
{

namespace
{

constexpr int kFloatingDayTop = 8;

} // namespace

void TimelineView::paintEvent(QPaintEvent *event)
{
    if (m_dirty || m_geometry.viewport() != viewport()->size())
        settleNow();
    QPainter painter(viewport());
    const TimelineStyle &style = m_geometry.style();
    painter.fillRect(event->rect(), style.paper);
    painter.setRenderHint(QPainter::Antialiasing);
    if (const auto gap = emptyGap()) {
        GapRow::paint(painter, emptyGapRect(), gap->state, m_hoveredPart == MessageLayout::Part::GapAbove,
                      m_turn, style);
        return;
    }
    if (rowCount() == 0) {
        if (m_model && !m_model->canFetchMore({}) && !m_peerName.isEmpty()) {
            painter.setFont(style.body);
            painter.setPen(style.softInk);
            painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24),
                             int(Qt::AlignCenter) | Qt::TextWordWrap,
                             tr("No messages with %1 yet.").arg(shownName(m_peerName)));
        }
        return;
    }
    const int last = m_geometry.lastVisible();
    for (int row = m_geometry.firstVisible(); row <= last; ++row) {
        const MessageLayout &message = m_geometry.layoutOf(row);
        const int y = m_geometry.rowY(row);
        if (!event->rect().intersects(QRect(0, y - 3, viewport()->width(), message.height() + 6)))
            continue;
        painter.save();
        painter.translate(0, y);
        paintMessage(painter, message, style, marksOf(row, message));
        painter.restore();
    }
    QString day;
    if (const QRect rect = floatingDay(&day); !rect.isNull())
        paintDay(painter, rect, day, style);
}

MessageMarks TimelineView::marksOf(int row, const MessageLayout &message) const
{
    MessageMarks marks;
    marks.turn = m_turn;
    const auto [from, to] = m_selection.rangeIn(row, int(message.text().text.size()));
    marks.selectionStart = from;
    marks.selectionEnd = to;
    marks.focused = markedRow() == row;
    marks.picking = isPicking();
    marks.picked = marks.picking && m_picked.contains(message.row().id);
    marks.flashing = m_flashing != 0 && m_flashing == message.row().id;
    if (m_hovered.isValid() && m_hovered.row() == row)
        marks.hovered = m_hoveredPart, marks.hoveredReaction = m_hoveredReaction,
        marks.hoveredCode = m_hoveredCode;
    if (!m_foundWords.isEmpty() && !message.text().isNotice) {
        marks.found = m_foundWords.rangesIn(message.text().text);
        marks.currentFound = m_currentFound == message.row().id;
    }
    return marks;
}

/// The day of the topmost message, while scrolling and unless its separator is in sight there.
QRect TimelineView::floatingDay(QString *text)
{
    if (!m_dayTimer.isActive() || m_geometry.top() <= 0)
        return {};
    const int first = m_geometry.firstVisible();
    const QFontMetrics metrics(m_geometry.style().small);
    *text = dayTitle(m_geometry.layoutOf(first).row().time.date());
    const QSize size(metrics.horizontalAdvance(*text) + 26, metrics.height() + 5);
    const QRect rect(QPoint((viewport()->width() - size.width()) / 2, kFloatingDayTop), size);
    const QRect keepFree = rect.adjusted(0, -10, 0, 14);
    for (int row = first; row <= qMin(first + 2, m_geometry.lastVisible()); ++row) {
        const QRect day = m_geometry.layoutOf(row).day();
        if (!day.isNull() && day.translated(0, m_geometry.rowY(row)).intersects(keepFree))
            return {};
    }
    return rect;
}

} // namespace tertulia
