// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/LinkScanner.h"

#include <array>

namespace tertulia
{

namespace
{

constexpr qsizetype kLongestLink = 2048;
constexpr std::array<QStringView, 5> kSchemes = {u"https", u"http", u"mailto", u"xmpp", u"geo"};

/// Characters that end a link wherever they stand: spaces, controls, quotes and what can turn the direction
/// of what follows (A112).
bool endsLink(QChar c)
{
    const char16_t u = c.unicode();
    return u <= 0x20 || u == 0x7f || u == u'<' || u == u'>' || u == u'"' || u == u'`' || u == 0xab
        || u == 0xbb || (u >= 0x80 && u <= 0xa0) || (u >= 0x2000 && u <= 0x200f)
        || (u >= 0x2018 && u <= 0x201f) || (u >= 0x2028 && u <= 0x202f) || (u >= 0x2060 && u <= 0x206f)
        || u == 0x3000 || u == 0xfeff || u >= 0xfff0;
}

/// What it takes at most to know a scheme: all letters of all of them, and the one before.
constexpr qsizetype kSchemeSteps = 25;

/// The scheme that ends right before `colon`, which starts a word.
QStringView schemeBefore(QStringView text, qsizetype colon)
{
    const QChar last = colon > 0 ? text[colon - 1].toLower() : QChar();
    if (last != u's' && last != u'p' && last != u'o')
        return {};
    for (const QStringView scheme : kSchemes) {
        const qsizetype start = colon - scheme.size();
        if (start < 0 || text.sliced(start, scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
            continue;
        if (start > 0
            && (text[start - 1].isLetterOrNumber() || text[start - 1] == u'+' || text[start - 1] == u'-'))
            continue;
        return scheme;
    }
    return {};
}

/// The end of the link without the punctuation of the sentence around it; brackets stay if they are paired.
qsizetype withoutTrailingPunctuation(QStringView text, qsizetype start, qsizetype end)
{
    qsizetype round = 0;
    qsizetype square = 0;
    for (qsizetype i = start; i < end; ++i) {
        const char16_t u = text[i].unicode();
        round += (u == u'(') - (u == u')');
        square += (u == u'[') - (u == u']');
    }
    while (end > start) {
        const char16_t u = text[end - 1].unicode();
        if (u == u')' && round < 0)
            ++round;
        else if (u == u']' && square < 0)
            ++square;
        else if (!QStringView(u".,;:!?'*_~}|").contains(QChar(u)))
            break;
        --end;
    }
    return end;
}

} // namespace

bool mayOpen(const QUrl &url)
{
    if (!url.isValid())
        return false;
    const QString scheme = url.scheme();
    for (const QStringView known : kSchemes) {
        if (scheme == known)
            return true;
    }
    return false;
}

QString linkTarget(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    const QString all = url.toString(QUrl::FullyEncoded);
    return host.isEmpty() ? all : QString(host + u'\n' + all);
}

QList<TextLink> findLinks(QStringView text, qsizetype *steps)
{
    QList<TextLink> links;
    qsizetype from = 0;
    qsizetype counted = 0;
    qsizetype &looks = steps ? *steps : counted;
    looks = 0;
    while (true) {
        const qsizetype colon = text.indexOf(u':', from);
        looks += (colon < 0 ? text.size() : colon + 1) - from;
        if (colon < 0)
            return links;
        from = colon + 1;
        looks += kSchemeSteps;
        const QStringView scheme = schemeBefore(text, colon);
        if (scheme.isEmpty())
            continue;
        const qsizetype start = colon - scheme.size();
        const bool web = scheme.startsWith(u"http");
        const QStringView rest = text.sliced(colon + 1);
        if (web && !rest.startsWith(u"//"))
            continue;
        qsizetype end = colon + 1;
        while (end < text.size() && !endsLink(text[end]))
            ++end;
        // What was read is never read again, whether it makes a link or not.
        from = end;
        looks += 4 * (end - colon); // for its end, its brackets, its punctuation and its parts
        end = withoutTrailingPunctuation(text, colon + 1, end);
        if (end <= colon + (web ? 3 : 1) || end - start > kLongestLink)
            continue;
        QUrl url(text.sliced(start, end - start).toString(), QUrl::StrictMode);
        if (!url.isValid())
            url = QUrl(text.sliced(start, end - start).toString(), QUrl::TolerantMode);
        if (!mayOpen(url) || (web && url.host().isEmpty()))
            continue;
        links.append({start, end - start, url});
    }
}

} // namespace tertulia
