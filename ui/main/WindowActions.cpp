// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/WindowActions.h"

#include "ui/keys/KeyMap.h"
#include "ui/main/AccountStrip.h"
#include "ui/main/ChatNavigation.h"
#include "ui/main/MainWindow.h"
#include "ui/main/SidePane.h"
#include "ui/settings/Looks.h"
#include "ui/theme/Theme.h"

namespace tertulia
{

void addWindowActions(MainWindow &main, QWidget &window)
{
    KeyMap &keys = KeyMap::current();
    const auto add = [&](KeyId id, const std::function<void()> &act) { keys.addTo(&window, id, act); };
    MainWindow *home = &main;
    ChatNavigation *chats = &main.navigation();
    add(KeyId::QuickSwitcher, [home] { home->openSwitcher(); });
    add(KeyId::SearchEverywhere, [home] { home->openMessageSearch(); });
    add(KeyId::ShowChats, [home] { home->showChats(); });
    add(KeyId::ShowContacts, [home] { home->showContacts(); });
    add(KeyId::PreviousChat, [chats] { chats->step(-1, false); });
    add(KeyId::NextChat, [chats] { chats->step(1, false); });
    add(KeyId::PreviousUnread, [chats] { chats->step(-1, true); });
    add(KeyId::NextUnread, [chats] { chats->step(1, true); });
    add(KeyId::NextRecent, [chats] { chats->stepRecent(1); });
    add(KeyId::PreviousRecent, [chats] { chats->stepRecent(-1); });
    for (int number = 1; number <= 9; ++number)
        add(static_cast<KeyId>(static_cast<int>(KeyId::Chat1) + number - 1),
            [chats, number] { chats->openNth(number); });
    add(KeyId::NewChat, [home] { home->startChat(); });
    add(KeyId::ReopenChat, [home] { home->hosts().reopenClosed(); });
    const auto step = [home](int direction) {
        return [home, direction] {
            Theme::current().stepTextSize(direction);
            rememberLooks(home->settings());
        };
    };
    add(KeyId::LargerText, step(1));
    add(KeyId::SmallerText, step(-1));
    add(KeyId::NormalText, step(0));
    add(KeyId::StatusMenu, [home] {
        home->activate();
        home->sidePane()->account()->openStatusMenu();
    });
    add(KeyId::Preferences, [home] { home->showPreferences(); });
    add(KeyId::ShortcutsList, [home] { home->showShortcuts(); });
    add(KeyId::Quit, [home] { Q_EMIT home->quitRequested(); });
}

} // namespace tertulia
