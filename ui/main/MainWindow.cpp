// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/MainWindow.h"

#include "core/models/ChatListModel.h"
#include "core/models/ContactTreeModel.h"
#include "core/models/RequestsModel.h"
#include "core/session/Accounts.h"
#include "core/session/SessionChats.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/chat/MarkedMessages.h"
#include "ui/contacts/ContactActions.h"
#include "ui/contacts/ContactListOptions.h"
#include "ui/contacts/ContactsView.h"
#include "ui/contacts/PrivacySettings.h"
#include "ui/keys/KeyMap.h"
#include "ui/main/AboutDialog.h"
#include "ui/main/AccountBars.h"
#include "ui/main/AccountStrip.h"
#include "ui/main/ChatArea.h"
#include "ui/main/ChatFilters.h"
#include "ui/main/ChatListView.h"
#include "ui/main/ChatNavigation.h"
#include "ui/main/ChatStarter.h"
#include "ui/main/CloseChoice.h"
#include "ui/main/ConversationMenu.h"
#include "ui/main/MainMenus.h"
#include "ui/main/MainPages.h"
#include "ui/main/OwnPresence.h"
#include "ui/main/QuickJump.h"
#include "ui/main/RequestsPane.h"
#include "ui/main/ShortcutsWindow.h"
#include "ui/main/SidePane.h"
#include "ui/main/WindowActions.h"
#include "ui/main/WindowState.h"
#include "ui/preferences/PreferencesWindow.h"
#include "ui/search/SearchPage.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/ChatTitle.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/BringForward.h"
#include "ui/widgets/FocusCycle.h"
#include "ui/widgets/SearchField.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QSplitter>
#include <QTabBar>
#include <QTimerEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// Below this the window shows one column, list or chat.
constexpr int kNarrow = 640;
// At the usual text size; wider with larger text.
constexpr int kLeastSide = 240;
constexpr int kGreatestSide = 420;
constexpr int kUsualSide = 300;

} // namespace

