// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ContactTreeModel.h"

#include "core/models/ContactRoles.h"
#include "core/models/ContactTree.h"
#include "core/models/FrameGate.h"
#include "core/models/RosterModel.h"
#include "core/models/RowDiff.h"
#include "core/models/SearchFold.h"

#include <QSet>

#include <algorithm>
#include <functional>

namespace tertulia
{

using Contact = ContactTree::Contact;
using Group = ContactTree::Group;

class ContactTreeModel::Private
{
public:
    explicit Private(ContactTreeModel &model)
        : q(model)
        , gate([this] { update(); })
    {
    }

    /// Takes in what waits and makes the rows follow.
    void update();
    /// Makes all rows follow after the filter or order changed.
    void updateAllRows();
    void updateRows(Group &group);
    void regroup(const std::function<void()> &change);
    void showGroup(Group &group);
    void hideGroup(Group &group);
    void tellChanged(const Group &group, const QSet<const Contact *> &changed);

    [[nodiscard]] bool isShown(const Contact &contact) const
    {
        // Whoever searches wants to find, online or not.
        if (!filter.isEmpty())
            return contact.searched.contains(filter);
        return showOffline || contact.availability != Availability::Offline;
    }
    [[nodiscard]] bool isShown(const Group &group, bool hasRows) const
    {
        if (tree.isFlat() || hasRows)
            return true;
        return showEmptyGroups && filter.isEmpty() && !group.members.empty() && !group.name.isEmpty();
    }
    [[nodiscard]] std::vector<Contact *> shownOf(const Group &group) const
    {
        std::vector<Contact *> shown;
        std::copy_if(group.members.begin(), group.members.end(), std::back_inserter(shown),
                     [this](const Contact *contact) { return isShown(*contact); });
        return shown;
    }
    [[nodiscard]] QModelIndex indexOf(const Group &group) const
    {
        return tree.isFlat() ? QModelIndex() : q.createIndex(group.row, 0, nullptr);
    }
    [[nodiscard]] Group *flatGroup() const
    {
        return tree.isFlat() && !shownGroups.empty() ? shownGroups.front() : nullptr;
    }

