// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/switcher/SwitcherModel.h"

#include "core/models/ConversationListModel.h"
#include "core/models/Roles.h"
#include "core/session/Accounts.h"
#include "core/session/MessageSearch.h"
#include "ui/switcher/NameMatch.h"
#include "ui/text/ChatTitle.h"
#include "ui/text/Snippet.h"
#include "ui/text/SpoilerText.h"
#include "ui/text/TimeText.h"

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kMostPeople = 8;
constexpr int kMostRecent = 10; ///< with nothing typed
constexpr int kMostCommands = 6;
constexpr int kMostMessages = 20;
constexpr int kLeastLetters = 2; ///< below that half of all messages fit

SwitcherEntry heading(const QString &text)
{
    SwitcherEntry entry;
    entry.title = text;
    return entry;
}

} // namespace

SwitcherModel::SwitcherModel(Accounts &accounts, QObject *parent)
    : QAbstractListModel(parent)
    , m_accounts(accounts)
    , m_search(new MessageSearch(accounts, this))
{
}

SwitcherModel::~SwitcherModel() = default;

void SwitcherModel::setCandidates(const QList<ConversationKey> &recent,
                                  const QList<SwitcherCommand> &commands)
{
    m_candidates = std::make_unique<SwitcherCandidates>(m_accounts, recent, commands);
    fill();
    search();
}

void SwitcherModel::setText(const QString &typed)
{
    if (typed == m_text)
        return;
    m_text = typed;
    fill();
    search();
}

/// Everything but the messages, which stay as they are until others were found.
void SwitcherModel::fill()
{
    const QStringList words = searchWords(m_text);
    QList<SwitcherEntry> entries;
    if (m_candidates) {
        const auto people = m_candidates->people(words, words.isEmpty() ? kMostRecent : kMostPeople);
        if (!people.isEmpty())
            entries << heading(words.isEmpty() ? tr("Recent chats") : tr("Chats and people")) << people;
        const auto commands
            = words.isEmpty() ? QList<SwitcherEntry>() : m_candidates->commands(words, kMostCommands);
        if (!commands.isEmpty())
            entries << heading(tr("Commands")) << commands;
    }
    beginResetModel();
    const QList<SwitcherEntry> before = m_entries.mid(m_messagesAt);
    m_messagesAt = static_cast<int>(entries.size());
    m_entries = entries;
    if (wantsMessages())
        m_entries += before;
    endResetModel();
    Q_EMIT refilled();
}

bool SwitcherModel::wantsMessages() const
{
    return m_text.simplified().size() >= kLeastLetters;
}

void SwitcherModel::search()
{
    const bool wanted = wantsMessages();
    m_searching = wanted;
    // With nothing to look for, what is still looked for is given up.
    MessageQuery query;
    if (wanted)
        query.words = SearchWords(m_text);
    m_search->find(query, kMostMessages).then(this, [this](const Result<FoundPage> &found) {
        if (!found)
            return; // given up for newer words, or the store tells its trouble itself
        m_searching = false;
        show(found->messages);
    });
}

void SwitcherModel::show(const QList<FoundMessage> &found)
{
    const SearchWords words(m_text);
    QList<SwitcherEntry> entries;
    for (const FoundMessage &message : found) {
        const XmppSession *session = m_accounts.session(message.account);
        if (!session)
            continue;
        SwitcherEntry entry;
        entry.kind = SwitcherEntry::Kind::Message;
        entry.key = {message.account, message.peer};
        entry.message = message.id;
        const QString name = chatTitle(*session, message.peer);
        entry.title = name;
        const QString said
            = message.spoiler ? spoilerText(*message.spoiler) : snippetOf(message.body, words).text;
        entry.detail = message.outgoing ? tr("You: %1").arg(said) : said;
        entry.trailing = listTime(message.time);
        const QModelIndex row = session->conversations()->indexOf(message.peer);
        entry.avatar = {message.peer.toString(), name, row.data(roles::AvatarFile).toString(),
                        PresenceShape::None, message.peer == session->address()};
        entries.append(entry);
    }
    if (m_messagesAt < m_entries.size()) {
        beginRemoveRows({}, m_messagesAt, static_cast<int>(m_entries.size()) - 1);
        m_entries.resize(m_messagesAt);
        endRemoveRows();
    }
    if (!entries.isEmpty()) {
        entries.prepend(heading(tr("Messages")));
        beginInsertRows({}, m_messagesAt, m_messagesAt + static_cast<int>(entries.size()) - 1);
        m_entries += entries;
        endInsertRows();
    }
    Q_EMIT messagesFound();
}

int SwitcherModel::firstChoosable() const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries.at(row).isChoosable())
            return row;
    }
    return -1;
}

int SwitcherModel::nextChoosable(int row, int step) const
{
    for (int next = row + step; next >= 0 && next < m_entries.size(); next += step) {
        if (m_entries.at(next).isChoosable())
            return next;
    }
    return row;
}

SwitcherEntry SwitcherModel::entry(int row) const
{
    return m_entries.value(row);
}

int SwitcherModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant SwitcherModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SwitcherEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Entry:
        return QVariant::fromValue(entry);
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{entry.title};
        if (entry.unread > 0)
            parts << tr("%n unread message(s)", nullptr, entry.unread);
        for (const QString &part : {entry.detail, entry.trailing}) {
            if (!part.isEmpty())
                parts << part;
        }
        return parts.join(u", "_s);
    }
    default:
        return {};
    }
}

Qt::ItemFlags SwitcherModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || !m_entries.at(index.row()).isChoosable())
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace tertulia
