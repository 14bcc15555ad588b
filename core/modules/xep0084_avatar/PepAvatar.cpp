// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0084_avatar/PepAvatar.h"

#include "core/base/Log.h"
#include "core/modules/xep0060_pubsub/NodeAccess.h"
#include "core/modules/xep0060_pubsub/PepItems.h"
#include "core/modules/xep0084_avatar/AvatarImage.h"
#include "core/modules/xep0084_avatar/AvatarNamespaces.h"
#include "core/xml/ElementBuilder.h"

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

Task<void> PepAvatarModule::publish(const OwnPicture &picture, bool checksOptions)
{
    // Everybody may see it: rooms show it to people who are no contacts, and servers that make a vCard photo
    // of it do so only then (XEP-0398 8).
    const auto send = [this, checksOptions](const QString &node, const QString &id, const XmlElement &item) {
        return publishItemFor(host(), this, NodeAccess::Open, checksOptions, node, id, item);
    };
    if (picture.isEmpty())
        return send(kAvatarMetadata, u"current"_s, XmlElement(u"metadata"_s, kAvatarMetadata));
    if (picture.png.size() > kMaxAvatarBytes)
        return Task<void>::completed(failure(ErrorCode::StanzaPolicyViolation));
    const QString hash = avatarHash(picture.png);
    const XmlElement info = ElementBuilder(u"info"_s, kAvatarMetadata)
                                .attribute(u"id"_s, hash)
                                .attribute(u"type"_s, u"image/png"_s)
                                .attribute(u"bytes"_s, QString::number(picture.png.size()))
                                .attribute(u"width"_s, QString::number(picture.size.width()))
                                .attribute(u"height"_s, QString::number(picture.size.height()))
                                .build();
    const XmlElement metadata = ElementBuilder(u"metadata"_s, kAvatarMetadata).child(info).build();
    auto promise = std::make_shared<Promise<void>>();
    auto task = promise->task();
    const XmlElement bytes(u"data"_s, kAvatarData, {}, {{{}, QString::fromLatin1(picture.png.toBase64())}});
    send(kAvatarData, hash, bytes)
        .then(this, [promise, send, hash, metadata, this](const Result<void> &done) {
            if (!done) {
                promise->finish(done);
                return;
            }
            send(kAvatarMetadata, hash, metadata).then(this, [promise](const Result<void> &told) {
                promise->finish(told);
            });
        });
    return task;
}

} // namespace tertulia
