// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/RequestsModel.h"

#include <algorithm>

namespace tertulia
{

namespace
{
constexpr int kMostRequests = 1000; // SECURITY A71
}

RequestsModel::RequestsModel(const QString &account, QObject *parent)
    : QAbstractListModel(parent)
    , m_account(account)
{
}

int RequestsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RequestsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case roles::Account:
        return m_account;
    case roles::Address:
        return row.jid.toString();
    case roles::Name:
    case Qt::DisplayRole:
        return row.nickname.isEmpty() ? row.jid.toString() : row.nickname;
    case roles::RequestText:
        return row.text;
    case roles::RequestTime:
        return row.time;
    default:
        return {};
    }
}

void RequestsModel::add(const Jid &bare, const QString &nickname, const QString &text, const QDateTime &time)
{
    const auto known
        = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.jid == bare; });
    if (known != m_rows.end()) {
        if (known->nickname == nickname && known->text == text)
            return;
        known->nickname = nickname;
        known->text = text;
        const QModelIndex changed = index(int(known - m_rows.begin()));
        Q_EMIT dataChanged(changed, changed, {roles::Name, Qt::DisplayRole, roles::RequestText});
        return;
    }
    if (m_rows.size() >= kMostRequests)
        return;
    const int row = int(m_rows.size());
    beginInsertRows({}, row, row);
    m_rows.append({bare, nickname, text, time});
    endInsertRows();
}

void RequestsModel::remove(const Jid &bare)
{
    const auto known
        = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.jid == bare; });
    if (known == m_rows.end())
        return;
    const int row = int(known - m_rows.begin());
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

void RequestsModel::clear()
{
    if (m_rows.isEmpty())
        return;
    beginRemoveRows({}, 0, int(m_rows.size()) - 1);
    m_rows.clear();
    endRemoveRows();
}

} // namespace tertulia
