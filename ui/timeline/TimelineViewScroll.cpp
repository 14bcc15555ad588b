// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where TimelineView stands in the conversation, and how it gets elsewhere.
#include "ui/theme/Theme.h"
#include "ui/timeline/JumpButton.h"
#include "ui/timeline/TimelineView.h"

#include <QScrollBar>
#include <QStyle>
#include <QVariantAnimation>
#include <QWheelEvent>

namespace tertulia
{

namespace
{

constexpr int kDayShownMs = 1200;
constexpr int kFlashMs = 1600;

} // namespace

bool TimelineView::isAtBottom() const
{
    return m_geometry.isAtBottom() && !canFetchNewer();
}

bool TimelineView::canFetchNewer() const
{
    return m_source.canFetchNewer && m_source.canFetchNewer();
}

void TimelineView::showOldest()
{
    if (rowCount() == 0)
        return;
    stopAnimation();
    m_geometry.showRowAt(0, viewport()->height());
    m_dirty = true;
    settleNow();
}

void TimelineView::scrollToBottom()
{
    Q_EMIT newestRequested();
    if (canFetchNewer() && m_source.goToNewest) {
        stopAnimation();
        m_geometry.stickToBottom();
        m_source.goToNewest();
        m_geometry.stickToBottom();
        m_dirty = true;
        settleNow();
        return;
    }
    settleNow();
    const qint64 target = m_geometry.contentHeight() - m_geometry.viewport().height();
    if (target - m_geometry.top() < 3LL * m_geometry.viewport().height() && isVisible()
        && Theme::current().motionMs() > 0) {
        animateTo(target);
        return;
    }
    stopAnimation();
    m_geometry.stickToBottom();
    m_dirty = true;
    settleNow();
}

void TimelineView::scrollToUnread()
{
    m_wantsUnread = m_firstUnread != 0;
    m_geometry.stickToBottom();
    scheduleSettle();
}

void TimelineView::showMessage(qint64 messageId)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_geometry.idAt(row) != messageId)
            continue;
        stopAnimation();
        m_geometry.showRowAt(row, m_geometry.viewport().height() / 3);
        m_flashing = messageId;
        m_flashTimer.start(kFlashMs, this);
        m_current = m_model->index(row, 0);
        m_dirty = true;
        settleNow();
        return;
    }
}

void TimelineView::restorePosition(qint64 messageId)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_geometry.idAt(row) == messageId) {
            m_geometry.showRowAt(row, measure::kEnds);
            scheduleSettle();
            return;
        }
    }
}

TimelineView::Place TimelineView::place()
{
    settleNow();
    if (isAtBottom() || rowCount() == 0)
        return {};
    const TimelineGeometry::Anchor &anchor = m_geometry.anchor();
    return {anchor.id, anchor.position, anchor.y};
}

void TimelineView::goToPlace(const Place &place)
{
    stopAnimation();
    if (place.message == 0) {
        m_geometry.stickToBottom();
    } else {
        for (int row = 0; row < rowCount(); ++row) {
            if (m_geometry.idAt(row) == place.message)
                m_geometry.showRowAt(row, place.y, place.position);
        }
    }
    m_dirty = true;
    settleNow();
}

qint64 TimelineView::topMessage() const
{
    return m_geometry.isAtBottom() ? 0 : m_geometry.anchor().id;
}

qint64 TimelineView::newestSeen()
{
    // What waits to be laid out is not seen yet; viewChanged() comes again.
    if (rowCount() == 0 || m_dirty)
        return 0;
    for (int row = m_geometry.lastVisible(); row >= m_geometry.firstVisible(); --row) {
        if (m_geometry.rowY(row) + m_geometry.layoutOf(row).bubble().bottom() < viewport()->height())
            return m_geometry.idAt(row);
    }
    return 0;
}

void TimelineView::scrollPages(int pages)
{
    settleNow();
    // A line of the old page stays in sight.
    const int page = viewport()->height() - fontMetrics().height() * 2;
    animateTo(qBound<qint64>(0, m_geometry.top() + qint64(pages) * page,
                             qMax<qint64>(0, m_geometry.contentHeight() - viewport()->height())));
}

