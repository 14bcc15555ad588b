// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/KeyTable.h"

#include <QTreeView>

class QSortFilterProxyModel;

namespace tertulia
{

/// A KeyTable to look at, all groups open, with a filter that takes words of actions and keys.
class KeyTree : public QTreeView
{
    Q_OBJECT
public:
    explicit KeyTree(KeyTable::Contents contents, QWidget *parent = nullptr);

    void setFilter(const QString &text);
    /// Of the current row; nothing for a group.
    [[nodiscard]] std::optional<KeyId> currentId() const;

Q_SIGNALS:
    void currentIdChanged();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QSortFilterProxyModel *m_filter;
};

} // namespace tertulia
