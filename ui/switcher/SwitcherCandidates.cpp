// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/switcher/SwitcherCandidates.h"

#include "core/models/ConversationListModel.h"
#include "core/models/RosterModel.h"
#include "core/models/SearchFold.h"
#include "core/session/Accounts.h"
#include "ui/switcher/NameMatch.h"
#include "ui/text/ChatTitle.h"
#include "ui/text/PlainText.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace tertulia
{

namespace
{

SwitcherEntry entryOf(const QModelIndex &row, const QString &account, SwitcherEntry::Kind kind)
{
    SwitcherEntry entry;
    entry.kind = kind;
    entry.title = chatTitle(row);
    const QString address = row.data(roles::Address).toString();
    entry.key = {account, Jid::fromNormalized(address)};
    const bool notes = row.data(roles::OwnAddress).toBool();
    entry.detail = shownAddress(address);
    entry.avatar = {address, entry.title, row.data(roles::AvatarFile).toString(),
                    notes ? PresenceShape::None : presenceShape(row), notes};
    entry.unread = row.data(roles::Unread).toInt();
    return entry;
}

} // namespace

SwitcherCandidates::SwitcherCandidates(const Accounts &accounts, const QList<ConversationKey> &recent,
                                       const QList<SwitcherCommand> &commands)
{
    QHash<ConversationKey, int> turned;
    for (qsizetype i = 0; i < recent.size(); ++i)
        turned.insert(recent.at(i), static_cast<int>(recent.size() - i));
    const auto add
        = [&](const QModelIndex &row, const QString &account, SwitcherEntry::Kind kind, qint64 activity) {
              Person person;
              person.entry = entryOf(row, account, kind);
              person.name = searchFold(person.entry.title);
              person.address = searchFold(row.data(roles::Address).toString());
              person.activity = activity;
              person.turned = turned.value(person.entry.key);
              m_people.append(person);
          };
    for (const XmppSession *session : accounts.sessions()) {
        const QString account = session->accountId();
        const ConversationListModel *chats = session->conversations();
        QSet<QString> shown;
        for (int row = 0; row < chats->rowCount(); ++row) {
            const QModelIndex chat = chats->index(row, 0);
            shown.insert(chat.data(roles::Address).toString());
            add(chat, account, SwitcherEntry::Kind::Chat, chat.data(roles::Activity).toLongLong());
        }
        const RosterModel *roster = session->roster();
        for (int row = 0; row < roster->rowCount(); ++row) {
            const QModelIndex contact = roster->index(row, 0);
            if (!shown.contains(contact.data(roles::Address).toString()))
                add(contact, account, SwitcherEntry::Kind::Person, 0);
        }
    }
    for (const SwitcherCommand &known : commands) {
        Command command;
        command.entry.kind = SwitcherEntry::Kind::Command;
        command.entry.title = known.text;
        command.entry.detail = known.path;
        command.entry.action = known.action;
        if (known.action && !known.action->shortcut().isEmpty())
            command.entry.trailing = known.action->shortcut().toString(QKeySequence::NativeText);
        command.text = searchFold(known.text);
        command.path = searchFold(known.path);
        m_commands.append(command);
    }
}

QList<SwitcherEntry> SwitcherCandidates::people(const QStringList &words, int count) const
{
    struct Found {
        const Person *person;
        NameMatch match;
    };
    QList<Found> found;
    for (const Person &person : m_people) {
        // Without words there is no reason to show somebody to whom nothing was ever said.
        if (words.isEmpty() && person.activity == 0 && person.turned == 0)
            continue;
        // A name says more than an address, which says it too where there is no name.
        NameMatch match = nameMatch(person.name, words);
        if (match == NameMatch::None)
            match = std::min(nameMatch(person.address, words), NameMatch::WordStarts);
        if (match != NameMatch::None)
            found.append({&person, match});
    }
    const auto better = [](const Found &a, const Found &b) {
        const auto rank
            = [](const Found &f) { return std::tuple(f.match, f.person->turned, f.person->activity); };
        if (rank(a) != rank(b))
            return rank(a) > rank(b);
        return a.person->name < b.person->name;
    };
    const qsizetype most = std::min<qsizetype>(count, found.size());
    std::partial_sort(found.begin(), found.begin() + most, found.end(), better);
    QList<SwitcherEntry> entries;
    for (qsizetype i = 0; i < most; ++i)
        entries.append(found.at(i).person->entry);
    return entries;
}

QList<SwitcherEntry> SwitcherCandidates::commands(const QStringList &words, int count) const
{
    QList<std::pair<NameMatch, const Command *>> found;
    for (const Command &command : m_commands) {
        NameMatch match = nameMatch(command.text, words);
        if (match == NameMatch::None
            && nameMatch(command.path + u' ' + command.text, words) != NameMatch::None)
            match = NameMatch::Inside;
        if (match != NameMatch::None)
            found.append({match, &command});
    }
    // Those that fit alike stay in the order of the menus.
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<SwitcherEntry> entries;
    for (const auto &[match, command] : found) {
        if (entries.size() < count)
            entries.append(command->entry);
    }
    return entries;
}

} // namespace tertulia
