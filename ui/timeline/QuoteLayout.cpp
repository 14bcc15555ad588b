// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/QuoteLayout.h"

#include "ui/text/PlainText.h"
#include "ui/text/SpoilerText.h"
#include "ui/timeline/MessageLayout.h"
#include "ui/timeline/MessageText.h"

#include <QFontMetrics>
#include <QTextLayout>
#include <QtMath>

namespace tertulia
{

namespace
{

constexpr int kMostLines = 2;
constexpr QChar kFirstStrongIsolate(0x2068);
constexpr QChar kPopIsolate(0x2069);

/// A piece of a text goes as its own letters do, whatever it stands beside.
QString isolated(const QString &line)
{
    return kFirstStrongIsolate + line + kPopIsolate;
}

} // namespace

QString QuoteLayout::text(const QuotedMessage &quote)
{
    if (quote.retracted)
        return MessageLayout::retractedText();
    if (quote.spoiler)
        return spoilerText(quote.text);
    const QString said = harmlessText(quote.text).replace(QChar::LineSeparator, u' ').simplified();
    return said.isEmpty() ? tr("The original message is not here") : said;
}

QuoteLayout::QuoteLayout(const QuotedMessage &quote, const TimelineStyle &style, int width)
    : m_isNotice(quote.retracted || quote.spoiler || quote.text.isEmpty())
{
    const int inner = qMax(40, width - kIndent);
    const QFontMetrics nameMetrics(style.name);
    if (!quote.senderName.isEmpty()) {
        m_name = nameMetrics.elidedText(shownName(quote.senderName), Qt::ElideRight, inner);
        m_wantedWidth = nameMetrics.horizontalAdvance(m_name) + 1;
        m_height = nameMetrics.height();
    }
    breakLines(text(quote), style.quote, inner);
    m_height += int(m_lines.size()) * QFontMetrics(style.quote).height();
    m_wantedWidth = qMin(m_wantedWidth, inner) + kIndent;
}

void QuoteLayout::breakLines(const QString &text, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const bool last = m_lines.size() + 1 == kMostLines;
        const QString piece
            = last ? text.mid(line.textStart()) : text.mid(line.textStart(), line.textLength());
        const QString shown = metrics.elidedText(piece.trimmed(), Qt::ElideRight, width);
        m_wantedWidth = qMax(m_wantedWidth, metrics.horizontalAdvance(shown) + 1);
        m_lines << isolated(shown);
        if (last)
            break;
    }
    layout.endLayout();
}

} // namespace tertulia
