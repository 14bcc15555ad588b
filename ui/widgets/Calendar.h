// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCalendarWidget;

namespace tertulia
{

/// Gives Qt's calendar the program's look: its own has a bar in the accent colour and red days of rest.
void dressCalendar(QCalendarWidget *calendar);

} // namespace tertulia
