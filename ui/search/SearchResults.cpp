// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/SearchResults.h"

#include "core/models/ConversationListModel.h"
#include "core/models/Roles.h"
#include "core/models/RosterModel.h"
#include "core/session/Accounts.h"
#include "core/session/ServerSearch.h"
#include "core/session/SessionChats.h"
#include "ui/text/ChatTitle.h"
#include "ui/text/PlainText.h"
#include "ui/text/SpoilerText.h"
#include "ui/text/TimeText.h"

#include <algorithm>
#include <utility>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kFirst = 30; ///< more than a screen of them
constexpr int kMore = 60;

} // namespace

SearchResults::SearchResults(Accounts &accounts, QObject *parent)
    : QAbstractListModel(parent)
    , m_accounts(accounts)
    , m_search(new MessageSearch(accounts, this))
{
    connect(&accounts, &Accounts::aboutToRemove, this, [this] { setQuery({}); });
}

SearchResults::~SearchResults() = default;

void SearchResults::setQuery(const MessageQuery &query)
{
    m_query = query;
    m_servers.clear();
    m_serversLeft.clear();
    m_serversState = Servers::NotAsked;
    m_answersLeft = 0;
    m_searching = !query.isEmpty();
    m_search->find(query, kFirst).then(this, [this](const Result<FoundPage> &page) { take(page, true); });
    Q_EMIT stateChanged();
}

void SearchResults::take(const Result<FoundPage> &page, bool first)
{
    if (!page && page.error().code == ErrorCode::Cancelled)
        return; // given up for newer words
    m_searching = false;
    // Of a file that cannot be read the store tells itself.
    m_complete = !page || page->complete;
    QList<SearchResult> results;
    if (page) {
        for (const FoundMessage &message : page->messages) {
            if (m_accounts.session(message.account))
                results.append(made(message));
        }
    }
    if (first) {
        beginResetModel();
        m_results = results;
        endResetModel();
    } else {
        append(results);
    }
    Q_EMIT stateChanged();
}

void SearchResults::append(const QList<SearchResult> &results)
{
    if (results.isEmpty())
        return;
    const int rows = static_cast<int>(m_results.size());
    beginInsertRows({}, rows, rows + static_cast<int>(results.size()) - 1);
    m_results += results;
    endInsertRows();
}

bool SearchResults::canSearchServers() const
{
    if (m_query.words.isEmpty() || m_serversState == Servers::Asking || m_serversState == Servers::Done
        || m_serversState == Servers::NotOffered)
        return false;
    const QList<XmppSession *> sessions = m_accounts.sessions();
    return std::any_of(sessions.cbegin(), sessions.cend(), [](const XmppSession *session) {
        return session->state() == XmppSession::State::Online;
    });
}

void SearchResults::searchServers(const QString &text)
{
    if (!canSearchServers())
        return;
    const auto wait = [this](Task<FoundPage> page, ServerSearch *server) {
        ++m_answersLeft;
        std::move(page).then(server, [this, server](const Result<FoundPage> &found) {
            if (found && !found->complete)
                m_serversLeft.push_back(server);
            takeFromServer(found);
        });
    };
    if (m_serversState == Servers::Asked) {
        for (ServerSearch *server : std::exchange(m_serversLeft, {}))
            wait(server->more(kMore), server);
    } else {
        m_servers.clear();
        for (XmppSession *session : m_accounts.sessions()) {
            if (session->state() != XmppSession::State::Online)
                continue;
            m_servers.push_back(session->chats().makeServerSearch());
            wait(m_servers.back()->find(text, m_query, kMore), m_servers.back().get());
        }
        m_serversState = Servers::NotOffered; // until one answers otherwise
    }
    m_serversBefore = m_serversState;
    m_serversState = Servers::Asking;
    Q_EMIT stateChanged();
}

void SearchResults::takeFromServer(const Result<FoundPage> &page)
{
    --m_answersLeft;
    if (page) {
        QList<SearchResult> results;
        for (const FoundMessage &message : page->messages) {
            // What is here was found here.
            if (message.id == 0)
                results.append(made(message));
        }
        append(results);
        m_serversBefore = Servers::Asked;
    } else if (page.error().code != ErrorCode::StanzaFeatureNotImplemented
               && m_serversBefore != Servers::Asked) {
        m_serversBefore = Servers::Failed;
    }
    if (m_answersLeft == 0) {
        m_serversState
            = m_serversBefore == Servers::Asked && m_serversLeft.empty() ? Servers::Done : m_serversBefore;
    }
    Q_EMIT stateChanged();
}

SearchResult SearchResults::made(const FoundMessage &message) const
{
    const XmppSession &session = *m_accounts.session(message.account);
    SearchResult result;
    result.chat = {message.account, message.peer};
    result.message = message.id;
    result.at = message.time;
    result.title = chatTitle(session, message.peer);
    if (message.outgoing)
        result.sender = tr("You");
    else if (message.sender != message.peer)
        result.sender = shownName(session.roster()->nameOf(message.sender));
    result.time = listTime(message.time.toLocalTime());
    result.fullTime = tertulia::fullTime(message.time.toLocalTime());
    result.snippet = message.spoiler ? Snippet{spoilerText(*message.spoiler), {}}
                                     : snippetOf(message.body, m_query.words);
    const QModelIndex row = session.conversations()->indexOf(message.peer);
    result.avatar = {message.peer.toString(), result.title, row.data(roles::AvatarFile).toString(),
                     PresenceShape::None, message.peer == session.address()};
    return result;
}

int SearchResults::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_results.size());
}

QVariant SearchResults::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SearchResult &result = m_results.at(index.row());
    switch (role) {
    case Found:
        return QVariant::fromValue(result);
    case Qt::DisplayRole:
        return result.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{result.title};
        if (!result.sender.isEmpty())
            parts << result.sender;
        return QString((parts << result.fullTime << result.snippet.text).join(u", "_s));
    }
    default:
        return {};
    }
}

bool SearchResults::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_searching && !m_complete;
}

void SearchResults::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_searching = true;
    m_search->more(kMore).then(this, [this](const Result<FoundPage> &page) { take(page, false); });
    Q_EMIT stateChanged();
}

} // namespace tertulia
