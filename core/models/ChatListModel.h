// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/Roles.h"

#include <QSortFilterProxyModel>
#include <QTimer>

class QConcatenateTablesProxyModel;

namespace tertulia
{

/// The chat list over several accounts: pinned first, in the order that the person gave them, then by last
/// activity (a draft counts when written), newest on top; filtered by text (name or address, ignoring case
/// and accents) and by what is shown. What is archived is a list of its own.
class ChatListModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Shown { All, Unread, People, Rooms, Folder, Archived };

    explicit ChatListModel(QObject *parent = nullptr);

    void addSource(QAbstractItemModel *conversations);
    void removeSource(QAbstractItemModel *conversations);
    void setFilterText(const QString &text);
    /// `folder`: the one that Shown::Folder shows.
    void setShown(Shown shown, const QString &folder = {});
    [[nodiscard]] Shown shown() const { return m_shown; }
    [[nodiscard]] int archivedCount() const { return m_archived; }
    [[nodiscard]] bool hasRooms() const { return m_rooms > 0; }
    /// All that chats are in, as they are sorted where the person lives.
    [[nodiscard]] QStringList folders() const { return m_folders; }
    /// While held, rows stay where they are, and stay: somebody is choosing one of them.
    void setHeld(bool held);

Q_SIGNALS:
    /// archivedCount(), hasRooms() or folders().
    void kindsChanged();

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    void countKinds();

    QConcatenateTablesProxyModel *m_all;
    QString m_filterText;
    Shown m_shown = Shown::All;
    QString m_folder;
    QTimer m_counting;
    int m_archived = 0;
    int m_rooms = 0;
    QStringList m_folders;
};

} // namespace tertulia
