// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/models/ContactRoles.h"
#include "core/models/RequestKind.h"

#include <QAbstractListModel>
#include <QDateTime>

namespace tertulia
{

/// What people whom the account does not know want of it: to see our presence (RFC 6121 3.1), or to talk. One
/// row per address, however often and whatever they ask; at most 1,000 (SECURITY A71). Who asks to be a
/// contact and has written too is shown as the former.
class RequestsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit RequestsModel(const QString &account, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// They ask to see our presence.
    void add(const Jid &bare, const QString &nickname, const QString &text, const QDateTime &time);
    void remove(const Jid &bare);
    [[nodiscard]] bool asks(const Jid &bare) const { return rowOf(bare).asks; }
    /// They have said something; `text` is the last of it.
    void setWritten(const Jid &bare, const QString &text, const QDateTime &time);
    void removeWritten(const Jid &bare);
    /// Nobody asks to see our presence any more.
    void clear();

private:
    struct Row {
        Jid jid;
        bool asks = false;
        QString nickname = {};
        QString text = {};
        QDateTime time = {};
        bool wrote = false;
        QString lastText = {};
        QDateTime lastTime = {};

        bool operator==(const Row &) const = default;
    };
    [[nodiscard]] Row rowOf(const Jid &bare) const;
    /// Shows the row, or takes it away if nothing is wanted any more.
    void put(const Row &row);

    QString m_account;
    QList<Row> m_rows;
};

} // namespace tertulia
