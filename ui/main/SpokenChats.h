// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>
#include <QPointer>

namespace tertulia
{

class AccountMarks;

/// Adds to each row of a chat list what a screen reader says of it, since the row is painted by hand:
/// "Bruno Díaz, Away, 10:15, Then I'll send it, 2 unread messages". Where several accounts are used, it also
/// tells of which one the chat is: in words, as a tooltip, and by RowPainter::kStripe.
class SpokenChats : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    void setMarks(const AccountMarks &marks);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QPointer<const AccountMarks> m_marks;
};

/// The second line of a chat's row, without marks: "Draft: ...", "is typing…" or the last message.
[[nodiscard]] QString chatPreview(const QModelIndex &row);

} // namespace tertulia
