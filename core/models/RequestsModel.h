// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/models/Roles.h"

#include <QAbstractListModel>
#include <QDateTime>

namespace tertulia
{

/// Requests of others to see our presence (RFC 6121 3.1), one row per address however often they ask, at most
/// 1,000 (SECURITY A71).
class RequestsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit RequestsModel(const QString &account, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    void add(const Jid &bare, const QString &nickname, const QString &text, const QDateTime &time);
    void remove(const Jid &bare);
    void clear();

private:
    struct Row {
        Jid jid;
        QString nickname;
        QString text;
        QDateTime time;
    };
    QString m_account;
    QList<Row> m_rows;
};

} // namespace tertulia
