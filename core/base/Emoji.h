// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace tertulia
{

/// Whether a text has the form of one emoji (Unicode TS 51, ED-17): pictures, their modifiers and joiners, a
/// keycap or a flag. Also one that is younger than the Unicode data at hand, as far as its code points are
/// set apart for pictures. At most 64 code units: the longest that are recommended have half of it.
[[nodiscard]] bool isEmoji(QStringView text);

/// The one form of an isEmoji() that some write with a sign for its style (U+FE0F) and others without: with
/// it where the picture would else be a letter (Unicode TS 51, ED-18a), and nowhere else.
[[nodiscard]] QString qualifiedEmoji(QStringView emoji);

} // namespace tertulia
