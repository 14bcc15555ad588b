// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ChatListModel.h"

#include "core/models/SearchFold.h"

#include <QConcatenateTablesProxyModel>

namespace tertulia
{

ChatListModel::ChatListModel(QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_all(new QConcatenateTablesProxyModel(this))
{
    setSourceModel(m_all);
    setDynamicSortFilter(true);
    sort(0);
}

void ChatListModel::addSource(QAbstractItemModel *conversations)
{
    m_all->addSourceModel(conversations);
}

void ChatListModel::removeSource(QAbstractItemModel *conversations)
{
    m_all->removeSourceModel(conversations);
}

void ChatListModel::setFilterText(const QString &text)
{
    const QString folded = searchFold(text.trimmed());
    if (folded == m_filterText)
        return;
    m_filterText = folded;
    invalidateFilter();
}

void ChatListModel::setUnreadOnly(bool unreadOnly)
{
    if (unreadOnly == m_unreadOnly)
        return;
    m_unreadOnly = unreadOnly;
    invalidateFilter();
}

bool ChatListModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool leftPinned = left.data(roles::Pinned).toBool();
    const bool rightPinned = right.data(roles::Pinned).toBool();
    if (leftPinned != rightPinned)
        return leftPinned;
    const qint64 leftActivity = left.data(roles::Activity).toLongLong();
    const qint64 rightActivity = right.data(roles::Activity).toLongLong();
    if (leftActivity != rightActivity)
        return leftActivity > rightActivity;
    return left.data(roles::Address).toString() < right.data(roles::Address).toString();
}

bool ChatListModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_unreadOnly && index.data(roles::Unread).toInt() == 0)
        return false;
    return m_filterText.isEmpty() || searchFold(index.data(roles::Name).toString()).contains(m_filterText)
        || searchFold(index.data(roles::Address).toString()).contains(m_filterText);
}

} // namespace tertulia
