// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/MainMenus.h"

#include "core/session/Accounts.h"
#include "core/session/SessionChats.h"
#include "ui/chat/ChatStanding.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/chat/RecentChats.h"
#include "ui/contacts/ContactActions.h"
#include "ui/contacts/ContactsView.h"
#include "ui/keys/KeyMap.h"
#include "ui/main/AccountStrip.h"
#include "ui/main/AccountTools.h"
#include "ui/main/ChatNavigation.h"
#include "ui/main/MainWindow.h"
#include "ui/main/SidePane.h"
#include "ui/main/WindowActions.h"
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

namespace tertulia
{

using namespace Qt::StringLiterals;

MainMenus::MainMenus(MainWindow &window)
    : QObject(&window)
    , m_window(window)
    , m_combined(new QMenu(&window))
    , m_tools(new AccountTools(window))
{
    makeFile();
    makeChat();
    makeContacts();
    makeView();
    makeTools();
    makeWindow();
    makeHelp();
    makeWindowKeys();
}

QMenu *MainMenus::addMenu(const QString &title)
{
    QMenu *menu = m_window.menuBar()->addMenu(title);
    m_combined->addMenu(menu);
    return menu;
}

/// An action of a menu that shows the key of `id`. It does not answer to the key: the window does, or the
/// chat, also while the menu bar is hidden.
QAction *MainMenus::addKeyed(QMenu *menu, const QIcon &picture, const QString &text, KeyId id,
                             const std::function<void()> &act)
{
    QAction *action = menu->addAction(picture, text, this, act);
    action->setShortcutContext(Qt::WidgetShortcut);
    KeyMap::current().bind(action, id);
    return action;
}

void MainMenus::makeFile()
{
    QMenu *menu = addMenu(tr("&File"));
    addKeyed(menu, icon(Icons::NewChat), tr("&New chat…"), KeyId::NewChat, [this] { m_window.startChat(); });
    menu->addSeparator();
    menu->addAction(icon(Icons::Plus), tr("&Add account…"), &m_window, &MainWindow::showAccountAdding);
    menu->addSeparator();
    addKeyed(menu, icon(Icons::Quit), tr("&Quit"), KeyId::Quit, [this] { Q_EMIT m_window.quitRequested(); });
}

/// An action on the chat that is in use. The chat itself answers to the key while the focus is in it; beside
/// it, in the side pane, this does. Two owners of a key in one place would make it ambiguous.
QAction *MainMenus::addForChat(QMenu *menu, const QIcon &picture, const QString &text,
                               std::optional<KeyId> id, const std::function<void(ChatWidget *)> &act)
{
    const auto run = [this, act] {
        if (ChatWidget *chat = m_window.chatInUse())
            act(chat);
    };
    QAction *action
        = id ? addKeyed(menu, picture, text, *id, run) : menu->addAction(picture, text, this, run);
    m_needChat << action;
    if (id)
        KeyMap::current().addTo(m_window.sidePane(), *id, run);
    return action;
}

void MainMenus::makeChat()
{
    QMenu *menu = addMenu(tr("&Chat"));
    addForChat(menu, icon(Icons::PopOut), tr("Open in own &window"), KeyId::PopOut,
               [](ChatWidget *chat) { chat->togglePopOut(); });
    addForChat(menu, icon(Icons::Search), tr("&Find in chat"), KeyId::FindInChat,
               [](ChatWidget *chat) { chat->openFindBar(); });
    addForChat(menu, icon(Icons::Clock), tr("&Jump to a date…"), KeyId::JumpToDate,
               [](ChatWidget *chat) { chat->askForDate(); });
    addForChat(menu, {}, tr("Jump to the &beginning"), KeyId::JumpToBeginning,
               [](ChatWidget *chat) { chat->jumpToBeginning(); });
    addForChat(menu, {}, tr("Jump to the first unread message"), KeyId::JumpToUnread,
               [](ChatWidget *chat) { chat->jumpToUnread(); });
    addForChat(menu, {}, tr("Back to where I was"), KeyId::JumpBack,
               [](ChatWidget *chat) { chat->jumpBack(); });
    addForChat(menu, icon(Icons::Details), tr("&Details"), KeyId::Details,
               [](ChatWidget *chat) { chat->setDetailsVisible(!chat->detailsVisible()); });
    addForChat(menu, icon(Icons::Edit), tr("&Write a message"), KeyId::FocusComposer,
               [](ChatWidget *chat) { chat->focusComposer(); });
    menu->addSeparator();
    const auto standing = [this](void (*toggle)(XmppSession &, const Jid &)) {
        return [this, toggle](ChatWidget *chat) {
            if (XmppSession *account = m_window.accounts().session(chat->key().account))
                toggle(*account, chat->key().peer);
        };
    };
    m_unread = addForChat(menu, icon(Icons::Check), tr("&Mark as read"), {}, standing(toggleUnread));
    m_pin = addForChat(menu, icon(Icons::Pin), tr("P&in"), {}, standing(togglePinned));
    m_mute = addForChat(menu, icon(Icons::Mute), tr("M&ute"), KeyId::MuteChat, standing(toggleMuted));
    m_archive = addForChat(menu, icon(Icons::Archive), tr("&Archive"), KeyId::ArchiveChat,
                           standing(toggleArchived));
    menu->addSeparator();
    menu->addAction(icon(Icons::Bookmark), tr("Mar&ked messages…"), &m_window,
                    &MainWindow::showMarkedMessages);
    menu->addSeparator();
    ChatNavigation *chats = &m_window.navigation();
    addKeyed(menu, {}, tr("&Previous chat"), KeyId::PreviousChat, [chats] { chats->step(-1, false); });
    addKeyed(menu, {}, tr("&Next chat"), KeyId::NextChat, [chats] { chats->step(1, false); });
    addKeyed(menu, {}, tr("P&revious unread chat"), KeyId::PreviousUnread,
             [chats] { chats->step(-1, true); });
    addKeyed(menu, {}, tr("Next &unread chat"), KeyId::NextUnread, [chats] { chats->step(1, true); });
    menu->addSeparator();
    addForChat(menu, icon(Icons::Close), tr("&Close chat"), KeyId::CloseChat,
               [this](ChatWidget *chat) { m_window.closeChat(chat->key()); });
    m_reopen = addKeyed(menu, icon(Icons::Retry), tr("Reopen c&losed chat"), KeyId::ReopenChat,
                        [this] { m_window.hosts().reopenClosed(); });
    connect(&m_window.hosts(), &ChatHosts::mainChatChanged, this, &MainMenus::refresh);
    connect(&m_window.hosts(), &ChatHosts::windowsChanged, this, &MainMenus::refresh);
    connect(menu, &QMenu::aboutToShow, this, &MainMenus::refresh);
    refresh();
}

void MainMenus::refresh()
{
    const ChatWidget *chat = m_window.chatInUse();
    for (QAction *action : std::as_const(m_needChat))
        action->setEnabled(chat != nullptr);
    const XmppSession *session = chat ? m_window.accounts().session(chat->key().account) : nullptr;
    if (session) {
        const Jid peer = chat->key().peer;
        m_unread->setText(isUnread(*session, peer) ? tr("&Mark as read") : tr("&Mark as unread"));
        m_pin->setText(isPinned(*session, peer) ? tr("Unp&in") : tr("P&in"));
        m_mute->setText(isMuted(*session, peer) ? tr("Unm&ute") : tr("M&ute"));
        m_archive->setText(isArchived(*session, peer) ? tr("Un&archive") : tr("&Archive"));
    }
    m_reopen->setEnabled(m_window.hosts().recent().hasClosed());
}

ConversationKey MainMenus::chosenContact() const
{
    SidePane *side = m_window.sidePane();
    if (side->page() == SidePane::Page::Contacts) {
        const QModelIndex row = side->contacts()->currentIndex();
        if (row.isValid() && row.parent().isValid())
            return side->contacts()->keyOf(row);
    }
    const ChatWidget *chat = m_window.chatInUse();
    return chat ? chat->key() : ConversationKey{};
}

void MainMenus::makeContacts()
{
    QMenu *menu = addMenu(tr("C&ontacts"));
    addKeyed(menu, icon(Icons::Contacts), tr("Show &contacts"), KeyId::ShowContacts,
             [this] { m_window.showContacts(); });
    menu->addAction(icon(Icons::AddContact), tr("&Add contact…"), &m_window,
                    [this] { m_window.startChat(); });
    menu->addSeparator();
    const auto rename = [this] { m_window.contactActions().rename(chosenContact()); };
    addKeyed(menu, icon(Icons::Edit), tr("&Rename…"), KeyId::RenameContact, rename);
    KeyMap::current().addTo(&m_window, KeyId::RenameContact, rename);
    menu->addAction(icon(Icons::Tag), tr("&Groups…"), this,
                    [this] { m_window.contactActions().editGroups(chosenContact()); });
    menu->addAction(icon(Icons::Clock), tr("&History"), this,
                    [this] { m_window.openHistory(chosenContact()); });
    menu->addAction(icon(Icons::Block), tr("&Block…"), this,
                    [this] { m_window.contactActions().block(chosenContact()); });
    menu->addAction(icon(Icons::Trash), tr("R&emove contact…"), this,
                    [this] { m_window.contactActions().remove(chosenContact()); });
    menu->addSeparator();
    menu->addAction(icon(Icons::Person), tr("My &profile…"), m_tools, &AccountTools::showProfile);
    menu->addAction(tr("My &address as a picture…"), m_tools, &AccountTools::showCode);
    menu->addAction(tr("&Import contacts…"), m_tools, &AccountTools::importContacts);
    menu->addAction(tr("E&xport contacts…"), m_tools, &AccountTools::exportContacts);
    menu->addSeparator();
    m_contacts = menu;
}

void MainMenus::makeView()
{
    QMenu *menu = addMenu(tr("&View"));
    addKeyed(menu, icon(Icons::Chats), tr("&Chats"), KeyId::ShowChats, [this] { m_window.showChats(); });
    addKeyed(menu, icon(Icons::Search), tr("&Search or jump"), KeyId::QuickSwitcher,
             [this] { m_window.openSwitcher(); });
    addKeyed(menu, icon(Icons::Search), tr("Search &all messages"), KeyId::SearchEverywhere,
             [this] { m_window.openMessageSearch(); });
    menu->addSeparator();
    QAction *compact = menu->addAction(tr("C&ompact list"));
    compact->setCheckable(true);
    connect(compact, &QAction::triggered, this,
            [this](bool on) { m_window.settings().setValue(settingkeys::kCompactList, on); });
    connect(menu, &QMenu::aboutToShow, this, [this, compact] {
        compact->setChecked(m_window.settings().value(settingkeys::kCompactList, false).toBool());
    });
    makeThemes(menu->addMenu(icon(Icons::Sun), tr("&Theme")));
    const auto addStep = [&](const QString &text, KeyId id, int direction) {
        addKeyed(menu, {}, text, id, [this, direction] {
            Theme::current().stepTextSize(direction);
            rememberLooks(m_window.settings());
        });
    };
    addStep(tr("&Larger text"), KeyId::LargerText, 1);
    addStep(tr("S&maller text"), KeyId::SmallerText, -1);
    addStep(tr("&Normal text"), KeyId::NormalText, 0);
    menu->addSeparator();
    const auto toggleBar = [this] { m_window.setMenuBarShown(!m_window.isMenuBarShown()); };
    QAction *bar = addKeyed(menu, {}, tr("Show menu &bar"), KeyId::MenuBar, toggleBar);
    bar->setCheckable(true);
    KeyMap::current().addTo(&m_window, KeyId::MenuBar, toggleBar);
    const auto toggleFull = [this] { m_window.setFullScreen(!m_window.isFullScreen()); };
    QAction *full = addKeyed(menu, {}, tr("F&ull screen"), KeyId::FullScreen, toggleFull);
    full->setCheckable(true);
    KeyMap::current().addTo(&m_window, KeyId::FullScreen, toggleFull);
    connect(menu, &QMenu::aboutToShow, this, [this, bar, full] {
        bar->setChecked(m_window.isMenuBarShown());
        full->setChecked(m_window.isFullScreen());
    });
}

void MainMenus::makeThemes(QMenu *themes)
{
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
}

void MainMenus::makeTools()
{
    QMenu *menu = addMenu(tr("&Tools"));
    QMenu *status = menu->addMenu(tr("&Status"));
    for (const Availability availability : kAvailabilities)
        status->addAction(presenceIcon(presenceShape(availability)), availabilityName(availability), this,
                          [this, availability] {
                              m_window.accounts().setPresence(
                                  {availability, m_window.accounts().presence().status});
                          });
    addKeyed(menu, {}, tr("Choose status…"), KeyId::StatusMenu,
             [this] { m_window.sidePane()->account()->openStatusMenu(); });
    menu->addSeparator();
    menu->addAction(icon(Icons::Details), tr("Connection &details…"), &m_window,
                    [this] { m_window.showConnection(); });
    addKeyed(menu, icon(Icons::Settings), tr("&Preferences…"), KeyId::Preferences,
             [this] { m_window.showPreferences(); });
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
    m_windows->addAction(icon(Icons::Window), tr("Main window"), &m_window, &MainWindow::activate);
    for (const ChatWindow *window : open) {
        for (const ChatWidget *chat : window->chats()) {
            const ConversationKey key = chat->key();
            m_windows->addAction(withoutMnemonic(shownName(chat->peerName())), this,
                                 [this, key] { m_window.openChat(key); });
        }
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
    addKeyed(menu, icon(Icons::Keyboard), tr("&Keyboard shortcuts"), KeyId::ShortcutsList,
             [this] { m_window.showShortcuts(); });
    menu->addAction(icon(Icons::Help), tr("&About Tertulia"), &m_window, &MainWindow::showAbout);
}

void MainMenus::makeWindowKeys()
{
    addWindowActions(m_window, m_window);
    KeyMap::current().addTo(&m_window, KeyId::NextPane, [this] { m_window.cyclePane(1); });
    KeyMap::current().addTo(&m_window, KeyId::PreviousPane, [this] { m_window.cyclePane(-1); });
}

QList<SwitcherCommand> MainMenus::commands()
{
    refresh();
    QList<SwitcherCommand> found;
    const auto collect = [&found](const auto &self, QMenu *menu, const QString &path) -> void {
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->isSeparator() || !action->isVisible())
                continue;
            QString text = QString(action->text()).remove(u'&');
            if (text.endsWith(u'…'))
                text.chop(1);
            if (action->menu())
                self(self, action->menu(), path.isEmpty() ? text : tr("%1 › %2", "menus").arg(path, text));
            else if (action->isEnabled())
                found.append({action, text, path});
        }
    };
    collect(collect, m_combined, {});
    return found;
}

} // namespace tertulia
