// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace tertulia
{

/// A whole number in decimal ASCII digits, as XML Schema's integer types write it (white space around it and
/// a sign allowed), if it lies within the range; anything else is nothing (SECURITY A116).
std::optional<qint64> checkedNumber(QStringView text, qint64 least, qint64 most);

/// An XML Schema boolean: true, false, 1 or 0.
std::optional<bool> checkedBoolean(QStringView text);

} // namespace tertulia
