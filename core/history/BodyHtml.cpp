// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/BodyHtml.h"

#include "core/modules/xep0393_styling/StyledText.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

QString linked(QStringView text)
{
    static const QRegularExpression kLink(u"https?://[^\\s<>\"']+"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QString html;
    qsizetype from = 0;
    auto links = kLink.globalMatch(text.toString());
    while (links.hasNext()) {
        const auto link = links.next();
        const QUrl url(link.captured(), QUrl::StrictMode);
        html += text.sliced(from, link.capturedStart() - from).toString().toHtmlEscaped();
        from = link.capturedEnd();
        const QString words = link.captured().toHtmlEscaped();
        if (!url.isValid() || url.host().isEmpty())
            html += words;
        else
            html += u"<a rel=\"noreferrer noopener\" href=\""_s
                + QString::fromLatin1(url.toEncoded()).toHtmlEscaped() + u"\">"_s + words + u"</a>"_s;
    }
    return html + text.sliced(from).toString().toHtmlEscaped();
}

constexpr qsizetype kFence = 3; ///< long

QString paragraph(const QString &html)
{
    return u"<p>"_s + html + u"</p>"_s;
}

QString elementOf(StyledText::Style style)
{
    switch (style) {
    case StyledText::Style::Strong:
        return u"strong"_s;
    case StyledText::Style::Emphasis:
        return u"em"_s;
    case StyledText::Style::Strike:
        return u"del"_s;
    case StyledText::Style::Mono:
        return u"code"_s;
    }
    return u"span"_s;
}

/// Writes the lines of a text, those together that are of one kind.
class Writer
{
public:
    explicit Writer(QStringView text)
        : m_text(text)
        , m_styled(StyledText::of(text))
    {
    }

    QString html()
    {
        QString html;
        const auto &lines = m_styled.lines;
        for (auto line = lines.cbegin(); line != lines.cend();) {
            const auto end = std::find_if(line, lines.cend(), [line](const StyledText::Line &other) {
                return other.quotes != line->quotes || other.code != line->code;
            });
            const QString block = line->code >= 0 ? code(line, end) : words(line, end);
            html += u"<blockquote>"_s.repeated(line->quotes) + block
                + u"</blockquote>"_s.repeated(line->quotes);
            line = end;
        }
        return html;
    }

private:
    using Lines = QList<StyledText::Line>::const_iterator;

    [[nodiscard]] QStringView wordsIn(const StyledText::Line &line) const
    {
        return m_text.sliced(line.start + line.prefix, line.length - line.prefix);
    }

    [[nodiscard]] QString code(Lines line, Lines end) const
    {
        QStringList html;
        for (; line != end; ++line) {
            const QString words = wordsIn(*line).toString();
            if (!line->fence)
                html.append(words.toHtmlEscaped());
            else if (const QString language = words.sliced(kFence).trimmed(); !language.isEmpty())
                html.append(u"<i>"_s + language.toHtmlEscaped() + u"</i>"_s);
        }
        return u"<pre>"_s + html.join(u'\n') + u"</pre>"_s;
    }

    QString words(Lines line, Lines end)
    {
        QStringList html;
        for (; line != end; ++line)
            html.append(spansIn(line->start + line->prefix, line->start + line->length));
        return paragraph(html.join(u'\n'));
    }

    /// From the next span on, which with those in it is before `to` or behind it.
    QString spansIn(qsizetype from, qsizetype to)
    {
        QString html;
        const auto plain = [this, &html](qsizetype first, qsizetype last) {
            html += linked(m_text.sliced(first, last - first));
        };
        while (m_next < m_styled.spans.size() && m_styled.spans.at(m_next).start < to) {
            const StyledText::Span span = m_styled.spans.at(m_next++);
            const QString element = elementOf(span.style);
            const qsizetype end = span.start + span.length;
            plain(from, span.start);
            html += u'<' + element + u'>' + QString(m_text.at(span.start)).toHtmlEscaped()
                + spansIn(span.start + 1, end - 1) + QString(m_text.at(end - 1)).toHtmlEscaped() + u"</"_s
                + element + u'>';
            from = end;
        }
        plain(from, to);
        return html;
    }

    QStringView m_text;
    const StyledText m_styled;
    qsizetype m_next = 0; ///< span
};

} // namespace

QString bodyHtml(const QString &text, bool unstyled)
{
    return unstyled ? paragraph(linked(text)) : Writer(text).html();
}

} // namespace tertulia
