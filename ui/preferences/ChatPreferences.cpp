// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/ChatPreferences.h"

#include "ui/chat/ChatHosts.h"
#include "ui/settings/SettingKeys.h"

namespace tertulia
{

ChatPreferences::ChatPreferences(const PreferencesContext &context, QWidget *parent)
    : PreferencesPage(context, Icons::Chats, tr("Chats and contacts"), parent)
{
    ChatHosts &hosts = context.hosts;
    addChoice(tr("Open chats in"),
              {{tr("The main window"), static_cast<int>(ChatHosts::How::MainWindow)},
               {tr("Own windows"), static_cast<int>(ChatHosts::How::OwnWindow)},
               {tr("Tabs in one window"), static_cast<int>(ChatHosts::How::Tab)}},
              static_cast<int>(hosts.openByDefault()), [&hosts](const QVariant &value) {
                  hosts.setOpenByDefault(static_cast<ChatHosts::How>(value.toInt()));
              });
    addSwitch(tr("Open the windows of chats again when Tertulia starts"), settingkeys::kRestoreWindows, true);
    addChoice(tr("Enter"),
              {{tr("Sends the message"), false}, {tr("Starts a new line; Ctrl+Enter sends"), true}},
              settingkeys::kSendByControl, false);
    addSwitch(tr("Esc closes the chat as its last step"), settingkeys::kEscapeCloses, false);
    addSwitch(tr("Show *bold*, _italic_ and `code` as formatting"), settingkeys::kStyling, true);
    addSection(tr("Contacts"));
    addSwitch(tr("Show offline contacts"), settingkeys::kShowOffline, true);
    addSwitch(tr("Sort contacts by name"), settingkeys::kSortByName, false);
    addSwitch(tr("Show groups"), settingkeys::kShowGroups, true);
    addSwitch(tr("Show empty groups"), settingkeys::kShowEmptyGroups, false);
    addSwitch(tr("One line for each contact"), settingkeys::kOneLine, false);
    addSwitch(tr("Each account by itself"), settingkeys::kSections, false);
}

} // namespace tertulia
