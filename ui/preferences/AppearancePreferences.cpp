// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/AppearancePreferences.h"

#include "ui/settings/Looks.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"

#include <QComboBox>

namespace tertulia
{

using namespace Qt::StringLiterals;

AppearancePreferences::AppearancePreferences(const PreferencesContext &context, QWidget *parent)
    : PreferencesPage(context, Icons::Sun, tr("Appearance"), parent)
{
    QComboBox *theme = addChoice(tr("Theme"),
                                 {{tr("Follow the system"), static_cast<int>(Theme::Choice::FollowSystem)},
                                  {tr("Light"), static_cast<int>(Theme::Choice::Light)},
                                  {tr("Dark"), static_cast<int>(Theme::Choice::Dark)},
                                  {tr("High contrast"), static_cast<int>(Theme::Choice::HighContrast)}},
                                 static_cast<int>(Theme::current().choice()), [this](const QVariant &value) {
                                     Theme::current().setChoice(static_cast<Theme::Choice>(value.toInt()));
                                     rememberLooks(settings());
                                 });
    setSearchWords(theme, tr("colours, dark mode, night"));
    QList<Choice> sizes;
    for (const int percent : {80, 90, 100, 110, 125, 150, 175, 200})
        sizes.append({tr("%1 %").arg(percent), percent});
    QComboBox *size
        = addChoice(tr("Text size"), sizes, Theme::current().textSize(), [this](const QVariant &value) {
              Theme::current().setTextSize(value.toInt());
              rememberLooks(settings());
          });
    setSearchWords(size, tr("font, zoom, larger, smaller"));
    connect(&Theme::current(), &Theme::changed, this, [theme, size] {
        theme->setCurrentIndex(theme->findData(static_cast<int>(Theme::current().choice())));
        size->setCurrentIndex(size->findData(Theme::current().textSize()));
    });
    QComboBox *messages = addChoice(tr("Messages"),
                                    {{tr("Bubbles"), QString(settingkeys::kBubblesLook)},
                                     {tr("Compact lines"), QString(settingkeys::kCompactLook)}},
                                    settingkeys::kMessageLook, QString(settingkeys::kBubblesLook));
    setSearchWords(messages, tr("style, dense"));
    // Each in its own words, for who does not read the present ones.
    QComboBox *language = addChoice(
        tr("Language"), {{tr("As the system"), QString()}, {u"English"_s, u"en"_s}, {u"Español"_s, u"es"_s}},
        settingkeys::kLanguage, QString());
    setSearchWords(language, u"language idioma"_s);
    addSwitch(tr("Compact list: one line for each chat"), settingkeys::kCompactList, false);
    addSwitch(tr("Show the menu bar"), settingkeys::kMenuBar, true);
}

} // namespace tertulia
