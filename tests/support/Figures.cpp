// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Figures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace tertulia::bench
{

double quantile(QList<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto last = double(values.size() - 1);
    return values.at(qsizetype(std::ceil(last * share)));
}

double median(QList<double> values)
{
    return quantile(std::move(values), 0.5);
}

void figure(const char *name, double value, const char *unit, const char *comparedWith, double reference)
{
    if (reference > 0)
        std::printf("%-40s %12.4g %-6s %-40s %.3g\n", name, value, unit, comparedWith, value / reference);
    else
        std::printf("%-40s %12.4g %-6s %-40s -\n", name, value, unit, comparedWith);
    std::fflush(stdout);
}

} // namespace tertulia::bench
