// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringView>

#include <optional>

namespace tertulia
{

/// Reads a dateTime of XEP-0082 ("2026-03-01T12:00:00.123Z", or with an offset). Nothing when it is not one,
/// or a year before 1970 or after 9999. A leap second reads as the second before it.
std::optional<QDateTime> parseDateTime(QStringView text);
/// UTC, with milliseconds only if there are any.
QString formatDateTime(const QDateTime &time);
/// A zone offset as "+05:30", or "Z" for none.
QString formatOffset(int seconds);
/// Seconds east of UTC from "+05:30", "-08:00" or "Z".
std::optional<int> parseOffset(QStringView text);

} // namespace tertulia
