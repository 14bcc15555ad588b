// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/ChatListView.h"

#include "core/models/Roles.h"
#include "ui/accounts/AccountMarks.h"
#include "ui/keys/KeyMap.h"
#include "ui/main/ChatListDelegate.h"
#include "ui/main/ChatRowDrag.h"
#include "ui/main/SpokenChats.h"
#include "ui/theme/Theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScrollBar>

namespace tertulia
{

ChatListView::ChatListView(QWidget *parent)
    : QListView(parent)
    , m_spoken(new SpokenChats(this))
    , m_delegate(new ChatListDelegate(this))
{
    setAccessibleName(tr("Chats"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    verticalScrollBar()->setSingleStep(20);
    viewport()->setBackgroundRole(QPalette::Window);
    setModel(m_spoken);
    connect(&Theme::current(), &Theme::changed, this, [this] { scheduleDelayedItemsLayout(); });
    auto *drag = new ChatRowDrag(this);
    connect(drag, &ChatRowDrag::movedPin, this,
            [this](const QModelIndex &row, int at) { arrangePin(row.row(), at); });
    connect(drag, &ChatRowDrag::draggedOut, this,
            [this](const QModelIndex &row) { Q_EMIT ownWindowRequested(keyOf(row)); });
    // The press has chosen the row.
    connect(drag, &ChatRowDrag::ended, this, [this] { showOpenChat(m_open); });
    // A row that comes back (filter off, first message) is marked again.
    const auto markAgain = [this] { showOpenChat(m_open); };
    connect(m_spoken, &QAbstractItemModel::rowsInserted, this, markAgain, Qt::QueuedConnection);
    connect(m_spoken, &QAbstractItemModel::modelReset, this, markAgain, Qt::QueuedConnection);
}

void ChatListView::setChats(QAbstractItemModel *chats)
{
    m_spoken->setSourceModel(chats);
}

void ChatListView::tellApart(Accounts &accounts)
{
    m_spoken->setMarks(*new AccountMarks(accounts, this));
}

ConversationKey ChatListView::keyOf(const QModelIndex &index) const
{
    return {index.data(roles::Account).toString(),
            Jid::fromNormalized(index.data(roles::Address).toString())};
}

void ChatListView::showOpenChat(const std::optional<ConversationKey> &key)
{
    m_open = key;
    if (key) {
        for (int row = 0; row < m_spoken->rowCount(); ++row) {
            const QModelIndex index = m_spoken->index(row, 0);
            if (keyOf(index) == *key) {
                if (currentIndex() != index || !selectionModel()->isSelected(index))
                    setCurrentIndex(index);
                return;
            }
        }
    }
    selectionModel()->clearSelection();
}

void ChatListView::setCompact(bool compact)
{
    m_delegate->setCompact(compact);
    scheduleDelayedItemsLayout();
}

void ChatListView::movePin(const QModelIndex &row, int step)
{
    arrangePin(row.row(), step > 0 ? row.row() + step + 1 : row.row() + step);
}

/// The pinned row goes to where the row `at` is now.
void ChatListView::arrangePin(int row, int at)
{
    QList<ConversationKey> keys;
    for (int i = 0; m_spoken->index(i, 0).data(roles::Pinned).toBool(); ++i)
        keys.append(keyOf(m_spoken->index(i, 0)));
    if (row < 0 || row >= keys.size() || at < 0 || at > keys.size())
        return;
    keys.move(row, at > row ? at - 1 : at);
    Q_EMIT pinsArranged(keys);
}

QModelIndex ChatListView::neighbour(const std::optional<ConversationKey> &from, int step,
                                    bool unreadOnly) const
{
    const int rows = m_spoken->rowCount();
    int row = step > 0 ? -1 : rows;
    for (int i = 0; from && i < rows; ++i) {
        if (keyOf(m_spoken->index(i, 0)) == *from)
            row = i;
    }
    for (row += step; row >= 0 && row < rows; row += step) {
        const QModelIndex index = m_spoken->index(row, 0);
        if (!unreadOnly || index.data(roles::Unread).toInt() > 0 || index.data(roles::MarkedUnread).toBool())
            return index;
    }
    return {};
}

void ChatListView::keyPressEvent(QKeyEvent *event)
{
    if (KeyMap::current().matches(*event, KeyId::OpenInOwnWindow)) {
        if (currentIndex().isValid())
            Q_EMIT ownWindowRequested(keyOf(currentIndex()));
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid())
            Q_EMIT openRequested(keyOf(currentIndex()));
        return;
    }
    QListView::keyPressEvent(event);
}

void ChatListView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid())
        return;
    if (event->button() == Qt::LeftButton)
        Q_EMIT openRequested(keyOf(index));
    else if (event->button() == Qt::MiddleButton)
        Q_EMIT ownWindowRequested(keyOf(index));
}

void ChatListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    // The first click has opened it; a second one must not open another window by accident.
    event->accept();
}

void ChatListView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const QPoint place = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    Q_EMIT menuRequested(index, place);
}

} // namespace tertulia
