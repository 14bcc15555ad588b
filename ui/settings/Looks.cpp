// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/Looks.h"

#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/theme/Theme.h"

namespace tertulia
{

using namespace Qt::StringLiterals;

void restoreLooks(const UiSettings &settings)
{
    const QString theme = settings.value(settingkeys::kTheme).toString();
    Theme::current().setChoice(theme == "light"_L1          ? Theme::Choice::Light
                                   : theme == "dark"_L1     ? Theme::Choice::Dark
                                   : theme == "contrast"_L1 ? Theme::Choice::HighContrast
                                                            : Theme::Choice::FollowSystem);
    Theme::current().setTextSize(settings.value(settingkeys::kTextSize, 100).toInt());
    Theme::current().setEmojiFamily(settings.value(settingkeys::kEmojiFont).toString());
    Theme::current().setReducedMotion(settings.value(settingkeys::kLessMotion, false).toBool());
}

void rememberLooks(UiSettings &settings)
{
    const auto name = [] {
        switch (Theme::current().choice()) {
        case Theme::Choice::FollowSystem:
            return u"system"_s;
        case Theme::Choice::Light:
            return u"light"_s;
        case Theme::Choice::Dark:
            return u"dark"_s;
        case Theme::Choice::HighContrast:
            return u"contrast"_s;
        }
        return QString();
    };
    settings.setValue(settingkeys::kTheme, name());
    settings.setValue(settingkeys::kTextSize, Theme::current().textSize());
    settings.setValue(settingkeys::kEmojiFont, Theme::current().emojiFamily());
    settings.setValue(settingkeys::kLessMotion, Theme::current().reducesMotion());
}

} // namespace tertulia
