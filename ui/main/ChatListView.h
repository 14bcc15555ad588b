// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QListView>

#include <optional>

namespace tertulia
{

class Accounts;
class ChatListDelegate;
class SpokenChats;

/// The list of chats. Rows need the roles of a chat list. Opening is asked for by single click or Enter
/// (where the setting says) and by middle click or Ctrl+Enter (own window).
class ChatListView : public QListView
{
    Q_OBJECT
public:
    explicit ChatListView(QWidget *parent = nullptr);

    void setChats(QAbstractItemModel *chats);
    /// Where several of them are used, each row tells of which one its chat is.
    void tellApart(Accounts &accounts);
    /// Marks the row of the chat that is open in the main window; none if it has no row.
    void showOpenChat(const std::optional<ConversationKey> &key);
    [[nodiscard]] ConversationKey keyOf(const QModelIndex &index) const;
    /// One line for each chat instead of two.
    void setCompact(bool compact);
    /// Moves a pinned row `step` places among the pinned ones.
    void movePin(const QModelIndex &row, int step);
    /// The row next to that of `from` in `step` direction, skipping read chats if `unreadOnly`.
    [[nodiscard]] QModelIndex neighbour(const std::optional<ConversationKey> &from, int step,
                                        bool unreadOnly) const;

Q_SIGNALS:
    void openRequested(const tertulia::ConversationKey &key);
    void ownWindowRequested(const tertulia::ConversationKey &key);
    /// The pinned chats, in the order they are to have.
    void pinsArranged(const QList<tertulia::ConversationKey> &keys);
    void menuRequested(const QModelIndex &row, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void arrangePin(int row, int at);

    SpokenChats *m_spoken;
    ChatListDelegate *m_delegate;
    std::optional<ConversationKey> m_open;
};

} // namespace tertulia
