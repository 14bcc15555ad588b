// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Calendar.h"

#include "ui/theme/Theme.h"

#include <QCalendarWidget>
#include <QTextCharFormat>

namespace tertulia
{

using namespace Qt::StringLiterals;

void dressCalendar(QCalendarWidget *calendar)
{
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setFirstDayOfWeek(calendar->locale().firstDayOfWeek());
    auto *bar = calendar->findChild<QWidget *>(u"qt_calendar_navigationbar"_s);
    if (bar)
        bar->setBackgroundRole(QPalette::Base);
    const auto colors = [calendar, bar] {
        const Palette &p = Theme::current().palette();
        // The days lie on the window itself, not in a box of their own.
        QPalette plain;
        plain.setColor(QPalette::Base, p.pane);
        calendar->setPalette(plain);
        if (bar) {
            // What stands in the bar takes the colour of selected text.
            plain.setColor(QPalette::Highlight, p.selection);
            plain.setColor(QPalette::HighlightedText, p.ink);
            bar->setPalette(plain);
        }
        QTextCharFormat names;
        names.setForeground(p.ink); // as those of the days of rest, which follow the days
        names.setBackground(p.pane);
        calendar->setHeaderTextFormat(names);
        QTextCharFormat days;
        days.setForeground(p.ink);
        for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
            calendar->setWeekdayTextFormat(day, days);
    };
    QObject::connect(&Theme::current(), &Theme::changed, calendar, colors);
    colors();
}

} // namespace tertulia
