// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SearchWords.h"

#include "core/base/WordFold.h"

#include <algorithm>

namespace tertulia
{

namespace
{

constexpr qsizetype kMostTyped = 4096;
constexpr qsizetype kMostWords = 32;
constexpr qsizetype kMostRanges = 1000;

char32_t codePointAt(QStringView text, qsizetype at)
{
    const QChar c = text.at(at);
    if (c.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate())
        return QChar::surrogateToUcs4(c, text.at(at + 1));
    return c.unicode();
}

char32_t codePointBefore(QStringView text, qsizetype at)
{
    const QChar c = text.at(at - 1);
    if (c.isLowSurrogate() && at > 1 && text.at(at - 2).isHighSurrogate())
        return QChar::surrogateToUcs4(text.at(at - 2), c);
    return c.unicode();
}

/// As a person sees it: to the index newer emoji are letters, and so are newer marks of direction.
bool isWord(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    return category != QChar::Symbol_Other && category != QChar::Other_Format && isPartOfWord(c);
}

bool isWordAt(QStringView text, qsizetype at)
{
    return at < text.size() && isWord(codePointAt(text, at));
}

bool isWordBefore(QStringView text, qsizetype at)
{
    return at > 0 && isWord(codePointBefore(text, at));
}

/// Of a script that is written without spaces, so that what the index takes for a word may be a sentence.
bool isUnspaced(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
    case QChar::Script_Tibetan:
        return true;
    default:
        return false;
    }
}

enum class Sort { Between, Word, Unspaced, Sign, Punctuation };

Sort sortOf(char32_t c)
{
    if (isWord(c))
        return isUnspaced(c) ? Sort::Unspaced : Sort::Word;
    switch (QChar::category(c)) {
    case QChar::Symbol_Math:
    case QChar::Symbol_Currency:
    case QChar::Symbol_Modifier:
    case QChar::Symbol_Other:
        return Sort::Sign;
    case QChar::Punctuation_Connector:
    case QChar::Punctuation_Dash:
    case QChar::Punctuation_Open:
    case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
    case QChar::Punctuation_Other:
        return Sort::Punctuation;
    default:
        // Spaces, and controls that nobody sees; also those that turn the direction of writing.
        return Sort::Between;
    }
}

bool isQuote(QChar c)
{
    return QStringView(u"\"“”„«»").contains(c);
}

} // namespace

SearchWords::SearchWords(const QString &typed)
{
    const QStringView text = QStringView(typed).left(kMostTyped);
    qsizetype from = 0;
    bool quoted = false;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool end = i == text.size();
        const bool quote = !end && isQuote(text.at(i));
        const bool space
            = !end && !quoted && sortOf(text.at(i).unicode()) == Sort::Between && !text.at(i).isSurrogate();
        if (!end && !quote && !space)
            continue;
        addPhrase(text.mid(from, i - from), !(quoted && quote));
        if (quote)
            quoted = !quoted;
        from = i + 1;
    }
    // Only what was typed last may be unfinished.
    for (qsizetype i = 0; i + 1 < m_terms.size(); ++i)
        m_terms[i].begins = false;
    if (!m_terms.isEmpty())
        return;
    // Nothing but punctuation: then it is that which is looked for.
    QString signs;
    for (const QChar c : text) {
        if (sortOf(c.unicode()) == Sort::Punctuation && !isQuote(c))
            signs.append(c);
        else if (!signs.isEmpty())
            break;
    }
    if (!signs.isEmpty())
        m_terms.append({{FoldedText(signs).text().toString()}, false, true});
}

