// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0084_avatar/AvatarMetadata.h"

#include "core/modules/xep0084_avatar/AvatarImage.h"
#include "core/modules/xep0084_avatar/AvatarNamespaces.h"

namespace tertulia
{

Result<AvatarMetadata> AvatarMetadata::fromXml(const XmlElement &element)
{
    if (!element.is(u"metadata", kAvatarMetadata))
        return failure(ErrorCode::MalformedReply);
    const QList<XmlElement> variants = element.children(u"info", kAvatarMetadata);
    if (variants.isEmpty())
        return AvatarMetadata{};
    for (const XmlElement &info : variants) {
        if (info.hasAttribute(u"url"))
            continue;
        const AvatarMetadata metadata{info.attribute(u"id").toLower(), info.attribute(u"bytes").toLongLong(),
                                      info.attribute(u"type")};
        if (isAvatarHash(metadata.hash) && metadata.bytes > 0 && metadata.bytes <= kMaxAvatarBytes)
            return metadata;
    }
    return failure(ErrorCode::MalformedReply);
}

} // namespace tertulia
