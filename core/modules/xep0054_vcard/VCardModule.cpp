// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0054_vcard/VCardModule.h"

#include "core/modules/xep0054_vcard/VCardNamespace.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

Manifest VCardModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0054_vcard"_s;
    return manifest;
}

Task<VCard> VCardModule::fetch(const Jid &bare)
{
    return m_fetches.ask(bare, this, [&] { return request(bare); });
}

Task<VCard> VCardModule::request(const Jid &bare)
{
    Iq iq;
    if (bare != host().ownJid().bare())
        iq.to = bare; // XEP-0054 3.1: the own card is asked of the account
    iq.type = Iq::Type::Get;
    iq.payload = XmlElement(u"vCard"_s, kVCardNamespace);
    auto promise = std::make_shared<Promise<VCard>>();
    auto task = promise->task();
    host().request(iq).then(this, [promise](const Result<XmlElement> &reply) {
        // XEP-0054 3.3: no card is an error or an empty answer.
        if (reply ? reply->isNull() : reply.error().code == ErrorCode::StanzaItemNotFound)
            promise->finish(VCard{});
        else if (reply)
            promise->finish(VCard::fromXml(*reply));
        else
            promise->finish(Failure(reply.error()));
    });
    return task;
}

} // namespace tertulia
