// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDialog>

class QCalendarWidget;

namespace tertulia
{

/// Asks for a day to jump to.
class DateDialog : public QDialog
{
    Q_OBJECT
public:
    explicit DateDialog(QWidget *parent);

Q_SIGNALS:
    void chosen(QDate day);

private:
    QCalendarWidget *m_calendar;
};

} // namespace tertulia
