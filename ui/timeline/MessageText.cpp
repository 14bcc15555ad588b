// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/MessageText.h"

#include "core/modules/xep0245_me/MeCommand.h"

#include <QTextBoundaryFinder>

namespace tertulia
{

namespace
{

constexpr int kMostLines = 400;
/// Colour glyphs are a hundred times as costly to measure as letters, so fewer are shown at first.
constexpr int kMostEmoji = 400;
constexpr int kMostLargeEmoji = 5;
/// Longest chain of joined emoji; what people use is four, and shaping is quadratic in it.
constexpr int kMostJoiners = 8;

bool isMark(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Mark_SpacingCombining:
        return true;
    default:
        return c == 0x200d || (c >= 0x1f3fb && c <= 0x1f3ff);
    }
}

bool isTag(char32_t c)
{
    return c >= 0xe0020 && c <= 0xe007f;
}

/// What could turn or hide its surroundings: controls, embeddings and overrides, deprecated formats,
/// interlinear annotation, language tags.
bool isHarmful(char32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f) || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x206a && c <= 0x206f) || (c >= 0xfff9 && c <= 0xfffb) || c == 0xfeff || c == 0xe0001
        || c == 0x2028 || c == 0x2029 || QChar::isNonCharacter(c) || (c >= 0xd800 && c <= 0xdfff);
}

bool isEmoji(char32_t c)
{
    return (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x1f1e6 && c <= 0x1f1ff) || (c >= 0x2600 && c <= 0x27bf)
        || (c >= 0x2b00 && c <= 0x2bff) || (c >= 0x2300 && c <= 0x23ff) || (c >= 0x25a0 && c <= 0x25ff)
        || c == 0x203c || c == 0x2049 || c == 0x2122 || c == 0x2139 || (c >= 0x2190 && c <= 0x21ff)
        || c == 0x3030 || c == 0x303d || c == 0x3297 || c == 0x3299;
}

char32_t codePointAt(QStringView text, qsizetype i, int *units)
{
    *units = 1;
    const QChar first = text[i];
    if (first.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
        *units = 2;
        return QChar::surrogateToUcs4(first, text[i + 1]);
    }
    return first.unicode();
}

bool isFewEmoji(QStringView text)
{
    if (text.isEmpty() || text.size() > 80)
        return false;
    bool any = false;
    for (qsizetype i = 0; i < text.size();) {
        int units = 1;
        const char32_t c = codePointAt(text, i, &units);
        i += units;
        if (isEmoji(c))
            any = true;
        else if (c != 0x200d && c != 0xfe0f && c != 0x20e3 && c != ' ' && !isTag(c))
            return false;
    }
    if (!any)
        return false;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.data(), text.size());
    int clusters = 0;
    for (qsizetype at = 0; finder.toNextBoundary() != -1;) {
        if (text[at] != u' ')
            ++clusters;
        at = finder.position();
    }
    return clusters <= kMostLargeEmoji;
}

/// Code runs from left to right whatever is said around it (UI e.0): within a text that does not, each line
/// of it is put between U+2066 and U+2069.
void isolateCode(MessageText &shown)
{
    if (shown.direction == Qt::LeftToRight || shown.styled.codes.isEmpty())
        return;
    const QString before = std::exchange(shown.text, {});
    qsizetype span = 0;
    for (StyledText::Line &line : shown.styled.lines) {
        const qsizetype shift = shown.isolates.size();
        for (auto &spans = shown.styled.spans;
             span < spans.size() && spans[span].start < line.start + line.length; ++span)
            spans[span].start += shift;
        if (line.start > 0)
            shown.text += before[line.start - 1];
        const QStringView words = QStringView(before).sliced(line.start, line.length);
        line.start += shift;
        shown.text += words.first(line.prefix);
        if (line.code < 0) {
            shown.text += words.sliced(line.prefix);
            continue;
        }
        shown.isolates << shown.text.size();
        shown.text += QChar(0x2066) + words.sliced(line.prefix).toString();
        shown.isolates << shown.text.size();
        shown.text += QChar(0x2069);
        line.length += 2;
    }
}

} // namespace

