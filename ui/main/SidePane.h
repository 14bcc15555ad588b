// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"
#include "core/models/ChatListModel.h"
#include "ui/switcher/SwitcherEntry.h"

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QMenu;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace tertulia
{

class AccountStrip;
class ArchiveRow;
class ChatFilters;
class ChatListView;
class ContactsView;
class IconButton;
class RequestsPane;
class SearchField;
class SwitcherList;
class SwitcherModel;
class UiSettings;

/// The side of the main window: who one is, search, requests, and either the chats or the contacts. Knows
/// models and says what the person wants; the main window does it.
class SidePane : public QWidget
{
    Q_OBJECT
public:
    enum class Page { Chats, Contacts };

    explicit SidePane(UiSettings &settings, QWidget *parent = nullptr);

    void setChats(QAbstractItemModel *chats);
    void setContacts(QAbstractItemModel *contacts);
    /// What is found of chats, people, messages and commands for the typed words.
    void setSearch(SwitcherModel *model);
    /// How many chats there are in the archive.
    void setArchived(int count);
    void setCompact(bool compact);
    void showPage(Page page);
    [[nodiscard]] Page page() const;
    /// Shows `page`, which becomes the pane's, in the place of everything below the account; with null, what
    /// was there before.
    void showInstead(QWidget *page);
    void focusSearch();
    void focusList();

    [[nodiscard]] AccountStrip *account() const { return m_account; }
    [[nodiscard]] RequestsPane *requests() const { return m_requests; }
    [[nodiscard]] ChatFilters *filters() const { return m_filters; }
    [[nodiscard]] ChatListView *chats() const { return m_chats; }
    [[nodiscard]] ContactsView *contacts() const { return m_contacts; }
    [[nodiscard]] SearchField *search() const { return m_search; }
    /// What the button beside the search opens while the contacts are shown; empty until somebody fills it.
    [[nodiscard]] QMenu *contactOptions() const { return m_optionsMenu; }
    [[nodiscard]] QTabBar *tabs() const { return m_tabs; }

Q_SIGNALS:
    /// Of the contacts.
    void filterChanged(const QString &text);
    /// Something is typed now, where nothing was.
    void searchBegun();
    void found(const tertulia::SwitcherEntry &entry, bool ownWindow);
    /// Which chats are to be listed.
    void shownChanged(tertulia::ChatListModel::Shown shown, const QString &folder);
    void newChatRequested();
    void openRequested(const tertulia::ConversationKey &key);
    void ownWindowRequested(const tertulia::ConversationKey &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void openFirst();
    void tellShown();
    void onTyped(const QString &text);
    [[nodiscard]] bool isSearching() const;

    AccountStrip *m_account;
    QVBoxLayout *m_column;
    QWidget *m_usual; ///< all below the account
    SearchField *m_search;
    IconButton *m_options;
    QMenu *m_optionsMenu;
    ChatFilters *m_filters;
    ArchiveRow *m_archive;
    RequestsPane *m_requests;
    ChatListView *m_chats;
    ContactsView *m_contacts;
    QWidget *m_empty;
    QLabel *m_emptyText;
    QWidget *m_emptyAction;
    QTabBar *m_tabs;
    QVBoxLayout *m_lists;
    SwitcherModel *m_found = nullptr;
    SwitcherList *m_results = nullptr;
    QWidget *m_instead = nullptr;
    bool m_searching = false;
};

} // namespace tertulia
