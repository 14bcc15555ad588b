// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0202_time/Time.h"

#include "core/base/Clock.h"
#include "core/modules/xep0082_datetime/DateTime.h"
#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kTime = u"urn:xmpp:time"_s;

} // namespace

Result<EntityTime> EntityTime::fromXml(const XmlElement &time)
{
    const auto utc = parseDateTime(time.childText(u"utc", kTime));
    const auto offset = parseOffset(time.childText(u"tzo", kTime));
    if (!time.is(u"time", kTime) || !utc || !offset)
        return failure(ErrorCode::MalformedReply);
    return EntityTime{*utc, *offset};
}

XmlElement EntityTime::toElement() const
{
    return ElementBuilder(u"time"_s, kTime)
        .textChild(u"tzo"_s, formatOffset(offsetSeconds))
        .textChild(u"utc"_s, formatDateTime(utc))
        .build();
}

Manifest TimeModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0202_time"_s;
    manifest.features.append(kTime);
    manifest.iqs.append({Iq::Type::Get, u"time"_s, kTime, Sender::Contact | Sender::OwnResource,
                         [this](const Iq &) -> IqRoute::Answer {
                             if (!m_answering)
                                 return std::unexpected(StanzaError::serviceUnavailable());
                             const QDateTime now = host().clock().now();
                             return EntityTime{now, now.toLocalTime().offsetFromUtc()}.toElement();
                         }});
    return manifest;
}

Task<EntityTime> TimeModule::ask(const Jid &jid)
{
    Iq iq;
    iq.to = jid;
    iq.type = Iq::Type::Get;
    iq.payload = XmlElement(u"time"_s, kTime);
    return host().request(iq).map(this, &EntityTime::fromXml);
}

} // namespace tertulia
