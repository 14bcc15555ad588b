// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/RosterModel.h"

#include "core/models/ContactRoles.h"

#include <algorithm>
#include <utility>

namespace tertulia
{

RosterModel::RosterModel(const QString &account, const Jid &owner, QObject *parent)
    : QAbstractListModel(parent)
    , m_account(account)
    , m_owner(owner)
{
}

int RosterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QList<Jid> RosterModel::addresses() const
{
    QList<Jid> addresses;
    for (const ContactFacts &contact : m_rows)
        addresses.append(contact.jid);
    return addresses;
}

QVariant RosterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ContactFacts &contact = m_rows[index.row()];
    switch (role) {
    case roles::Account:
        return m_account;
    case roles::Address:
        return contact.jid.toString();
    case roles::Name:
    case Qt::DisplayRole:
        return nameOf(contact.jid);
    case roles::Availability:
        return int(presence(contact.jid).availability);
    case roles::StatusText:
        return presence(contact.jid).status;
    case roles::AvatarFile:
        return avatarFile(contact.jid);
    case roles::Typing:
        return isTyping(contact.jid);
    case roles::Blocked:
        return isBlocked(contact.jid);
    case roles::Subscription:
        return int(contact.subscription);
    case roles::AskPending:
        return contact.askPending;
    case roles::Groups:
        return contact.groups;
    case roles::IsGroup:
        return false;
    case roles::AccountAddress:
        return m_owner.toString();
    case roles::Note:
        return noteOn(contact.jid);
    case roles::TuneArtist:
        return m_people.value(contact.jid).tune.artist;
    case roles::TuneTitle:
        return m_people.value(contact.jid).tune.title;
    case roles::Resources:
        return presence(contact.jid).resources;
    case roles::LastAway: {
        const PresenceFacts shown = presence(contact.jid);
        const bool here
            = shown.availability == Availability::Available || shown.availability == Availability::Chat;
        return here ? QDateTime() : shown.since;
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> RosterModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert({{roles::Address, "address"}, {roles::Name, "name"}, {roles::Availability, "availability"}});
    return names;
}

void RosterModel::setContacts(const QList<ContactFacts> &contacts)
{
    QHash<Jid, const ContactFacts *> wanted;
    for (const ContactFacts &contact : contacts)
        wanted.insert(contact.jid, &contact);

    // From the end, in runs: what follows does not move before it is looked at.
    for (int last = int(m_rows.size()) - 1; last >= 0;) {
        if (wanted.contains(m_rows[last].jid)) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !wanted.contains(m_rows[first - 1].jid))
            --first;
        dropRows(first, last);
        last = first - 1;
    }
    QList<ContactFacts> added;
    QSet<Jid> seen;
    for (const ContactFacts &contact : contacts) {
        if (seen.contains(contact.jid))
            continue;
        seen.insert(contact.jid);
        const ContactFacts &latest = *wanted.value(contact.jid);
        const auto row = m_byJid.constFind(contact.jid);
        if (row == m_byJid.cend())
            added.append(latest);
        else
            changeContact(*row, latest);
    }
    appendContacts(added);
}

void RosterModel::setContact(const ContactFacts &contact)
{
    const auto row = m_byJid.constFind(contact.jid);
    if (row == m_byJid.cend())
        appendContacts({contact});
    else
        changeContact(*row, contact);
}

void RosterModel::removeContact(const Jid &bare)
{
    const auto row = m_byJid.constFind(bare);
    if (row != m_byJid.cend())
        dropRows(*row, *row);
}

void RosterModel::setPresence(const Jid &bare, const PresenceFacts &presence)
{
    Person &person = m_people[bare];
    if (person.presence == presence)
        return;
    person.presence = presence;
    tell(bare, {roles::Availability, roles::StatusText, roles::Resources, roles::LastAway});
}

void RosterModel::clearPresence()
{
    const QList<Jid> everybody = m_people.keys();
    for (const Jid &bare : everybody) {
        Person &person = m_people[bare];
        const bool typed = std::exchange(person.typing, false);
        const bool heard = std::exchange(person.tune, TuneFacts{}) != TuneFacts{};
        if (person.presence == PresenceFacts{} && !typed && !heard)
            continue;
        person.presence = {};
        tell(bare,
             {roles::Availability, roles::StatusText, roles::Resources, roles::LastAway, roles::Typing,
              roles::TuneArtist, roles::TuneTitle});
    }
}

void RosterModel::setAvatarFile(const Jid &bare, const QString &path)
{
    Person &person = m_people[bare];
    if (person.avatarFile == path)
        return;
    person.avatarFile = path;
    tell(bare, {roles::AvatarFile});
}

void RosterModel::setNickname(const Jid &bare, const QString &nickname)
{
    Person &person = m_people[bare];
    if (person.nickname == nickname)
        return;
    person.nickname = nickname;
    tell(bare, {roles::Name, Qt::DisplayRole});
}

void RosterModel::setTyping(const Jid &bare, bool typing)
{
    if (isTyping(bare) == typing)
        return;
    m_people[bare].typing = typing;
    tell(bare, {roles::Typing});
}

void RosterModel::setBlocked(const Jid &bare, bool blocked)
{
    if (m_people.value(bare).blocked == blocked)
        return;
    m_people[bare].blocked = blocked;
    tell(bare, {roles::Blocked});
}

void RosterModel::setBlockList(const QSet<Jid> &blocked)
{
    const QSet<Jid> before = std::exchange(m_blocked, blocked);
    const QSet<Jid> changed = (before - blocked) | (blocked - before);
    QSet<Jid> touched = changed;
    for (auto person = m_people.keyBegin(); person != m_people.keyEnd(); ++person) {
        if (changed.contains(person->domainOnly()))
            touched.insert(*person);
    }
    for (const Jid &bare : std::as_const(touched))
        tell(bare, {roles::Blocked});
}

void RosterModel::setNotes(const QHash<Jid, QString> &notes)
{
    const QHash<Jid, QString> before = std::exchange(m_notes, notes);
    for (auto note = before.cbegin(); note != before.cend(); ++note) {
        if (m_notes.value(note.key()) != note.value())
            tell(note.key(), {roles::Note});
    }
    for (auto note = notes.cbegin(); note != notes.cend(); ++note) {
        if (!before.contains(note.key()))
            tell(note.key(), {roles::Note});
    }
}

void RosterModel::setTune(const Jid &bare, const TuneFacts &tune)
{
    if (m_people.value(bare).tune == tune)
        return;
    m_people[bare].tune = tune;
    tell(bare, {roles::TuneArtist, roles::TuneTitle});
}

bool RosterModel::contains(const Jid &bare) const
{
    return m_byJid.contains(bare);
}

QModelIndex RosterModel::indexOf(const Jid &bare) const
{
    const auto row = m_byJid.constFind(bare);
    return row == m_byJid.cend() ? QModelIndex() : index(*row);
}

QString RosterModel::nameOf(const Jid &bare) const
{
    const auto row = m_byJid.constFind(bare);
    if (row != m_byJid.cend() && !m_rows[*row].name.isEmpty())
        return m_rows[*row].name;
    const auto person = m_people.constFind(bare);
    if (person != m_people.cend() && !person->nickname.isEmpty())
        return person->nickname;
    return bare.toString();
}

QString RosterModel::avatarFile(const Jid &bare) const
{
    const auto person = m_people.constFind(bare);
    return person == m_people.cend() ? QString() : person->avatarFile;
}

bool RosterModel::isTyping(const Jid &bare) const
{
    const auto person = m_people.constFind(bare);
    return person != m_people.cend() && person->typing;
}

bool RosterModel::isBlocked(const Jid &bare) const
{
    const auto person = m_people.constFind(bare);
    return contact(bare).blocked || (person != m_people.cend() && person->blocked)
        || (!m_blocked.isEmpty() && (m_blocked.contains(bare) || m_blocked.contains(bare.domainOnly())));
}

ContactFacts RosterModel::contact(const Jid &bare) const
{
    const auto row = m_byJid.constFind(bare);
    return row == m_byJid.cend() ? ContactFacts{} : m_rows[*row];
}

PresenceFacts RosterModel::presence(const Jid &bare) const
{
    const auto person = m_people.constFind(bare);
    return person == m_people.cend() ? PresenceFacts{} : person->presence;
}

QStringList RosterModel::groups() const
{
    QSet<QString> names;
    for (const ContactFacts &contact : m_rows)
        names.unite(QSet<QString>(contact.groups.cbegin(), contact.groups.cend()));
    QStringList sorted(names.cbegin(), names.cend());
    sorted.sort(Qt::CaseInsensitive);
    return sorted;
}

void RosterModel::appendContacts(const QList<ContactFacts> &contacts)
{
    if (contacts.isEmpty())
        return;
    const int first = int(m_rows.size());
    beginInsertRows({}, first, first + int(contacts.size()) - 1);
    for (const ContactFacts &contact : contacts) {
        m_byJid.insert(contact.jid, int(m_rows.size()));
        m_rows.append(contact);
        m_rows.last().groups.sort();
    }
    endInsertRows();
    for (const ContactFacts &contact : contacts)
        Q_EMIT personChanged(contact.jid);
}

void RosterModel::dropRows(int first, int last)
{
    QList<Jid> gone;
    beginRemoveRows({}, first, last);
    for (int row = first; row <= last; ++row) {
        gone.append(m_rows[row].jid);
        m_byJid.remove(m_rows[row].jid);
    }
    m_rows.remove(first, last - first + 1);
    for (int row = first; row < m_rows.size(); ++row)
        m_byJid[m_rows[row].jid] = row;
    endRemoveRows();
    for (const Jid &bare : gone)
        Q_EMIT personChanged(bare);
}

void RosterModel::changeContact(int row, const ContactFacts &contact)
{
    ContactFacts sorted = contact;
    sorted.groups.sort();
    if (m_rows[row] == sorted)
        return;
    m_rows[row] = sorted;
    tell(contact.jid, {});
}

void RosterModel::tell(const Jid &bare, const QList<int> &roles)
{
    // A copy: the caller's may live in what listeners change.
    const Jid person = bare;
    const QModelIndex row = indexOf(person);
    if (row.isValid())
        Q_EMIT dataChanged(row, row, roles);
    Q_EMIT personChanged(person);
}

} // namespace tertulia
