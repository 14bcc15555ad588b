// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a pointer does in TimelineView.
#include "ui/timeline/TimelineView.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <QToolTip>

namespace tertulia
{

using Part = MessageLayout::Part;

namespace
{

constexpr int kDragStepMs = 30;

} // namespace

MessageLayout::Hit TimelineView::hitAt(const QPoint &point, int *row)
{
    settleNow();
    *row = rowAt(point);
    if (*row < 0)
        return {};
    return m_geometry.layoutOf(*row).hit(point - QPoint(0, m_geometry.rowY(*row)));
}

TextSpot TimelineView::spotAt(const QPoint &point)
{
    int row = -1;
    const MessageLayout::Hit hit = hitAt(point, &row);
    if (row < 0)
        return {};
    return {m_model->index(row, 0), hit.position};
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    stopAnimation();
    if (event->button() != Qt::LeftButton) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    m_keyboardFocus = false;
    const QPoint point = event->position().toPoint();
    int row = -1;
    const MessageLayout::Hit hit = hitAt(point, &row);
    if (row < 0) {
        m_press = {};
        m_press.point = point;
        return;
    }
    const TextSpot spot{m_model->index(row, 0), hit.position};
    m_press = {point, hit.part, spot.index, hit.link, hit.reaction, hit.code, true, false};
    if (isPicking()) {
        if (event->modifiers() & Qt::ShiftModifier)
            pickTo(row);
        else
            togglePicked(row);
        m_current = spot.index;
        m_press.active = false;
        return;
    }
    if ((event->modifiers() & Qt::ShiftModifier) && m_selection.hasBegun()) {
        m_selection.extendTo(spot);
        m_press.moved = true;
    } else {
        m_selection.begin(spot);
    }
    m_current = spot.index;
    m_chosen = false;
    placeActionBar();
    viewport()->update();
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    if (!m_press.active || !(event->buttons() & Qt::LeftButton)) {
        updateHover(point);
        return;
    }
    if (!m_press.moved && (point - m_press.point).manhattanLength() < QApplication::startDragDistance())
        return;
    m_press.moved = true;
    m_dragPoint = point;
    dragSelection(point);
    const bool outside = point.y() < 0 || point.y() >= viewport()->height();
    if (outside && !m_dragTimer.isActive())
        m_dragTimer.start(kDragStepMs, this);
    else if (!outside)
        m_dragTimer.stop();
}

void TimelineView::dragSelection(const QPoint &point)
{
    const int height = viewport()->height();
    if (point.y() < 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + qMax(-80, point.y()));
    else if (point.y() >= height)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + qMin(80, point.y() - height + 1));
    m_selection.extendTo(spotAt(QPoint(point.x(), qBound(0, point.y(), height - 1))));
    viewport()->update();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragTimer.stop();
    if (const auto gap = emptyGap()) {
        const QRect rect = emptyGapRect();
        if (event->button() == Qt::LeftButton && rect.contains(m_press.point)
            && rect.contains(event->position().toPoint()))
            Q_EMIT gapPressed(*gap);
        return;
    }
    if (!m_press.active || event->button() != Qt::LeftButton) {
        QAbstractScrollArea::mouseReleaseEvent(event);
        return;
    }
    const Press press = std::exchange(m_press, {});
    placeActionBar();
    if (press.moved) {
        if (hasSelection() && QApplication::clipboard()->supportsSelection())
            QApplication::clipboard()->setText(selectedText(), QClipboard::Selection);
        return;
    }
    int row = -1;
    const MessageLayout::Hit hit = hitAt(event->position().toPoint(), &row);
    if (row < 0 || !press.index.isValid() || press.index.row() != row || hit.part != press.part
        || hit.reaction != press.reaction || hit.code != press.code)
        return;
    const qint64 id = m_geometry.idAt(row);
    switch (hit.part) {
    case Part::Link:
        openLink(row, hit.link);
        break;
    case Part::Spoiler:
        act(row, MessageAction::Spoiler);
        break;
    case Part::CopyCode:
        copyCode(row, hit.code);
        QToolTip::showText(event->globalPosition().toPoint(), tr("Copied"), viewport());
        break;
    case Part::Quote:
        act(row, MessageAction::GoToOriginal);
        break;
    case Part::Edited:
        act(row, MessageAction::EarlierVersions);
        break;
    case Part::Reaction:
        Q_EMIT reactionToggled(id, m_geometry.layoutOf(row).row().reactions[hit.reaction].emoji);
        break;
    case Part::GapAbove:
    case Part::GapBelow:
        if (const auto gap = gapOf(row, hit.part))
            Q_EMIT gapPressed(*gap);
        break;
    case Part::Retry:
        act(row, MessageAction::Retry);
        break;
    case Part::Delete:
        act(row, MessageAction::Delete);
        break;
    case Part::More:
        expandRow(row);
        break;
    default:
        break;
    }
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    int row = -1;
    const MessageLayout::Hit hit = hitAt(event->position().toPoint(), &row);
    if (isPicking() || row < 0
        || (hit.part != Part::Text && hit.part != Part::Bubble && hit.part != Part::Link)) {
        mousePressEvent(event);
        return;
    }
    const QString &text = m_geometry.layoutOf(row).text().text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(qMin<qsizetype>(hit.position + 1, text.size()));
    const qsizetype from = qMax<qsizetype>(0, finder.toPreviousBoundary());
    finder.setPosition(from);
    const qsizetype to = finder.toNextBoundary();
    const QPersistentModelIndex index = m_model->index(row, 0);
    m_selection.select({index, int(from)}, {index, int(to < 0 ? text.size() : to)});
    m_press = {event->position().toPoint(), Part::Nothing, index, -1, -1, -1, true, true};
    viewport()->update();
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (const int row = currentRow(); row >= 0)
            openContextMenu(row, viewport()->mapToGlobal(bubbleRect(row).center()));
        return;
    }
    int row = -1;
    const MessageLayout::Hit hit = hitAt(viewport()->mapFromGlobal(event->globalPos()), &row);
    if (row >= 0)
        openContextMenu(row, event->globalPos(), hit.link);
}

} // namespace tertulia
