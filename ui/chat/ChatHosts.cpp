// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/ChatHosts.h"

#include "core/session/Accounts.h"
#include "ui/accounts/AccountMarks.h"
#include "ui/chat/ChatHostsPrivate.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/timeline/TimelineView.h"
#include "ui/widgets/BringForward.h"

#include <QApplication>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

/// Keeps up with a window that is dragged without writing at each pixel; short enough that a kill loses
/// only the last movement.
constexpr int kPlacementDelayMs = 300;

} // namespace

ChatHosts::ChatHosts(Accounts &accounts, UiSettings &settings, QObject *parent)
    : ChatHosts(MakeChat(), settings, parent)
{
    const auto *marks = new AccountMarks(accounts, this);
    d->make = [&accounts, marks](const ConversationKey &key) -> ChatWidget * {
        XmppSession *session = accounts.session(key.account);
        if (!session)
            return nullptr;
        auto *chat = new ChatWidget(*session, key.peer);
        chat->setMarks(*marks);
        return chat;
    };
    connect(&accounts, &Accounts::aboutToRemove, this,
            [this](XmppSession *session) { forgetAccount(session->accountId()); });
}

ChatHosts::ChatHosts(MakeChat make, UiSettings &settings, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(make), settings))
{
    d->placementTimer.setSingleShot(true);
    d->placementTimer.setInterval(kPlacementDelayMs);
    connect(&d->placementTimer, &QTimer::timeout, this, [this] { d->rememberWindows(); });
    connect(&settings, &UiSettings::changed, this, [this](const QString &key) {
        if (key == settingkeys::kStyling || key == settingkeys::kMessageLook
            || key == settingkeys::kSendByControl)
            applySettings();
    });
}

ChatHosts::~ChatHosts()
{
    freeze();
    setMainPlace(nullptr);
    // Children of nobody; what was open is written down already.
    qDeleteAll(std::exchange(d->windows, {}));
}

void ChatHosts::forgetAccount(const QString &account)
{
    const QList<ChatWindow *> open = d->windows;
    for (const ChatWindow *window : open) {
        const QList<ConversationKey> keys = window->keys();
        for (const ConversationKey &key : keys) {
            if (key.account == account)
                close(key);
        }
    }
    if (d->main && d->main->key().account == account)
        close(d->main->key());
    d->recent.forget(account);
}

void ChatHosts::setMainPlace(MainChatPlace *place)
{
    if (d->mainPlace && d->main)
        delete d->takeFromMain();
    d->mainPlace = place;
}

ChatWidget *ChatHosts::open(const ConversationKey &key, How how)
{
    if (ChatWindow *window = d->windowOf(key)) {
        const bool tab = window->kind() == ChatWindow::Kind::Tabs;
        const bool stays = how == How::Default || how == (tab ? How::Tab : How::OwnWindow)
            || (how == How::MainWindow && !d->mainPlace);
        return stays ? d->show(window, key) : d->place(d->take(key), how);
    }
    if (d->main && d->main->key() == key) {
        if (how != How::Default && how != How::MainWindow)
            return d->place(d->take(key), how);
        d->mainPlace->activate();
        d->recent.use(key);
        d->main->focusComposer();
        return d->main;
    }
    ChatWidget *made = d->makeChat(key);
    return made ? d->place(made, how == How::Default ? openByDefault() : how) : nullptr;
}

void ChatHosts::popOut(const ConversationKey &key)
{
    open(key, How::OwnWindow);
}

void ChatHosts::dock(const ConversationKey &key)
{
    const bool intoTabs = openByDefault() == How::Tab;
    if (d->windowOf(key) && (intoTabs || d->mainPlace))
        open(key, intoTabs ? How::Tab : How::MainWindow);
}

void ChatHosts::close(const ConversationKey &key)
{
    ChatWidget *chat = d->take(key);
    if (!chat)
        return;
    d->recent.close(key);
    chat->deleteLater();
}

void ChatHosts::reopenClosed()
{
    while (const auto key = d->recent.takeClosed()) {
        if (open(*key))
            return;
    }
}

void ChatHosts::dockAll()
{
    const bool intoTabs = openByDefault() == How::Tab;
    if (!intoTabs && !d->mainPlace)
        return;
    QList<ConversationKey> open;
    for (const ChatWindow *window : std::as_const(d->windows)) {
        if (!intoTabs || window->kind() == ChatWindow::Kind::Single)
            open << window->keys();
    }
    for (const ConversationKey &key : std::as_const(open)) {
        // The main window shows one, the last; the others are in the list.
        if (intoTabs || key == open.constLast())
            dock(key);
        else
            close(key);
    }
}

void ChatHosts::bringAllToFront()
{
    if (d->mainPlace)
        d->mainPlace->activate();
    for (ChatWindow *window : std::as_const(d->windows))
        bringForward(*window);
}

ChatWidget *ChatHosts::chat(const ConversationKey &key) const
{
    if (const ChatWindow *window = d->windowOf(key))
        return window->chat(key);
    return d->main && d->main->key() == key ? d->main.data() : nullptr;
}

QList<ChatWindow *> ChatHosts::windows() const
{
    return d->windows;
}

std::optional<ConversationKey> ChatHosts::mainChat() const
{
    return d->main ? std::optional(d->main->key()) : std::nullopt;
}

bool ChatHosts::isBeingRead(const ConversationKey &key) const
{
    const ChatWidget *shown = chat(key);
    return shown && shown->isVisible() && shown->isActiveWindow() && shown->timeline()->isAtBottom();
}

ChatWidget *ChatHosts::activeChat() const
{
    const QWidget *active = QApplication::activeWindow();
    for (const ChatWindow *window : std::as_const(d->windows)) {
        if (window == active)
            return window->chat();
    }
    return d->main && d->main->window() == active ? d->main.data() : nullptr;
}

const RecentChats &ChatHosts::recent() const
{
    return d->recent;
}

ChatHosts::How ChatHosts::openByDefault() const
{
    const QString chosen = d->settings.value(settingkeys::kOpenChatsIn).toString();
    return chosen == "own"_L1 ? How::OwnWindow : chosen == "tabs"_L1 ? How::Tab : How::MainWindow;
}

void ChatHosts::setOpenByDefault(How how)
{
    d->settings.setValue(settingkeys::kOpenChatsIn,
                         how == How::OwnWindow ? u"own"_s
                             : how == How::Tab ? u"tabs"_s
                                               : u"main"_s);
    applySettings();
}

Spelling &ChatHosts::spelling()
{
    return d->spelling;
}

void ChatHosts::applySettings()
{
    if (d->main)
        d->main->setSettings(&d->settings);
    for (const ChatWindow *window : std::as_const(d->windows)) {
        for (ChatWidget *chat : window->chats())
            chat->setSettings(&d->settings);
    }
}

} // namespace tertulia
