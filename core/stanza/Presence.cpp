// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stanza/Presence.h"

#include "core/base/CheckedNumber.h"
#include "core/stanza/Envelope.h"
#include "core/xml/Namespaces.h"
#include "core/xml/XmlWriter.h"

namespace tertulia
{

namespace
{

std::optional<Presence::Type> typeFrom(QStringView text)
{
    if (text.isNull())
        return Presence::Type::Available;
    if (text == u"unavailable")
        return Presence::Type::Unavailable;
    if (text == u"subscribe")
        return Presence::Type::Subscribe;
    if (text == u"subscribed")
        return Presence::Type::Subscribed;
    if (text == u"unsubscribe")
        return Presence::Type::Unsubscribe;
    if (text == u"unsubscribed")
        return Presence::Type::Unsubscribed;
    if (text == u"probe")
        return Presence::Type::Probe;
    if (text == u"error")
        return Presence::Type::Error;
    return std::nullopt;
}

QStringView typeText(Presence::Type type)
{
    switch (type) {
    case Presence::Type::Unavailable:
        return u"unavailable";
    case Presence::Type::Subscribe:
        return u"subscribe";
    case Presence::Type::Subscribed:
        return u"subscribed";
    case Presence::Type::Unsubscribe:
        return u"unsubscribe";
    case Presence::Type::Unsubscribed:
        return u"unsubscribed";
    case Presence::Type::Probe:
        return u"probe";
    case Presence::Type::Error:
        return u"error";
    case Presence::Type::Available:
        break;
    }
    return {};
}

Availability availabilityFrom(QStringView show)
{
    show = show.trimmed();
    if (show == u"chat")
        return Availability::Chat;
    if (show == u"away")
        return Availability::Away;
    if (show == u"xa")
        return Availability::ExtendedAway;
    if (show == u"dnd")
        return Availability::DoNotDisturb;
    return Availability::Available;
}

QString showText(Availability availability)
{
    switch (availability) {
    case Availability::Chat:
        return QStringLiteral("chat");
    case Availability::Away:
        return QStringLiteral("away");
    case Availability::ExtendedAway:
        return QStringLiteral("xa");
    case Availability::DoNotDisturb:
        return QStringLiteral("dnd");
    case Availability::Available:
    case Availability::Offline:
        break;
    }
    return {};
}

} // namespace

XmlElement Presence::payload(QStringView name, QStringView namespaceUri) const
{
    return findPayload(payloads, name, namespaceUri);
}

Result<Presence> Presence::fromXml(const XmlElement &element)
{
    auto envelope = Envelope::fromXml(element, u"presence");
    if (!envelope)
        return Failure(envelope.error());
    const auto type = typeFrom(envelope->type);
    if (!type)
        return failure(ErrorCode::MalformedReply, QStringLiteral("type"));
    Presence presence;
    envelope->moveInto(presence);
    presence.type = *type;
    presence.availability = *type == Type::Available
        ? availabilityFrom(element.childText(u"show", ns::kClient))
        : Availability::Offline;
    presence.status = bestText(element, u"status");
    presence.priority
        = int(checkedNumber(element.childText(u"priority", ns::kClient), -128, 127).value_or(0));
    presence.payloads = payloadsIn(element, {u"show", u"status", u"priority"});
    return presence;
}

void Presence::toXml(XmlWriter &writer) const
{
    startStanza(writer, u"presence", from, to, id, typeText(type));
    if (type == Type::Available) {
        if (const QString show = showText(availability); !show.isEmpty())
            writer.textElement(u"show", ns::kClient, show);
    }
    if (!status.isEmpty())
        writer.textElement(u"status", ns::kClient, status);
    if (type == Type::Available && priority != 0)
        writer.textElement(u"priority", ns::kClient, QString::number(priority));
    for (const XmlElement &payload : payloads)
        writer.element(payload);
    if (error)
        error->toXml(writer);
    writer.end();
}

} // namespace tertulia