QString harmlessText(QStringView text)
{
    QString result;
    result.reserve(text.size());
    int run = 0;
    int joiners = 0;
    bool joined = false;
    bool inFlag = false;
    for (qsizetype i = 0; i < text.size();) {
        int units = 1;
        const char32_t c = codePointAt(text, i, &units);
        const QStringView piece = text.sliced(i, units);
        i += units;
        if (c == '\r' || c == 0x2028 || c == 0x2029) {
            if (c != '\r' || i >= text.size() || text[i] != u'\n')
                result += QChar::LineSeparator;
            run = 0;
            continue;
        }
        if (isHarmful(c))
            continue;
        // Tags spell the flags of regions after a black flag; elsewhere they hide text.
        if (isTag(c) && !inFlag)
            continue;
        inFlag = c == 0x1f3f4 || (inFlag && isTag(c));
        run = isMark(c) ? run + 1 : (c >= 0xfe00 && c <= 0xfe0f ? run + 1 : 0);
        if (run > kLongestCombiningRun)
            continue;
        if (c == 0x200d) {
            joined = true;
            if (++joiners > kMostJoiners)
                continue;
        } else if (run == 0) {
            joiners = joined ? joiners : 0;
            joined = false;
        }
        if (c == '\n')
            result += QChar::LineSeparator;
        else
            result += piece;
    }
    return result;
}

Qt::LayoutDirection directionOf(QStringView text, Qt::LayoutDirection fallback)
{
    int isolates = 0;
    for (qsizetype i = 0; i < text.size();) {
        int units = 1;
        const char32_t c = codePointAt(text, i, &units);
        i += units;
        switch (QChar::direction(c)) {
        case QChar::DirLRI:
        case QChar::DirRLI:
        case QChar::DirFSI:
            ++isolates;
            break;
        case QChar::DirPDI:
            isolates = qMax(0, isolates - 1);
            break;
        case QChar::DirL:
            if (isolates == 0)
                return Qt::LeftToRight;
            break;
        case QChar::DirR:
        case QChar::DirAL:
            if (isolates == 0)
                return Qt::RightToLeft;
            break;
        default:
            break;
        }
    }
    return fallback;
}

QString isolatedName(const QString &name)
{
    QString plain = harmlessText(QStringView(name).left(200));
    plain.replace(QChar::LineSeparator, u' ');
    for (const char16_t isolate : {u'\u2066', u'\u2067', u'\u2068', u'\u2069'})
        plain.remove(QChar(isolate));
    return QChar(0x2068) + plain + QChar(0x2069);
}

MessageText MessageText::notice(const QString &sentence, Qt::LayoutDirection direction)
{
    MessageText shown;
    shown.text = sentence;
    shown.direction = directionOf(sentence, direction);
    shown.isNotice = true;
    return shown;
}

MessageText MessageText::from(const QString &body, const QString &senderName, qsizetype limit,
                              Qt::LayoutDirection fallback, Styling styling)
{
    MessageText shown;
    QStringView source(body);
    shown.isAction = isMeCommand(source);
    if (shown.isAction)
        source = meAction(source);
    if (source.size() > limit) {
        shown.isShortened = true;
        source = source.first(limit);
        if (source.last().isHighSurrogate())
            source.chop(1);
    }
    QString text = harmlessText(source);
    qsizetype lines = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QChar::LineSeparator && ++lines >= kMostLines * (1 + limit / kShownCharacters) / 2) {
            text.truncate(i);
            shown.isShortened = true;
        }
    }
    qsizetype emoji = 0;
    for (qsizetype i = 0; i < text.size();) {
        int units = 1;
        if (isEmoji(codePointAt(text, i, &units)) && ++emoji > kMostEmoji * limit / kShownCharacters) {
            text.truncate(i);
            shown.isShortened = true;
        }
        i += units;
    }
    // Empty lines at the end would only make a tall bubble.
    while (!text.isEmpty() && (text.back() == QChar::LineSeparator || text.back().isSpace()))
        text.chop(1);
    shown.isEmojiOnly = !shown.isAction && !shown.isShortened && isFewEmoji(text);
    shown.direction = directionOf(text, fallback);
    const QString name = shown.isAction ? QString(isolatedName(senderName) + u' ') : QString();
    shown.text = name + text;
    if (styling == Styling::Shown && !shown.isEmojiOnly) {
        shown.styled = StyledText::of(shown.text, name.size());
        isolateCode(shown);
    }
    shown.links = findLinks(shown.text);
    return shown;
}

QString MessageText::codeOf(const QString &body, int block)
{
    const QString text = harmlessText(body);
    const StyledText styled
        = StyledText::of(text, isMeCommand(body) ? body.size() - meAction(body).size() : 0);
    if (block < 0)
        return styled.allCodeIn(text);
    return block < styled.codes.size() ? styled.codeIn(text, styled.codes[block]) : QString();
}

QString MessageText::typed(qsizetype from, qsizetype to) const
{
    QString piece;
    piece.reserve(to - from);
    for (const qsizetype isolate : isolates) {
        if (isolate < from || isolate >= to)
            continue;
        piece += QStringView(text).sliced(from, isolate - from);
        from = isolate + 1;
    }
    piece += QStringView(text).sliced(from, to - from);
    return piece.replace(QChar::LineSeparator, u'\n');
}

} // namespace tertulia
