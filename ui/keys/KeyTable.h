// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/keys/KeyMap.h"

#include <QStandardItemModel>

namespace tertulia
{

/// The KeyMap as a tree: groups, below each its actions with their keys. It follows changes.
class KeyTable : public QStandardItemModel
{
    Q_OBJECT
public:
    enum Role { Id = Qt::UserRole + 1 }; ///< int of KeyId; invalid for groups and fixed keys
    /// With the keys that cannot be changed, for reading.
    enum class Contents { Changeable, All };

    explicit KeyTable(Contents contents, QObject *parent = nullptr);

private:
    void refresh();
    void append(QStandardItem *group, const QString &text, const QString &keys, std::optional<KeyId> id);
    QStandardItem *appendGroup(KeyGroup group);
    void appendFixed(QStandardItem *group, KeyGroup which);
};

} // namespace tertulia
