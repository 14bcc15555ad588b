// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QListView>

#include <optional>

namespace tertulia
{

class SpokenChats;

/// The list of chats. Rows need the roles of a chat list. Opening is asked for by single click or Enter
/// (where the setting says) and by middle click or Ctrl+Enter (own window).
class ChatListView : public QListView
{
    Q_OBJECT
public:
    explicit ChatListView(QWidget *parent = nullptr);

    void setChats(QAbstractItemModel *chats);
    /// Marks the row of the chat that is open in the main window; none if it has no row.
    void showOpenChat(const std::optional<ConversationKey> &key);
    [[nodiscard]] ConversationKey keyOf(const QModelIndex &index) const;
    /// The row next to the open one in `step` direction, skipping read chats if `unreadOnly`.
    [[nodiscard]] QModelIndex neighbour(int step, bool unreadOnly) const;

Q_SIGNALS:
    void openRequested(const tertulia::ConversationKey &key);
    void ownWindowRequested(const tertulia::ConversationKey &key);
    void menuRequested(const QModelIndex &row, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    SpokenChats *m_spoken;
    std::optional<ConversationKey> m_open;
};

} // namespace tertulia
