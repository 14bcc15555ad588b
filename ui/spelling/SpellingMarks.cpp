// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/SpellingMarks.h"

#include "ui/spelling/Spelling.h"
#include "ui/theme/Theme.h"
#include "ui/timeline/LinkScanner.h"

#include <QPlainTextEdit>
#include <QRegularExpression>
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

/// Places of a line that are no prose.
QList<WordPlace> otherThanProse(const QString &line)
{
    QList<WordPlace> places;
    for (const TextLink &link : findLinks(line))
        places << WordPlace{int(link.start), int(link.length)};
    // `code`, addresses and hosts, @names, :emoji, and a command at the start.
    static const QRegularExpression other(u"`[^`]*`|[^\\s@]*@\\S+|\\S+\\.\\S*\\w/?\\S*|:\\w+|^/\\w+"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    auto matches = other.globalMatch(line);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        places << WordPlace{int(match.capturedStart()), int(match.capturedLength())};
    }
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
    const auto overlaps = [&skipped](int start, int end) {
        return std::ranges::any_of(skipped, [start, end](const WordPlace &place) {
            return start < place.start + place.length && end > place.start;
        });
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
