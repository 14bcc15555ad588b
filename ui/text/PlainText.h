// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

// The one path for text that somebody else wrote (names, subjects, status, bodies, server texts) on its way
// to the screen: control and bidi-override characters taken out, length limited, and text with right-to-left
// letters isolated so that it cannot reorder what stands around it. The result is plain text: give it only to
// painters and to widgets with Qt::PlainText.

inline constexpr qsizetype kLongestShownName = 100; ///< UTF-16 units

/// A name: one line, at most kLongestShownName.
[[nodiscard]] QString shownName(const QString &untrusted);
/// One line of at most `limit` UTF-16 units, line breaks as spaces.
[[nodiscard]] QString shownLine(const QString &untrusted, qsizetype limit = 300);
/// Several lines, of at most `limit` UTF-16 units in all.
[[nodiscard]] QString shownText(const QString &untrusted, qsizetype limit = 65536);
/// An address, fingerprint or code: always left to right.
[[nodiscard]] QString shownAddress(const QString &address);

/// For sentences that name somebody in a widget that can only show rich text (a tooltip): Qt takes a text for
/// rich when it looks like HTML, so it gets an invisible
/// mark behind each "<".
[[nodiscard]] QString shownToolTip(const QString &untrusted);

/// `text` with "&" doubled, for buttons, menus and tabs, where "&" marks a shortcut.
[[nodiscard]] QString withoutMnemonic(const QString &text);

} // namespace tertulia
