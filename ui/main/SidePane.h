// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QStackedWidget;
class QTabBar;

namespace tertulia
{

class AccountStrip;
class ChatListView;
class ChipButton;
class ContactsView;
class RequestsPane;
class SearchField;
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
    /// Unread messages in all, for the chip.
    void setUnread(int count);
    void showPage(Page page);
    [[nodiscard]] Page page() const;
    void focusSearch();
    void focusList();

    [[nodiscard]] AccountStrip *account() const { return m_account; }
    [[nodiscard]] RequestsPane *requests() const { return m_requests; }
    [[nodiscard]] ChatListView *chats() const { return m_chats; }
    [[nodiscard]] ContactsView *contacts() const { return m_contacts; }
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] QTabBar *tabs() const { return m_tabs; }

Q_SIGNALS:
    void filterChanged(const QString &text);
    void unreadOnlyChanged(bool unreadOnly);
    void newChatRequested();
    void openRequested(const tertulia::ConversationKey &key);
    void ownWindowRequested(const tertulia::ConversationKey &key);

private:
    void arrange();
    void openFirst();

    AccountStrip *m_account;
    SearchField *m_search;
    QWidget *m_chips;
    ChipButton *m_all;
    ChipButton *m_unread;
    RequestsPane *m_requests;
    ChatListView *m_chats;
    QLabel *m_contactsTitle;
    ContactsView *m_contacts;
    QWidget *m_empty;
    QLabel *m_emptyText;
    QWidget *m_emptyAction;
    QTabBar *m_tabs;
};

} // namespace tertulia
