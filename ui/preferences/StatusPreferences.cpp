// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/StatusPreferences.h"

#include "ui/settings/SettingKeys.h"

#include <QCheckBox>
#include <QComboBox>

namespace tertulia
{

StatusPreferences::StatusPreferences(const PreferencesContext &context, QWidget *parent)
    : PreferencesPage(context, Icons::Clock, tr("Status"), parent)
{
    addChoice(tr("When Tertulia starts"), {{tr("As last time"), false}, {tr("Available"), true}},
              settingkeys::kStartAvailable, false);
    QCheckBox *byTime
        = addSwitch(tr("Show me as away while I do not use the computer"), settingkeys::kAutoAway, true);
    const auto minutes = [](const QList<int> &counts) {
        QList<Choice> choices;
        for (const int count : counts)
            choices.append({tr("%n minutes", nullptr, count), count});
        return choices;
    };
    QComboBox *away = addChoice(tr("Away after"), minutes({1, 2, 5, 10, 15, 30}), settingkeys::kAwayAfter, 5);
    QComboBox *gone = addChoice(tr("Not available after"), minutes({5, 10, 15, 20, 30, 60, 120}),
                                settingkeys::kGoneAfter, 15);
    for (QComboBox *box : {away, gone}) {
        box->setEnabled(byTime->isChecked());
        connect(byTime, &QCheckBox::toggled, box, &QComboBox::setEnabled);
    }
    addSwitch(tr("Show me as away while the screen is locked"), settingkeys::kAwayWhenLocked, true);
    addSection(tr("What others read meanwhile"));
    addText(tr("Message while away"), settingkeys::kAwayStatus, tr("My own message stays"));
    addText(tr("Message while not available"), settingkeys::kGoneStatus, tr("My own message stays"));
}

} // namespace tertulia
