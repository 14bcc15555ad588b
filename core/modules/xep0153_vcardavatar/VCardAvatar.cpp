// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0153_vcardavatar/VCardAvatar.h"

#include "core/modules/presence/Presence.h"
#include "core/modules/xep0054_vcard/VCardModule.h"
#include "core/modules/xep0084_avatar/AvatarImage.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kUpdate = u"vcard-temp:x:update"_s;

} // namespace

VCardAvatarModule::VCardAvatarModule(ModuleHost &host, PresenceModule &presence, VCardModule &vcard,
                                     QObject *parent)
    : Module(host, parent)
    , m_vcard(vcard)
{
    connect(&presence, &PresenceModule::resourceAvailable, this, [this](const Presence &stanza) {
        if (const auto hash = hashIn(stanza))
            Q_EMIT hashAnnounced(stanza.from.bare(), *hash);
    });
}

Manifest VCardAvatarModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0153_vcardavatar"_s;
    manifest.presenceDecorators.append({200, [](Presence &presence) {
                                            if (presence.type == Presence::Type::Available)
                                                presence.payloads.append(XmlElement(u"x"_s, kUpdate));
                                        }});
    return manifest;
}

std::optional<QString> VCardAvatarModule::hashIn(const Presence &presence)
{
    const XmlElement photo = presence.payload(u"x", kUpdate).child(u"photo", kUpdate);
    if (photo.isNull())
        return std::nullopt;
    const QString hash = photo.text().trimmed().toLower();
    if (hash.isEmpty())
        return u""_s;
    if (!isAvatarHash(hash))
        return std::nullopt;
    return hash;
}

Task<QByteArray> VCardAvatarModule::fetch(const Jid &bare, const QString &hash)
{
    return m_vcard.fetch(bare).map(this, [hash](const VCard &card) -> Result<QByteArray> {
        if (!isAcceptableAvatar(card.photo, hash))
            return failure(ErrorCode::MalformedReply);
        return card.photo;
    });
}

} // namespace tertulia
