// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/DraggedContact.h"
#include "core/models/Roles.h"

#include <QAbstractItemModel>

#include <memory>

namespace tertulia
{

class RosterModel;

/// The classic roster: groups (sorted, "not in a group" last, whose name is empty) holding contacts, over any
/// number of RosterModels. A contact in two groups appears in both. Contacts are sorted by availability then
/// name, or by name. Hidden contacts (offline, or not matching the filter) still count in roles::TotalCount.
class ContactTreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum class Sorting { ByStatus, ByName };

    explicit ContactTreeModel(QObject *parent = nullptr);
    ~ContactTreeModel() override;

    void addRoster(RosterModel *roster);
    void removeRoster(RosterModel *roster);
    void setShowOffline(bool show);
    void setShowEmptyGroups(bool show);
    /// Without groups the contacts are one flat list; switching resets the model.
    void setShowGroups(bool show);
    /// The contacts of each account by themselves, under the accounts' addresses; switching resets the model.
    void setSections(bool sections);
    void setSorting(Sorting sorting);
    /// Matches name, address, group and note, ignoring case and accents.
    /// While there is a filter, contacts who are offline are found too.
    void setFilter(const QString &text);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override
    {
        return Qt::MoveAction | Qt::CopyAction;
    }

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tertulia
