// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>

namespace tertulia
{

/// Adds to each row of the contact tree what a screen reader says of it: "Work, 3 of 7 online", "Bruno Díaz,
/// Away, Out for lunch".
class SpokenContacts : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
};

/// A group's name as shown; the group without name is "Not in a group".
[[nodiscard]] QString groupTitle(const QModelIndex &group);

} // namespace tertulia
