// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What of the chats that are open comes back at the next start.
#include "ui/chat/ChatHostsPrivate.h"
#include "ui/chat/ChatWidget.h"
#include "ui/chat/ChatWindow.h"
#include "ui/chat/WindowPlacement.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"

namespace tertulia
{

void ChatHosts::Private::rememberPlacement(const ChatWindow *window)
{
    if (window->kind() == ChatWindow::Kind::Tabs)
        kept.setTabsPlacement(WindowPlacement::of(*window));
    else
        kept.setPlacement(window->key(), WindowPlacement::of(*window));
}

void ChatHosts::Private::rememberWindows()
{
    placementTimer.stop();
    if (frozen || restoring)
        return;
    kept.windows = absentWindows;
    kept.tabs = absentTabs;
    kept.tab.reset();
    for (const ChatWindow *window : std::as_const(windows)) {
        const bool tabs = window->kind() == ChatWindow::Kind::Tabs;
        (tabs ? kept.tabs : kept.windows) << window->keys();
        if (tabs)
            kept.tab = window->key();
        rememberPlacement(window);
    }
    kept.writeWindows();
}

void ChatHosts::Private::rememberMain()
{
    if (frozen || restoring)
        return;
    kept.main = main ? std::optional(main->key()) : std::nullopt;
    kept.writeMain();
}

void ChatHosts::restore()
{
    d->restoring = true;
    d->kept.read();
    const auto isOpen = [this](const ConversationKey &key) {
        return d->windowOf(key) || (d->main && d->main->key() == key);
    };
    if (d->settings.value(settingkeys::kRestoreWindows, true).toBool()) {
        for (const ConversationKey &key : std::as_const(d->kept.windows)) {
            if (isOpen(key))
                continue;
            if (ChatWidget *chat = d->makeChat(key))
                d->placeInWindow(chat);
            else
                d->absentWindows << key;
        }
        for (const ConversationKey &key : std::as_const(d->kept.tabs)) {
            if (isOpen(key))
                continue;
            if (ChatWidget *chat = d->makeChat(key))
                d->placeInTabs(chat);
            else
                d->absentTabs << key;
        }
        if (ChatWindow *tabs = d->tabsWindow(); tabs && d->kept.tab)
            tabs->showChat(*d->kept.tab);
    }
    if (d->kept.main && d->mainPlace && !d->main && !isOpen(*d->kept.main)) {
        if (ChatWidget *chat = d->makeChat(*d->kept.main)) {
            d->placeInMain(chat);
            d->recent.use(chat->key());
        }
    }
    d->restoring = false;
}

void ChatHosts::freeze()
{
    if (d->frozen)
        return;
    d->rememberWindows();
    for (const ChatWindow *window : std::as_const(d->windows)) {
        for (ChatWidget *chat : window->chats())
            chat->saveDraft();
    }
    if (d->main)
        d->main->saveDraft();
    d->frozen = true;
}

} // namespace tertulia
