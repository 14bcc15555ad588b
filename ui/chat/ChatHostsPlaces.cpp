// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How chats get into their places and out of them.
#include "ui/chat/ChatHostsPrivate.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/widgets/BringForward.h"

namespace tertulia
{

ChatWindow *ChatHosts::Private::windowOf(const ConversationKey &key) const
{
    for (ChatWindow *window : windows) {
        if (window->chat(key))
            return window;
    }
    return nullptr;
}

ChatWindow *ChatHosts::Private::tabsWindow() const
{
    for (ChatWindow *window : windows) {
        if (window->kind() == ChatWindow::Kind::Tabs)
            return window;
    }
    return nullptr;
}

ChatWidget *ChatHosts::Private::makeChat(const ConversationKey &key)
{
    ChatWidget *chat = make(key);
    if (!chat)
        return nullptr;
    chat->setSettings(&settings);
    chat->setSpelling(spelling);
    chat->restorePosition(positions.value(key));
    connect(chat, &ChatWidget::popOutRequested, q, [this, key] { q->popOut(key); });
    connect(chat, &ChatWidget::historyRequested, q, [this, key] { Q_EMIT q->historyRequested(key); });
    connect(chat, &ChatWidget::dockRequested, q, [this, key] { q->dock(key); });
    connect(chat, &ChatWidget::closeRequested, q, [this, key] {
        // A window closes itself.
        if (main && main->key() == key)
            q->close(key);
    });
    return chat;
}

/// It goes from where it is: what was begun in it stays.
void ChatHosts::Private::leave(ChatWidget *chat)
{
    chat->saveDraft();
    positions.insert(chat->key(), chat->position());
}

void ChatHosts::Private::placeInMain(ChatWidget *chat)
{
    if (main == chat)
        return;
    ChatWidget *before = main;
    main = chat;
    chat->setInOwnWindow(false);
    mainPlace->placeChat(chat);
    if (before) {
        leave(before);
        before->hide();
        before->deleteLater();
    }
    rememberMain();
    Q_EMIT q->mainChatChanged();
}

/// The chat in the main window, hidden and without parent; null if there is none.
ChatWidget *ChatHosts::Private::takeFromMain()
{
    ChatWidget *chat = main;
    if (!chat)
        return nullptr;
    leave(chat);
    main.clear();
    if (mainPlace)
        mainPlace->placeChat(nullptr);
    chat->hide();
    chat->setParent(nullptr);
    return chat;
}

ChatWindow *ChatHosts::Private::placeInWindow(ChatWidget *chat)
{
    auto *window = new ChatWindow(chat);
    kept.placement(chat->key()).applyTo(*window);
    connectWindow(window);
    return window;
}

ChatWindow *ChatHosts::Private::placeInTabs(ChatWidget *chat)
{
    if (ChatWindow *window = tabsWindow()) {
        window->addChat(chat);
        if (!restoring)
            window->showChat(chat->key());
        return window;
    }
    auto *window = new ChatWindow(chat, ChatWindow::Kind::Tabs);
    kept.tabsPlacement().applyTo(*window);
    connectWindow(window);
    return window;
}

void ChatHosts::Private::connectWindow(ChatWindow *window)
{
    windows << window;
    connect(window, &ChatWindow::closed, q, [this, window] { onClosed(window); });
    connect(window, &ChatWindow::titleChanged, q, &ChatHosts::windowsChanged);
    connect(window, &ChatWindow::tabsChanged, q, [this, window] {
        if (window->isActiveWindow())
            recent.use(window->key());
        rememberWindows();
        Q_EMIT q->windowsChanged();
    });
    connect(window, &ChatWindow::activated, q, [this, window] { recent.use(window->key()); });
    connect(window, &ChatWindow::tabClosed, q, &ChatHosts::close);
    connect(window, &ChatWindow::tabDraggedOut, q, &ChatHosts::popOut);
    connect(window, &ChatWindow::placementChanged, q, [this] {
        if (!restoring && !placementTimer.isActive())
            placementTimer.start();
    });
    // A window that comes back shows itself without asking for the keyboard (R4).
    window->setAttribute(Qt::WA_ShowWithoutActivating, restoring);
    window->show();
    window->setAttribute(Qt::WA_ShowWithoutActivating, false);
    rememberWindows();
    Q_EMIT q->windowOpened(window);
    Q_EMIT q->windowsChanged();
}

void ChatHosts::Private::onClosed(ChatWindow *window)
{
    if (frozen)
        return;
    for (const ConversationKey &key : window->keys())
        recent.close(key);
    dropWindow(window);
}

void ChatHosts::Private::dropWindow(ChatWindow *window)
{
    if (!windows.removeOne(window))
        return;
    rememberPlacement(window);
    for (ChatWidget *chat : window->chats())
        leave(chat);
    window->disconnect(q);
    window->hide();
    window->deleteLater();
    rememberWindows();
    Q_EMIT q->windowsChanged();
}

/// The chat, out of wherever it is; a window that is empty then goes.
ChatWidget *ChatHosts::Private::take(const ConversationKey &key)
{
    if (main && main->key() == key) {
        ChatWidget *chat = takeFromMain();
        rememberMain();
        Q_EMIT q->mainChatChanged();
        return chat;
    }
    ChatWindow *window = windowOf(key);
    if (!window)
        return nullptr;
    ChatWidget *chat = window->takeChat(key);
    leave(chat);
    if (window->keys().isEmpty())
        dropWindow(window);
    else
        rememberWindows();
    return chat;
}

ChatWidget *ChatHosts::Private::show(ChatWindow *window, const ConversationKey &key)
{
    window->showChat(key);
    bringForward(*window);
    ChatWidget *chat = window->chat(key);
    recent.use(key);
    chat->focusComposer();
    return chat;
}

/// A chat that is nowhere, to where `how` says (not Default).
ChatWidget *ChatHosts::Private::place(ChatWidget *chat, How how)
{
    const ConversationKey key = chat->key();
    if (how == How::Tab)
        return show(placeInTabs(chat), key);
    if (how == How::OwnWindow || !mainPlace)
        return show(placeInWindow(chat), key);
    placeInMain(chat);
    mainPlace->activate();
    recent.use(key);
    chat->focusComposer();
    return chat;
}

} // namespace tertulia
