// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/Snippet.h"

#include "ui/text/PlainText.h"

namespace tertulia
{

Snippet snippetOf(const QString &body, const SearchWords &words)
{
    constexpr qsizetype kLongest = 200;
    constexpr qsizetype kBefore = 24; ///< so much is shown before the first hit
    constexpr qsizetype kLookedAt = 20'000;
    // Cleaned first: what is counted is what is shown.
    QString line = shownLine(body, kLookedAt);
    const QList<SearchWords::Range> all = words.rangesIn(line);
    if (!all.isEmpty() && all.constFirst().start > kBefore * 2) {
        // From the beginning of a word.
        const qsizetype from = all.constFirst().start - kBefore;
        const qsizetype space = line.indexOf(u' ', from);
        line = line.mid(space >= 0 && space < all.constFirst().start ? space + 1 : from);
        line.prepend(QStringLiteral("…"));
    }
    Snippet snippet{shownLine(line, kLongest), {}};
    snippet.hits = words.rangesIn(snippet.text);
    return snippet;
}

} // namespace tertulia
