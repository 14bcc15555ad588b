// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0292_vcard4/VCard4Module.h"

#include "core/modules/xep0060_pubsub/NodeAccess.h"
#include "core/modules/xep0292_vcard4/VCard4.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// Who has no card, has none for us, or lives where there are no such cards.
bool meansNone(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StanzaItemNotFound:
    case ErrorCode::StanzaForbidden:
    case ErrorCode::StanzaNotAuthorized:
    case ErrorCode::StanzaNotAllowed:
    case ErrorCode::StanzaSubscriptionRequired:
    case ErrorCode::StanzaFeatureNotImplemented:
    case ErrorCode::StanzaServiceUnavailable:
        return true;
    default:
        return false;
    }
}

NodeAccess accessFor(ProfileAudience audience)
{
    switch (audience) {
    case ProfileAudience::Contacts:
        return NodeAccess::Presence;
    case ProfileAudience::Everybody:
        return NodeAccess::Open;
    case ProfileAudience::AsConfigured:
        break;
    }
    return NodeAccess::Other;
}

ProfileAudience audienceOf(NodeAccess access)
{
    switch (access) {
    case NodeAccess::Presence:
        return ProfileAudience::Contacts;
    case NodeAccess::Open:
        return ProfileAudience::Everybody;
    case NodeAccess::Other:
        break;
    }
    return ProfileAudience::AsConfigured;
}

} // namespace

Manifest VCard4Module::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0292_vcard4"_s;
    manifest.features.append(kVCard4);
    return manifest;
}

Task<XmlElement> VCard4Module::fetchCard(const Jid &bare)
{
    return m_fetches.ask(bare, this, [&] { return request(bare); });
}

Task<XmlElement> VCard4Module::request(const Jid &bare)
{
    auto promise = std::make_shared<Promise<XmlElement>>();
    auto task = promise->task();
    fetchPepItem(host(), this, bare, kVCard4Node).then(this, [promise](const Result<PepEvent::Item> &item) {
        if (item && item->payload.is(u"vcard", kVCard4))
            promise->finish(item->payload);
        else if (item)
            promise->finish(failure(ErrorCode::MalformedReply));
        else if (meansNone(item.error().code))
            promise->finish(XmlElement());
        else
            promise->finish(Failure(item.error()));
    });
    return task;
}

Task<void> VCard4Module::publish(const XmlElement &card, ProfileAudience audience, bool checksOptions)
{
    return publishItemFor(host(), this, accessFor(audience), checksOptions, kVCard4Node, u"current"_s, card);
}

Task<std::optional<ProfileAudience>> VCard4Module::fetchAudience()
{
    auto promise = std::make_shared<Promise<std::optional<ProfileAudience>>>();
    auto task = promise->task();
    fetchNodeAccess(host(), this, kVCard4Node).then(this, [promise](const Result<NodeAccess> &access) {
        // Any other error says nothing of who may see it, and a guess would be written back.
        if (access)
            promise->finish(audienceOf(*access));
        else if (access.error().code == ErrorCode::StanzaItemNotFound || isNotOffered(access.error().code))
            promise->finish(std::optional<ProfileAudience>());
        else
            promise->finish(Failure(access.error()));
    });
    return task;
}

} // namespace tertulia
