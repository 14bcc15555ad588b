// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Emoji.h"

#include <QList>
#include <QString>

#include <unicode/uchar.h>

namespace tertulia
{

namespace
{

constexpr qsizetype kLongest = 64;

constexpr char32_t kJoiner = 0x200d;
constexpr char32_t kTextStyle = 0xfe0e;
constexpr char32_t kEmojiStyle = 0xfe0f;
constexpr char32_t kKeycap = 0x20e3;

bool isKeycapBase(char32_t c)
{
    return (c >= U'0' && c <= U'9') || c == U'#' || c == U'*';
}

bool isRegionalIndicator(char32_t c)
{
    return c >= 0x1f1e6 && c <= 0x1f1ff;
}

bool isTag(char32_t c)
{
    return c >= 0xe0020 && c <= 0xe007f;
}

bool isModifier(char32_t c)
{
    return c >= 0x1f3fb && c <= 0x1f3ff;
}

bool isPicture(char32_t c)
{
    return !isKeycapBase(c)
        && (u_hasBinaryProperty(UChar32(c), UCHAR_EMOJI)
            || u_hasBinaryProperty(UChar32(c), UCHAR_EXTENDED_PICTOGRAPHIC));
}

} // namespace

bool isEmoji(QStringView text)
{
    if (text.isEmpty() || text.size() > kLongest)
        return false;
    const QList<uint> points = text.toUcs4();
    qsizetype next = 0;
    const auto peek = [&] { return next < points.size() ? char32_t(points[next]) : U'\0'; };
    const auto take = [&] { return next < points.size() ? char32_t(points[next++]) : U'\0'; };
    const auto atEnd = [&] { return next == points.size(); };

    if (isKeycapBase(peek())) {
        take();
        if (peek() == kEmojiStyle)
            take();
        return take() == kKeycap && atEnd();
    }
    if (isRegionalIndicator(peek())) {
        take();
        return isRegionalIndicator(take()) && atEnd();
    }
    for (;;) {
        if (!isPicture(take()))
            return false;
        if (isModifier(peek()) || peek() == kEmojiStyle || peek() == kTextStyle)
            take();
        while (isTag(peek()))
            take();
        if (atEnd())
            return true;
        if (take() != kJoiner)
            return false;
    }
}

QString qualifiedEmoji(QStringView emoji)
{
    QList<uint> points = emoji.toUcs4();
    points.removeIf([](uint c) { return c == kEmojiStyle || c == kTextStyle; });
    QString qualified;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const char32_t c = points[i];
        qualified += QString::fromUcs4(&c, 1);
        const bool modified = i + 1 < points.size() && isModifier(points[i + 1]);
        if (!modified && u_hasBinaryProperty(UChar32(c), UCHAR_EMOJI)
            && !u_hasBinaryProperty(UChar32(c), UCHAR_EMOJI_PRESENTATION))
            qualified += QChar(kEmojiStyle);
    }
    return qualified;
}

} // namespace tertulia
