// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0393_styling/StyledText.h"

#include <QStringList>
#include <QVarLengthArray>

#include <array>
#include <optional>

namespace tertulia
{

namespace
{

using Style = StyledText::Style;

constexpr QStringView kFence = u"```";
constexpr size_t kStyles = 4;

std::optional<Style> directive(QChar c)
{
    switch (c.unicode()) {
    case u'*':
        return Style::Strong;
    case u'_':
        return Style::Emphasis;
    case u'~':
        return Style::Strike;
    case u'`':
        return Style::Mono;
    default:
        return {};
    }
}

bool endsLine(QChar c)
{
    return c == u'\n' || c == QChar::LineSeparator;
}

/// The spans of a line (5.2). A closing directive of each kind is looked for once in the whole line, and the
/// ends of the spans that are open are kept in a stack, so that nothing is read again.
class SpanParser
{
public:
    SpanParser(QStringView text, StyledText &result)
        : m_text(text)
        , m_result(result)
    {
    }

    void parse(qsizetype from, qsizetype to)
    {
        findClosing(from, to);
        QVarLengthArray<qsizetype, kStyles> open; // where the spans end that we are in
        qsizetype next = from;
        bool behindOpening = false;
        while (next < to) {
            ++m_result.steps;
            const bool mayOpen = next == from || behindOpening || m_text[next - 1].isSpace();
            behindOpening = false;
            if (!open.isEmpty() && next == open.last()) {
                open.removeLast();
                ++next;
                continue;
            }
            const auto style = directive(m_text[next]);
            if (!style || !mayOpen || next + 1 >= to || m_text[next + 1].isSpace()) {
                ++next;
                continue;
            }
            const qsizetype end = closingBehind(*style, next);
            if (end == next + 1) {
                // Nothing between them: neither is valid. The second may still close what is open.
                next += !open.isEmpty() && end == open.last() ? 1 : 2;
            } else if (end < 0 || (!open.isEmpty() && end >= open.last())) {
                ++next;
            } else {
                m_result.spans.append({next, end + 1 - next, *style});
                if (*style == Style::Mono) {
                    next = end + 1; // holds no others
                } else {
                    open.append(end);
                    ++next;
                    behindOpening = true;
                }
            }
        }
    }

private:
    void findClosing(qsizetype from, qsizetype to)
    {
        for (size_t style = 0; style < kStyles; ++style) {
            m_closing[style].clear();
            m_passed[style] = 0;
        }
        for (qsizetype i = from + 1; i < to; ++i) {
            ++m_result.steps;
            const auto style = directive(m_text[i]);
            if (style && !m_text[i - 1].isSpace())
                m_closing[size_t(*style)].append(i);
        }
    }

    /// The next that may close a span which begins at `start`; -1 if there is none. Starts only grow.
    qsizetype closingBehind(Style style, qsizetype start)
    {
        const auto &places = m_closing[size_t(style)];
        qsizetype &passed = m_passed[size_t(style)];
        while (passed < places.size() && places[passed] <= start) {
            ++passed;
            ++m_result.steps;
        }
        return passed < places.size() ? places[passed] : -1;
    }

    QStringView m_text;
    StyledText &m_result;
    std::array<QList<qsizetype>, kStyles> m_closing;
    std::array<qsizetype, kStyles> m_passed{};
};

/// The blocks (5.1), a line at a time: how deep it is quoted, and whether the preformatted text goes on that
/// was begun above it.
class BlockParser
{
public:
    BlockParser(QStringView text, StyledText &result)
        : m_text(text)
        , m_result(result)
        , m_spans(text, result)
    {
    }

    /// The words of the first line begin at `from`.
    void parse(qsizetype from)
    {
        qsizetype start = 0;
        for (qsizetype i = from; i <= m_text.size(); ++i) {
            ++m_result.steps;
            if (i < m_text.size() && !endsLine(m_text[i]))
                continue;
            if (start == 0 && from > 0) {
                m_result.lines.append({start, i - start});
                m_spans.parse(from, i);
            } else {
                addLine(start, i);
            }
            start = i + 1;
        }
    }

private:
    /// Moves `next` behind a sign of quotation and the white space that belongs to it.
    bool takeQuote(qsizetype *next, qsizetype end)
    {
        ++m_result.steps;
        if (*next >= end || m_text[*next] != u'>')
            return false;
        ++*next;
        if (*next < end && m_text[*next].isSpace())
            ++*next;
        return true;
    }

    void addLine(qsizetype start, qsizetype end)
    {
        StyledText::Line line{start, end - start};
        qsizetype next = start;
        if (m_inCode) {
            while (line.quotes < m_codeQuotes && takeQuote(&next, end))
                ++line.quotes;
            // It ends with the quotation that it stands in.
            m_inCode = line.quotes == m_codeQuotes;
        }
        if (m_inCode) {
            line.fence = m_text.sliced(next, end - next) == kFence;
            m_inCode = !line.fence;
            line.code = int(m_result.codes.size()) - 1;
            m_result.codes.last().lastLine = int(m_result.lines.size());
        } else {
            while (line.quotes < StyledText::kMostQuotes && takeQuote(&next, end))
                ++line.quotes;
            if (m_text.sliced(next, end - next).startsWith(kFence)) {
                m_inCode = true;
                m_codeQuotes = line.quotes;
                line.fence = true;
                line.code = int(m_result.codes.size());
                const int row = int(m_result.lines.size());
                m_result.codes.append({row, row});
            } else {
                m_spans.parse(next, end);
            }
        }
        line.prefix = next - start;
        m_result.lines.append(line);
    }

    QStringView m_text;
    StyledText &m_result;
    SpanParser m_spans;
    bool m_inCode = false;
    int m_codeQuotes = 0; ///< how deep the preformatted text is quoted
};

} // namespace

StyledText StyledText::of(QStringView text, qsizetype from)
{
    StyledText result;
    BlockParser(text, result).parse(from);
    return result;
}

QString StyledText::codeIn(QStringView text, const Code &code) const
{
    QString inside;
    bool first = true;
    for (int row = code.firstLine; row <= code.lastLine; ++row) {
        const Line &line = lines[row];
        if (line.fence)
            continue;
        if (!first)
            inside += u'\n';
        first = false;
        inside += text.sliced(line.start + line.prefix, line.length - line.prefix);
    }
    return inside;
}

QString StyledText::allCodeIn(QStringView text) const
{
    QStringList blocks;
    for (const Code &code : codes)
        blocks << codeIn(text, code);
    return blocks.join(QLatin1String("\n\n"));
}

} // namespace tertulia
