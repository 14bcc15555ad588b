// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/SpellingMarks.h"

#include "ui/spelling/Spelling.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/LinkScanner.h"

#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextBoundaryFinder>
#include <QTextDocument>

#include <algorithm>
#include <utility>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kCode = 1; ///< block state: the next line is preformatted

bool isOfWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c == u'_';
}

/// What stands between spaces: an address, a host, a @name, an :emoji.
void addNamesIn(QStringView line, qsizetype start, qsizetype end, QList<WordPlace> &places)
{
    const QStringView chunk = line.sliced(start, end - start);
    const qsizetype at = chunk.indexOf(u'@');
    const qsizetype dot = chunk.indexOf(u'.', 1);
    const QStringView behindDot = dot < 0 ? QStringView() : chunk.sliced(dot + 1);
    if ((at >= 0 && at + 1 < chunk.size()) || std::ranges::any_of(behindDot, isOfWord)) {
        places << WordPlace{int(start), int(chunk.size())};
        return;
    }
    for (qsizetype i = start; i < end; ++i) {
        if (line[i] != u':')
            continue;
        const qsizetype colon = i;
        while (i + 1 < end && isOfWord(line[i + 1]))
            ++i;
        if (i > colon)
            places << WordPlace{int(colon), int(i - colon + 1)};
    }
}

/// Places of a line that are no prose, in order. Each is found in one pass, since what is pasted may be of
/// any length and from anybody (SECURITY A124).
QList<WordPlace> otherThanProse(const QString &line)
{
    QList<WordPlace> places;
    for (const TextLink &link : findLinks(line))
        places << WordPlace{int(link.start), int(link.length)};
    for (qsizetype open = line.indexOf(u'`'); open >= 0;) {
        const qsizetype close = line.indexOf(u'`', open + 1);
        if (close < 0)
            break;
        places << WordPlace{int(open), int(close - open + 1)};
        open = line.indexOf(u'`', close + 1);
    }
    if (line.startsWith(u'/')) // a command
        places << WordPlace{0,
                            int(std::find_if_not(line.cbegin() + 1, line.cend(), isOfWord) - line.cbegin())};
    for (qsizetype start = 0; start < line.size();) {
        qsizetype end = start;
        while (end < line.size() && !line[end].isSpace())
            ++end;
        if (end > start)
            addNamesIn(line, start, end, places);
        start = end + 1;
    }
    std::ranges::sort(places, {}, &WordPlace::start);
    return places;
}

bool isWord(QStringView text)
{
    bool letters = false;
    for (const QChar c : text) {
        if (c.isDigit())
            return false;
        letters = letters || c.isLetter();
    }
    return letters;
}

} // namespace

QList<WordPlace> wordsToCheck(const QString &line)
{
    QList<WordPlace> words;
    const QList<WordPlace> skipped = otherThanProse(line);
    // Words come in order: what begins before a word's end and was passed reaches as far as `reached`.
    auto next = skipped.cbegin();
    int reached = 0;
    const auto overlaps = [&](int start, int end) {
        for (; next != skipped.cend() && next->start < end; ++next)
            reached = std::max(reached, next->start + next->length);
        return start < reached;
    };
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, line);
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end >= 0; start = end, end = finder.toNextBoundary()) {
        // The mark of emphasis is a letter to Unicode's rules of words.
        qsizetype from = start;
        qsizetype to = end;
        while (from < to && line[from] == u'_')
            ++from;
        while (to > from && line[to - 1] == u'_')
            --to;
        const QStringView word = QStringView(line).sliced(from, to - from);
        if (isWord(word) && !word.contains(u'_') && !overlaps(int(from), int(to)))
            words << WordPlace{int(from), int(to - from)};
    }
    return words;
}

SpellingMarks::SpellingMarks(Spelling &spelling, QPlainTextEdit &field)
    : QSyntaxHighlighter(field.document())
    , m_spelling(spelling)
    , m_field(field)
    , m_languages(spelling.languages())
{
    connect(&spelling, &Spelling::changed, this, &SpellingMarks::refresh);
    connect(&field, &QPlainTextEdit::cursorPositionChanged, this, &SpellingMarks::onCursorMoved);
    connect(&Theme::current(), &Theme::changed, this, &SpellingMarks::refresh);
}

void SpellingMarks::setLanguages(const QStringList &languages)
{
    if (languages == m_languages)
        return;
    m_languages = languages;
    refresh();
}

void SpellingMarks::refresh()
{
    if (!document()->isEmpty())
        rehighlight();
}

void SpellingMarks::onCursorMoved()
{
    const QString text = m_field.toPlainText();
    const bool moved = text == m_text;
    m_text = text;
    const int before = std::exchange(m_position, m_field.textCursor().position());
    if (std::exchange(m_writing, !moved) && moved)
        rehighlightBlock(document()->findBlock(qMin(before, document()->characterCount() - 1)));
}

bool SpellingMarks::isBeingWritten(const WordPlace &word) const
{
    const int start = currentBlock().position() + word.start;
    const int cursor = m_field.textCursor().position();
    return m_writing && cursor > start && cursor <= start + word.length;
}

void SpellingMarks::highlightBlock(const QString &text)
{
    const bool fence = text.startsWith("```"_L1);
    const bool inside = previousBlockState() == kCode;
    setCurrentBlockState(fence != inside ? kCode : 0);
    if (fence || inside || m_languages.isEmpty())
        return;
    QTextCharFormat wrong;
    wrong.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
    wrong.setUnderlineColor(Theme::current().palette().danger);
    for (const WordPlace &word : wordsToCheck(text)) {
        if (!isBeingWritten(word)
            && m_spelling.check(text.mid(word.start, word.length), m_languages) == Spelling::Verdict::Wrong)
            setFormat(word.start, word.length, wrong);
    }
}

QList<WordPlace> SpellingMarks::wrongWords() const
{
    QList<WordPlace> places;
    for (QTextBlock block = document()->firstBlock(); block.isValid(); block = block.next()) {
        for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
            if (range.format.underlineStyle() == QTextCharFormat::SpellCheckUnderline)
                places << WordPlace{block.position() + range.start, range.length};
        }
    }
    return places;
}

WordPlace SpellingMarks::wrongAt(int position) const
{
    for (const WordPlace &place : wrongWords()) {
        if (position >= place.start && position <= place.start + place.length)
            return place;
    }
    return {};
}

} // namespace tertulia
