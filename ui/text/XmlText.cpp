// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/XmlText.h"

#include <algorithm>

namespace tertulia
{

namespace
{

constexpr int kDeepest = 32; ///< further indentation would only move the text out of sight

/// The place behind the ">" that ends the tag at `at`; a ">" in a value does not.
qsizetype endOfTag(QStringView xml, qsizetype at)
{
    QChar quote;
    for (; at < xml.size(); ++at) {
        const QChar c = xml.at(at);
        if (!quote.isNull())
            quote = c == quote ? QChar() : quote;
        else if (c == u'"' || c == u'\'')
            quote = c;
        else if (c == u'>')
            return at + 1;
    }
    return xml.size();
}

} // namespace

QString xmlInLines(QStringView xml)
{
    QString lines;
    int depth = 0;
    bool afterTag = false;
    bool afterStart = false;
    for (qsizetype at = 0; at < xml.size();) {
        if (xml.at(at) != u'<') {
            const qsizetype next = xml.indexOf(u'<', at);
            const QStringView text = xml.sliced(at, (next < 0 ? xml.size() : next) - at);
            lines += text;
            at += text.size();
            afterTag = false;
            continue;
        }
        const qsizetype end = endOfTag(xml, at);
        const QStringView tag = xml.sliced(at, end - at);
        const bool closes = tag.startsWith(u"</");
        const bool opens
            = !closes && !tag.endsWith(u"/>") && !tag.startsWith(u"<!") && !tag.startsWith(u"<?");
        if (closes)
            depth = std::max(0, depth - 1);
        // An element without children ends where it began.
        if (afterTag && !(closes && afterStart))
            lines += u'\n' + QString(std::min(depth, kDeepest) * 2, u' ');
        lines += tag;
        if (opens)
            ++depth;
        afterTag = true;
        afterStart = opens;
        at = end;
    }
    return lines;
}

} // namespace tertulia
