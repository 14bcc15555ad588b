// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0153_vcardavatar/VCardAvatar.h"

#include "core/modules/presence/Presence.h"
#include "core/modules/xep0030_disco/Disco.h"
#include "core/modules/xep0054_vcard/VCardModule.h"
#include "core/modules/xep0084_avatar/AvatarImage.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kUpdate = u"vcard-temp:x:update"_s;
const QString kConversion = u"urn:xmpp:pep-vcard-conversion:0"_s;

} // namespace

VCardAvatarModule::VCardAvatarModule(ModuleHost &host, DiscoModule &disco, PresenceModule &presence,
                                     VCardModule &vcard, QObject *parent)
    : Module(host, parent)
    , m_disco(disco)
    , m_presence(presence)
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
    manifest.presenceDecorators.append({200, [this](Presence &presence) { decorate(presence); }});
    return manifest;
}

void VCardAvatarModule::decorate(Presence &presence) const
{
    if (presence.type != Presence::Type::Available)
        return;
    ElementBuilder update(u"x"_s, kUpdate);
    if (!m_ownHash.isNull() && !serverTells())
        update.textChild(u"photo"_s, m_ownHash);
    presence.payloads.append(update.build());
}

bool VCardAvatarModule::serverTells() const
{
    return m_disco.accountInfo().hasFeature(kConversion);
}

void VCardAvatarModule::setOwnHash(const QString &hash)
{
    const QString known = hash.isNull() ? u""_s : hash;
    if (known == m_ownHash && !m_ownHash.isNull())
        return;
    m_ownHash = known;
    // Those who see us hear of a picture by the next presence (XEP-0153 4.1).
    if (host().isOnline() && !serverTells())
        m_presence.tellAgain();
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
