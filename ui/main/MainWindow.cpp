// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/MainWindow.h"

#include "core/models/ChatListModel.h"
#include "core/models/ContactTreeModel.h"
#include "core/models/RequestsModel.h"
#include "core/session/Accounts.h"
#include "ui/accounts/CertificateQuestion.h"
#include "ui/accounts/LoginPage.h"
#include "ui/accounts/PasswordBar.h"
#include "ui/accounts/WelcomePage.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/contacts/ContactActions.h"
#include "ui/contacts/ContactsView.h"
#include "ui/contacts/StartChatDialog.h"
#include "ui/main/AboutDialog.h"
#include "ui/main/AccountStrip.h"
#include "ui/main/ChatArea.h"
#include "ui/main/ChatListView.h"
#include "ui/main/ConnectionStrip.h"
#include "ui/main/ConversationMenu.h"
#include "ui/main/MainMenus.h"
#include "ui/main/NoticeBar.h"
#include "ui/main/PreferencesWindow.h"
#include "ui/main/RequestsPane.h"
#include "ui/main/ShortcutsWindow.h"
#include "ui/main/SidePane.h"
#include "ui/main/WindowState.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ConfirmDialog.h"
#include "ui/widgets/SearchField.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
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
    , m_pages(new QStackedWidget(this))
    , m_home(new QWidget(m_pages))
    , m_splitter(new QSplitter(Qt::Horizontal, m_home))
    , m_side(new SidePane(settings, m_splitter))
    , m_area(new ChatArea(m_splitter))
    , m_strips(new QVBoxLayout)
    , m_notice(new NoticeBar(m_home))
    , m_passwordBar(new PasswordBar(m_home))
    , m_hasTray([] { return false; })
{
    setWindowTitle(u"Tertulia"_s);
    setMinimumSize(320, 360);
    m_menus = new MainMenus(*this);

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
    m_passwordBar->hide();
    m_strips->setContentsMargins(0, 0, 0, 0);
    m_strips->setSpacing(0);
    auto *home = new QVBoxLayout(m_home);
    home->setContentsMargins(0, 0, 0, 0);
    home->setSpacing(0);
    home->addWidget(m_splitter, 1);
    home->addWidget(m_passwordBar);
    home->addWidget(m_notice);
    home->addLayout(m_strips);
    m_pages->addWidget(m_home);
    setCentralWidget(m_pages);

    m_side->setChats(accounts.chatList());
    m_side->setContacts(accounts.contactTree());
    m_side->setUnread(accounts.unreadTotal());
    m_side->showPage(settings.value(settingkeys::kSidePage).toString() == "contacts"_L1
                         ? SidePane::Page::Contacts
                         : SidePane::Page::Chats);
    accounts.contactTree()->setShowOffline(settings.value(settingkeys::kShowOffline, true).toBool());
    setSortByName(settings.value(settingkeys::kSortByName, false).toBool());
    setMenuBarShown(settings.value(settingkeys::kMenuBar, true).toBool());

    connect(&accounts, &Accounts::added, this, &MainWindow::addSession);
    connect(&accounts, &Accounts::aboutToRemove, this, &MainWindow::removeSession);
    connect(&accounts, &Accounts::unreadTotalChanged, m_side, &SidePane::setUnread);
    connect(&accounts, &Accounts::presenceChanged, this,
            [this] { m_side->account()->setPresence(m_accounts.presence()); });
    connect(m_side, &SidePane::filterChanged, this, [this](const QString &text) {
        m_accounts.chatList()->setFilterText(text);
        m_accounts.contactTree()->setFilter(text);
    });
    connect(m_side, &SidePane::unreadOnlyChanged, this,
            [this](bool only) { m_accounts.chatList()->setUnreadOnly(only); });
    connect(m_side, &SidePane::newChatRequested, this, [this] { startChat(); });
    connect(m_side, &SidePane::openRequested, this, [this](const ConversationKey &key) { openChat(key); });
    connect(m_side, &SidePane::ownWindowRequested, this,
            [this](const ConversationKey &key) { openChat(key, ChatHosts::How::OwnWindow); });
    connect(m_side->account(), &AccountStrip::presenceChosen, &accounts, &Accounts::setPresence);
    connect(m_side->tabs(), &QTabBar::currentChanged, this, [this] {
        m_settings.setValue(settingkeys::kSidePage,
                            m_side->page() == SidePane::Page::Contacts ? u"contacts"_s : u"chats"_s);
    });
    connect(m_side->chats(), &ChatListView::menuRequested, m_rowMenu, &ConversationMenu::popupForChat);
    connect(m_side->contacts(), &ContactsView::menuRequested, m_rowMenu, &ConversationMenu::popupForContact);
    RequestsPane *requests = m_side->requests();
    connect(requests, &RequestsPane::accepted, m_contactActions, &ContactActions::acceptRequest);
    connect(requests, &RequestsPane::declined, m_contactActions, &ContactActions::declineRequest);
    connect(requests, &RequestsPane::blocked, m_contactActions, &ContactActions::block);
    connect(m_contactActions, &ContactActions::failed, this, &MainWindow::say);
    connect(m_passwordBar, &PasswordBar::given, this, [this](const QString &password, bool remember) {
        if (m_asking)
            m_asking->providePassword(password, remember);
        updatePasswordBar();
    });
    connect(m_passwordBar, &PasswordBar::dismissed, this, [this] {
        m_dismissed.append(m_asking);
        updatePasswordBar();
    });
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
    updatePerson();
    updatePages();
    arrange();
    // Not the presence selector, which comes first and would change at a turn of the wheel.
    m_side->focusSearch();
}

