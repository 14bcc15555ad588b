// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatTabs.h"

#include "ui/chat/ChatWidget.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QContextMenuEvent>
#include <QMouseEvent>

namespace tertulia
{

namespace
{

/// How far out of the bar a tab is dragged until it is meant to leave.
constexpr int kOutDistance = 36;

} // namespace

ChatTabs::ChatTabs(QWidget *parent)
    : QTabBar(parent)
{
    setAccessibleName(tr("Open chats"));
    setMovable(true);
    setExpanding(false);
    setDocumentMode(true);
    setDrawBase(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideRight);
    setSelectionBehaviorOnRemove(QTabBar::SelectPreviousTab);
}

void ChatTabs::addChat(ChatWidget *chat)
{
    const ConversationKey key = chat->key();
    const int index = addTab(QString());
    setTabData(index, QVariant::fromValue(key));
    auto *close = new IconButton(Icons::Close, tr("Close chat"), this);
    close->setFocusPolicy(Qt::NoFocus);
    close->setFixedSize(24, 24);
    connect(close, &QToolButton::clicked, this, [this, key] { Q_EMIT closeRequested(key); });
    setTabButton(index, RightSide, close);
    connect(chat, &ChatWidget::titleChanged, this, [this, chat] { refresh(chat); });
    refresh(chat);
}

void ChatTabs::removeChat(const ConversationKey &key)
{
    const int index = indexOf(key);
    if (index >= 0)
        removeTab(index);
}

int ChatTabs::indexOf(const ConversationKey &key) const
{
    for (int i = 0; i < count(); ++i) {
        if (keyAt(i) == key)
            return i;
    }
    return -1;
}

ConversationKey ChatTabs::keyAt(int index) const
{
    return tabData(index).value<ConversationKey>();
}

void ChatTabs::refresh(ChatWidget *chat)
{
    const int index = indexOf(chat->key());
    if (index < 0)
        return;
    const QString name = shownName(chat->peerName());
    const int unread = chat->unread();
    setTabText(index,
               withoutMnemonic(
                   unread > 0
                       ? tr("(%1) %2", "unread messages, name of a chat").arg(QString::number(unread), name)
                       : name));
    setTabToolTip(index, shownToolTip(name));
    setAccessibleTabName(index,
                         unread > 0 ? tr("%1, %n unread message(s)", nullptr, unread).arg(name) : name);
}

bool ChatTabs::isOutside(const QPoint &place) const
{
    const int far = Theme::current().px(kOutDistance);
    return place.y() < -far || place.y() > height() + far;
}

void ChatTabs::mousePressEvent(QMouseEvent *event)
{
    const int index = tabAt(event->position().toPoint());
    m_dragged = event->button() == Qt::LeftButton && index >= 0 ? keyAt(index) : ConversationKey();
    QTabBar::mousePressEvent(event);
}

void ChatTabs::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragged.account.isEmpty() && event->buttons().testFlag(Qt::LeftButton))
        setCursor(isOutside(event->position().toPoint()) ? Qt::DragMoveCursor : Qt::ArrowCursor);
    QTabBar::mouseMoveEvent(event);
}

void ChatTabs::mouseReleaseEvent(QMouseEvent *event)
{
    const ConversationKey dragged = std::exchange(m_dragged, {});
    unsetCursor();
    QTabBar::mouseReleaseEvent(event);
    const QPoint place = event->position().toPoint();
    if (event->button() == Qt::MiddleButton) {
        if (const int index = tabAt(place); index >= 0)
            Q_EMIT closeRequested(keyAt(index));
    } else if (!dragged.account.isEmpty() && isOutside(place)) {
        Q_EMIT draggedOut(dragged);
    }
}

void ChatTabs::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int index = byKey ? currentIndex() : tabAt(event->pos());
    if (index >= 0)
        Q_EMIT menuRequested(keyAt(index), byKey ? mapToGlobal(tabRect(index).center()) : event->globalPos());
}

} // namespace tertulia
