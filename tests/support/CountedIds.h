// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/IdSource.h"

namespace tertulia
{

/// Ids a test can know: id1, id2 and so on. The fraction is always the one that was set.
class CountedIds : public IdSource
{
public:
    [[nodiscard]] QString next() override { return QStringLiteral("id%1").arg(++m_made); }
    [[nodiscard]] double fraction() override { return m_fraction; }
    void setFraction(double fraction) { m_fraction = fraction; }

private:
    int m_made = 0;
    double m_fraction = 0.5;
};

} // namespace tertulia