MainWindow::~MainWindow()
{
    m_hosts.setMainPlace(nullptr);
}

void MainWindow::setTryItAvailable(bool available)
{
    m_tryItAvailable = available;
    if (m_welcome)
        m_welcome->setTryItAvailable(available);
}

void MainWindow::setTrayTest(std::function<bool()> hasTray)
{
    m_hasTray = std::move(hasTray);
}

void MainWindow::addSession(XmppSession *session)
{
    auto *strip = new ConnectionStrip(*session, m_home);
    m_connectionStrips.insert(session, strip);
    m_strips->addWidget(strip);
    connect(strip, &ConnectionStrip::logInRequested, this, &MainWindow::showLogin);
    m_side->requests()->addSource(session->requests());
    connect(session, &XmppSession::ownProfileChanged, this, &MainWindow::updatePerson);
    connect(session, &XmppSession::settingsChanged, this, &MainWindow::updatePerson);
    connect(session, &XmppSession::presenceChanged, this,
            [this] { m_side->account()->setPresence(m_accounts.presence()); });
    connect(session, &XmppSession::stateChanged, this, [this, session](SessionState state) {
        if (state == SessionState::Online)
            m_dismissed.removeAll(session);
        updatePasswordBar();
    });
    connect(
        session, &XmppSession::certificateRejected, this, [this, session] { updateCertificateBar(session); },
        Qt::QueuedConnection);
    connect(session, &XmppSession::passwordNotStored, this, [this](const Error &error) {
        say(tr("The password could not be kept: %1").arg(errorLine(error)));
    });
    updatePerson();
    if (m_pages->currentWidget() != m_login)
        updatePages();
    updatePasswordBar();
}

void MainWindow::removeSession(XmppSession *session)
{
    session->disconnect(this);
    m_side->requests()->removeSource(session->requests());
    if (ConnectionStrip *strip = m_connectionStrips.take(session))
        delete strip;
    QMetaObject::invokeMethod(
        this,
        [this] {
            updatePerson();
            updatePasswordBar();
            if (m_pages->currentWidget() != m_login)
                updatePages();
        },
        Qt::QueuedConnection);
}

void MainWindow::updatePerson()
{
    const QList<XmppSession *> sessions = m_accounts.sessions();
    if (sessions.isEmpty())
        return;
    const XmppSession *first = sessions.constFirst();
    QString name = first->ownName();
    if (sessions.size() > 1)
        name = tr("%1 and %n more", nullptr, static_cast<int>(sessions.size() - 1)).arg(shownName(name));
    m_side->account()->setPerson(first->address().toString(), name, first->ownAvatarFile());
    m_side->account()->setPresence(m_accounts.presence());
}

void MainWindow::updatePages()
{
    const bool none = m_accounts.sessions().isEmpty();
    if (!none && !m_addingAccount) {
        m_pages->setCurrentWidget(m_home);
        return;
    }
    welcome()->setCancellable(!none);
    m_pages->setCurrentWidget(welcome());
}

WelcomePage *MainWindow::welcome()
{
    if (m_welcome)
        return m_welcome;
    m_welcome = new WelcomePage(m_pages);
    m_welcome->setTryItAvailable(m_tryItAvailable);
    m_pages->addWidget(m_welcome);
    connect(m_welcome, &WelcomePage::haveAccount, this, [this] {
        m_pages->setCurrentWidget(login());
        login()->begin();
    });
    connect(m_welcome, &WelcomePage::tryItHere, this, &MainWindow::tryItRequested);
    connect(m_welcome, &WelcomePage::cancelled, this, [this] {
        m_addingAccount = false;
        updatePages();
    });
    return m_welcome;
}

