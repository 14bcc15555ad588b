// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SearchTerms.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tertulia
{

QString searchTerms(const QString &text)
{
    constexpr int kMostWords = 32;
    QStringList terms;
    QString word;
    const auto endWord = [&] {
        if (!word.isEmpty() && terms.size() < kMostWords)
            terms.append(u'"' + word + u'"');
        word.clear();
    };
    // Split as the tokenizer does (letters, digits, private use), so that "o'brien" finds its two words.
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair)
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
        const auto category = QChar::category(c);
        if (QChar::isLetterOrNumber(c) || QChar::isMark(c) || category == QChar::Other_PrivateUse) {
            word.append(text[i]);
            if (pair)
                word.append(text[i + 1]);
        } else {
            endWord();
        }
        if (pair)
            ++i;
    }
    endWord();
    if (terms.isEmpty())
        return {};
    return terms.join(u' ') + u'*';
}

} // namespace tertulia
