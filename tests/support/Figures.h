// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tertulia::bench
{

/// The middle one; 0 of none.
double median(QList<double> values);
/// The value that `share` of the values do not exceed (0.99: the 99th percentile); 0 of none.
double quantile(QList<double> values, double share);

/// Prints a figure as a line: name, median, unit, what it is compared with, ratio (value / reference, or
/// "-").
void figure(const char *name, double value, const char *unit, const char *comparedWith = "-",
            double reference = 0);

} // namespace tertulia::bench
