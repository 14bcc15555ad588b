// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/TimelineView.h"

#include "core/models/Roles.h"
#include "ui/text/PlainText.h"
#include "ui/text/TimeText.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/JumpButton.h"
#include "ui/timeline/TimelineAccessible.h"

#include <QAccessible>
#include <QDesktopServices>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>
#include <QVariantAnimation>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kDayShownMs = 1200;
constexpr int kFlashMs = 1600;
constexpr int kFloatingDayTop = 8;

} // namespace

TimelineView::TimelineView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_opener([](const QUrl &url) { QDesktopServices::openUrl(url); })
    , m_jump(new JumpButton(this))
    , m_animation(new QVariantAnimation(this))
{
    installTimelineAccessibility();
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always there, so that its coming and going never changes the width that text is laid out for.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_jump->hide();
    makeActionBar();
    connect(m_jump, &QAbstractButton::clicked, this, &TimelineView::jump);
    connect(m_animation, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &value) { verticalScrollBar()->setValue(value.toInt()); });
    connect(&Theme::current(), &Theme::changed, this, &TimelineView::restyle);
    setPeerName({});
    restyle();
}

TimelineView::~TimelineView() = default;

void TimelineView::setModel(QAbstractItemModel *model, const TimelineSource &source)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_source = source;
    m_selection.clear();
    m_current = QPersistentModelIndex();
    m_firstUnread = 0;
    setNewBelow(0);
    m_geometry.setModel(model);
    if (model)
        connectModel();
    scheduleSettle();
}

void TimelineView::connectModel()
{
    const auto structureChanged = [this] {
        updateUnread();
        findHits();
        scheduleSettle();
        Q_EMIT viewChanged();
    };
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onRowsInserted(first, last); });
    connect(
        m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
        [this](const QModelIndex &, int first, int last) { m_geometry.rowsAboutToBeRemoved(first, last); });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this,
            [this, structureChanged](const QModelIndex &, int first, int last) {
                m_geometry.rowsRemoved(first, last);
                structureChanged();
            });
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                m_geometry.rowsChanged(first.row(), last.row());
                if (roles.isEmpty() || roles.contains(roles::Body) || roles.contains(roles::Retracted))
                    findHits();
                timelineNamesChanged(this, first.row(), last.row());
                scheduleSettle();
            });
    const auto reset = [this, structureChanged] {
        timelineReset(this);
        m_geometry.reset();
        structureChanged();
    };
    connect(m_model, &QAbstractItemModel::modelReset, this, reset);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, reset);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, reset);
}

void TimelineView::onRowsInserted(int first, int last)
{
    const bool atEnd = last == m_model->rowCount() - 1;
    const bool wasAtBottom = m_geometry.isAtBottom();
    m_geometry.rowsInserted(first, last);
    if (atEnd && !canFetchNewer()) {
        int incoming = 0;
        for (int row = first; row <= last; ++row)
            incoming += m_model->index(row, 0).data(roles::Outgoing).toBool() ? 0 : 1;
        if (!wasAtBottom && !m_fetching)
            setNewBelow(m_newBelow + incoming);
        if (incoming == 1 && last == first && !m_fetching)
            announceArrived(last);
    }
    updateUnread();
    if (!m_searchText.isEmpty())
        findHits();
    scheduleSettle();
}

void TimelineView::setPeerName(const QString &name)
{
    m_peerName = name;
    setAccessibleName(tr("Conversation with %1").arg(shownName(name)));
    viewport()->update();
}

void TimelineView::setFirstUnread(qint64 messageId)
{
    if (m_firstUnread == messageId)
        return;
    m_firstUnread = messageId;
    m_unreadCount = 0;
    updateUnread();
    scheduleSettle();
}

/// The number in the line is fixed when its message is first seen in the model; it says what was new when
/// the person came.
void TimelineView::updateUnread()
{
    if (m_firstUnread != 0 && m_unreadCount == 0 && m_model) {
        bool found = false;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex index = m_model->index(row, 0);
            found = found || index.data(roles::MessageId).toLongLong() == m_firstUnread;
            m_unreadCount += found && !index.data(roles::Outgoing).toBool() ? 1 : 0;
        }
    }
    m_geometry.setUnread(m_firstUnread, m_unreadCount);
}

void TimelineView::setLinkOpener(std::function<void(const QUrl &)> opener)
{
    m_opener = std::move(opener);
}

bool TimelineView::isAtBottom() const
{
    return m_geometry.isAtBottom() && !canFetchNewer();
}

bool TimelineView::canFetchNewer() const
{
    return m_source.canFetchNewer && m_source.canFetchNewer();
}

