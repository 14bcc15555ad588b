// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0393_styling/StyledText.h"
#include "ui/timeline/LinkScanner.h"

#include <QString>

namespace tertulia
{

/// Whether the styling directives in a message (XEP-0393) are followed.
enum class Styling { Shown, Ignored };

/// A message's text as it is shown: shortened, without characters that could disturb its surroundings, its
/// links and styling found. Plain text always: styling says how places in it look, and takes nothing out.
struct MessageText {
    QString text; ///< lines separated by U+2028
    QList<TextLink> links; ///< in `text`
    StyledText styled; ///< of `text`; without lines if styling is ignored
    QList<qsizetype> isolates; ///< places in `text` of what its writer did not type
    Qt::LayoutDirection direction = Qt::LeftToRight; ///< by the first strong character
    bool isShortened = false; ///< there is more
    bool isAction = false; ///< "/me waves" (XEP-0245)
    bool isEmojiOnly = false; ///< a few emoji and nothing else
    bool isNotice = false; ///< nobody said it: it tells what became of the message

    /// A sentence of the program in the place of a message.
    static MessageText notice(const QString &sentence, Qt::LayoutDirection direction);
    /// `limit`: UTF-16 units of `body` looked at; `fallback`: direction of text without strong characters.
    static MessageText from(const QString &body, const QString &senderName, qsizetype limit,
                            Qt::LayoutDirection fallback, Styling styling = Styling::Shown);
    /// What a message holds of preformatted text: its block of this index, or all of them; whole however much
    /// is shown.
    static QString codeOf(const QString &body, int block = -1);

    /// A piece of `text` as it was typed, with U+000A at the ends of lines.
    [[nodiscard]] QString typed(qsizetype from, qsizetype to) const;
};

/// What is shown of a message before "more" is pressed (SECURITY A111).
constexpr qsizetype kShownCharacters = 10000;
/// Combining characters kept on one base (SECURITY A111).
constexpr int kLongestCombiningRun = 16;

/// `text` without control, override and stray tag characters and with short combining runs; line ends as
/// U+2028 (SECURITY A112). Linear.
QString harmlessText(QStringView text);

/// Direction of the first strong character (UAX 9 P2), else `fallback`.
Qt::LayoutDirection directionOf(QStringView text, Qt::LayoutDirection fallback);

/// A name made fit to stand inside a sentence: one line, no controls, isolated (U+2068..U+2069).
QString isolatedName(const QString &name);

} // namespace tertulia
