// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ChatListModel.h"

#include "core/models/SearchFold.h"
#include "core/store/ConversationsTable.h"

#include <QConcatenateTablesProxyModel>
#include <QSet>

#include <algorithm>

namespace tertulia
{

ChatListModel::ChatListModel(QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_all(new QConcatenateTablesProxyModel(this))
{
    setSourceModel(m_all);
    setDynamicSortFilter(true);
    sort(0);
    const auto count = [this] { m_counting.start(); };
    connect(m_all, &QAbstractItemModel::rowsInserted, this, count);
    connect(m_all, &QAbstractItemModel::rowsRemoved, this, count);
    connect(m_all, &QAbstractItemModel::dataChanged, this, count);
    connect(m_all, &QAbstractItemModel::modelReset, this, count);
    // Once for all that changes together.
    m_counting.setSingleShot(true);
    m_counting.setInterval(0);
    connect(&m_counting, &QTimer::timeout, this, &ChatListModel::countKinds);
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

void ChatListModel::setShown(Shown shown, const QString &folder)
{
    if (shown == m_shown && folder == m_folder)
        return;
    m_shown = shown;
    m_folder = folder;
    invalidateFilter();
}

void ChatListModel::setHeld(bool held)
{
    if (held == !dynamicSortFilter())
        return;
    setDynamicSortFilter(!held);
    if (!held)
        invalidate(); // what was left out meanwhile
}

void ChatListModel::countKinds()
{
    int archived = 0;
    int rooms = 0;
    QSet<QString> names;
    for (int row = 0; row < m_all->rowCount(); ++row) {
        const QModelIndex chat = m_all->index(row, 0);
        archived += chat.data(roles::Archived).toBool() ? 1 : 0;
        rooms += chat.data(roles::ChatKind).toInt() == int(ConversationKind::Room) ? 1 : 0;
        if (const QString folder = chat.data(roles::Folder).toString(); !folder.isEmpty())
            names.insert(folder);
    }
    QStringList folders = names.values();
    std::sort(folders.begin(), folders.end(),
              [](const QString &a, const QString &b) { return QString::localeAwareCompare(a, b) < 0; });
    if (archived == m_archived && rooms == m_rooms && folders == m_folders)
        return;
    m_archived = archived;
    m_rooms = rooms;
    m_folders = std::move(folders);
    Q_EMIT kindsChanged();
}

bool ChatListModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool leftPinned = left.data(roles::Pinned).toBool();
    const bool rightPinned = right.data(roles::Pinned).toBool();
    if (leftPinned != rightPinned)
        return leftPinned;
    const qint64 leftOrder = left.data(roles::PinOrder).toLongLong();
    const qint64 rightOrder = right.data(roles::PinOrder).toLongLong();
    if (leftPinned && leftOrder != rightOrder)
        return leftOrder < rightOrder;
    const qint64 leftActivity = left.data(roles::Activity).toLongLong();
    const qint64 rightActivity = right.data(roles::Activity).toLongLong();
    if (leftActivity != rightActivity)
        return leftActivity > rightActivity;
    return left.data(roles::Address).toString() < right.data(roles::Address).toString();
}

bool ChatListModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (index.data(roles::Archived).toBool() != (m_shown == Shown::Archived))
        return false;
    const bool room = index.data(roles::ChatKind).toInt() == int(ConversationKind::Room);
    if ((m_shown == Shown::People && room) || (m_shown == Shown::Rooms && !room))
        return false;
    if (m_shown == Shown::Folder && index.data(roles::Folder).toString() != m_folder)
        return false;
    if (m_shown == Shown::Unread && index.data(roles::Unread).toInt() == 0
        && !index.data(roles::MarkedUnread).toBool())
        return false;
    return m_filterText.isEmpty() || searchFold(index.data(roles::Name).toString()).contains(m_filterText)
        || searchFold(index.data(roles::Address).toString()).contains(m_filterText);
}

} // namespace tertulia
