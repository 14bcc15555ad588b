// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/OutageText.h"

#include "ui/text/PlainText.h"
#include "ui/text/TimeText.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace tertulia
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OutageText)
};

/// "15:30" today, else with its day.
QString moment(const QDateTime &time, const QDateTime &now, const QLocale &locale)
{
    const QDateTime local = time.toTimeZone(now.timeZone());
    return timeAhead(local, now, locale);
}

QString kind(const ServiceOutage &outage, const QDateTime &now, const QLocale &locale)
{
    const bool ends = outage.expectedEnd.isValid();
    const QString end = ends ? moment(outage.expectedEnd, now, locale) : QString();
    if (outage.beginning.isValid() && outage.beginning > now) {
        const QString beginning = moment(outage.beginning, now, locale);
        return ends ? Words::tr("The server will be away from %1 to %2.").arg(beginning, end)
                    : Words::tr("The server will be away from %1.").arg(beginning);
    }
    // An end that has passed is no longer worth saying.
    if (ends && outage.expectedEnd > now)
        return outage.planned
            ? Words::tr("The server is away as planned, until about %1.").arg(end)
            : Words::tr("The server has a problem that its people know of. They expect it to "
                        "last until about %1.")
                  .arg(end);
    return outage.planned ? Words::tr("The server is away as planned.")
                          : Words::tr("The server has a problem that its people know of.");
}

} // namespace

QString outageText(const ServiceOutage &outage, const QDateTime &now, const QLocale &locale)
{
    QStringList languages;
    for (const QString &language : locale.uiLanguages())
        languages << language.toLower();
    const QString message = shownLine(outage.message(languages), 500);
    const QString sentence = kind(outage, now, locale);
    return message.isEmpty() ? sentence : Words::tr("%1 They say: %2").arg(sentence, message);
}

} // namespace tertulia
