// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/PrivacyPreferences.h"

#include "core/session/StrangerPolicy.h"
#include "ui/contacts/BlockedPage.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"

#include <QCheckBox>
#include <QPushButton>

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
    QCheckBox *asks
        = addSwitch(tr("Ask before a link of a message is opened"), settingkeys::kAskForLinks, false);
    setSearchWords(asks, tr("browser, web address"));
    addTraces();
    addSection(tr("Blocked"));
    addWidget(new BlockedPage(context.accounts, this), 1);
}

void PrivacyPreferences::addTraces()
{
    addSection(tr("On this computer"));
    UiSettings &kept = settings();
    QPushButton *forget = addButton(tr("Forget the emoji and status messages that I used"), [&kept] {
        for (const QLatin1String key : {settingkeys::kRecentEmoji, settingkeys::kRecentMessages})
            kept.remove(key);
    });
    const auto refresh = [&kept, forget] {
        forget->setEnabled(!kept.value(settingkeys::kRecentEmoji).toStringList().isEmpty()
                           || !kept.value(settingkeys::kRecentMessages).toStringList().isEmpty());
    };
    connect(&kept, &UiSettings::changed, forget, refresh);
    refresh();
    setSearchWords(forget, tr("clear data, traces"));
    addNote(tr("Messages are removed on the page History."));
}

} // namespace tertulia
