// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0308_correction/Correction.h"

#include "core/stanza/Payload.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kCorrection = u"urn:xmpp:message-correct:0"_s;

} // namespace

Result<Correction> Correction::fromXml(const XmlElement &element)
{
    Correction correction;
    correction.id = idOf(element);
    if (!element.is(u"replace", kCorrection) || correction.id.isEmpty())
        return failure(ErrorCode::MalformedReply);
    return correction;
}

XmlElement Correction::toElement() const
{
    return ElementBuilder(u"replace"_s, kCorrection).attribute(u"id"_s, id).build();
}

Manifest CorrectionModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0308_correction"_s;
    manifest.features.append(kCorrection);
    return manifest;
}

std::optional<Correction> CorrectionModule::correctionIn(const Message &message)
{
    return payloadIn<Correction>(message, u"replace", kCorrection);
}

void CorrectionModule::mark(Message &message, const Correction &correction)
{
    message.payloads.append(correction.toElement());
}

} // namespace tertulia
