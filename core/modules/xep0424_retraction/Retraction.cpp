// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0424_retraction/Retraction.h"

#include "core/modules/xep0082_datetime/DateTime.h"
#include "core/modules/xep0334_hints/Hints.h"
#include "core/modules/xep0428_fallback/Fallback.h"
#include "core/stanza/Payload.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kRetraction = u"urn:xmpp:message-retract:1"_s;

/// Part of the protocol, like an address: the person at the other end may speak another language than ours.
const QString kForOthers = u"/me retracted a message, which your client does not take away."_s;

} // namespace

Result<Retraction> Retraction::fromXml(const XmlElement &element)
{
    Retraction retraction;
    retraction.id = idOf(element);
    if (!element.is(u"retract", kRetraction) || retraction.id.isEmpty())
        return failure(ErrorCode::MalformedReply);
    return retraction;
}

XmlElement Retraction::toElement() const
{
    return ElementBuilder(u"retract"_s, kRetraction).attribute(u"id"_s, id).build();
}

Result<Tombstone> Tombstone::fromXml(const XmlElement &element)
{
    Tombstone tombstone;
    tombstone.id = idOf(element);
    if (!element.is(u"retracted", kRetraction) || tombstone.id.isEmpty())
        return failure(ErrorCode::MalformedReply);
    if (const auto stamp = parseDateTime(element.attribute(u"stamp")))
        tombstone.stamp = *stamp;
    return tombstone;
}

Manifest RetractionModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0424_retraction"_s;
    manifest.features.append(kRetraction);
    return manifest;
}

std::optional<Retraction> RetractionModule::retractionIn(const Message &message)
{
    return payloadIn<Retraction>(message, u"retract", kRetraction);
}

std::optional<Tombstone> RetractionModule::tombstoneIn(const Message &message)
{
    return payloadIn<Tombstone>(message, u"retracted", kRetraction);
}

QString RetractionModule::saidBesides(const Message &message)
{
    return bodyWithoutFallback(message, {kRetraction}).text;
}

void RetractionModule::mark(Message &message, const Retraction &retraction)
{
    message.body = kForOthers;
    message.payloads.append(retraction.toElement());
    Fallback fallback;
    fallback.extension = kRetraction;
    message.payloads.append(fallback.toElement());
    addHint(message, Hint::Store);
}

} // namespace tertulia
