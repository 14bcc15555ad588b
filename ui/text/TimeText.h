// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <optional>

namespace tertulia
{

// Times as people say them, in the zone of `now` (give the present local time) and the words of `locale`.

/// How the person wants times written; what is empty is as the locale has it.
struct TimeStyle {
    std::optional<bool> twentyFourHours = {};
    QString date = {}; ///< a format of QDate

    bool operator==(const TimeStyle &) const = default;
};
/// From now on, in all that is written; windows that are shown keep what they have.
void setTimeStyle(const TimeStyle &style);

/// "03/06/26", as the person or else the locale has it.
[[nodiscard]] QString shortDate(const QDate &day, const QLocale &locale = QLocale());
/// For a row of a list: "10:41", "Yesterday", "Mon" within a week, then a short date.
[[nodiscard]] QString listTime(const QDateTime &time, const QDateTime &now = QDateTime::currentDateTime(),
                               const QLocale &locale = QLocale());
/// "10:41" or "10:41 AM", as the person or else the locale has it.
[[nodiscard]] QString clockTime(const QDateTime &time, const QLocale &locale = QLocale());
/// The hour that clockTime() names, for languages in which one o'clock is singular ("a la 1:00"): the number
/// of a plural.
[[nodiscard]] int clockHour(const QDateTime &time, const QLocale &locale = QLocale());
/// Of something to come: "21:30", and with the day where that is not today.
[[nodiscard]] QString timeAhead(const QDateTime &time, const QDateTime &now = QDateTime::currentDateTime(),
                                const QLocale &locale = QLocale());
/// Between the days of a conversation: "Today", "Yesterday", "Tuesday, 3 June", with the year if another.
[[nodiscard]] QString dayTitle(const QDate &day, const QDate &today = QDate::currentDate(),
                               const QLocale &locale = QLocale());
/// All of it, for tooltips and accessible texts: "3 June 2026 10:41:07".
[[nodiscard]] QString fullTime(const QDateTime &time, const QLocale &locale = QLocale());
/// How long since: "10 min", "3 h", "2 days".
[[nodiscard]] QString elapsedTime(const QDateTime &since,
                                  const QDateTime &now = QDateTime::currentDateTime());

} // namespace tertulia
