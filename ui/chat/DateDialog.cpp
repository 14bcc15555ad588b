// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chat/DateDialog.h"

#include "ui/widgets/Buttons.h"
#include "ui/widgets/Calendar.h"

#include <QAbstractItemView>
#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tertulia
{

DateDialog::DateDialog(QWidget *parent)
    : QDialog(parent)
    , m_calendar(new QCalendarWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Jump to a date"));
    m_calendar->setAccessibleName(tr("Day"));
    if (auto *days = m_calendar->findChild<QAbstractItemView *>())
        days->setAccessibleName(tr("Day"));
    dressCalendar(m_calendar);
    m_calendar->setMaximumDate(QDate::currentDate());
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *jump = new PrimaryButton(tr("Jump"), this);
    cancel->setAutoDefault(false);
    jump->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(jump);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 14);
    layout->setSpacing(12);
    layout->addWidget(m_calendar);
    layout->addLayout(buttons);
    const auto choose = [this] {
        Q_EMIT chosen(m_calendar->selectedDate());
        close();
    };
    connect(cancel, &QPushButton::clicked, this, &QWidget::close);
    connect(jump, &QPushButton::clicked, this, choose);
    connect(m_calendar, &QCalendarWidget::activated, this, choose);
}

} // namespace tertulia
