// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/PrivacyPreferences.h"

#include "core/session/StrangerPolicy.h"
#include "ui/contacts/BlockedPage.h"
#include "ui/settings/SettingKeys.h"

namespace tertulia
{

PrivacyPreferences::PrivacyPreferences(const PreferencesContext &context, QWidget *parent)
    : PreferencesPage(context, Icons::Eye, tr("Privacy"), parent)
{
    addChoice(tr("Messages of strangers"),
              {{tr("Wait under Requests"), int(StrangerPolicy::Ask)},
               {tr("Are shown like any others"), int(StrangerPolicy::Show)},
               {tr("Are not shown"), int(StrangerPolicy::Hide)}},
              settingkeys::kStrangers, int(StrangerPolicy::Ask));
    addNote(tr("Strangers are people who are not in your contacts and whom you have not answered."));
    addSwitch(tr("Let contacts know since when I am away"), settingkeys::kTellIdle, true);
    addSwitch(tr("Let contacts know what I am listening to"), settingkeys::kTellTune, false);
    addSection(tr("Blocked"));
    addWidget(new BlockedPage(context.accounts, this), 1);
}

} // namespace tertulia
