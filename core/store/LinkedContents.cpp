// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/LinkedContents.h"

#include "core/store/MessageQuery.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr QLatin1String kSchemes[] = {"http"_L1, "https"_L1, "aesgcm"_L1, "xmpp"_L1, "mailto"_L1, "geo"_L1};

/// How the name of a file ends, in lower case, if a link has one.
QString suffixOf(QStringView link)
{
    qsizetype end = link.indexOf(u'?');
    if (const qsizetype fragment = link.indexOf(u'#'); fragment >= 0 && (end < 0 || fragment < end))
        end = fragment;
    const QStringView path = end < 0 ? link : link.left(end);
    const qsizetype host = path.indexOf("://"_L1);
    const qsizetype slash = path.lastIndexOf(u'/');
    const qsizetype dot = path.lastIndexOf(u'.');
    if (host < 0 || slash <= host + 2 || dot < slash)
        return {};
    return path.mid(dot + 1).toString().toLower();
}

/// What servers write pages as is no file that somebody sent.
bool isPage(const QString &suffix)
{
    static const QSet<QString> pages{u"html"_s, u"htm"_s, u"php"_s,  u"asp"_s,
                                     u"aspx"_s, u"jsp"_s, u"xhtml"_s};
    return pages.contains(suffix);
}

bool isImage(const QString &suffix)
{
    static const QSet<QString> images{u"jpg"_s,  u"jpeg"_s, u"png"_s, u"gif"_s,  u"webp"_s, u"avif"_s,
                                      u"heic"_s, u"svg"_s,  u"bmp"_s, u"tiff"_s, u"jxl"_s};
    return images.contains(suffix);
}

} // namespace

int linkedContents(const QString &text, int wanted)
{
    if (wanted == 0)
        return 0;
    int found = 0;
    for (qsizetype colon = text.indexOf(u':'); colon >= 0 && (wanted & ~found) != 0;
         colon = text.indexOf(u':', colon + 1)) {
        qsizetype start = colon;
        while (start > 0 && text.at(start - 1).isLetter() && colon - start < 8)
            --start;
        const QStringView scheme = QStringView(text).mid(start, colon - start);
        const bool known = std::any_of(std::begin(kSchemes), std::end(kSchemes), [&](QLatin1String each) {
            return scheme.compare(each, Qt::CaseInsensitive) == 0;
        });
        if (!known || colon + 1 >= text.size() || text.at(colon + 1).isSpace())
            continue;
        qsizetype end = colon + 1;
        while (end < text.size() && !text.at(end).isSpace() && text.at(end) != u'<' && text.at(end) != u'>'
               && text.at(end) != u'"')
            ++end;
        found |= MessageQuery::Link;
        QStringView link = QStringView(text).mid(start, end - start);
        while (!link.isEmpty() && (link.back() == u'.' || link.back() == u',' || link.back() == u')'))
            link.chop(1);
        const QString suffix = suffixOf(link);
        if (!suffix.isEmpty() && suffix.size() <= 5 && !isPage(suffix))
            found |= MessageQuery::File;
        if (isImage(suffix))
            found |= MessageQuery::Image;
    }
    return found;
}

} // namespace tertulia
