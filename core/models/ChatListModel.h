// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/Roles.h"

#include <QSortFilterProxyModel>

class QConcatenateTablesProxyModel;

namespace tertulia
{

/// The chat list over several accounts: pinned first, then by last activity (a draft counts when written),
/// newest on top; filtered by text (name or address, ignoring case and accents) and by unread.
class ChatListModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ChatListModel(QObject *parent = nullptr);

    void addSource(QAbstractItemModel *conversations);
    void removeSource(QAbstractItemModel *conversations);
    void setFilterText(const QString &text);
    void setUnreadOnly(bool unreadOnly);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QConcatenateTablesProxyModel *m_all;
    QString m_filterText;
    bool m_unreadOnly = false;
};

} // namespace tertulia
