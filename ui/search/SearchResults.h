// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"
#include "core/session/MessageSearch.h"
#include "ui/text/Snippet.h"
#include "ui/widgets/Avatar.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace tertulia
{

class Accounts;
class ServerSearch;

/// One found message, made for showing.
struct SearchResult {
    ConversationKey chat = {};
    qint64 message = 0; ///< 0: it is only on the server
    QDateTime at = {}; ///< UTC
    QString title = {}; ///< of the chat
    QString sender = {}; ///< who said it, where the chat's name does not tell
    QString time = {}; ///< short
    QString fullTime = {};
    Snippet snippet = {};
    AvatarLook avatar = {};
};

/// The messages that fit what is looked for, newest first: the first ones at once, more when the list is
/// scrolled to its end (fetchMore()).
class SearchResults : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { Found = Qt::UserRole + 1 };

    explicit SearchResults(Accounts &accounts, QObject *parent = nullptr);
    ~SearchResults() override;

    /// The rows of what was looked for before stay until the first new ones are there.
    void setQuery(const MessageQuery &query);
    [[nodiscard]] const MessageQuery &query() const { return m_query; }
    [[nodiscard]] bool isSearching() const { return m_searching; }
    /// What the servers were asked for beyond what is here.
    enum class Servers {
        NotAsked,
        Asking,
        Asked, ///< there may be more
        Done,
        NotOffered, ///< none of them searches
        Failed,
    };
    /// Asks the servers of all accounts that are online for older messages with these words, or for more.
    void searchServers(const QString &text);
    [[nodiscard]] Servers servers() const { return m_serversState; }
    /// Whether there is one to ask.
    [[nodiscard]] bool canSearchServers() const;

    /// All there are stand in the rows.
    [[nodiscard]] bool isComplete() const { return m_complete && !m_searching; }
    [[nodiscard]] SearchResult result(int row) const { return m_results.value(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// Searching began or ended, or rows came.
    void stateChanged();

private:
    void take(const Result<FoundPage> &page, bool first);
    void takeFromServer(const Result<FoundPage> &page);
    void append(const QList<SearchResult> &results);
    [[nodiscard]] SearchResult made(const FoundMessage &message) const;

    Accounts &m_accounts;
    MessageSearch *m_search;
    MessageQuery m_query;
    QList<SearchResult> m_results;
    std::vector<std::unique_ptr<ServerSearch>> m_servers; ///< one for each account that was asked
    std::vector<ServerSearch *> m_serversLeft; ///< that have more
    Servers m_serversState = Servers::NotAsked;
    Servers m_serversBefore = Servers::NotAsked; ///< what the answers came to so far
    int m_answersLeft = 0;
    bool m_searching = false;
    bool m_complete = true;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::SearchResult)
