// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QTabBar>

namespace tertulia
{

class ChatWidget;

/// The tabs of a window with several chats: avatar, name and what is unread. They can be put in another order
/// by dragging, closed, and dragged out of the bar.
class ChatTabs : public QTabBar
{
    Q_OBJECT
public:
    explicit ChatTabs(QWidget *parent = nullptr);

    /// Appends one; it follows the chat's name and count until removeChat().
    void addChat(ChatWidget *chat);
    void removeChat(const ConversationKey &key);
    /// -1 if it has none.
    [[nodiscard]] int indexOf(const ConversationKey &key) const;
    [[nodiscard]] ConversationKey keyAt(int index) const;

Q_SIGNALS:
    void closeRequested(const tertulia::ConversationKey &key);
    void draggedOut(const tertulia::ConversationKey &key);
    void menuRequested(const tertulia::ConversationKey &key, const QPoint &globalPosition);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void refresh(ChatWidget *chat);
    [[nodiscard]] bool isOutside(const QPoint &place) const;

    ConversationKey m_dragged;
};

} // namespace tertulia
