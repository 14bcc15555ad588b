// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0359_stableids/StableIds.h"

#include "core/base/IdSource.h"
#include "core/modules/xep0030_disco/Disco.h"
#include "core/stanza/Payload.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kStanzaIds = u"urn:xmpp:sid:0"_s;

} // namespace

StableIdsModule::StableIdsModule(ModuleHost &host, DiscoModule &disco, QObject *parent)
    : Module(host, parent)
    , m_disco(disco)
{
}

Manifest StableIdsModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0359_stableids"_s;
    manifest.messageDecorators.append({10, [this](Message &message) { decorate(message); }});
    return manifest;
}

void StableIdsModule::decorate(Message &message) const
{
    if (message.body.isNull() || message.type == Message::Type::Error
        || message.hasPayload(u"origin-id", kStanzaIds))
        return;
    // The same value twice: some read only the one, some only the other.
    if (message.id.isEmpty())
        message.id = host().ids().next();
    message.payloads.append(XmlElement(u"origin-id"_s, kStanzaIds, {{u"id"_s, {}, message.id}}));
}

QString StableIdsModule::originIn(const Message &message)
{
    return idOf(message.payload(u"origin-id", kStanzaIds));
}

QString StableIdsModule::stanzaIdIn(const Message &message, const Jid &by)
{
    QString found;
    for (const XmlElement &payload : message.payloads) {
        if (!payload.is(u"stanza-id", kStanzaIds))
            continue;
        const auto claimed = Jid::parse(payload.attribute(u"by"));
        if (!claimed || *claimed != by)
            continue;
        if (!found.isEmpty())
            return {};
        found = idOf(payload);
    }
    return found;
}

QString StableIdsModule::ownStanzaId(const Message &message) const
{
    if (!m_disco.accountInfo().hasFeature(kStanzaIds))
        return {};
    return stanzaIdIn(message, host().ownJid().bare());
}

} // namespace tertulia
