// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/models/ContactTreeModel.h"
#include "core/stanza/Presence.h"

#include <QCollator>
#include <QHash>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace tertulia
{

class RosterModel;

/// The contacts of some rosters, sorted into groups: what ContactTreeModel shows, before it is rows. Changes
/// are collected by change() and take effect together in sortIn().
class ContactTree
{
public:
    struct Group;

    struct Contact {
        RosterModel *roster = nullptr;
        Jid jid = {};
        Availability availability = Availability::Offline;
        std::optional<QCollatorSortKey> nameKey = {};
        QString name = {};
        QStringList groupNames = {};
        QString note = {};
        QString searched = {}; ///< folded name, address, groups and note
        std::vector<Group *> groups = {}; ///< those it is a member of
        bool gone = false;
        bool waiting = false; ///< for sortIn()
    };

    struct Group {
        QString account = {}; ///< whose section it is in; empty: of all
        QString owner = {}; ///< that account's address
        QString name = {};
        std::optional<QCollatorSortKey> nameKey = {};
        std::vector<Contact *> members = {}; ///< all, in order
        int online = 0;
        int row = -1; ///< in the model; -1: hidden
        std::vector<Contact *> rows = {}; ///< in the model
        std::vector<Contact *> arriving = {};
        bool touched = false;
    };

    ContactTree();

    void add(RosterModel *roster, const Jid &jid);
    void remove(RosterModel *roster, const Jid &jid);
    void removeAll(RosterModel *roster);
    void change(RosterModel *roster, const Jid &jid);
    void setSorting(ContactTreeModel::Sorting sorting);
    /// One group of everybody instead.
    void setFlat(bool flat);
    /// Each account's groups by themselves; with setFlat(), one group for each account.
    void setSections(bool sections);

    /// What sortIn() did: the groups whose members or counts changed, and the contacts whose facts did.
    struct Changes {
        std::vector<Group *> groups;
        std::vector<Contact *> contacts; ///< none that is gone
        std::vector<std::unique_ptr<Contact>> gone; ///< to be kept until their rows are removed
    };
    Changes sortIn();

    /// There is one group, which is no row.
    [[nodiscard]] bool isFlat() const { return m_flat && !m_sections; }
    [[nodiscard]] bool hasGroups() const { return !m_flat; }
    [[nodiscard]] bool hasSections() const { return m_sections; }
    /// All groups, in order; of everybody when flat.
    [[nodiscard]] std::vector<Group *> groups() const;

private:
    void wait(Contact &contact);
    void readFacts(Contact &contact);
    void touch(Group &group, Changes &changes);
    Group &groupOf(const Contact &contact, const QString &name);
    void regroup();
    void resort();
    [[nodiscard]] bool isBefore(const Contact *a, const Contact *b) const;

    QCollator m_collator;
    QHash<RosterModel *, QHash<Jid, Contact *>> m_known;
    std::map<Contact *, std::unique_ptr<Contact>> m_contacts;
    /// By account and name.
    std::map<std::pair<QString, QString>, std::unique_ptr<Group>> m_groups;
    std::vector<Contact *> m_waiting;
    ContactTreeModel::Sorting m_sorting = ContactTreeModel::Sorting::ByStatus;
    bool m_flat = false;
    bool m_sections = false;
};

} // namespace tertulia
