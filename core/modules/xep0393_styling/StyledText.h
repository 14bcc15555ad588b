// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tertulia
{

/// How the words of a message are meant to look (XEP-0393 5): its lines, what of them is quoted or code, and
/// what stands between styling directives. Nothing of the text is changed or left out: all of it are places
/// in the text, in UTF-16 units.
struct StyledText {
    enum class Style { Strong, Emphasis, Strike, Mono };

    /// From the opening to the closing directive, both of them included, which are one character each.
    struct Span {
        qsizetype start = 0;
        qsizetype length = 0;
        Style style = Style::Strong;

        bool operator==(const Span &) const = default;
    };
    struct Line {
        qsizetype start = 0;
        qsizetype length = 0; ///< without the line's end
        int quotes = 0; ///< of how many quotations it is a part, one in another; at most kMostQuotes
        qsizetype prefix = 0; ///< what stands in front of the words because of them: "> "
        int code = -1; ///< index in codes, of a line of preformatted text
        bool fence = false; ///< it opens or closes that

        bool operator==(const Line &) const = default;
    };
    /// A block of preformatted text: its lines, with those that open and close it.
    struct Code {
        int firstLine = 0;
        int lastLine = 0;
    };

    QList<Line> lines; ///< never empty
    QList<Span> spans; ///< by their start; one may lie in another
    QList<Code> codes;
    qsizetype steps = 0; ///< how many times a character was looked at

    /// What is quoted deeper than this is only text.
    static constexpr int kMostQuotes = 10;

    /// Lines end with U+000A or U+2028. The words begin at `from`: what stands before them is of somebody
    /// else (the name in front of an action), and the first line is then neither quoted nor code. Looks at
    /// each character some five times, whatever they are (SECURITY A98).
    [[nodiscard]] static StyledText of(QStringView text, qsizetype from = 0);

    /// What a block of preformatted text holds, lines ended by U+000A, without directives; `text` as of().
    [[nodiscard]] QString codeIn(QStringView text, const Code &code) const;
    /// All of them, or nothing if there are none.
    [[nodiscard]] QString allCodeIn(QStringView text) const;
};

} // namespace tertulia
