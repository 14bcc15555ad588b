// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ContactTree.h"

#include "core/models/RosterModel.h"
#include "core/models/SearchFold.h"

#include <algorithm>
#include <tuple>

namespace tertulia
{

ContactTree::ContactTree()
    : m_collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale())
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
}

void ContactTree::add(RosterModel *roster, const Jid &jid)
{
    if (m_known.value(roster).contains(jid))
        return;
    auto contact = std::make_unique<Contact>(Contact{.roster = roster, .jid = jid});
    Contact *added = contact.get();
    m_known[roster].insert(jid, added);
    m_contacts.emplace(added, std::move(contact));
    wait(*added);
}

void ContactTree::remove(RosterModel *roster, const Jid &jid)
{
    if (Contact *contact = m_known[roster].take(jid)) {
        contact->gone = true;
        wait(*contact);
    }
}

void ContactTree::removeAll(RosterModel *roster)
{
    const auto contacts = m_known.take(roster);
    for (Contact *contact : contacts) {
        contact->gone = true;
        wait(*contact);
    }
}

void ContactTree::change(RosterModel *roster, const Jid &jid)
{
    const auto known = m_known.constFind(roster);
    if (known == m_known.cend())
        return;
    if (Contact *contact = known->value(jid))
        wait(*contact);
}

void ContactTree::setSorting(ContactTreeModel::Sorting sorting)
{
    m_sorting = sorting;
    resort();
}

void ContactTree::setFlat(bool flat)
{
    m_flat = flat;
    regroup();
}

void ContactTree::setSections(bool sections)
{
    m_sections = sections;
    regroup();
}

void ContactTree::regroup()
{
    m_groups.clear();
    m_waiting.clear();
    for (auto &[contact, owner] : m_contacts) {
        contact->groups.clear();
        contact->waiting = false;
        wait(*contact);
    }
}

ContactTree::Changes ContactTree::sortIn()
{
    Changes changes;
    const std::vector<Contact *> waiting = std::exchange(m_waiting, {});
    for (Contact *contact : waiting) {
        std::vector<Group *> now;
        if (!contact->gone) {
            readFacts(*contact);
            if (m_flat || contact->groupNames.isEmpty()) {
                now.push_back(&groupOf(*contact, {}));
            } else {
                for (const QString &name : std::as_const(contact->groupNames))
                    now.push_back(&groupOf(*contact, name));
            }
        }
        for (Group *group : contact->groups)
            touch(*group, changes);
        for (Group *group : now) {
            touch(*group, changes);
            group->arriving.push_back(contact);
        }
        contact->groups = now;
    }
    // Only what changed is sorted and merged in; whoever did not is in order already.
    const auto before = [this](const Contact *a, const Contact *b) { return isBefore(a, b); };
    for (Group *group : changes.groups) {
        std::erase_if(group->members, [](const Contact *contact) { return contact->waiting; });
        std::sort(group->arriving.begin(), group->arriving.end(), before);
        std::vector<Contact *> merged;
        merged.reserve(group->members.size() + group->arriving.size());
        std::merge(group->members.begin(), group->members.end(), group->arriving.begin(),
                   group->arriving.end(), std::back_inserter(merged), before);
        group->members = std::move(merged);
        group->arriving.clear();
        group->online
            = int(std::count_if(group->members.begin(), group->members.end(), [](const Contact *contact) {
                  return contact->availability != Availability::Offline;
              }));
        group->touched = false;
    }
    for (Contact *contact : waiting) {
        contact->waiting = false;
        if (!contact->gone) {
            changes.contacts.push_back(contact);
            continue;
        }
        const auto owner = m_contacts.find(contact);
        changes.gone.push_back(std::move(owner->second));
        m_contacts.erase(owner);
    }
    return changes;
}

std::vector<ContactTree::Group *> ContactTree::groups() const
{
    std::vector<Group *> groups;
    for (const auto &[key, group] : m_groups)
        groups.push_back(group.get());
    std::sort(groups.begin(), groups.end(), [](const Group *a, const Group *b) {
        if (a->account != b->account)
            return std::tie(a->owner, a->account) < std::tie(b->owner, b->account);
        if (a->name.isEmpty() != b->name.isEmpty())
            return b->name.isEmpty();
        const int order = a->nameKey->compare(*b->nameKey);
        return order != 0 ? order < 0 : a->name < b->name;
    });
    return groups;
}

void ContactTree::wait(Contact &contact)
{
    if (contact.waiting)
        return;
    contact.waiting = true;
    m_waiting.push_back(&contact);
}

void ContactTree::readFacts(Contact &contact)
{
    contact.availability = contact.roster->presence(contact.jid).availability;
    const QString name = contact.roster->nameOf(contact.jid);
    const QStringList groupNames = contact.roster->contact(contact.jid).groups;
    const QString note = contact.roster->noteOn(contact.jid);
    if (contact.nameKey && name == contact.name && groupNames == contact.groupNames && note == contact.note)
        return;
    contact.note = note;
    contact.name = name;
    contact.groupNames = groupNames;
    contact.nameKey = m_collator.sortKey(name);
    contact.searched = searchFold(name + QChar(u'\n') + contact.jid.toString() + QChar(u'\n')
                                  + groupNames.join(u'\n') + QChar(u'\n') + note);
}

void ContactTree::touch(Group &group, Changes &changes)
{
    if (group.touched)
        return;
    group.touched = true;
    changes.groups.push_back(&group);
}

ContactTree::Group &ContactTree::groupOf(const Contact &contact, const QString &name)
{
    const QString account = m_sections ? contact.roster->account() : QString();
    auto &group = m_groups[{account, name}];
    if (!group) {
        group = std::make_unique<Group>();
        group->account = account;
        group->owner = m_sections ? contact.roster->owner().toString() : QString();
        group->name = name;
        group->nameKey = m_collator.sortKey(name);
    }
    return *group;
}

void ContactTree::resort()
{
    for (const auto &[key, group] : m_groups) {
        std::sort(group->members.begin(), group->members.end(),
                  [this](const Contact *a, const Contact *b) { return isBefore(a, b); });
    }
}

bool ContactTree::isBefore(const Contact *a, const Contact *b) const
{
    if (m_sorting == ContactTreeModel::Sorting::ByStatus && a->availability != b->availability)
        return a->availability < b->availability;
    if (a->nameKey && b->nameKey) {
        if (const int order = a->nameKey->compare(*b->nameKey); order != 0)
            return order < 0;
    }
    if (a->jid != b->jid)
        return a->jid < b->jid;
    return std::less<>{}(a->roster, b->roster);
}

} // namespace tertulia
