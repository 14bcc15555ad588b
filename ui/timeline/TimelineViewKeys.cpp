// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the keyboard does in TimelineView, and the message it is at.
#include "ui/keys/KeyMap.h"
#include "ui/timeline/TimelineAccessible.h"
#include "ui/timeline/TimelineView.h"

#include <QKeyEvent>
#include <QVariantAnimation>

namespace tertulia
{

int TimelineView::currentRow() const
{
    return m_current.isValid() ? m_current.row() : -1;
}

void TimelineView::setCurrentRow(int row)
{
    if (!m_model || rowCount() == 0)
        return;
    row = qBound(0, row, rowCount() - 1);
    m_current = m_model->index(row, 0);
    m_keyboardFocus = true;
    m_hovered = QPersistentModelIndex();
    ensureRowVisible(row);
    placeActionBar();
    timelineFocused(this, row);
    viewport()->update();
}

int TimelineView::markedRow() const
{
    return m_chosen || (m_keyboardFocus && hasFocus()) ? currentRow() : -1;
}

void TimelineView::choose(int step)
{
    if (rowCount() == 0)
        return;
    settleNow();
    const int from = m_chosen && currentRow() >= 0 ? currentRow()
        : step < 0                                 ? m_geometry.lastVisible() + 1
                                                   : m_geometry.firstVisible() - 1;
    m_chosen = true;
    setCurrentRow(from + step);
    timelineChosen(this, currentRow());
}

void TimelineView::clearChoice()
{
    m_chosen = false;
    placeActionBar();
    viewport()->update();
}

/// The keys that a person can change.
bool TimelineView::takeKey(const QKeyEvent &event)
{
    const KeyMap &keys = KeyMap::current();
    if (keys.matches(event, KeyId::CopyFocused)) {
        copy();
    } else if (keys.matches(event, KeyId::ReplyToFocused)) {
        if (currentRow() < 0)
            return false;
        act(currentRow(), MessageAction::Reply);
    } else if (keys.matches(event, KeyId::OldestMessage)) {
        setCurrentRow(0);
    } else if (keys.matches(event, KeyId::NewestMessage)) {
        scrollToBottom();
        setCurrentRow(rowCount() - 1);
    } else {
        return false;
    }
    return true;
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (isPicking() && pickByKey(event))
        return;
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    if (takeKey(*event))
        return;
    const bool control = event->modifiers() & Qt::ControlModifier;
    const bool plain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    const int current = currentRow() < 0 ? rowCount() : currentRow();
    switch (event->key()) {
    case Qt::Key_Up:
        if (!plain)
            break;
        setCurrentRow(current - 1);
        return;
    case Qt::Key_Down:
        if (!plain)
            break;
        setCurrentRow(current + 1);
        return;
    case Qt::Key_Home:
        setCurrentRow(0);
        return;
    case Qt::Key_End:
        setCurrentRow(rowCount() - 1);
        return;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (control)
            break;
        scrollPages(event->key() == Qt::Key_PageUp ? -1 : 1);
        if (rowCount() > 0) {
            // Where the animation leads, not where it is.
            const int end = int(m_animation->state() == QAbstractAnimation::Running
                                    ? m_animation->endValue().toLongLong() - m_geometry.top()
                                    : 0);
            const bool up = event->key() == Qt::Key_PageUp;
            m_current = m_model->index(
                rowAt(QPoint(0, end + (up ? measure::kEnds : viewport()->height() - 2 * measure::kEnds))), 0);
            m_keyboardFocus = true;
            timelineFocused(this, m_current.row());
        }
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentRow() >= 0)
            activateRow(currentRow());
        else if (const auto gap = emptyGap())
            Q_EMIT gapPressed(*gap);
        return;
    case Qt::Key_Space:
    case Qt::Key_Menu:
        if (currentRow() >= 0)
            openContextMenu(currentRow(), viewport()->mapToGlobal(bubbleRect(currentRow()).center()));
        return;
    case Qt::Key_Escape:
        if (hasSelection())
            clearSelection();
        else
            Q_EMIT escapePressed();
        return;
    default:
        break;
    }
    // Not to QAbstractScrollArea, which would scroll by arrows with modifiers; the chat has uses for them.
    event->ignore();
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool byKeyboard = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::PopupFocusReason
        && event->reason() != Qt::MenuBarFocusReason;
    if (byKeyboard && rowCount() > 0) {
        settleNow();
        const bool seen
            = currentRow() >= m_geometry.firstVisible() && currentRow() <= m_geometry.lastVisible();
        if (!seen)
            m_current = m_model->index(m_geometry.lastVisible(), 0);
        m_keyboardFocus = true;
        timelineFocused(this, m_current.row());
    } else if (event->reason() == Qt::MouseFocusReason) {
        m_keyboardFocus = false;
    }
    m_chosen = false;
    placeActionBar();
    viewport()->update();
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    placeActionBar();
    viewport()->update();
}

} // namespace tertulia
