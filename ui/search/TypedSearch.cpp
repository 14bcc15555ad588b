// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/TypedSearch.h"

#include "core/models/SearchFold.h"
#include "core/session/MessageSearch.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

using Kind = TypedFilter::Kind;

QString translated(const char *text)
{
    return QCoreApplication::translate("tertulia::TypedSearch", text);
}

const char *englishKey(Kind kind)
{
    switch (kind) {
    case Kind::From:
        return QT_TRANSLATE_NOOP("tertulia::TypedSearch", "from");
    case Kind::In:
        return QT_TRANSLATE_NOOP("tertulia::TypedSearch", "in");
    case Kind::Before:
        return QT_TRANSLATE_NOOP("tertulia::TypedSearch", "before");
    case Kind::After:
        return QT_TRANSLATE_NOOP("tertulia::TypedSearch", "after");
    case Kind::Has:
        return QT_TRANSLATE_NOOP("tertulia::TypedSearch", "has");
    }
    return "";
}

/// Of a key in any of the languages.
std::optional<Kind> kindOf(QStringView typed)
{
    static const QHash<QString, Kind> known{
        {u"from"_s, Kind::From},   {u"de"_s, Kind::From},       {u"in"_s, Kind::In},
        {u"en"_s, Kind::In},       {u"before"_s, Kind::Before}, {u"antes"_s, Kind::Before},
        {u"after"_s, Kind::After}, {u"since"_s, Kind::After},   {u"despues"_s, Kind::After},
        {u"desde"_s, Kind::After}, {u"has"_s, Kind::Has},       {u"tiene"_s, Kind::Has},
        {u"con"_s, Kind::Has},
    };
    constexpr qsizetype kLongestKey = 12;
    if (typed.size() > kLongestKey)
        return {};
    const QString key = searchFold(typed.toString());
    if (const auto found = known.constFind(key); found != known.cend())
        return *found;
    for (const Kind kind : {Kind::From, Kind::In, Kind::Before, Kind::After, Kind::Has}) {
        if (key == searchFold(filterKey(kind)))
            return kind;
    }
    return {};
}

} // namespace

TypedSearch TypedSearch::of(const QString &typed)
{
    TypedSearch search;
    bool quoted = false;
    for (qsizetype at = 0; at < typed.size();) {
        const QChar c = typed.at(at);
        const bool begins = !quoted && (at == 0 || typed.at(at - 1).isSpace());
        if (begins && c.isLetter()) {
            qsizetype colon = at;
            while (colon < typed.size() && typed.at(colon).isLetter())
                ++colon;
            const auto kind = colon < typed.size() && typed.at(colon) == u':'
                ? kindOf(QStringView(typed).mid(at, colon - at))
                : std::nullopt;
            if (kind) {
                qsizetype end = colon + 1;
                QString value;
                if (end < typed.size() && typed.at(end) == u'"') {
                    const qsizetype close = typed.indexOf(u'"', end + 1);
                    value = typed.mid(end + 1, close < 0 ? -1 : close - end - 1);
                    end = close < 0 ? typed.size() : close + 1;
                } else {
                    while (end < typed.size() && !typed.at(end).isSpace())
                        ++end;
                    value = typed.mid(colon + 1, end - colon - 1);
                }
                search.filters.append({*kind, value.trimmed(), at, end - at});
                at = end;
                continue;
            }
        }
        if (c == u'"')
            quoted = !quoted;
        search.words.append(c);
        ++at;
    }
    search.words = search.words.simplified();
    return search;
}

QString filterKey(TypedFilter::Kind kind)
{
    return translated(englishKey(kind));
}

QString filterText(TypedFilter::Kind kind, const QString &value)
{
    QString clean = value;
    clean.remove(u'"');
    const bool spaced = clean.contains(u' ');
    return filterKey(kind) + u':' + (spaced ? QString(u'"' + clean + u'"') : clean);
}

QString contentWord(int content)
{
    switch (content) {
    case MessageQuery::Image:
        return translated(QT_TRANSLATE_NOOP("tertulia::TypedSearch", "image"));
    case MessageQuery::File:
        return translated(QT_TRANSLATE_NOOP("tertulia::TypedSearch", "file"));
    default:
        return translated(QT_TRANSLATE_NOOP("tertulia::TypedSearch", "link"));
    }
}

int contentOf(const QString &word)
{
    static const QHash<QString, int> known{
        {u"image"_s, MessageQuery::Image},   {u"photo"_s, MessageQuery::Image},
        {u"picture"_s, MessageQuery::Image}, {u"imagen"_s, MessageQuery::Image},
        {u"foto"_s, MessageQuery::Image},    {u"file"_s, MessageQuery::File},
        {u"archivo"_s, MessageQuery::File},  {u"fichero"_s, MessageQuery::File},
        {u"link"_s, MessageQuery::Link},     {u"enlace"_s, MessageQuery::Link},
    };
    const QString folded = searchFold(word);
    if (const auto found = known.constFind(folded); found != known.cend())
        return *found;
    for (const int content : {MessageQuery::Image, MessageQuery::File, MessageQuery::Link}) {
        if (folded == searchFold(contentWord(content)))
            return content;
    }
    return 0;
}

std::optional<QDate> dayOf(const QString &value, QDate today)
{
    const QString folded = searchFold(value);
    if (folded == "today"_L1 || folded == "hoy"_L1)
        return today;
    if (folded == "yesterday"_L1 || folded == "ayer"_L1)
        return today.addDays(-1);
    QDate day = QDate::fromString(value, Qt::ISODate);
    if (!day.isValid())
        day = QDate::fromString(value, u"yyyy-M-d"_s);
    if (!day.isValid())
        day = QDate::fromString(value, u"yyyy-M"_s);
    if (!day.isValid() && value.size() == 4)
        day = QDate::fromString(value, u"yyyy"_s);
    const QLocale locale;
    for (const QString &format : {locale.dateFormat(QLocale::ShortFormat), u"d/M/yyyy"_s, u"d.M.yyyy"_s}) {
        if (!day.isValid())
            day = locale.toDate(value, format);
    }
    // Two digits of a year are of this century.
    if (day.isValid() && day.year() < 1970 && day.year() >= 1900)
        day = day.addYears(100);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

bool isMe(const QString &value)
{
    const QString folded = searchFold(value);
    return folded == "me"_L1 || folded == "mi"_L1 || folded == "yo"_L1;
}

} // namespace tertulia
