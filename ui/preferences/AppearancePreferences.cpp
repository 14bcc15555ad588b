// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/AppearancePreferences.h"

#include "ui/settings/Looks.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QComboBox>

namespace tertulia
{

using namespace Qt::StringLiterals;

AppearancePreferences::AppearancePreferences(const PreferencesContext &context, QWidget *parent)
    : PreferencesPage(context, Icons::Sun, tr("Appearance"), parent)
{
    addTheme();
    addEmoji();
    QComboBox *messages = addChoice(tr("Messages"),
                                    {{tr("Bubbles"), QString(settingkeys::kBubblesLook)},
                                     {tr("Compact lines"), QString(settingkeys::kCompactLook)}},
                                    settingkeys::kMessageLook, QString(settingkeys::kBubblesLook));
    setSearchWords(messages, tr("style, dense"));
    addTimes();
    addSwitch(tr("Compact list: one line for each chat"), settingkeys::kCompactList, false);
    addSwitch(tr("Show the menu bar"), settingkeys::kMenuBar, true);
    QCheckBox *still = addSwitch(tr("No motion"), Theme::current().reducesMotion(), [this](bool on) {
        Theme::current().setReducedMotion(on);
        rememberLooks(settings());
    });
    setSearchWords(still, tr("animation, scrolling"));
}

void AppearancePreferences::addTheme()
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
}

void AppearancePreferences::addEmoji()
{
    QList<Choice> fonts = {{tr("As the system"), QString()}};
    for (const QString &family : Theme::emojiFamilies())
        fonts.append({family, family});
    QComboBox *emoji
        = addChoice(tr("Emoji"), fonts, Theme::current().emojiFamily(), [this](const QVariant &value) {
              Theme::current().setEmojiFamily(value.toString());
              rememberLooks(settings());
          });
    setSearchWords(emoji, tr("font, smileys"));
}

void AppearancePreferences::addTimes()
{
    const QString asTheSystem = tr("As the system");
    // Each in its own words, for who does not read the present ones.
    QComboBox *language = addChoice(
        tr("Language"), {{asTheSystem, QString()}, {u"English"_s, u"en"_s}, {u"Español"_s, u"es"_s}},
        settingkeys::kLanguage, QString());
    setSearchWords(language, u"language idioma"_s);
    QComboBox *clock = addChoice(tr("Clock"),
                                 {{asTheSystem, QString()},
                                  {tr("17:30"), QString(settingkeys::kTwentyFourHours)},
                                  {tr("5:30 PM"), QString(settingkeys::kTwelveHours)}},
                                 settingkeys::kClock, QString());
    setSearchWords(clock, tr("time format, 24 hours"));
    QList<Choice> dates = {{asTheSystem, QString()}};
    const QDate sample(QDate::currentDate().year(), 12, 31);
    for (const QString &format : {u"dd/MM/yyyy"_s, u"dd.MM.yyyy"_s, u"MM/dd/yyyy"_s, u"yyyy-MM-dd"_s})
        dates.append({QLocale().toString(sample, format), format});
    setSearchWords(addChoice(tr("Dates"), dates, settingkeys::kDates, QString()), tr("date format"));
}

} // namespace tertulia