LoginPage *MainWindow::login()
{
    if (m_login)
        return m_login;
    m_login = new LoginPage(m_accounts, m_pages);
    m_pages->addWidget(m_login);
    connect(m_login, &LoginPage::back, this, [this] {
        if (m_accounts.sessions().isEmpty() || m_addingAccount)
            m_pages->setCurrentWidget(welcome());
        else
            updatePages();
    });
    connect(m_login, &LoginPage::loggedIn, this, [this] {
        m_addingAccount = false;
        updatePages();
        m_side->focusList();
    });
    return m_login;
}

void MainWindow::updatePasswordBar()
{
    XmppSession *asking = nullptr;
    for (XmppSession *session : m_accounts.sessions())
        if (session->state() == SessionState::NeedsPassword && !m_dismissed.contains(session) && !asking)
            asking = session;
    if (asking && (asking != m_asking || m_passwordBar->isHidden())) {
        const ErrorCode code = asking->lastError().code;
        const bool quiet = code == ErrorCode::Cancelled || code == ErrorCode::SecretNotFound
            || code == ErrorCode::PasswordNeeded;
        const ErrorText why = errorText(asking->lastError());
        m_passwordBar->ask(asking->address().toString(), quiet ? QString() : why.sentence + u' ' + why.remedy,
                           asking->settings().rememberPassword);
    }
    m_asking = asking;
    m_passwordBar->setVisible(asking != nullptr);
}

void MainWindow::updateCertificateBar(XmppSession *session)
{
    if (m_pages->currentWidget() == m_login || m_certificateBar)
        return;
    auto *bar = new QWidget(m_home);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(16, 12, 16, 12);
    auto *question = new CertificateQuestion(bar);
    question->setProblem(session->certificateProblem());
    layout->addWidget(question);
    m_strips->insertWidget(0, bar);
    m_certificateBar = bar;
    const QPointer<XmppSession> asked = session;
    if (ConnectionStrip *strip = m_connectionStrips.value(session)) {
        strip->setSilent(true);
        connect(bar, &QObject::destroyed, strip, [strip] { strip->setSilent(false); });
    }
    connect(question, &CertificateQuestion::refused, bar, [bar, asked] {
        bar->deleteLater();
        if (asked)
            asked->setPresence({Availability::Offline, {}});
    });
    connect(question, &CertificateQuestion::trusted, bar, [bar, asked] {
        bar->deleteLater();
        if (asked)
            asked->trustCertificate();
    });
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
    if (isMinimized())
        setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
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
    session->openChat(key.peer);
    m_showChatWhenNarrow = true;
    ChatWidget *chat = m_hosts.open(key, how);
    arrange();
    if (chat)
        chat->focusComposer();
}

void MainWindow::startChat(const QString &addressOrLink)
{
    if (m_accounts.sessions().isEmpty()) {
        activate();
        return;
    }
    if (!m_startChat) {
        m_startChat = new StartChatDialog(m_accounts, this);
        connect(m_startChat, &StartChatDialog::startRequested, this,
                [this](const ConversationKey &key, const QString &body) {
                    XmppSession *session = m_accounts.session(key.account);
                    // A link may propose words; they are put into the field, never sent, and never over a
                    // draft.
                    if (session && !body.isEmpty() && session->draft(key.peer).isEmpty())
                        session->setDraft(key.peer, shownText(body, 10000));
                    openChat(key);
                });
        connect(m_startChat, &StartChatDialog::addRequested, this,
                [this](const ConversationKey &key, const QString &name, const QString &group) {
                    XmppSession *session = m_accounts.session(key.account);
                    if (!session)
                        return;
                    session
                        ->addContact(key.peer, name, group.isEmpty() ? QStringList() : QStringList{group},
                                     true)
                        .then(this, [this](const Result<void> &done) {
                            if (!done)
                                say(errorLine(done.error()));
                        });
                });
    }
    if (!addressOrLink.isEmpty())
        m_startChat->setText(addressOrLink);
    m_startChat->show();
    m_startChat->raise();
    m_startChat->activateWindow();
}

void MainWindow::say(const QString &sentence)
{
    m_notice->say(sentence);
}

void MainWindow::showAccountAdding()
{
    m_addingAccount = true;
    updatePages();
    activate();
}

void MainWindow::showLogin(XmppSession *session)
{
    m_pages->setCurrentWidget(login());
    login()->begin(session);
}

void MainWindow::showPreferences()
{
    if (!m_preferences)
        m_preferences = new PreferencesWindow(*this);
    m_preferences->show();
    m_preferences->raise();
    m_preferences->activateWindow();
}

void MainWindow::showShortcuts()
{
    if (!m_shortcuts)
        m_shortcuts = new ShortcutsWindow(this);
    m_shortcuts->show();
    m_shortcuts->raise();
    m_shortcuts->activateWindow();
}

void MainWindow::showAbout()
{
    if (!m_about)
        m_about = new AboutDialog(this);
    m_about->show();
    m_about->raise();
}

