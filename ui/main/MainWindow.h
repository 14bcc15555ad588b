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
class ChatStarter;
class CloseChoice;
class ContactActions;
class ConversationMenu;
class MainMenus;
class MainPages;
class PreferencesWindow;
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

    /// Opens the dialog for a new chat, with an address or xmpp: link to confirm.
    void startChat(const QString &addressOrLink = {});
    void openChat(const ConversationKey &key, ChatHosts::How how = ChatHosts::How::Default);
    void showPreferences();
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
    [[nodiscard]] bool isNarrow() const { return m_narrow; }

    // What menus and keys do.
    void focusSearch();
    void showChats();
    void showContacts();
    void stepChat(int step, bool unreadOnly);
    void openNth(int number);
    void closeChat();
    void togglePopOut();
    void toggleDetails();
    void cyclePane(int step);
    void setMenuBarShown(bool shown);
    void setFullScreen(bool full);
    void setShowOffline(bool show);
    void setSortByName(bool byName);

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
    void removeSession(XmppSession *session);
    void updateTitle();
    void arrange();
    void saveSoon();
    [[nodiscard]] QList<QWidget *> panes() const;

    Accounts &m_accounts;
    ChatHosts &m_hosts;
    UiSettings &m_settings;
    ContactActions *m_contactActions;
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
    QPointer<PreferencesWindow> m_preferences;
    QPointer<QWidget> m_shortcuts;
    QPointer<QWidget> m_about;
    int m_saveTimer = 0;
    bool m_narrow = false;
    bool m_showChatWhenNarrow = false;
};

} // namespace tertulia
