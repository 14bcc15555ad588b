// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0084_avatar/PepAvatar.h"

#include "core/base/Log.h"
#include "core/modules/xep0060_pubsub/PepItems.h"
#include "core/modules/xep0084_avatar/AvatarImage.h"
#include "core/modules/xep0084_avatar/AvatarNamespaces.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

Result<QByteArray> imageIn(const PepEvent::Item &item, const QString &hash)
{
    if (!item.payload.is(u"data", kAvatarData))
        return failure(ErrorCode::MalformedReply);
    const QString encoded = item.payload.text();
    if (encoded.size() > kMaxAvatarBytes * 3 / 2)
        return failure(ErrorCode::MalformedReply);
    const QByteArray bytes = QByteArray::fromBase64(encoded.toLatin1());
    if (!isAcceptableAvatar(bytes, hash))
        return failure(ErrorCode::MalformedReply);
    return bytes;
}

} // namespace

Manifest PepAvatarModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0084_avatar"_s;
    // Public data of whoever sends it, about themselves alone; whose pictures are wanted is decided by
    // AvatarsModule.
    manifest.pepNodes.append(
        {kAvatarMetadata, Sender::Anyone, [this](const PepEvent &event) { handleEvent(event); }});
    return manifest;
}

void PepAvatarModule::handleEvent(const PepEvent &event)
{
    if (event.items.isEmpty()) {
        if (!event.retracted.isEmpty())
            Q_EMIT metadataChanged(event.sender, {});
        return;
    }
    const auto metadata = AvatarMetadata::fromXml(event.items.last().payload);
    if (!metadata) {
        qCInfo(logModules) << "passed over an avatar that is malformed, too large or external";
        return;
    }
    Q_EMIT metadataChanged(event.sender, *metadata);
}

Task<QByteArray> PepAvatarModule::fetch(const Jid &bare, const QString &hash)
{
    return fetchPepItem(host(), this, bare, kAvatarData, hash).map(this, [hash](const PepEvent::Item &item) {
        return imageIn(item, hash);
    });
}

} // namespace tertulia
