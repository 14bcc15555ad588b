// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/search/SearchResults.h"
#include "ui/search/TypedSearch.h"

#include <QWidget>

#include <memory>

class QLabel;
class QListView;
class QPushButton;

namespace tertulia
{

class FilterChips;
class FilterCompletion;
class IconButton;
class SearchField;
class SearchNames;

/// The search through all messages (UI e.12), in the place of the list of chats: a field, the filters as
/// chips, and what is found, as it is typed. A result that is opened leaves the page as it is, for the next
/// one.
class SearchPage : public QWidget
{
    Q_OBJECT
public:
    explicit SearchPage(Accounts &accounts, QWidget *parent = nullptr);
    ~SearchPage() override;

    /// Puts the cursor into the field, with what was typed before selected.
    void begin();
    /// The history of one chat, called `name`: all of it, until words are added.
    void beginIn(const ConversationKey &chat, const QString &name);
    [[nodiscard]] SearchField *field() const { return m_field; }
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] SearchResults *results() const { return m_results; }

Q_SIGNALS:
    void chosen(const tertulia::SearchResult &result, const tertulia::SearchWords &words, bool ownWindow);
    /// Back to the chats.
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void search();
    void showState();
    void showServers();
    void retranslate();
    void choose(bool ownWindow);
    void step(int by);
    void removeFilter(const TypedFilter &filter);
    void addFilter(TypedFilter::Kind kind, const QString &value);
    [[nodiscard]] bool fieldKey(const QKeyEvent &event);

    Accounts &m_accounts;
    std::unique_ptr<SearchNames> m_names;
    SearchResults *m_results;
    IconButton *m_back;
    SearchField *m_field;
    FilterCompletion *m_completion;
    FilterChips *m_chips;
    QListView *m_list;
    QLabel *m_state;
    QPushButton *m_server;
    QLabel *m_serverState;
};

} // namespace tertulia