void TimelineView::scrollToBottom()
{
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

void TimelineView::restyle()
{
    const TimelineStyle style = TimelineStyle::from(this);
    m_geometry.setStyle(style);
    // The scroll bar lies on the paper, so that an empty one cannot be seen.
    QPalette paper = palette();
    paper.setColor(QPalette::Window, style.paper);
    setPalette(paper);
    m_geometry.setViewport(viewport()->size());
    scheduleSettle();
}

void TimelineView::scheduleSettle()
{
    m_dirty = true;
    if (!m_settleTimer.isActive())
        m_settleTimer.start(0, this);
    viewport()->update();
}

void TimelineView::settleNow()
{
    m_settleTimer.stop();
    if (!m_dirty && m_geometry.viewport() == viewport()->size())
        return;
    m_dirty = false;
    m_geometry.setViewport(viewport()->size());
    m_geometry.setMayStick(!canFetchNewer());
    m_geometry.settle();
    if (m_wantsUnread && isVisible()) {
        m_wantsUnread = false;
        for (int row = rowCount() - 1; row >= 0; --row) {
            if (m_geometry.idAt(row) != m_firstUnread)
                continue;
            const MessageLayout &message = m_geometry.layoutOf(row);
            m_geometry.showRowAt(row, viewport()->height() / 5 + message.lineTop(0) - message.unread().top());
            m_geometry.settle();
            break;
        }
    }
    syncScrollBar();
    viewport()->update();
    fetchIfNear();
    Q_EMIT viewChanged();
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

void TimelineView::setNewBelow(int count)
{
    if (m_newBelow == count)
        return;
    m_newBelow = count;
    m_jump->setCount(count);
    Q_EMIT newBelowChanged(count);
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
    Q_EMIT viewChanged();
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

void TimelineView::placeJumpButton()
{
    const QSize size = m_jump->sizeHint();
    const QRect area = viewport()->geometry();
    const int x = layoutDirection() == Qt::RightToLeft ? area.left() + 12 : area.right() - 11 - size.width();
    m_jump->setGeometry(QRect(QPoint(x, area.bottom() - 8 - size.height()), size));
    m_jump->raise();
}

int TimelineView::rowCount() const
{
    return m_model ? m_geometry.rows() : 0;
}

QRect TimelineView::bubbleRect(int row)
{
    settleNow();
    if (row < 0 || row >= rowCount())
        return {};
    // Far away rows keep their estimated place: asking for all of them must not lay out all.
    if (row < m_geometry.firstVisible() - 3 || row > m_geometry.lastVisible() + 3)
        return QRect(0, m_geometry.rowY(row), viewport()->width(), 40);
    return m_geometry.layoutOf(row).bubble().translated(0, m_geometry.rowY(row));
}

const MessageLayout &TimelineView::layoutOf(int row)
{
    return m_geometry.layoutOf(row);
}

int TimelineView::rowAt(const QPoint &point) const
{
    return rowCount() == 0 ? -1 : m_geometry.rowAt(point.y());
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    if (m_dirty || m_geometry.viewport() != viewport()->size())
        settleNow();
    QPainter painter(viewport());
    const TimelineStyle &style = m_geometry.style();
    painter.fillRect(event->rect(), style.paper);
    painter.setRenderHint(QPainter::Antialiasing);
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
    const auto [from, to] = m_selection.rangeIn(row, int(message.text().text.size()));
    marks.selectionStart = from;
    marks.selectionEnd = to;
    marks.focused = markedRow() == row;
    marks.flashing = m_flashing != 0 && m_flashing == message.row().id;
    if (m_hovered.isValid() && m_hovered.row() == row)
        marks.hovered = m_hoveredPart, marks.hoveredReaction = m_hoveredReaction;
    if (!m_searchText.isEmpty()) {
        for (qsizetype i = 0; i < m_hits.size(); ++i) {
            if (m_hits[i].index.row() != row)
                continue;
            if (i == m_currentHit)
                marks.currentFound = int(marks.found.size());
            marks.found.append({m_hits[i].position, int(m_searchText.size())});
        }
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

bool TimelineView::event(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        restyle();
    return QAbstractScrollArea::event(event);
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    placeJumpButton();
    scheduleSettle();
}

void TimelineView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::LayoutDirectionChange:
    case QEvent::LocaleChange:
        restyle();
        placeJumpButton();
        break;
    case QEvent::LanguageChange:
        setPeerName(m_peerName);
        restyle();
        break;
    default:
        break;
    }
}

void TimelineView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    placeJumpButton();
    scheduleSettle();
}

void TimelineView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_settleTimer.timerId()) {
        settleNow();
    } else if (event->timerId() == m_dayTimer.timerId()) {
        m_dayTimer.stop();
        viewport()->update();
    } else if (event->timerId() == m_flashTimer.timerId()) {
        m_flashTimer.stop();
        m_flashing = 0;
        viewport()->update();
    } else if (event->timerId() == m_dragTimer.timerId()) {
        dragSelection(m_dragPoint);
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

void TimelineView::expandRow(int row)
{
    m_geometry.expand(row);
    scheduleSettle();
}

void TimelineView::announceArrived(int row)
{
    if (isActiveWindow() && isVisible())
        timelineAnnounce(this, row);
}

} // namespace tertulia
