// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/ChatListModel.h"

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace tertulia
{

class ChipButton;
class FlowLayout;

/// The chips above the chats, of which one is chosen: all of them, kinds of them, and the person's folders.
class ChatFilters : public QWidget
{
    Q_OBJECT
public:
    explicit ChatFilters(QWidget *parent = nullptr);

    /// Unread messages in all.
    void setUnread(int count);
    void setHasRooms(bool rooms);
    /// In their order. All are shown again if the chosen one is gone.
    void setFolders(const QStringList &folders);
    [[nodiscard]] ChatListModel::Shown shown() const;
    /// The chosen one, if that is a folder.
    [[nodiscard]] QString folder() const;

Q_SIGNALS:
    /// shown() or folder().
    void changed();

private:
    ChipButton *add(const QString &text);

    FlowLayout *m_layout;
    QButtonGroup *m_group;
    ChipButton *m_all;
    ChipButton *m_unread;
    ChipButton *m_people;
    ChipButton *m_rooms;
    QStringList m_folders;
    QList<ChipButton *> m_folderChips; ///< one for each of m_folders
};

} // namespace tertulia
