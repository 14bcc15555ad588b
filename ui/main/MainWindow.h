// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"
#include "ui/chat/ChatHosts.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>

class QSplitter;

namespace tertulia
{

class AccountBars;
class Accounts;
class ChatArea;
class ChatNavigation;
class ChatStarter;
class CloseChoice;
class ContactActions;
class ContactListOptions;
class ConversationMenu;
class Desktop;
class MainMenus;
class MainPages;
class PreferencesWindow;
class QuickJump;
class SearchPage;
class SearchWords;
class SidePane;
class UiSettings;
class XmppSession;

/// The main window: first run, then side pane and chat, and the strips that tell trouble. Views of models;
/// everything done here is a command to a session.
class MainWindow : public QMainWindow, private MainChatPlace
{
    Q_OBJECT
public:
    /// All must outlive the window.
    MainWindow(Accounts &accounts, ChatHosts &hosts, UiSettings &settings);
    ~MainWindow() override;

    /// Whether "Try it on this computer" is offered.
    void setTryItAvailable(bool available);
    /// Whether the window can be hidden and found again (a tray icon is there).
    void setTrayTest(std::function<bool()> hasTray);

    /// What the preferences tell of the desktop and change there; null: nothing. Outlives the window, or is
    /// taken back.
    void setDesktop(Desktop *desktop);

    /// Opens the dialog for a new chat, with an address or xmpp: link to confirm.
    void startChat(const QString &addressOrLink = {});
    void openChat(const ConversationKey &key, ChatHosts::How how = ChatHosts::How::Default);
    void showPreferences();
    /// Null while they are closed.
    [[nodiscard]] PreferencesWindow *preferences() const;
    /// The details of the account's connection; of the first account if null.
    void showConnection(XmppSession *session = nullptr);
    void showShortcuts();
    void showAbout();
    void showAccountAdding();
    /// Asks for the account's log-in again.
    void showLogin(XmppSession *session);
    /// Says a sentence about something that did not work.
    void say(const QString &sentence);
    /// Shows and raises it; only for what a person did.
    void activate() override;

    [[nodiscard]] SidePane *sidePane() const { return m_side; }
    [[nodiscard]] Accounts &accounts() const { return m_accounts; }
    [[nodiscard]] ChatHosts &hosts() const { return m_hosts; }
    [[nodiscard]] UiSettings &settings() const { return m_settings; }
    [[nodiscard]] ContactActions &contactActions() const { return *m_contactActions; }
    /// The chat in the main window.
    [[nodiscard]] ChatWidget *currentChat() const;
    /// The chat of the window that has the focus, or that in the main window; null without.
    [[nodiscard]] ChatWidget *chatInUse() const;
    [[nodiscard]] ChatNavigation &navigation() const { return *m_navigation; }
    [[nodiscard]] bool isNarrow() const { return m_narrow; }

    // What menus and keys do.
    /// Over the window that has the focus.
    void openSwitcher();
    void openMessageSearch();
    /// All that was said in one chat, to be searched.
    void openHistory(const ConversationKey &key);
    void showChats();
    void showContacts();
    void closeChat(const ConversationKey &key);
    /// The list of what was marked for later.
    void showMarkedMessages();
    void cyclePane(int step);
    void setMenuBarShown(bool shown);
    [[nodiscard]] bool isMenuBarShown() const;
    void setFullScreen(bool full);

Q_SIGNALS:
    /// The program is to end, properly.
    void quitRequested();
    void tryItRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void placeChat(ChatWidget *chat) override;
    void addSession(XmppSession *session);
    void addChatWindow(ChatWindow *window);
    void showListWhenNarrow();
    void openMessage(const ConversationKey &key, qint64 message, const SearchWords &words, bool ownWindow);
    void showMessageSearch();
    void closeMessageSearch();
    void removeSession(XmppSession *session);
    void updateTitle();
    void arrange();
    /// Does as the setting `key` says now.
    void obey(const QString &key);
    void saveSoon();
    [[nodiscard]] QList<QWidget *> panes() const;

    Accounts &m_accounts;
    ChatHosts &m_hosts;
    UiSettings &m_settings;
    Desktop *m_desktop = nullptr;
    ContactActions *m_contactActions;
    ContactListOptions *m_contactOptions = nullptr;
    ConversationMenu *m_rowMenu;
    MainMenus *m_menus;
    ChatStarter *m_starter;
    CloseChoice *m_closing;
    MainPages *m_pages;
    QWidget *m_home;
    QSplitter *m_splitter;
    SidePane *m_side;
    ChatArea *m_area;
    AccountBars *m_bars;
    ChatNavigation *m_navigation;
    QuickJump *m_jump;
    SearchPage *m_search = nullptr; ///< from the first search on
    QPointer<PreferencesWindow> m_preferences;
    QPointer<QWidget> m_shortcuts;
    QPointer<QWidget> m_about;
    int m_saveTimer = 0;
    bool m_narrow = false;
    bool m_showChatWhenNarrow = false;
};

} // namespace tertulia
