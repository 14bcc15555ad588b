// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/writing/SendTimes.h"

#include "ui/text/TimeText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/Calendar.h"

#include <QCalendarWidget>
#include <QDateTimeEdit>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace tertulia
{

namespace
{

constexpr int kEvening = 20; ///< o'clock
constexpr int kMorning = 9;
constexpr int kHour = 3600;

/// The next quarter of an hour that is at least half of one away.
QDateTime soon(const QDateTime &now)
{
    const QDateTime later = now.addSecs(kHour / 2);
    const int over = (later.time().minute() % 15) * 60 + later.time().second();
    const QDateTime quarter = later.addSecs(over ? kHour / 4 - over : 0);
    return QDateTime(quarter.date(), QTime(quarter.time().hour(), quarter.time().minute()));
}

} // namespace

QList<SendTimes::Offer> SendTimes::offers(const QDateTime &now)
{
    const auto named = [&now](const QString &text, const QDateTime &when) {
        return Offer{text.arg(timeAhead(when, now)), when};
    };
    QList<Offer> offers{named(tr("In an &hour (%1)"), now.addSecs(kHour))};
    const QDateTime evening(now.date(), QTime(kEvening, 0));
    if (now.secsTo(evening) > kHour)
        offers << named(tr("This &evening (%1)"), evening);
    offers << named(tr("Tomorrow &morning (%1)"), QDateTime(now.date().addDays(1), QTime(kMorning, 0)));
    return offers;
}

void SendTimes::fill(QMenu &menu, QWidget *window, std::function<void(const QDateTime &)> chosen)
{
    const QDateTime now = QDateTime::currentDateTime();
    for (const Offer &offer : offers(now))
        menu.addAction(offer.text, &menu, [chosen, when = offer.when] { chosen(when); });
    menu.addSeparator();
    menu.addAction(tr("&Date and time…"), window, [window, now, chosen] { ask(window, soon(now), chosen); });
}

void SendTimes::ask(QWidget *window, const QDateTime &proposed, std::function<void(const QDateTime &)> chosen)
{
    auto *dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Send later"));
    auto *words = new QLabel(tr("The message stays in the chat until then. If you are offline at that time, "
                                "it goes out when you are online again."),
                             dialog);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    auto *when = new QDateTimeEdit(proposed, dialog);
    when->setCalendarPopup(true);
    dressCalendar(when->calendarWidget());
    when->setAccessibleName(tr("Day and time"));
    when->setMinimumDateTime(QDateTime::currentDateTime());
    when->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    auto *label = new QLabel(tr("Day and &time"), dialog);
    label->setBuddy(when);
    auto *buttons = new QDialogButtonBox(dialog);
    auto *send = new PrimaryButton(tr("&Send then"), dialog);
    send->setDefault(true);
    buttons->addButton(send, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, [dialog, when, chosen] {
        const QDateTime time = when->dateTime();
        dialog->accept();
        chosen(time);
    });
    auto *all = new QVBoxLayout(dialog);
    all->setContentsMargins(20, 18, 20, 16);
    all->setSpacing(8);
    all->addWidget(words);
    all->addSpacing(4);
    all->addWidget(label);
    all->addWidget(when);
    all->addSpacing(6);
    all->addStretch();
    all->addWidget(buttons);
    dialog->setMinimumWidth(Theme::current().px(340));
    when->setFocus();
    dialog->open();
}

} // namespace tertulia
