// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/MainMenus.h"

#include "core/session/Accounts.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/contacts/ContactActions.h"
#include "ui/contacts/ContactsView.h"
#include "ui/main/AccountStrip.h"
#include "ui/main/MainWindow.h"
#include "ui/main/SidePane.h"
#include "ui/settings/Looks.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/PlainText.h"
#include "ui/text/PresenceText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>

#include <functional>

namespace tertulia
{

using namespace Qt::StringLiterals;

MainMenus::MainMenus(MainWindow &window)
    : QObject(&window)
    , m_window(window)
    , m_combined(new QMenu(&window))
{
    makeFile();
    makeChat();
    makeContacts();
    makeView();
    makeTools();
    makeWindow();
    makeHelp();
    makeHiddenKeys();
}

QMenu *MainMenus::addMenu(const QString &title)
{
    QMenu *menu = m_window.menuBar()->addMenu(title);
    m_combined->addMenu(menu);
    return menu;
}

void MainMenus::makeFile()
{
    QMenu *menu = addMenu(tr("&File"));
    menu->addAction(icon(Icons::NewChat), tr("&New chat…"), QKeySequence(Qt::CTRL | Qt::Key_N), &m_window,
                    [this] { m_window.startChat(); });
    menu->addSeparator();
    menu->addAction(icon(Icons::Plus), tr("&Add account…"), &m_window, &MainWindow::showAccountAdding);
    menu->addSeparator();
    menu->addAction(icon(Icons::Quit), tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), &m_window,
                    &MainWindow::quitRequested);
}