MainWindow::MainWindow(Accounts &accounts, ChatHosts &hosts, UiSettings &settings)
    : m_accounts(accounts)
    , m_hosts(hosts)
    , m_settings(settings)
    , m_contactActions(new ContactActions(accounts, this))
    , m_rowMenu(new ConversationMenu(*this))
    , m_menus(nullptr)
    , m_starter(new ChatStarter(accounts, this))
    , m_closing(new CloseChoice(settings, this))
    , m_pages(new MainPages(accounts, this))
    , m_home(new QWidget(m_pages))
    , m_splitter(new QSplitter(Qt::Horizontal, m_home))
    , m_side(new SidePane(settings, m_splitter))
    , m_area(new ChatArea(m_splitter))
    , m_bars(new AccountBars(accounts, m_home))
    , m_navigation(new ChatNavigation(accounts, hosts, *m_side->chats(), *this))
    , m_jump(nullptr)
{
    KeyMap::current().follow(&settings);
    setWindowTitle(u"Tertulia"_s);
    setMinimumSize(320, 360);
    m_menus = new MainMenus(*this);
    m_jump = new QuickJump(accounts, hosts, *m_side, [this] { return m_menus->commands(); });

    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_side);
    m_splitter->addWidget(m_area);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    const int side = std::clamp(
        settings.value(settingkeys::kSplitter, kUsualSide * Theme::current().textSize() / 100).toInt(),
        kLeastSide, kGreatestSide * 2);
    m_splitter->setSizes({side, 980});
    auto *home = new QVBoxLayout(m_home);
    home->setContentsMargins(0, 0, 0, 0);
    home->setSpacing(0);
    home->addWidget(m_splitter, 1);
    home->addWidget(m_bars);
    m_pages->setHome(m_home);
    setCentralWidget(m_pages);

    m_side->setChats(accounts.chatList());
    m_side->chats()->tellApart(accounts);
    m_side->setContacts(accounts.contactTree());
    m_side->filters()->setUnread(accounts.unreadTotal());
    m_side->showPage(settings.value(settingkeys::kSidePage).toString() == "contacts"_L1
                         ? SidePane::Page::Contacts
                         : SidePane::Page::Chats);
    new PrivacySettings(accounts, settings, this);
    m_contactOptions = new ContactListOptions(*accounts.contactTree(), *m_side->contacts(), settings, this);
    m_contactOptions->fill(*m_side->contactOptions());
    m_contactOptions->fill(m_menus->contacts());
    for (const QLatin1String key : {settingkeys::kMenuBar, settingkeys::kCompactList})
        obey(key);
    connect(&settings, &UiSettings::changed, this, &MainWindow::obey);

    connect(&accounts, &Accounts::added, this, &MainWindow::addSession);
    connect(&accounts, &Accounts::aboutToRemove, this, &MainWindow::removeSession);
    connect(&accounts, &Accounts::unreadTotalChanged, m_side->filters(), &ChatFilters::setUnread);
    connect(m_side, &SidePane::filterChanged, accounts.contactTree(), &ContactTreeModel::setFilter);
    connect(m_jump, &QuickJump::openRequested, this,
            [this](const ConversationKey &key, qint64 message, bool ownWindow) {
                openMessage(key, message, {}, ownWindow);
            });
    connect(m_navigation, &ChatNavigation::openRequested, this, &MainWindow::openChat);
    connect(&m_hosts, &ChatHosts::windowOpened, this, &MainWindow::addChatWindow);
    connect(&m_hosts, &ChatHosts::historyRequested, this, &MainWindow::openHistory);
    for (ChatWindow *window : m_hosts.windows())
        addChatWindow(window);
    ChatListModel *list = accounts.chatList();
    connect(m_side, &SidePane::shownChanged, list, &ChatListModel::setShown);
    const auto kinds = [this, list] {
        m_side->setArchived(list->archivedCount());
        m_side->filters()->setHasRooms(list->hasRooms());
        m_side->filters()->setFolders(list->folders());
    };
    connect(list, &ChatListModel::kindsChanged, this, kinds);
    kinds();
    connect(m_side->chats(), &ChatListView::pinsArranged, m_navigation, &ChatNavigation::arrangePins);
    connect(m_side, &SidePane::newChatRequested, this, [this] { startChat(); });
    connect(m_side, &SidePane::openRequested, this, [this](const ConversationKey &key) { openChat(key); });
    connect(m_side, &SidePane::ownWindowRequested, this,
            [this](const ConversationKey &key) { openChat(key, ChatHosts::How::OwnWindow); });
    connect(m_side->tabs(), &QTabBar::currentChanged, this, [this] {
        m_settings.setValue(settingkeys::kSidePage,
                            m_side->page() == SidePane::Page::Contacts ? u"contacts"_s : u"chats"_s);
    });
    connect(m_side->chats(), &ChatListView::menuRequested, m_rowMenu, &ConversationMenu::popupForChat);
    connect(m_side->contacts(), &ContactsView::groupChangeRequested, m_contactActions,
            &ContactActions::changeGroup);
    connect(m_side->contacts(), &ContactsView::menuRequested, m_rowMenu, &ConversationMenu::popupForContact);
    RequestsPane *requests = m_side->requests();
    connect(requests, &RequestsPane::accepted, m_contactActions, &ContactActions::acceptRequest);
    connect(requests, &RequestsPane::opened, this, [this](const ConversationKey &key) { openChat(key); });
    connect(m_contactActions, &ContactActions::putAway, &m_hosts, &ChatHosts::close);
    connect(requests, &RequestsPane::declined, m_contactActions, &ContactActions::declineRequest);
    connect(requests, &RequestsPane::blocked, m_contactActions, &ContactActions::block);
    connect(m_contactActions, &ContactActions::failed, this, &MainWindow::say);
    connect(m_bars, &AccountBars::logInRequested, this, &MainWindow::showLogin);
    connect(m_bars, &AccountBars::detailsRequested, this, &MainWindow::showConnection);
    connect(m_pages, &MainPages::tryItRequested, this, &MainWindow::tryItRequested);
    connect(m_pages, &MainPages::loggedIn, m_side, &SidePane::focusList);
    connect(m_pages, &MainPages::currentChanged, this,
            [this] { m_bars->setQuestionsElsewhere(m_pages->isLoggingIn()); });
    connect(m_starter, &ChatStarter::chatRequested, this,
            [this](const ConversationKey &key) { openChat(key); });
    connect(m_starter, &ChatStarter::failed, this, &MainWindow::say);
    connect(m_closing, &CloseChoice::quitRequested, this, &MainWindow::quitRequested);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { saveSoon(); });
    connect(&m_hosts, &ChatHosts::mainChatChanged, this, [this] {
        m_side->chats()->showOpenChat(m_hosts.mainChat());
        updateTitle();
    });
    connect(&Theme::current(), &Theme::changed, this, &MainWindow::arrange);
    for (XmppSession *session : accounts.sessions())
        addSession(session);
    m_hosts.setMainPlace(this);
    WindowState(settings, u"main-window"_s).restore(*this, QSize(1080, 720));
    new OwnPresence(accounts, *m_side->account(), settings, this);
    arrange();
    // Not the presence selector, which comes first and would change at a turn of the wheel.
    m_side->focusSearch();
}

MainWindow::~MainWindow()
{
    KeyMap::current().follow(nullptr);
    m_hosts.setMainPlace(nullptr);
}

void MainWindow::setTryItAvailable(bool available)
{
    m_pages->setTryItAvailable(available);
}

