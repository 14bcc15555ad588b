// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/ChatRowDrag.h"

#include "core/models/Roles.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QFrame>
#include <QListView>
#include <QMouseEvent>

namespace tertulia
{

namespace
{

constexpr int kOutDistance = 24;

} // namespace

ChatRowDrag::ChatRowDrag(QListView *view)
    : QObject(view)
    , m_view(view)
    , m_mark(new QFrame(view->viewport()))
{
    m_mark->setAutoFillBackground(true);
    m_mark->setBackgroundRole(QPalette::Highlight);
    m_mark->hide();
    view->viewport()->installEventFilter(this);
}

bool ChatRowDrag::isOutside(const QPoint &place) const
{
    const int far = Theme::current().px(kOutDistance);
    return !m_view->viewport()->rect().adjusted(-far, -far, far, far).contains(place);
}

int ChatRowDrag::target(const QPoint &place) const
{
    if (!m_row.data(roles::Pinned).toBool())
        return -1;
    int pins = 0;
    while (m_view->model()->index(pins, 0).data(roles::Pinned).toBool())
        ++pins;
    for (int row = 0; row < pins; ++row) {
        if (place.y() < m_view->visualRect(m_view->model()->index(row, 0)).center().y())
            return row;
    }
    return pins;
}

void ChatRowDrag::move(const QPoint &place)
{
    if (!m_dragging && (place - m_start).manhattanLength() < QApplication::startDragDistance() * 2)
        return;
    m_dragging = true;
    const bool out = isOutside(place);
    const int at = out ? -1 : target(place);
    m_view->viewport()->setCursor(out           ? Qt::DragMoveCursor
                                      : at >= 0 ? Qt::ClosedHandCursor
                                                : Qt::ArrowCursor);
    m_mark->setVisible(at >= 0);
    if (at < 0)
        return;
    const QRect above = m_view->visualRect(m_view->model()->index(std::max(0, at - 1), 0));
    m_mark->setGeometry(0, at == 0 ? above.top() : above.bottom(), m_view->viewport()->width(), 2);
    m_mark->raise();
}

void ChatRowDrag::drop(const QPoint &place)
{
    const QPersistentModelIndex row = m_row;
    const int at = target(place);
    const bool out = isOutside(place);
    stop();
    if (row.isValid() && out)
        Q_EMIT draggedOut(row);
    else if (row.isValid() && at >= 0 && at != row.row() && at != row.row() + 1)
        Q_EMIT movedPin(row, at);
    Q_EMIT ended();
}

void ChatRowDrag::stop()
{
    m_row = QModelIndex();
    m_dragging = false;
    m_mark->hide();
    m_view->viewport()->unsetCursor();
}

bool ChatRowDrag::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        stop();
        if (mouse->button() == Qt::LeftButton) {
            m_start = mouse->position().toPoint();
            m_row = m_view->indexAt(m_start);
        }
        break;
    }
    case QEvent::MouseMove: {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (!m_row.isValid() || !mouse->buttons().testFlag(Qt::LeftButton))
            break;
        move(mouse->position().toPoint());
        return true;
    }
    case QEvent::MouseButtonRelease:
        if (m_dragging) {
            drop(static_cast<QMouseEvent *>(event)->position().toPoint());
            return true;
        }
        m_row = QModelIndex();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tertulia