/// `open`: the last word of it may not be finished.
void SearchWords::addPhrase(QStringView typed, bool open)
{
    const FoldedText folded(typed);
    const QStringView text = folded.text();
    Term side; // by side
    QString run;
    Sort running = Sort::Between;
    const auto endSide = [&] {
        if (!side.words.isEmpty() && m_terms.size() < kMostWords)
            m_terms.append(side);
        side = {};
    };
    const auto endRun = [&] {
        if (run.isEmpty())
            return;
        if (running == Sort::Word) {
            if (side.words.size() < kMostWords)
                side.words.append(run);
        } else {
            endSide();
            if (m_terms.size() < kMostWords)
                m_terms.append({{run}, false, true});
        }
        run.clear();
    };
    for (qsizetype i = 0; i < text.size();) {
        const char32_t c = codePointAt(text, i);
        const qsizetype units = QChar::requiresSurrogates(c) ? 2 : 1;
        Sort sort = sortOf(c);
        // A word in letters that goes over into an unspaced script is one word of the index.
        if ((sort == Sort::Unspaced && running == Sort::Word)
            || (sort == Sort::Word && running == Sort::Unspaced))
            sort = running = Sort::Unspaced;
        if (sort != running)
            endRun();
        running = sort;
        if (sort != Sort::Between && sort != Sort::Punctuation)
            run.append(text.mid(i, units));
        i += units;
    }
    side.begins = open && running == Sort::Word;
    endRun();
    endSide();
}

/// The first place of a term behind `from`, -1 if there is none.
qsizetype SearchWords::find(const Term &term, QStringView text, qsizetype from, qsizetype *end)
{
    const QString &first = term.words.constFirst();
    for (qsizetype at = text.indexOf(first, from); at >= 0; at = text.indexOf(first, at + 1)) {
        qsizetype behind = at + first.size();
        if (term.anywhere) {
            *end = behind;
            return at;
        }
        if (isWordBefore(text, at))
            continue;
        bool fits = true;
        for (qsizetype word = 1; fits && word < term.words.size(); ++word) {
            // The word before has an end of its own.
            fits = behind < text.size() && !isWordAt(text, behind);
            while (behind < text.size() && !isWordAt(text, behind))
                behind += QChar::requiresSurrogates(codePointAt(text, behind)) ? 2 : 1;
            fits = fits && text.mid(behind).startsWith(term.words.at(word));
            behind += term.words.at(word).size();
        }
        if (fits && (term.begins || !isWordAt(text, behind))) {
            *end = behind;
            return at;
        }
    }
    return -1;
}

bool SearchWords::match(QStringView text) const
{
    const FoldedText folded(text);
    qsizetype end = 0;
    return std::all_of(m_terms.cbegin(), m_terms.cend(),
                       [&](const Term &term) { return find(term, folded.text(), 0, &end) >= 0; });
}

QList<SearchWords::Range> SearchWords::rangesIn(QStringView text) const
{
    QList<Range> found;
    const FoldedText folded(text);
    for (const Term &term : m_terms) {
        qsizetype end = 0;
        for (qsizetype at = find(term, folded.text(), 0, &end); at >= 0 && found.size() < kMostRanges;
             at = find(term, folded.text(), end, &end)) {
            const qsizetype start = folded.origin(at);
            found.append({start, folded.origin(end) - start});
        }
    }
    std::sort(found.begin(), found.end(), [](const Range &a, const Range &b) {
        return a.start != b.start ? a.start < b.start : a.length > b.length;
    });
    QList<Range> apart;
    for (const Range &range : found) {
        if (range.length > 0
            && (apart.isEmpty() || range.start >= apart.constLast().start + apart.constLast().length))
            apart.append(range);
    }
    return apart;
}

QStringList SearchWords::indexed() const
{
    QStringList words;
    for (const Term &term : m_terms) {
        if (!term.anywhere)
            words += term.words;
    }
    return words;
}

bool SearchWords::lastIndexedBegins() const
{
    for (qsizetype i = m_terms.size(); i > 0; --i) {
        if (!m_terms.at(i - 1).anywhere)
            return m_terms.at(i - 1).begins;
    }
    return false;
}

} // namespace tertulia