    ContactTreeModel &q;
    FrameGate gate;
    ContactTree tree;
    std::vector<Group *> shownGroups;
    QString filter;
    bool showOffline = true;
    bool showEmptyGroups = false;
};

void ContactTreeModel::Private::update()
{
    const ContactTree::Changes changes = tree.sortIn();
    QSet<const Contact *> changed(changes.contacts.cbegin(), changes.contacts.cend());
    for (Group *group : changes.groups) {
        updateRows(*group);
        if (group->row < 0)
            continue;
        tellChanged(*group, changed);
        if (const QModelIndex index = indexOf(*group); index.isValid())
            Q_EMIT q.dataChanged(index, index, {roles::OnlineCount, roles::TotalCount});
    }
}

void ContactTreeModel::Private::updateAllRows()
{
    gate.serveNow();
    for (Group *group : tree.groups())
        updateRows(*group);
}

void ContactTreeModel::Private::updateRows(Group &group)
{
    std::vector<Contact *> target = shownOf(group);
    const bool show = isShown(group, !target.empty());
    if (group.row < 0) {
        if (!show)
            return;
        if (!tree.isFlat()) {
            group.rows = std::move(target);
            showGroup(group);
            return;
        }
        group.row = 0;
        shownGroups = {&group};
    } else if (!show) {
        hideGroup(group);
        return;
    }

    if (group.rows == target)
        return;
    const QModelIndex parent = indexOf(group);
    const RowDiff diff
        = RowDiff::between({group.rows.begin(), group.rows.end()}, {target.begin(), target.end()});
    for (const auto &[first, last] : diff.removed) {
        q.beginRemoveRows(parent, first, last);
        group.rows.erase(group.rows.begin() + first, group.rows.begin() + last + 1);
        q.endRemoveRows();
    }
    for (const auto &[from, to] : diff.moved) {
        q.beginMoveRows(parent, from, from, parent, to > from ? to + 1 : to);
        const auto begin = group.rows.begin();
        if (to > from)
            std::rotate(begin + from, begin + from + 1, begin + to + 1);
        else
            std::rotate(begin + to, begin + from, begin + from + 1);
        q.endMoveRows();
    }
    if (diff.reordered) {
        const QList<QPersistentModelIndex> parents{QPersistentModelIndex(parent)};
        Q_EMIT q.layoutAboutToBeChanged(parents);
        const std::vector<Contact *> before = group.rows;
        const QSet<const Contact *> kept(before.begin(), before.end());
        std::vector<Contact *> after;
        QHash<const Contact *, int> rowOf;
        for (Contact *contact : target) {
            if (!kept.contains(contact))
                continue;
            rowOf.insert(contact, int(after.size()));
            after.push_back(contact);
        }
        group.rows = after;
        for (const QModelIndex &index : q.persistentIndexList()) {
            if (index.internalPointer() != &group)
                continue;
            const int row = rowOf.value(before[std::size_t(index.row())]);
            q.changePersistentIndex(index, q.createIndex(row, index.column(), &group));
        }
        Q_EMIT q.layoutChanged(parents);
    }
    for (const auto &[first, last] : diff.inserted) {
        q.beginInsertRows(parent, first, last);
        group.rows.insert(group.rows.begin() + first, target.begin() + first, target.begin() + last + 1);
        q.endInsertRows();
    }
}

void ContactTreeModel::Private::showGroup(Group &group)
{
    // The place among the groups that are shown already, in the order of all.
    int row = 0;
    for (const Group *other : tree.groups()) {
        if (other == &group)
            break;
        if (other->row >= 0)
            ++row;
    }
    q.beginInsertRows({}, row, row);
    shownGroups.insert(shownGroups.begin() + row, &group);
    for (int i = row; i < int(shownGroups.size()); ++i)
        shownGroups[std::size_t(i)]->row = i;
    q.endInsertRows();
}

void ContactTreeModel::Private::hideGroup(Group &group)
{
    q.beginRemoveRows({}, group.row, group.row);
    shownGroups.erase(shownGroups.begin() + group.row);
    for (int i = group.row; i < int(shownGroups.size()); ++i)
        shownGroups[std::size_t(i)]->row = i;
    group.row = -1;
    group.rows.clear();
    q.endRemoveRows();
}

void ContactTreeModel::Private::tellChanged(const Group &group, const QSet<const Contact *> &changed)
{
    const QModelIndex parent = indexOf(group);
    const int count = int(group.rows.size());
    for (int first = 0; first < count; ++first) {
        if (!changed.contains(group.rows[std::size_t(first)]))
            continue;
        int last = first;
        while (last + 1 < count && changed.contains(group.rows[std::size_t(last) + 1]))
            ++last;
        Q_EMIT q.dataChanged(q.index(first, 0, parent), q.index(last, 0, parent));
        first = last;
    }
}

ContactTreeModel::ContactTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , d(std::make_unique<Private>(*this))
{
}

ContactTreeModel::~ContactTreeModel() = default;

void ContactTreeModel::addRoster(RosterModel *roster)
{
    const auto take = [this, roster](int first, int last) {
        for (int row = first; row <= last; ++row)
            d->tree.add(roster, roster->jidAt(row));
        d->gate.request();
    };
    connect(roster, &QAbstractItemModel::rowsInserted, this,
            [take](const QModelIndex &, int first, int last) { take(first, last); });
    connect(roster, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this, roster](const QModelIndex &, int first, int last) {
                for (int row = first; row <= last; ++row)
                    d->tree.remove(roster, roster->jidAt(row));
                // At once: afterwards the roster knows nothing of them.
                d->gate.request();
                d->gate.serveNow();
            });
    connect(roster, &RosterModel::personChanged, this, [this, roster](const Jid &bare) {
        if (!roster->contains(bare))
            return;
        d->tree.change(roster, bare);
        d->gate.request();
    });
    connect(roster, &QObject::destroyed, this, [this, roster] { removeRoster(roster); });
    if (roster->rowCount() > 0)
        take(0, roster->rowCount() - 1);
}

