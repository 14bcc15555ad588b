// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The hands of TimelineView: mouse, keyboard, selection.
#include "core/models/Roles.h"
#include "ui/text/PlainText.h"
#include "ui/text/TimeText.h"
#include "ui/timeline/TimelineAccessible.h"
#include "ui/timeline/TimelineView.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <QToolTip>
#include <QVariantAnimation>

namespace tertulia
{

using Part = MessageLayout::Part;

namespace
{

constexpr int kDragStepMs = 30;
constexpr qsizetype kLongestHint = 120;

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
    if (row < 0)
        return;
    const TextSpot spot{m_model->index(row, 0), hit.position};
    m_press = {point, hit.part, spot.index, hit.link, hit.reaction, true, false};
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
        || hit.reaction != press.reaction)
        return;
    const qint64 id = m_geometry.idAt(row);
    switch (hit.part) {
    case Part::Link:
        openLink(row, hit.link);
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
    if (row < 0 || (hit.part != Part::Text && hit.part != Part::Bubble && hit.part != Part::Link)) {
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
    m_press = {event->position().toPoint(), Part::Nothing, index, -1, -1, true, true};
    viewport()->update();
}

void TimelineView::updateHover(const QPoint &point)
{
    int row = -1;
    const MessageLayout::Hit hit = hitAt(point, &row);
    switch (hit.part) {
    case Part::Link:
    case Part::Edited:
    case Part::Reaction:
    case Part::Retry:
    case Part::Delete:
    case Part::More:
        viewport()->setCursor(Qt::PointingHandCursor);
        break;
    case Part::Quote:
        viewport()->setCursor(m_geometry.layoutOf(row).row().quote->id != 0 ? Qt::PointingHandCursor
                                                                            : Qt::ArrowCursor);
        break;
    case Part::Text:
        viewport()->setCursor(Qt::IBeamCursor);
        break;
    default:
        viewport()->setCursor(Qt::ArrowCursor);
        break;
    }
    const bool same = m_hoveredPart == hit.part && m_hoveredReaction == hit.reaction && m_hovered.isValid()
        && m_hovered.row() == row;
    if (same || row < 0)
        return;
    m_hovered = m_model->index(row, 0);
    m_hoveredPart = hit.part;
    m_hoveredReaction = hit.reaction;
    placeActionBar();
    viewport()->update();
}

void TimelineView::showHint(const QPoint &point, const QPoint &global)
{
    int row = -1;
    const MessageLayout::Hit hit = hitAt(point, &row);
    if (row < 0)
        return;
    const MessageLayout &message = m_geometry.layoutOf(row);
    QString hint;
    switch (hit.part) {
    case Part::Link: {
        // The host as it goes over the wire shows letters that only look alike.
        const QUrl &url = message.text().links[hit.link].url;
        hint = url.host(QUrl::FullyEncoded);
        if (hint.isEmpty())
            hint = url.toString(QUrl::FullyEncoded);
        break;
    }
    case Part::Time:
        hint = fullTime(message.row().time);
        if (message.row().delayed)
            hint += u'\n' + tr("It arrived later than it was said.");
        break;
    case Part::Quote:
        hint = QuoteLayout::text(*message.row().quote);
        break;
    case Part::Edited:
        hint = tr("Edited %1. Click to see what it said before.").arg(fullTime(message.row().edited));
        break;
    case Part::Reaction:
        hint = ReactionChips::whoText(message.row().reactions[hit.reaction]);
        break;
    case Part::State:
        hint = message.row().changePending    ? MessageLayout::changePendingText()
            : message.failureText().isEmpty() ? MessageLayout::stateText(message.row().state)
                                              : message.failureText();
        break;
    case Part::Avatar:
        hint = message.row().sender;
        break;
    default:
        break;
    }
    if (hint.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(global, shownToolTip(hint.left(kLongestHint)), viewport());
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        showHint(help->pos(), help->globalPos());
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hovered = QPersistentModelIndex();
        m_hoveredPart = Part::Nothing;
        m_hoveredReaction = -1;
        placeActionBar();
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
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

void TimelineView::openLink(int row, int link)
{
    const QList<TextLink> links = m_geometry.layoutOf(row).text().links;
    if (link >= 0 && link < links.size() && mayOpen(links[link].url))
        m_opener(links[link].url);
}

bool TimelineView::hasSelection() const
{
    return !m_selection.isEmpty();
}

MessageText TimelineView::textOf(int row) const
{
    const QModelIndex index = m_model->index(row, 0);
    if (index.data(roles::Retracted).toBool())
        return MessageText::notice(MessageLayout::retractedText(), layoutDirection());
    return MessageText::from(index.data(roles::Body).toString(), index.data(roles::SenderName).toString(),
                             m_geometry.limitOf(m_geometry.idAt(row)), layoutDirection());
}

QString TimelineView::messageText(int row) const
{
    return m_model->index(row, 0).data(roles::Body).toString();
}

QString TimelineView::selectedText() const
{
    if (!hasSelection())
        return {};
    const int first = m_selection.firstRow();
    const int last = m_selection.lastRow();
    const auto piece = [this](int row) {
        const QString text = textOf(row).text;
        const auto [from, to] = m_selection.rangeIn(row, int(text.size()));
        return text.mid(from, to - from).replace(QChar::LineSeparator, u'\n');
    };
    if (first == last)
        return piece(first);
    QStringList lines;
    for (int row = first; row <= last; ++row) {
        const QString text = piece(row);
        if (text.isEmpty())
            continue;
        const QModelIndex index = m_model->index(row, 0);
        const QDateTime time = index.data(roles::Time).toDateTime().toLocalTime();
        QString name = index.data(roles::SenderName).toString();
        name.replace(u'\n', u' ');
        lines += u'[' + clockTime(time) + QStringLiteral("] ") + name + QStringLiteral(": ") + text;
    }
    return lines.join(u'\n');
}

void TimelineView::clearSelection()
{
    m_selection.clear();
    viewport()->update();
}

void TimelineView::selectAll()
{
    if (rowCount() == 0)
        return;
    const int last = rowCount() - 1;
    m_selection.select({m_model->index(0, 0), 0}, {m_model->index(last, 0), int(textOf(last).text.size())});
    viewport()->update();
}

void TimelineView::copy() const
{
    if (hasSelection())
        QApplication::clipboard()->setText(selectedText());
    else if (currentRow() >= 0 && !messageText(currentRow()).isEmpty())
        QApplication::clipboard()->setText(messageText(currentRow()));
}

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

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
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
        if (control)
            scrollToBottom();
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
        return;
    case Qt::Key_Space:
    case Qt::Key_Menu:
        if (currentRow() >= 0)
            openContextMenu(currentRow(), viewport()->mapToGlobal(bubbleRect(currentRow()).center()));
        return;
    case Qt::Key_C:
        if (!plain)
            break;
        copy();
        return;
    case Qt::Key_R:
        if (!plain || currentRow() < 0)
            break;
        act(currentRow(), MessageAction::Reply);
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