void TimelineView::ensureRowVisible(int row)
{
    settleNow();
    stopAnimation();
    const int height = viewport()->height();
    if (row < m_geometry.firstVisible() - 20 || row > m_geometry.lastVisible() + 20) {
        m_geometry.showRowAt(row, row == 0 ? 100000 : height / 3);
        m_dirty = true;
        settleNow();
        return;
    }
    const int top = m_geometry.rowY(row);
    const int bottom = top + m_geometry.layoutOf(row).height();
    int delta = 0;
    if (bottom > height - measure::kEnds)
        delta = bottom - (height - measure::kEnds);
    // The beginning is what is read first when all of it does not fit.
    if (top - delta < measure::kEnds)
        delta = top - measure::kEnds;
    if (delta != 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + delta);
}

void TimelineView::syncScrollBar()
{
    m_syncing = true;
    const int page = viewport()->height();
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 2);
    verticalScrollBar()->setRange(
        0, int(qBound(qint64(0), m_geometry.contentHeight() - page, qint64(1000000000))));
    verticalScrollBar()->setValue(int(m_geometry.top()));
    m_syncing = false;
    placeActionBar();
    if (isAtBottom())
        setNewBelow(0);
    m_jump->setVisible(rowCount() > 0 && !isAtBottom()
                       && (canFetchNewer() || m_newBelow > 0
                           || m_geometry.contentHeight() - page - m_geometry.top() > page / 3));
}

/// Older and newer pages are fetched a screen and a half before they are seen.
void TimelineView::fetchIfNear()
{
    if (!m_model || m_fetching || !isVisible())
        return;
    const qint64 near = viewport()->height() * 3LL / 2;
    m_fetching = true;
    if (m_geometry.top() < near && m_model->canFetchMore({}))
        m_model->fetchMore({});
    else if (m_geometry.contentHeight() - m_geometry.top() - viewport()->height() < near && canFetchNewer())
        m_source.fetchNewer();
    m_fetching = false;
}

void TimelineView::scrollContentsBy(int, int)
{
    if (m_syncing)
        return;
    const int value = verticalScrollBar()->value();
    if (m_dirty)
        settleNow();
    m_geometry.setMayStick(!canFetchNewer());
    m_geometry.scrollTo(value);
    m_dayTimer.start(kDayShownMs, this);
    syncScrollBar();
    viewport()->update();
    fetchIfNear();
    lookForGaps();
    Q_EMIT viewChanged();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    stopAnimation();
    // Another message comes under the pointer; which one, its next movement tells.
    m_hovered = QPersistentModelIndex();
    if (!event->pixelDelta().isNull() && event->phase() != Qt::NoScrollPhase) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() - event->pixelDelta().y());
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void TimelineView::animateTo(qint64 top)
{
    stopAnimation();
    const int duration = Theme::current().motionMs();
    const int target = int(top);
    if (duration <= 0 || !isVisible() || !style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this)) {
        verticalScrollBar()->setValue(target);
        return;
    }
    m_animation->setDuration(duration);
    m_animation->setEasingCurve(QEasingCurve::OutCubic);
    m_animation->setStartValue(verticalScrollBar()->value());
    m_animation->setEndValue(target);
    m_animation->start();
}

void TimelineView::stopAnimation()
{
    m_animation->stop();
}

void TimelineView::jump()
{
    // First to what was not read yet, then to the end.
    if (m_firstUnread != 0) {
        for (int row = m_geometry.lastVisible() + 1; row > 0 && row < rowCount(); ++row) {
            if (m_geometry.idAt(row) != m_firstUnread)
                continue;
            m_wantsUnread = true;
            m_dirty = true;
            settleNow();
            return;
        }
    }
    scrollToBottom();
}

QWidget *TimelineView::jumpButton() const
{
    return m_jump;
}

void TimelineView::setNewBelow(int count)
{
    if (m_newBelow == count)
        return;
    m_newBelow = count;
    m_jump->setCount(count);
    Q_EMIT newBelowChanged(count);
}

void TimelineView::placeJumpButton()
{
    const QSize size = m_jump->sizeHint();
    const QRect area = viewport()->geometry();
    const int x = layoutDirection() == Qt::RightToLeft ? area.left() + 12 : area.right() - 11 - size.width();
    m_jump->setGeometry(QRect(QPoint(x, area.bottom() - 8 - size.height()), size));
    m_jump->raise();
}

} // namespace tertulia
