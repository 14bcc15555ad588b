// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

namespace tertulia
{

/// Adds to each row of a chat list what a screen reader says of it, since the row is painted by hand:
/// "Bruno Díaz, Away, 10:15, Then I'll send it, 2 unread messages".
class SpokenChats : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
};

/// The second line of a chat's row, without marks: "Draft: ...", "is typing…" or the last message.
[[nodiscard]] QString chatPreview(const QModelIndex &row);

} // namespace tertulia
