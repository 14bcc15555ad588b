// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0082_datetime/DateTime.h"

#include <QTimeZone>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// Exactly `count` ASCII digits at `at`; nothing else counts as a digit (SECURITY A116).
std::optional<int> digits(QStringView text, qsizetype at, qsizetype count)
{
    if (at + count > text.size())
        return std::nullopt;
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        const char16_t c = text[i].unicode();
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + (c - u'0');
    }
    return value;
}

bool has(QStringView text, qsizetype at, char16_t c)
{
    return at < text.size() && text[at] == c;
}

} // namespace

std::optional<QDateTime> parseDateTime(QStringView text)
{
    const QStringView view = text.trimmed();
    if (view.size() > 64)
        return std::nullopt;
    const auto year = digits(view, 0, 4);
    const auto month = digits(view, 5, 2);
    const auto day = digits(view, 8, 2);
    const auto hour = digits(view, 11, 2);
    const auto minute = digits(view, 14, 2);
    const auto second = digits(view, 17, 2);
    if (!year || !month || !day || !hour || !minute || !second || !has(view, 4, u'-') || !has(view, 7, u'-')
        || !has(view, 10, u'T') || !has(view, 13, u':') || !has(view, 16, u':') || *second > 60)
        return std::nullopt;
    qsizetype at = 19;
    int milliseconds = 0;
    if (has(view, at, u'.')) {
        const qsizetype begin = ++at;
        int weight = 100;
        while (const auto digit = digits(view, at, 1)) {
            milliseconds += *digit * weight;
            weight /= 10;
            ++at;
        }
        if (at == begin)
            return std::nullopt;
    }
    const auto offset = parseOffset(view.sliced(at));
    const QDate date(*year, *month, *day);
    const QTime time(*hour, *minute, *second == 60 ? 59 : *second, milliseconds);
    if (!offset || *year < 1970 || !date.isValid() || !time.isValid())
        return std::nullopt;
    // Quicker than making a QDateTime of the two, of which every archived message has one.
    constexpr qint64 kMsPerDay = 24 * 60 * 60 * 1000;
    const qint64 days = date.toJulianDay() - QDate(1970, 1, 1).toJulianDay();
    return QDateTime::fromMSecsSinceEpoch(
        days * kMsPerDay + time.msecsSinceStartOfDay() - qint64(*offset) * 1000, Qt::UTC);
}

QString formatDateTime(const QDateTime &time)
{
    const QDateTime utc = time.toUTC();
    const bool whole = utc.time().msec() == 0;
    return utc.toString(whole ? u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s : u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

QString formatOffset(int seconds)
{
    if (seconds == 0)
        return u"Z"_s;
    const int minutes = std::abs(seconds) / 60;
    return u"%1%2:%3"_s.arg(QLatin1Char(seconds < 0 ? '-' : '+'))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

std::optional<int> parseOffset(QStringView view)
{
    if (view == u"Z")
        return 0;
    const auto hours = digits(view, 1, 2);
    const auto minutes = digits(view, 4, 2);
    if (view.size() != 6 || !hours || !minutes || !has(view, 3, u':') || *hours > 14 || *minutes > 59)
        return std::nullopt;
    const int seconds = (*hours * 60 + *minutes) * 60;
    if (view[0] == u'+')
        return seconds;
    if (view[0] == u'-')
        return -seconds;
    return std::nullopt;
}

} // namespace tertulia