void MainWindow::setTrayTest(std::function<bool()> hasTray)
{
    m_closing->setTrayTest(std::move(hasTray));
}

void MainWindow::setDesktop(Desktop *desktop)
{
    m_desktop = desktop;
    // Its pages were made for the one before.
    delete m_preferences;
}

void MainWindow::addSession(XmppSession *session)
{
    m_side->requests()->addSource(session->requests());
}

void MainWindow::removeSession(XmppSession *session)
{
    m_side->requests()->removeSource(session->requests());
}

void MainWindow::placeChat(ChatWidget *chat)
{
    if (ChatWidget *before = m_area->chat(); before && before != chat)
        before->disconnect(this);
    m_area->place(chat);
    if (chat) {
        chat->disconnect(this);
        connect(chat, &ChatWidget::titleChanged, this, &MainWindow::updateTitle);
        connect(chat, &ChatWidget::backRequested, this, [this] {
            m_showChatWhenNarrow = false;
            arrange();
            m_side->focusList();
        });
    } else {
        m_showChatWhenNarrow = false;
    }
    updateTitle();
    arrange();
}

void MainWindow::activate()
{
    bringForward(*this);
}

ChatWidget *MainWindow::currentChat() const
{
    return m_area->chat();
}

void MainWindow::updateTitle()
{
    const ChatWidget *chat = m_area->chat();
    setWindowTitle(chat ? tr("%1 — Tertulia").arg(shownName(chat->peerName())) : u"Tertulia"_s);
}

void MainWindow::openChat(const ConversationKey &key, ChatHosts::How how)
{
    XmppSession *session = m_accounts.session(key.account);
    if (!session)
        return;
    session->chats().open(key.peer);
    m_showChatWhenNarrow = true;
    ChatWidget *chat = m_hosts.open(key, how);
    arrange();
    if (chat)
        chat->focusComposer();
}

void MainWindow::startChat(const QString &addressOrLink)
{
    if (m_accounts.sessions().isEmpty())
        activate();
    else
        m_starter->open(addressOrLink);
}

void MainWindow::say(const QString &sentence)
{
    m_bars->say(sentence);
}

void MainWindow::showAccountAdding()
{
    m_pages->addAccount();
    activate();
}

void MainWindow::showLogin(XmppSession *session)
{
    m_pages->logIn(session);
}

void MainWindow::showPreferences()
{
    if (!m_preferences) {
        const PreferencesContext context{.accounts = m_accounts,
                                         .hosts = m_hosts,
                                         .settings = m_settings,
                                         .desktop = m_desktop,
                                         .addAccount = [this] { showAccountAdding(); },
                                         .logIn = [this](XmppSession *session) { showLogin(session); },
                                         .say = [this](const QString &sentence) { say(sentence); }};
        m_preferences = new PreferencesWindow(context, this);
    }
    bringForward(*m_preferences);
}

PreferencesWindow *MainWindow::preferences() const
{
    return m_preferences;
}

void MainWindow::showConnection(XmppSession *session)
{
    if (!session && !m_accounts.sessions().isEmpty())
        session = m_accounts.sessions().constFirst();
    showPreferences();
    if (session)
        m_preferences->openAccount(session->accountId(), AccountsPage::Tab::Connection);
}

void MainWindow::showShortcuts()
{
    if (!m_shortcuts)
        m_shortcuts = new ShortcutsWindow(this);
    bringForward(*m_shortcuts);
}

void MainWindow::showAbout()
{
    if (!m_about)
        m_about = new AboutDialog(this);
    m_about->show();
    m_about->raise();
}

void MainWindow::openSwitcher()
{
    QWidget *window = QApplication::activeWindow();
    m_jump->open(qobject_cast<ChatWindow *>(window) ? window : this);
}

void MainWindow::openMessageSearch()
{
    showMessageSearch();
    m_search->begin();
}

void MainWindow::openHistory(const ConversationKey &key)
{
    const XmppSession *session = m_accounts.session(key.account);
    if (!session)
        return;
    showMessageSearch();
    m_search->beginIn(key, chatTitle(*session, key.peer));
}

void MainWindow::showMessageSearch()
{
    if (!m_search) {
        m_search = new SearchPage(m_accounts, m_side);
        connect(m_search, &SearchPage::closed, this, &MainWindow::closeMessageSearch);
        connect(m_search, &SearchPage::chosen, this,
                [this](const SearchResult &result, const SearchWords &words, bool ownWindow) {
                    openMessage(result.chat, result.message, words, ownWindow);
                    // One that is not here has its place between others.
                    if (ChatWidget *chat = m_hosts.chat(result.chat); chat && result.message == 0)
                        chat->showTime(result.at);
                });
    }
    m_side->showInstead(m_search);
    showListWhenNarrow();
}

