// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/BodyLayout.h"

#include <QFontInfo>
#include <QFontMetrics>
#include <QtMath>

namespace tertulia
{

namespace
{

constexpr int kQuoteIndent = 12; ///< a bar and what is free behind it
constexpr int kBar = 3;
constexpr int kBoxPad = 8;
constexpr int kAroundBox = 3; ///< free above and below
constexpr int kLeastLine = 40;
constexpr int kMostIndents = 6; ///< what is quoted deeper stands no further in
constexpr qsizetype kFenceLength = 3;
/// Each is shaped by itself; nobody writes so many, and what follows is shown as it was typed.
constexpr qsizetype kMostSpans = 1000;

using Ranges = QList<QTextLayout::FormatRange>;

void add(Ranges &ranges, qsizetype start, qsizetype length, const QTextCharFormat &format)
{
    if (length > 0)
        ranges.append({int(start), int(length), format});
}

/// What takes no room, for signs whose meaning is drawn.
QTextCharFormat hidden()
{
    QTextCharFormat format;
    format.setProperty(QTextFormat::FontPixelSize, 1);
    format.setForeground(Qt::transparent);
    return format;
}

QTextCharFormat formatOf(StyledText::Style style, const TimelineStyle &looks)
{
    QTextCharFormat format;
    switch (style) {
    case StyledText::Style::Strong:
        format.setFontWeight(QFont::Bold);
        break;
    case StyledText::Style::Emphasis:
        format.setFontItalic(true);
        break;
    case StyledText::Style::Strike:
        format.setFontStrikeOut(true);
        break;
    case StyledText::Style::Mono:
        format.setFontFamilies(looks.monoFamilies);
        format.setBackground(looks.codeGround);
        break;
    }
    return format;
}

Ranges formatsOf(const MessageText &text, const TimelineStyle &looks)
{
    Ranges ranges;
    QTextCharFormat code;
    code.setFontFamilies(looks.monoFamilies);
    QTextCharFormat sign;
    sign.setForeground(looks.softInk);
    for (const StyledText::Line &line : text.styled.lines) {
        add(ranges, line.start, line.prefix, hidden());
        if (line.code < 0)
            continue;
        const qsizetype words = line.start + line.prefix;
        const qsizetype length = line.length - line.prefix;
        if (!line.fence) {
            add(ranges, words, length, code);
            continue;
        }
        // What stands behind the sign names the language. An isolate may stand before it.
        const qsizetype isolate = text.isolates.contains(words) ? 1 : 0;
        add(ranges, words, kFenceLength + isolate, hidden());
        // The end of the line is a character too, and would make it as high as others.
        if (line.length - line.prefix == kFenceLength + 2 * isolate)
            add(ranges, words + kFenceLength + isolate, isolate + 1, hidden());
        QTextCharFormat label = code;
        label.setForeground(looks.softInk);
        label.setProperty(QTextFormat::FontPixelSize, QFontInfo(looks.small).pixelSize());
        add(ranges, words + kFenceLength + isolate, length - kFenceLength - 2 * isolate, label);
    }
    const auto &spans = text.styled.spans;
    for (const StyledText::Span &span : spans.first(qMin(kMostSpans, spans.size()))) {
        add(ranges, span.start, span.length, formatOf(span.style, looks));
        add(ranges, span.start, 1, sign);
        add(ranges, span.start + span.length - 1, 1, sign);
    }
    for (const TextLink &link : text.links) {
        QTextCharFormat format;
        format.setForeground(looks.accent);
        format.setFontUnderline(true);
        add(ranges, link.start, link.length, format);
    }
    return ranges;
}

} // namespace

BodyLayout::BodyLayout(const MessageText &text, const TimelineStyle &style, int width)
    : m_toTheLeft(text.direction == Qt::RightToLeft)
    , m_given(width)
    , m_buttonSide(style.target)
{
    QFont font = text.isEmojiOnly ? style.largeEmoji : style.body;
    if (text.isAction || text.isNotice)
        font.setItalic(true);
    m_text = std::make_unique<QTextLayout>(text.text, font);
    m_text->setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.direction);
    // QTextLayout takes alignment as it is, without regard to the direction.
    option.setAlignment(m_toTheLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setTabStopDistance(QFontMetricsF(font).horizontalAdvance(u' ') * 8);
    m_text->setTextOption(option);
    m_text->setFormats(formatsOf(text, style));
    breakLines(text, style);
}

qreal BodyLayout::indent(int quotes) const
{
    const int most = qMax(0, (m_given - kLeastLine - 2 * kBoxPad) / kQuoteIndent);
    return qMin(qMin(quotes, kMostIndents), most) * qreal(kQuoteIndent);
}

void BodyLayout::breakLines(const MessageText &text, const TimelineStyle &style)
{
    const StyledText &styled = text.styled;
    m_codeExtents.resize(styled.codes.size());
    qsizetype row = 0;
    qreal y = 0;
    qreal widest = 0;
    m_text->beginLayout();
    for (QTextLine line = m_text->createLine(); line.isValid(); line = m_text->createLine()) {
        while (row + 1 < styled.lines.size() && styled.lines[row + 1].start <= line.textStart())
            ++row;
        const StyledText::Line block = row < styled.lines.size() ? styled.lines[row] : StyledText::Line{};
        const bool inBox = block.code >= 0;
        const bool begins = line.textStart() == block.start;
        const qreal lead = indent(block.quotes) + (inBox ? kBoxPad : 0);
        const qreal trail = inBox ? kBoxPad : 0;
        closeBars(block.quotes, y);
        openBars(block.quotes, y);
        const bool opensBox = inBox && begins && styled.codes[block.code].firstLine == row;
        if (opensBox) {
            y += y > 0 ? kAroundBox : 0;
            m_codeExtents[block.code] = {y, y, block.quotes};
        }
        line.setLineWidth(qMax<qreal>(kLeastLine, m_given - lead - trail));
        // The line that opens a box is where its button stands.
        const qreal height = opensBox ? qMax<qreal>(line.height(), m_buttonSide) : line.height();
        // Signs take nearly no room; what they take stands outside, so that all lines begin at one edge.
        const int prefix = begins ? int(block.start + block.prefix) : line.textStart();
        const qreal signs = line.cursorToX(prefix) - line.cursorToX(line.textStart());
        line.setPosition(QPointF((m_toTheLeft ? trail : lead) - signs, y + (height - line.height()) / 2));
        if (inBox && m_toTheLeft)
            m_codeLines.append({m_text->lineCount() - 1, block.quotes});
        m_lastLineWidth = qCeil(lead + line.naturalTextWidth());
        m_endsWithBox = inBox;
        widest = qMax(widest, lead + line.naturalTextWidth() + trail);
        if (opensBox)
            widest = qMax(widest, lead + line.naturalTextWidth() + kBoxPad + m_buttonSide);
        // Extra leading makes several lines easier to read.
        y += height + 1;
        const bool ends = line.textStart() + line.textLength() >= block.start + block.length;
        if (inBox && ends && styled.codes[block.code].lastLine == row) {
            y += kBoxPad;
            m_codeExtents[block.code].bottom = y;
            y += kAroundBox;
        }
    }
    m_text->endLayout();
    closeBars(0, y);
    m_width = qMin(qCeil(widest), m_given);
    m_height = qCeil(qMax<qreal>(0, y - 1));
    if (m_text->lineCount() == 0)
        m_height = QFontMetrics(style.body).height();
}

void BodyLayout::openBars(int quotes, qreal y)
{
    for (int depth = int(m_openBars.size()) + 1; depth <= quotes; ++depth) {
        m_openBars.append(int(m_barExtents.size()));
        m_barExtents.append({y, y, depth});
    }
}

void BodyLayout::closeBars(int quotes, qreal y)
{
    while (m_openBars.size() > quotes)
        m_barExtents[m_openBars.takeLast()].bottom = y - 1;
}

void BodyLayout::fit(int width)
{
    m_left = m_toTheLeft ? m_given - width : 0;
    const qreal right = m_left + width;
    for (const Shift &shift : std::as_const(m_codeLines)) {
        QTextLine line = m_text->lineAt(shift.line);
        const qreal alignment = line.naturalTextRect().left() - line.x();
        line.setPosition(QPointF(m_left + kBoxPad - alignment, line.y()));
    }
    m_boxes.clear();
    for (const Extent &extent : std::as_const(m_codeExtents)) {
        const qreal in = indent(extent.quotes);
        const QRectF rect(QPointF(m_toTheLeft ? m_left : m_left + in, extent.top),
                          QPointF(m_toTheLeft ? right - in : right, extent.bottom));
        m_boxes.append({rect, QRectF(rect.right() - m_buttonSide, rect.top(), m_buttonSide, m_buttonSide)});
    }
    m_bars.clear();
    for (const Extent &extent : std::as_const(m_barExtents)) {
        const qreal in = indent(extent.quotes - 1);
        m_bars.append(QRectF(m_toTheLeft ? right - in - kBar : m_left + in, extent.top, kBar,
                             qMax<qreal>(1, extent.bottom - extent.top)));
    }
}

} // namespace tertulia
