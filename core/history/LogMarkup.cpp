// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/LogMarkup.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr qsizetype kLongestEntity = 12;

/// The character that `entity` (between "&" and ";") stands for; empty: it is none that is known.
QString meaningOf(QStringView entity)
{
    static const std::array<std::pair<QStringView, char16_t>, 6> kNamed{
        {{u"lt", u'<'}, {u"gt", u'>'}, {u"amp", u'&'}, {u"quot", u'"'}, {u"apos", u'\''}, {u"nbsp", u' '}}};
    for (const auto &[name, character] : kNamed) {
        if (entity == name)
            return QString(QChar(character));
    }
    if (!entity.startsWith(u'#'))
        return {};
    const bool hex = entity.size() > 1 && (entity[1] == u'x' || entity[1] == u'X');
    bool isNumber = false;
    const uint code = entity.sliced(hex ? 2 : 1).toUInt(&isNumber, hex ? 16 : 10);
    const bool exists = isNumber && code >= 0x20 && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
    const char32_t character = code;
    return exists ? QString::fromUcs4(&character, 1) : QString();
}

/// The value of href in a tag that begins a link.
QString addressIn(QStringView tag)
{
    const qsizetype at = tag.indexOf(u"href=", 0, Qt::CaseInsensitive);
    if (at < 0 || at + 6 >= tag.size())
        return {};
    const QChar quote = tag[at + 5];
    const qsizetype end = tag.indexOf(quote, at + 6);
    if ((quote != u'"' && quote != u'\'') || end < 0)
        return {};
    return wordsOfMarkup(tag.sliced(at + 6, end - at - 6));
}

bool isTag(QStringView tag, QStringView name)
{
    return tag.startsWith(name, Qt::CaseInsensitive)
        && (tag.size() == name.size() || !tag[name.size()].isLetterOrNumber());
}

} // namespace

QString wordsOfMarkup(QStringView html)
{
    QString words;
    words.reserve(html.size());
    QString address;
    qsizetype linkBegins = 0;
    for (qsizetype i = 0; i < html.size(); ++i) {
        if (html[i] == u'&') {
            const qsizetype end = html.sliced(i, std::min(kLongestEntity, html.size() - i)).indexOf(u';');
            const QString meaning = end > 1 ? meaningOf(html.sliced(i + 1, end - 1)) : QString();
            words += meaning.isEmpty() ? QString(html[i]) : meaning;
            if (!meaning.isEmpty())
                i += end;
            continue;
        }
        if (html[i] != u'<') {
            words += html[i];
            continue;
        }
        const qsizetype end = html.indexOf(u'>', i);
        if (end < 0)
            return words + html.sliced(i);
        const QStringView tag = html.sliced(i + 1, end - i - 1);
        if (isTag(tag, u"br") || isTag(tag, u"/p") || isTag(tag, u"/div")) {
            words += u'\n';
        } else if (isTag(tag, u"a")) {
            address = addressIn(tag);
            linkBegins = words.size();
        } else if (isTag(tag, u"/a") && !address.isEmpty()) {
            if (QStringView(words).sliced(linkBegins) != address)
                words += u" ("_s + address + u')';
            address.clear();
        }
        i = end;
    }
    return words;
}

} // namespace tertulia
