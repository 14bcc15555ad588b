// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/TimelineView.h"

#include "core/models/Roles.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/JumpButton.h"
#include "ui/timeline/TimelineAccessible.h"

#include <QDesktopServices>
#include <QScrollBar>
#include <QVariantAnimation>

#include <cmath>

namespace tertulia
{

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
    m_picked.clear();
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
        scheduleSettle();
        Q_EMIT viewChanged();
    };
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onRowsInserted(first, last); });
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) {
                const auto before = m_picked.size();
                for (int row = first; row <= last && !m_picked.isEmpty(); ++row)
                    m_picked.remove(m_geometry.idAt(row));
                m_geometry.rowsAboutToBeRemoved(first, last);
                if (m_picked.size() != before)
                    Q_EMIT pickedChanged(int(m_picked.size()));
            });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this,
            [this, structureChanged](const QModelIndex &, int first, int last) {
                m_geometry.rowsRemoved(first, last);
                structureChanged();
            });
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                m_geometry.rowsChanged(first.row(), last.row());
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
    scheduleSettle();
}

void TimelineView::announceArrived(int row)
{
    if (isActiveWindow() && isVisible())
        timelineAnnounce(this, row);
}

void TimelineView::setPeerName(const QString &name)
{
    m_peerName = name;
    setAccessibleName(tr("Conversation with %1").arg(shownName(name)));
    viewport()->update();
}

void TimelineView::setFirstUnread(qint64 messageId, int count)
{
    if (m_firstUnread == messageId)
        return;
    m_firstUnread = messageId;
    m_unreadCount = count;
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

void TimelineView::setStyling(Styling styling)
{
    m_geometry.setStyling(styling);
    scheduleSettle();
}

void TimelineView::setLook(MessageLook look)
{
    if (look == m_look)
        return;
    m_look = look;
    restyle();
}

void TimelineView::restyle()
{
    const TimelineStyle style = TimelineStyle::from(this, m_look);
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
    lookForGaps();
    Q_EMIT viewChanged();
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

void TimelineView::expandRow(int row)
{
    m_geometry.expand(row);
    scheduleSettle();
}

void TimelineView::toggleSpoiler(int row)
{
    m_geometry.toggleSpoiler(row);
    m_selection.clear();
    timelineNamesChanged(this, row, row);
    scheduleSettle();
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
    } else if (event->timerId() == m_turnTimer.timerId()) {
        m_turn = std::fmod(m_turn + 0.05, 1.0);
        viewport()->update();
    } else if (event->timerId() == m_dragTimer.timerId()) {
        dragSelection(m_dragPoint);
    } else {
        QAbstractScrollArea::timerEvent(event);
    }
}

} // namespace tertulia