void MainWindow::focusSearch()
{
    m_showChatWhenNarrow = false;
    arrange();
    m_side->focusSearch();
}

void MainWindow::showChats()
{
    m_showChatWhenNarrow = false;
    arrange();
    m_side->showPage(SidePane::Page::Chats);
    m_side->focusList();
}

void MainWindow::showContacts()
{
    m_showChatWhenNarrow = false;
    arrange();
    m_side->showPage(SidePane::Page::Contacts);
    m_side->focusList();
}

void MainWindow::stepChat(int step, bool unreadOnly)
{
    const QModelIndex next = m_side->chats()->neighbour(step, unreadOnly);
    if (next.isValid())
        openChat(m_side->chats()->keyOf(next), ChatHosts::How::MainWindow);
}

void MainWindow::openNth(int number)
{
    const QModelIndex row = m_side->chats()->model()->index(number - 1, 0);
    if (row.isValid())
        openChat(m_side->chats()->keyOf(row));
}

void MainWindow::closeChat()
{
    if (const auto open = m_hosts.mainChat())
        m_hosts.close(*open);
    m_side->focusList();
}

void MainWindow::togglePopOut()
{
    if (const auto open = m_hosts.mainChat())
        m_hosts.popOut(*open);
}

void MainWindow::toggleDetails()
{
    if (ChatWidget *chat = currentChat())
        chat->setDetailsVisible(!chat->detailsVisible());
}

QList<QWidget *> MainWindow::panes() const
{
    QList<QWidget *> panes;
    if (m_side->isVisible()) {
        panes << m_side->account() << m_side->search();
        panes << (m_side->chats()->isVisible() ? static_cast<QWidget *>(m_side->chats())
                                               : m_side->contacts());
    }
    if (m_area->isVisible() && currentChat())
        panes << currentChat()->panes();
    if (m_passwordBar->isVisible())
        panes << m_passwordBar;
    for (ConnectionStrip *strip : m_connectionStrips)
        if (strip->isVisible())
            panes << strip;
    return panes;
}

void MainWindow::cyclePane(int step)
{
    const QList<QWidget *> all = panes();
    if (all.isEmpty())
        return;
    const QWidget *focus = QApplication::focusWidget();
    qsizetype at = -1;
    for (qsizetype i = 0; i < all.size(); ++i)
        if (focus && (all.at(i) == focus || all.at(i)->isAncestorOf(focus)))
            at = i;
    const qsizetype count = all.size();
    QWidget *pane = all.at(((at < 0 ? (step > 0 ? -1 : 0) : at) + step + count) % count);
    if (pane->focusPolicy() != Qt::NoFocus) {
        pane->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    // A pane that is a group: its first control.
    for (QWidget *child = pane->nextInFocusChain(); child && child != pane;
         child = child->nextInFocusChain()) {
        if (!pane->isAncestorOf(child))
            continue;
        if (child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus) != 0) {
            child->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void MainWindow::setMenuBarShown(bool shown)
{
    menuBar()->setVisible(shown);
    m_side->account()->setMenu(shown ? nullptr : m_menus->combined());
    m_settings.setValue(settingkeys::kMenuBar, shown);
}

void MainWindow::setFullScreen(bool full)
{
    setWindowState(full ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
}

void MainWindow::setShowOffline(bool show)
{
    m_settings.setValue(settingkeys::kShowOffline, show);
    m_accounts.contactTree()->setShowOffline(show);
}

void MainWindow::setSortByName(bool byName)
{
    m_settings.setValue(settingkeys::kSortByName, byName);
    m_accounts.contactTree()->setSorting(byName ? ContactTreeModel::Sorting::ByName
                                                : ContactTreeModel::Sorting::ByStatus);
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
    if (!m_narrow && m_pages->currentWidget() == m_home)
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
    const bool tray = m_hasTray();
    const QString choice = m_settings.value(settingkeys::kOnClose, u"ask"_s).toString();
    event->ignore();
    if (!tray || choice == "quit"_L1) {
        // Without a tray icon a hidden window could not be found again (R7).
        Q_EMIT quitRequested();
        return;
    }
    if (choice == "keep"_L1) {
        hide();
        return;
    }
    if (m_closeQuestion)
        return;
    Question question;
    question.title = tr("Keep Tertulia running?");
    question.text
        = tr("With the window closed, Tertulia can stay in the tray and tell you about new messages. You can "
             "change this in the preferences.");
    question.action = tr("Quit");
    question.otherAction = tr("Keep running");
    question.destructive = false;
    m_closeQuestion = ConfirmDialog::ask(this, question, [this](int answer) {
        m_settings.setValue(settingkeys::kOnClose, answer == 1 ? u"quit"_s : u"keep"_s);
        if (answer == 1)
            Q_EMIT quitRequested();
        else
            hide();
    });
}

} // namespace tertulia
