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
    return fetchCard(bare).map(this, [](const XmlElement &card) -> Result<VCard> {
        return card.isNull() ? VCard{} : VCard::fromXml(card);
    });
}

Task<XmlElement> VCardModule::fetchCard(const Jid &bare)
{
    return m_fetches.ask(bare, this, [&] { return request(bare); });
}

Task<XmlElement> VCardModule::request(const Jid &bare)
{
    Iq iq;
    if (bare != host().ownJid().bare())
        iq.to = bare; // XEP-0054 3.1: the own card is asked of the account
    iq.type = Iq::Type::Get;
    iq.payload = XmlElement(u"vCard"_s, kVCardNamespace);
    auto promise = std::make_shared<Promise<XmlElement>>();
    auto task = promise->task();
    host().request(iq).then(this, [promise](const Result<XmlElement> &reply) {
        // XEP-0054 3.3: no card is an error or an empty answer.
        if (reply ? reply->isNull() : reply.error().code == ErrorCode::StanzaItemNotFound)
            promise->finish(XmlElement());
        else if (reply && !reply->is(u"vCard", kVCardNamespace))
            promise->finish(failure(ErrorCode::MalformedReply));
        else
            promise->finish(reply);
    });
    return task;
}

Task<void> VCardModule::publish(const XmlElement &card)
{
    Iq iq;
    iq.type = Iq::Type::Set;
    iq.payload = card;
    return host().request(iq).map(this, [](const XmlElement &) { });
}

} // namespace tertulia