void MainMenus::makeChat()
{
    QMenu *menu = addMenu(tr("&Chat"));
    QList<QAction *> needChat;
    // The chat itself answers to these keys while the focus is in it; here they are shown, and work from the
    // side pane. Two owners of a key in one place would make it ambiguous.
    const auto add = [&](const QIcon &picture, const QString &text, const QKeySequence &keys,
                         const std::function<void(ChatWidget *)> &act) {
        const auto run = [this, act] {
            if (ChatWidget *chat = m_window.currentChat())
                act(chat);
        };
        const QString shown = keys.isEmpty() ? text : text + u'\t' + keys.toString(QKeySequence::NativeText);
        needChat << menu->addAction(picture, shown, &m_window, run);
        if (keys.isEmpty())
            return;
        auto *shortcut = new QShortcut(keys, m_window.sidePane());
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    add(icon(Icons::PopOut), tr("Open in own &window"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
        [this](ChatWidget *) { m_window.togglePopOut(); });
    add(icon(Icons::Search), tr("&Find in chat"), QKeySequence(Qt::CTRL | Qt::Key_F),
        [](ChatWidget *chat) { chat->openFindBar(); });
    add(icon(Icons::Details), tr("&Details"), QKeySequence(Qt::CTRL | Qt::Key_Period),
        [this](ChatWidget *) { m_window.toggleDetails(); });
    add(icon(Icons::Edit), tr("&Write a message"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
        [](ChatWidget *chat) { chat->focusComposer(); });
    menu->addSeparator();
    add(icon(Icons::Check), tr("&Mark as read"), {}, [this](ChatWidget *chat) {
        if (XmppSession *account = m_window.accounts().session(chat->key().account))
            account->markRead(chat->key().peer);
    });
    menu->addSeparator();
    const auto step = [&](const QString &text, const QKeySequence &keys, int direction, bool unreadOnly) {
        menu->addAction(text, keys, &m_window,
                        [this, direction, unreadOnly] { m_window.stepChat(direction, unreadOnly); });
    };
    step(tr("&Previous chat"), QKeySequence(Qt::ALT | Qt::Key_Up), -1, false);
    step(tr("&Next chat"), QKeySequence(Qt::ALT | Qt::Key_Down), 1, false);
    step(tr("P&revious unread chat"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Up), -1, true);
    step(tr("Next &unread chat"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Down), 1, true);
    menu->addSeparator();
    add(icon(Icons::Close), tr("&Close chat"), QKeySequence(Qt::CTRL | Qt::Key_W),
        [this](ChatWidget *) { m_window.closeChat(); });
    const auto update = [this, needChat] {
        for (QAction *action : needChat)
            action->setEnabled(m_window.currentChat() != nullptr);
    };
    connect(&m_window.hosts(), &ChatHosts::mainChatChanged, this, update);
    update();
}

void MainMenus::makeContacts()
{
    QMenu *menu = addMenu(tr("C&ontacts"));
    menu->addAction(icon(Icons::Contacts), tr("Show &contacts"), QKeySequence(Qt::CTRL | Qt::Key_J),
                    &m_window, &MainWindow::showContacts);
    menu->addAction(icon(Icons::AddContact), tr("&Add contact…"), &m_window,
                    [this] { m_window.startChat(); });
    menu->addSeparator();
    const auto chosen = [this]() -> ConversationKey {
        SidePane *side = m_window.sidePane();
        if (side->page() == SidePane::Page::Contacts) {
            const QModelIndex row = side->contacts()->currentIndex();
            if (row.isValid() && row.parent().isValid())
                return side->contacts()->keyOf(row);
        }
        return m_window.currentChat() ? m_window.currentChat()->key() : ConversationKey{};
    };
    menu->addAction(icon(Icons::Edit), tr("&Rename…"), QKeySequence(Qt::Key_F2), this,
                    [this, chosen] { m_window.contactActions().rename(chosen()); });
    menu->addAction(icon(Icons::Tag), tr("&Groups…"), this,
                    [this, chosen] { m_window.contactActions().editGroups(chosen()); });
    menu->addAction(icon(Icons::Block), tr("&Block…"), this,
                    [this, chosen] { m_window.contactActions().block(chosen()); });
    menu->addAction(icon(Icons::Trash), tr("R&emove contact…"), this,
                    [this, chosen] { m_window.contactActions().remove(chosen()); });
    menu->addSeparator();
    QAction *offline = menu->addAction(tr("Show &offline contacts"));
    offline->setCheckable(true);
    offline->setChecked(m_window.settings().value(settingkeys::kShowOffline, true).toBool());
    connect(offline, &QAction::toggled, &m_window, &MainWindow::setShowOffline);
    QAction *byName = menu->addAction(tr("&Sort by name"));
    byName->setCheckable(true);
    byName->setChecked(m_window.settings().value(settingkeys::kSortByName, false).toBool());
    connect(byName, &QAction::toggled, &m_window, &MainWindow::setSortByName);
    connect(menu, &QMenu::aboutToShow, this, [this, offline, byName] {
        offline->setChecked(m_window.settings().value(settingkeys::kShowOffline, true).toBool());
        byName->setChecked(m_window.settings().value(settingkeys::kSortByName, false).toBool());
    });
}

void MainMenus::makeView()
{
    QMenu *menu = addMenu(tr("&View"));
    menu->addAction(icon(Icons::Chats), tr("&Chats"), &m_window, &MainWindow::showChats);
    menu->addAction(icon(Icons::Search), tr("&Search or jump"), QKeySequence(Qt::CTRL | Qt::Key_K), &m_window,
                    &MainWindow::focusSearch);
    menu->addSeparator();
    QMenu *themes = menu->addMenu(icon(Icons::Sun), tr("&Theme"));
    auto *group = new QActionGroup(this);
    const auto addTheme = [&](const QString &text, Theme::Choice choice) {
        QAction *action = themes->addAction(text);
        action->setCheckable(true);
        action->setActionGroup(group);
        connect(action, &QAction::triggered, this, [this, choice] {
            Theme::current().setChoice(choice);
            rememberLooks(m_window.settings());
        });
        connect(themes, &QMenu::aboutToShow, action,
                [action, choice] { action->setChecked(Theme::current().choice() == choice); });
    };
    addTheme(tr("&Follow the system"), Theme::Choice::FollowSystem);
    addTheme(tr("&Light"), Theme::Choice::Light);
    addTheme(tr("&Dark"), Theme::Choice::Dark);
    addTheme(tr("&High contrast"), Theme::Choice::HighContrast);
    const auto addStep = [&](const QString &text, const QList<QKeySequence> &keys, int direction) {
        QAction *action = menu->addAction(text, this, [this, direction] {
            Theme::current().stepTextSize(direction);
            rememberLooks(m_window.settings());
        });
        action->setShortcuts(keys);
        // Text size is the program's, whichever of its windows has the focus.
        action->setShortcutContext(Qt::ApplicationShortcut);
    };
    addStep(tr("&Larger text"),
            {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}, 1);
    addStep(tr("S&maller text"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, -1);
    addStep(tr("&Normal text"), {QKeySequence(Qt::CTRL | Qt::Key_0)}, 0);
    menu->addSeparator();
    QAction *bar = menu->addAction(tr("Show menu &bar"));
    bar->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_M));
    bar->setCheckable(true);
    bar->setChecked(m_window.settings().value(settingkeys::kMenuBar, true).toBool());
    connect(bar, &QAction::toggled, &m_window, &MainWindow::setMenuBarShown);
    // A hidden menu bar takes its keys along; the window keeps this one.
    m_window.addAction(bar);
    QAction *full = menu->addAction(tr("F&ull screen"));
    full->setShortcut(QKeySequence(Qt::Key_F11));
    full->setCheckable(true);
    connect(full, &QAction::toggled, &m_window, &MainWindow::setFullScreen);
}

void MainMenus::makeTools()
{
    QMenu *menu = addMenu(tr("&Tools"));
    QMenu *status = menu->addMenu(tr("&Status"));
    for (const Availability availability :
         {Availability::Available, Availability::Chat, Availability::Away, Availability::ExtendedAway,
          Availability::DoNotDisturb, Availability::Offline})
        status->addAction(presenceIcon(presenceShape(availability)), availabilityName(availability), this,
                          [this, availability] {
                              m_window.accounts().setPresence(
                                  {availability, m_window.accounts().presence().status});
                          });
    menu->addAction(tr("Choose status…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), this,
                    [this] { m_window.sidePane()->account()->openStatusMenu(); });
    menu->addSeparator();
    menu->addAction(icon(Icons::Details), tr("Connection &details…"), &m_window,
                    [this] { m_window.showConnection(); });
    menu->addAction(icon(Icons::Settings), tr("&Preferences…"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
                    &m_window, &MainWindow::showPreferences);
}

void MainMenus::makeWindow()
{
    m_windows = addMenu(tr("&Window"));
    connect(m_windows, &QMenu::aboutToShow, this, &MainMenus::fillWindows);
    connect(&m_window.hosts(), &ChatHosts::windowsChanged, this, &MainMenus::fillWindows);
    fillWindows();
}

void MainMenus::fillWindows()
{
    m_windows->clear();
    const QList<ChatWindow *> open = m_window.hosts().windows();
    m_windows->addAction(tr("Main window"), &m_window, &MainWindow::activate);
    for (ChatWindow *window : open) {
        const ConversationKey key = window->key();
        m_windows->addAction(
            withoutMnemonic(shownName(window->chat() ? window->chat()->peerName() : QString())), this,
            [this, key] { m_window.openChat(key); });
    }
    m_windows->addSeparator();
    m_windows->addAction(tr("&Bring all to front"), &m_window.hosts(), &ChatHosts::bringAllToFront)
        ->setEnabled(!open.isEmpty());
    m_windows->addAction(icon(Icons::Dock), tr("&Dock all"), &m_window.hosts(), &ChatHosts::dockAll)
        ->setEnabled(!open.isEmpty());
}

void MainMenus::makeHelp()
{
    QMenu *menu = addMenu(tr("&Help"));
    QAction *keys = menu->addAction(icon(Icons::Keyboard), tr("&Keyboard shortcuts"), &m_window,
                                    &MainWindow::showShortcuts);
    keys->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::CTRL | Qt::Key_Question)});
    menu->addAction(icon(Icons::Help), tr("&About Tertulia"), &m_window, &MainWindow::showAbout);
}

void MainMenus::makeHiddenKeys()
{
    const auto key = [this](const QKeySequence &keys, std::function<void()> act) {
        auto *shortcut = new QShortcut(keys, &m_window);
        connect(shortcut, &QShortcut::activated, this, std::move(act));
    };
    key(QKeySequence(Qt::Key_F6), [this] { m_window.cyclePane(1); });
    key(QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { m_window.cyclePane(-1); });
    key(QKeySequence(Qt::CTRL | Qt::Key_PageUp), [this] { m_window.stepChat(-1, false); });
    key(QKeySequence(Qt::CTRL | Qt::Key_PageDown), [this] { m_window.stepChat(1, false); });
    for (int number = 1; number <= 9; ++number)
        key(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)),
            [this, number] { m_window.openNth(number); });
    // What the menu bar owns is lost with it when it is hidden: the window owns it too.
    for (QAction *top : m_window.menuBar()->actions())
        for (QAction *action : top->menu()->actions())
            if (!action->shortcuts().isEmpty())
                m_window.addAction(action);
}

} // namespace tertulia
