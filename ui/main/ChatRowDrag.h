// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QObject>
#include <QPersistentModelIndex>
#include <QPoint>

class QFrame;
class QListView;
class QMouseEvent;

namespace tertulia
{

/// Drags rows of the chat list with the mouse: a pinned one to another place among the pinned ones, any one
/// out of the list. While the button is down the list does not see the pointer move.
class ChatRowDrag : public QObject
{
    Q_OBJECT
public:
    explicit ChatRowDrag(QListView *view);

Q_SIGNALS:
    /// To the place that the row `at` has; to the end of the pinned ones if that is behind them.
    void movedPin(const QModelIndex &row, int at);
    void draggedOut(const QModelIndex &row);
    /// It was dropped where it means nothing.
    void ended();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void move(const QPoint &place);
    void drop(const QPoint &place);
    [[nodiscard]] bool isOutside(const QPoint &place) const;
    /// Where a pinned row would go; -1: nowhere.
    [[nodiscard]] int target(const QPoint &place) const;
    void stop();

    QListView *m_view;
    QFrame *m_mark; ///< where it would go
    QPersistentModelIndex m_row;
    QPoint m_start;
    bool m_dragging = false;
};

} // namespace tertulia