void ContactTreeModel::removeRoster(RosterModel *roster)
{
    disconnect(roster, nullptr, this, nullptr);
    d->tree.removeAll(roster);
    d->gate.request();
    d->gate.serveNow();
}

void ContactTreeModel::setShowOffline(bool show)
{
    d->showOffline = show;
    d->updateAllRows();
}

void ContactTreeModel::setShowEmptyGroups(bool show)
{
    d->showEmptyGroups = show;
    d->updateAllRows();
}

void ContactTreeModel::setShowGroups(bool show)
{
    if (show != d->tree.hasGroups())
        d->regroup([this, show] { d->tree.setFlat(!show); });
}

void ContactTreeModel::setSections(bool sections)
{
    if (sections != d->tree.hasSections())
        d->regroup([this, sections] { d->tree.setSections(sections); });
}

void ContactTreeModel::Private::regroup(const std::function<void()> &change)
{
    gate.serveNow();
    q.beginResetModel();
    shownGroups.clear();
    change();
    tree.sortIn();
    for (Group *group : tree.groups()) {
        group->rows = shownOf(*group);
        if (isShown(*group, !group->rows.empty())) {
            group->row = int(shownGroups.size());
            shownGroups.push_back(group);
        }
    }
    q.endResetModel();
}

void ContactTreeModel::setSorting(Sorting sorting)
{
    d->gate.serveNow();
    d->tree.setSorting(sorting);
    d->updateAllRows();
}

void ContactTreeModel::setFilter(const QString &text)
{
    const QString folded = searchFold(text.trimmed());
    if (folded == d->filter)
        return;
    d->filter = folded;
    d->updateAllRows();
}

QModelIndex ContactTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (parent.isValid())
        return createIndex(row, column, d->shownGroups[std::size_t(parent.row())]);
    return createIndex(row, column, d->flatGroup());
}

QModelIndex ContactTreeModel::parent(const QModelIndex &child) const
{
    const auto *group = static_cast<const Group *>(child.internalPointer());
    return group ? d->indexOf(*group) : QModelIndex();
}

int ContactTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        const Group *flat = d->flatGroup();
        return int(flat ? flat->rows.size() : d->tree.isFlat() ? 0 : d->shownGroups.size());
    }
    if (parent.internalPointer() || parent.column() > 0)
        return 0;
    return int(d->shownGroups[std::size_t(parent.row())]->rows.size());
}

int ContactTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ContactTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const auto *group = static_cast<const Group *>(index.internalPointer())) {
        const Contact *contact = group->rows[std::size_t(index.row())];
        if (contact->gone) // its roster may be gone as well
            return role == roles::Name || role == Qt::DisplayRole ? QVariant(contact->name) : QVariant();
        return contact->roster->data(contact->roster->indexOf(contact->jid), role);
    }
    const Group *group = d->shownGroups[std::size_t(index.row())];
    switch (role) {
    case roles::Name:
    case Qt::DisplayRole:
        return group->name;
    case roles::IsGroup:
        return true;
    case roles::Account:
        return group->account;
    case roles::AccountAddress:
        return group->owner;
    case roles::OnlineCount:
        return group->online;
    case roles::TotalCount:
        return int(group->members.size());
    default:
        return {};
    }
}

QStringList ContactTreeModel::mimeTypes() const
{
    return {DraggedContact::kType};
}

QMimeData *ContactTreeModel::mimeData(const QModelIndexList &indexes) const
{
    for (const QModelIndex &index : indexes) {
        const auto *group = static_cast<const Group *>(index.internalPointer());
        if (group && !group->rows[std::size_t(index.row())]->gone)
            return DraggedContact{
                {index.data(roles::Account).toString(), group->rows[std::size_t(index.row())]->jid},
                group->name}
                .toMime();
    }
    return nullptr;
}

Qt::ItemFlags ContactTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return QAbstractItemModel::flags(index);
    // A contact can be taken to another group.
    const Qt::ItemFlags more = d->tree.hasGroups()
        ? (index.internalPointer() ? Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled)
        : Qt::NoItemFlags;
    return QAbstractItemModel::flags(index) | more;
}

} // namespace tertulia