void MainWindow::closeMessageSearch()
{
    m_side->showInstead(nullptr);
    if (ChatWidget *chat = currentChat(); chat && m_area->isVisible())
        chat->focusComposer();
    else
        m_side->focusList();
}

void MainWindow::openMessage(const ConversationKey &key, qint64 message, const SearchWords &words,
                             bool ownWindow)
{
    openChat(key, ownWindow ? ChatHosts::How::OwnWindow : ChatHosts::How::Default);
    ChatWidget *chat = m_hosts.chat(key);
    if (!chat || message == 0)
        return;
    if (words.isEmpty())
        chat->showMessage(message);
    else
        chat->showFound(message, words);
}

void MainWindow::showListWhenNarrow()
{
    m_showChatWhenNarrow = false;
    arrange();
    if (!isActiveWindow())
        activate();
}

void MainWindow::showChats()
{
    m_side->showInstead(nullptr);
    showListWhenNarrow();
    m_side->showPage(SidePane::Page::Chats);
    m_side->focusList();
}

void MainWindow::showContacts()
{
    m_side->showInstead(nullptr);
    showListWhenNarrow();
    m_side->showPage(SidePane::Page::Contacts);
    m_side->focusList();
}

void MainWindow::showMarkedMessages()
{
    auto *list = new MarkedMessages(m_accounts, this);
    connect(list, &MarkedMessages::chosen, this,
            [this](const ConversationKey &key, qint64 message) { openMessage(key, message, {}, false); });
    list->open();
}

void MainWindow::closeChat(const ConversationKey &key)
{
    m_hosts.close(key);
    if (isActiveWindow())
        m_side->focusList();
}

ChatWidget *MainWindow::chatInUse() const
{
    ChatWidget *active = m_hosts.activeChat();
    return active ? active : currentChat();
}

void MainWindow::addChatWindow(ChatWindow *window)
{
    addWindowActions(*this, *window);
}

QList<QWidget *> MainWindow::panes() const
{
    QList<QWidget *> panes;
    if (m_side->isVisible() && m_search && m_search->isVisible()) {
        panes << m_side->account() << m_search->field() << m_search->list();
    } else if (m_side->isVisible()) {
        panes << m_side->account() << m_side->search();
        panes << (m_side->chats()->isVisible() ? static_cast<QWidget *>(m_side->chats())
                                               : m_side->contacts());
    }
    if (m_area->isVisible() && currentChat())
        panes << currentChat()->panes();
    return panes << m_bars->panes();
}

void MainWindow::cyclePane(int step)
{
    cycleFocus(panes(), step);
}

bool MainWindow::isMenuBarShown() const
{
    return m_settings.value(settingkeys::kMenuBar, true).toBool();
}

void MainWindow::setMenuBarShown(bool shown)
{
    m_settings.setValue(settingkeys::kMenuBar, shown);
}

void MainWindow::setFullScreen(bool full)
{
    setWindowState(full ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

void MainWindow::obey(const QString &key)
{
    if (key == settingkeys::kCompactList) {
        m_side->setCompact(m_settings.value(key, false).toBool());
    } else if (key == settingkeys::kMenuBar) {
        const bool shown = m_settings.value(key, true).toBool();
        menuBar()->setVisible(shown);
        m_side->account()->setMenu(shown ? nullptr : m_menus->combined());
    }
}

void MainWindow::arrange()
{
    m_narrow = width() < kNarrow;
    const bool chatShown = m_area->chat() != nullptr && m_showChatWhenNarrow;
    m_side->setVisible(!m_narrow || !chatShown);
    m_area->setVisible(!m_narrow || chatShown);
    const double scale = std::max(1.0, Theme::current().textSize() / 100.0);
    m_side->setMinimumWidth(std::min(static_cast<int>(kLeastSide * scale), 320));
    m_side->setMaximumWidth(m_narrow ? QWIDGETSIZE_MAX : static_cast<int>(kGreatestSide * scale));
    if (ChatWidget *chat = m_area->chat())
        chat->setBackVisible(m_narrow);
}

void MainWindow::saveSoon()
{
    // Not at each step of a drag.
    if (m_saveTimer == 0)
        m_saveTimer = startTimer(300);
}

void MainWindow::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_saveTimer) {
        QMainWindow::timerEvent(event);
        return;
    }
    killTimer(m_saveTimer);
    m_saveTimer = 0;
    WindowState(m_settings, u"main-window"_s).save(*this);
    if (!m_narrow && m_pages->isHome())
        m_settings.setValue(settingkeys::kSplitter, m_side->width());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    arrange();
    if (isVisible())
        saveSoon();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    if (isVisible())
        saveSoon();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && isVisible())
        saveSoon();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    WindowState(m_settings, u"main-window"_s).save(*this);
    event->ignore();
    m_closing->close();
}

} // namespace tertulia
