// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"
#include "ui/chat/ChatHosts.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

#include <functional>

class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace tertulia
{

class Accounts;
class ChatArea;
class ConnectionStrip;
class ContactActions;
class ConversationMenu;
class LoginPage;
class MainMenus;
class NoticeBar;
class PasswordBar;
class SidePane;
class StartChatDialog;
class UiSettings;
class WelcomePage;
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
    void updatePerson();
    void updateTitle();
    void updatePages();
    [[nodiscard]] WelcomePage *welcome();
    [[nodiscard]] LoginPage *login();
    void updatePasswordBar();
    void updateCertificateBar(XmppSession *session);
    void arrange();
    void saveSoon();
    [[nodiscard]] QList<QWidget *> panes() const;

    Accounts &m_accounts;
    ChatHosts &m_hosts;
    UiSettings &m_settings;
    ContactActions *m_contactActions;
    ConversationMenu *m_rowMenu;
    MainMenus *m_menus;
    QStackedWidget *m_pages;
    // Null until somebody needs them, which is seldom.
    WelcomePage *m_welcome = nullptr;
    LoginPage *m_login = nullptr;
    QWidget *m_home;
    QSplitter *m_splitter;
    SidePane *m_side;
    ChatArea *m_area;
    QVBoxLayout *m_strips;
    NoticeBar *m_notice;
    PasswordBar *m_passwordBar;
    QHash<XmppSession *, ConnectionStrip *> m_connectionStrips;
    QPointer<XmppSession> m_asking;
    QList<QPointer<XmppSession>> m_dismissed;
    QPointer<StartChatDialog> m_startChat;
    QPointer<QWidget> m_certificateBar;
    QPointer<QWidget> m_preferences;
    QPointer<QWidget> m_shortcuts;
    QPointer<QWidget> m_about;
    std::function<bool()> m_hasTray;
    QPointer<QWidget> m_closeQuestion;
    int m_saveTimer = 0;
    bool m_narrow = false;
    bool m_showChatWhenNarrow = false;
    bool m_addingAccount = false;
    bool m_tryItAvailable = true;
};

} // namespace tertulia
