// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/TimeText.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

struct TimeText {
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};

/// "3 June": the locale's long date without weekday and year.
QString dayAndMonth(const QDate &day, const QLocale &locale)
{
    switch (locale.language()) {
    case QLocale::English:
        return locale.territory() == QLocale::UnitedStates ? locale.toString(day, u"MMMM d"_s)
                                                           : locale.toString(day, u"d MMMM"_s);
    case QLocale::Spanish:
    case QLocale::Portuguese:
    case QLocale::Catalan:
        return locale.toString(day, u"d 'de' MMMM"_s);
    case QLocale::German:
        return locale.toString(day, u"d. MMMM"_s);
    default:
        return locale.toString(day, u"d MMMM"_s);
    }
}

TimeStyle chosenStyle;

QString clockFormat(const QLocale &locale)
{
    if (chosenStyle.twentyFourHours)
        return *chosenStyle.twentyFourHours ? u"HH:mm"_s : u"h:mm AP"_s;
    // Some locales have seconds even in their short format.
    return locale.timeFormat(QLocale::ShortFormat).remove(u":ss"_s).remove(u".ss"_s);
}

} // namespace

void setTimeStyle(const TimeStyle &style)
{
    chosenStyle = style;
}

QString shortDate(const QDate &day, const QLocale &locale)
{
    return chosenStyle.date.isEmpty() ? locale.toString(day, QLocale::ShortFormat)
                                      : locale.toString(day, chosenStyle.date);
}

QString clockTime(const QDateTime &time, const QLocale &locale)
{
    return locale.toString(time.toLocalTime().time(), clockFormat(locale));
}

QString listTime(const QDateTime &time, const QDateTime &now, const QLocale &locale)
{
    if (!time.isValid())
        return {};
    const QDate day = time.toTimeZone(now.timeZone()).date();
    const qint64 ago = day.daysTo(now.date());
    // A clock that is wrong somewhere makes messages of tomorrow: they get their date, not "Today".
    if (ago == 0)
        return locale.toString(time.toTimeZone(now.timeZone()).time(), clockFormat(locale));
    if (ago == 1)
        return TimeText::tr("Yesterday");
    if (ago > 1 && ago < 7)
        return locale.standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat);
    return shortDate(day, locale);
}

int clockHour(const QDateTime &time, const QLocale &locale)
{
    const int hour = time.time().hour();
    return clockFormat(locale).contains(u'a', Qt::CaseInsensitive) ? (hour + 11) % 12 + 1 : hour;
}

QString timeAhead(const QDateTime &time, const QDateTime &now, const QLocale &locale)
{
    if (time.date() == now.date())
        return clockTime(time, locale);
    return TimeText::tr("%1, %2", "day, time").arg(shortDate(time.date(), locale), clockTime(time, locale));
}

QString dayTitle(const QDate &day, const QDate &today, const QLocale &locale)
{
    const qint64 ago = day.daysTo(today);
    if (ago == 0)
        return TimeText::tr("Today");
    if (ago == 1)
        return TimeText::tr("Yesterday");
    QString text
        = locale.standaloneDayName(day.dayOfWeek(), QLocale::LongFormat) + u", "_s + dayAndMonth(day, locale);
    text[0] = text.at(0).toUpper();
    if (day.year() != today.year())
        text += u' ' + QString::number(day.year());
    return text;
}

QString fullTime(const QDateTime &time, const QLocale &locale)
{
    const QDateTime local = time.toLocalTime();
    return dayAndMonth(local.date(), locale) + u' ' + QString::number(local.date().year()) + u' '
        + locale.toString(local.time(), u"HH:mm:ss"_s);
}

QString elapsedTime(const QDateTime &since, const QDateTime &now)
{
    const qint64 seconds = std::max<qint64>(0, since.secsTo(now));
    if (seconds < 60)
        return TimeText::tr("less than a minute");
    if (seconds < 3600)
        return TimeText::tr("%n min", nullptr, static_cast<int>(seconds / 60));
    if (seconds < 86400)
        return TimeText::tr("%n h", nullptr, static_cast<int>(seconds / 3600));
    return TimeText::tr("%n day(s)", nullptr, static_cast<int>(std::min<qint64>(seconds / 86400, 99999)));
}

} // namespace tertulia
