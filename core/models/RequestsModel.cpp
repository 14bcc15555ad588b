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
    case roles::RequestKind:
        return int(row.asks ? RequestKind::Contact : RequestKind::Message);
    case roles::RequestText:
        return row.asks && !row.text.isEmpty() ? row.text : row.lastText;
    case roles::RequestTime:
        return row.asks ? row.time : row.lastTime;
    default:
        return {};
    }
}

void RequestsModel::add(const Jid &bare, const QString &nickname, const QString &text, const QDateTime &time)
{
    Row row = rowOf(bare);
    if (!row.asks)
        row.time = time;
    row.asks = true;
    row.nickname = nickname;
    row.text = text;
    put(row);
}

void RequestsModel::remove(const Jid &bare)
{
    Row row = rowOf(bare);
    row.asks = false;
    row.nickname.clear();
    row.text.clear();
    put(row);
}

void RequestsModel::setWritten(const Jid &bare, const QString &text, const QDateTime &time)
{
    Row row = rowOf(bare);
    row.wrote = true;
    row.lastText = text;
    row.lastTime = time;
    put(row);
}

void RequestsModel::removeWritten(const Jid &bare)
{
    Row row = rowOf(bare);
    row.wrote = false;
    row.lastText.clear();
    put(row);
}

void RequestsModel::clear()
{
    QList<Jid> asking;
    for (const Row &row : std::as_const(m_rows)) {
        if (row.asks)
            asking.append(row.jid);
    }
    for (const Jid &bare : std::as_const(asking))
        remove(bare);
}

RequestsModel::Row RequestsModel::rowOf(const Jid &bare) const
{
    const auto known
        = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &row) { return row.jid == bare; });
    return known == m_rows.cend() ? Row{.jid = bare} : *known;
}

void RequestsModel::put(const Row &row)
{
    const auto known
        = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &one) { return one.jid == row.jid; });
    const bool wanted = row.asks || row.wrote;
    int place = int(known - m_rows.begin());
    if (known == m_rows.end()) {
        if (!wanted)
            return;
        if (m_rows.size() >= kMostRequests) {
            // Who asks to be a contact comes before who has only written; the oldest of those makes room.
            const auto writer
                = std::find_if(m_rows.begin(), m_rows.end(), [](const Row &one) { return !one.asks; });
            if (!row.asks || writer == m_rows.end())
                return;
            const int oldest = int(writer - m_rows.begin());
            beginRemoveRows({}, oldest, oldest);
            m_rows.removeAt(oldest);
            endRemoveRows();
            place = int(m_rows.size());
        }
        beginInsertRows({}, place, place);
        m_rows.append(row);
        endInsertRows();
    } else if (!wanted) {
        beginRemoveRows({}, place, place);
        m_rows.removeAt(place);
        endRemoveRows();
    } else if (*known != row) {
        *known = row;
        const QModelIndex changed = index(place);
        Q_EMIT dataChanged(
            changed, changed,
            {roles::Name, Qt::DisplayRole, roles::RequestKind, roles::RequestText, roles::RequestTime});
    }
}

} // namespace tertulia
