// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/switcher/NameMatch.h"

#include "core/models/SearchFold.h"

namespace tertulia
{

namespace
{

bool startsAWord(const QString &folded, const QString &word)
{
    for (qsizetype at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
        if (at == 0 || !folded.at(at - 1).isLetterOrNumber())
            return true;
    }
    return false;
}

} // namespace

QStringList searchWords(const QString &typed)
{
    return searchFold(typed.simplified()).split(u' ', Qt::SkipEmptyParts);
}

NameMatch nameMatch(const QString &folded, const QStringList &words)
{
    bool starts = !words.isEmpty();
    for (const QString &word : words) {
        if (!folded.contains(word))
            return NameMatch::None;
        starts = starts && startsAWord(folded, word);
    }
    const QString typed = words.join(u' ');
    if (words.isEmpty())
        return NameMatch::Inside;
    if (folded == typed)
        return NameMatch::Whole;
    if (folded.startsWith(typed))
        return NameMatch::Start;
    return starts ? NameMatch::WordStarts : NameMatch::Inside;
}

} // namespace tertulia
