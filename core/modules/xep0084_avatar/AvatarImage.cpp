// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0084_avatar/AvatarImage.h"

#include <QCryptographicHash>

#include <algorithm>

namespace tertulia
{

namespace
{

bool hasImageMagic(const QByteArray &bytes)
{
    const bool webp = bytes.size() >= 12 && bytes.startsWith("RIFF") && bytes.sliced(8, 4) == "WEBP";
    return webp || bytes.startsWith("\x89PNG\r\n\x1a\n") || bytes.startsWith("\xff\xd8\xff")
        || bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a");
}

} // namespace

QString avatarHash(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex());
}

bool isAvatarHash(const QString &hash)
{
    return hash.size() == 40 && std::all_of(hash.cbegin(), hash.cend(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

bool isAcceptableAvatar(const QByteArray &bytes, const QString &hash)
{
    return !bytes.isEmpty() && bytes.size() <= kMaxAvatarBytes && hasImageMagic(bytes)
        && avatarHash(bytes) == hash;
}

} // namespace tertulia
