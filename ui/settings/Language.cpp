// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/Language.h"

#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/TimeText.h"
#include "ui/text/Translations.h"

#include <QLocale>

namespace tertulia
{

void restoreLanguage(const UiSettings &settings)
{
    static const QLocale begun;
    const QString chosen = settings.value(settingkeys::kLanguage).toString();
    // Spanish of Mexico stays that for who chooses Spanish there.
    const bool other = !chosen.isEmpty() && QLocale(chosen).language() != begun.language();
    const QLocale locale = other ? QLocale(chosen) : begun;
    QLocale::setDefault(locale);
    if (Translations *words = Translations::current())
        words->use(locale);

    const QString clock = settings.value(settingkeys::kClock).toString();
    TimeStyle style;
    if (!clock.isEmpty())
        style.twentyFourHours = clock != settingkeys::kTwelveHours;
    style.date = settings.value(settingkeys::kDates).toString();
    setTimeStyle(style);
}

} // namespace tertulia
