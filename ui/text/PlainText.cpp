// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/PlainText.h"

#include <QStringView>

#include <algorithm>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QChar kFirstStrongIsolate(0x2068);
constexpr QChar kLeftToRightIsolate(0x2066);
constexpr QChar kPopIsolate(0x2069);

bool isBidiControl(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F
        || u == 0x061C;
}

bool isRightToLeft(QChar c)
{
    return c.direction() == QChar::DirR || c.direction() == QChar::DirAL || c.direction() == QChar::DirAN;
}

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

QString cleaned(const QString &untrusted, qsizetype limit, bool severalLines)
{
    QString shown;
    shown.reserve(std::min(untrusted.size(), limit + 1));
    for (const QChar c : untrusted) {
        if (shown.size() > limit)
            break;
        if (isLineBreak(c) || c == u'\r' || c == u'\t') {
            if (severalLines && (isLineBreak(c) || c == u'\t'))
                shown.append(c == u'\t' ? c : QChar(u'\n'));
            else if (!shown.isEmpty() && !shown.back().isSpace())
                shown.append(u' ');
            continue;
        }
        if (isBidiControl(c) || c.category() == QChar::Other_Control || c == QChar(0xFEFF))
            continue;
        shown.append(c);
    }
    if (shown.size() > limit) {
        shown.truncate(limit - 1);
        if (!shown.isEmpty() && shown.back().isHighSurrogate())
            shown.chop(1);
        shown.append(QChar(0x2026));
    }
    return shown;
}

QString isolated(const QString &text)
{
    // Text without right-to-left letters cannot disturb its surroundings, and stays comparable as it is.
    if (!std::ranges::any_of(text, isRightToLeft))
        return text;
    return kFirstStrongIsolate + text + kPopIsolate;
}

} // namespace

QString shownName(const QString &untrusted)
{
    return isolated(cleaned(untrusted, kLongestShownName, false).trimmed());
}

QString shownLine(const QString &untrusted, qsizetype limit)
{
    return isolated(cleaned(untrusted, limit, false).trimmed());
}

QString shownText(const QString &untrusted, qsizetype limit)
{
    return cleaned(untrusted, limit, true);
}

QString shownAddress(const QString &address)
{
    const QString text = cleaned(address, 1024, false);
    if (!std::ranges::any_of(text, isRightToLeft))
        return text;
    return kLeftToRightIsolate + text + kPopIsolate;
}

QString shownToolTip(const QString &untrusted)
{
    QString text = cleaned(untrusted, 500, true);
    return text.replace(u'<', u"<\u2060"_s).replace(u"&lt;"_s, u"&\u2060lt;"_s);
}

QString withoutMnemonic(const QString &text)
{
    return QString(text).replace(u'&', u"&&"_s);
}

} // namespace tertulia
