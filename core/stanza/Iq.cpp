// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stanza/Iq.h"

#include "core/stanza/Envelope.h"
#include "core/xml/Namespaces.h"
#include "core/xml/XmlWriter.h"

namespace tertulia
{

namespace
{

std::optional<Iq::Type> typeFrom(QStringView text)
{
    if (text == u"get")
        return Iq::Type::Get;
    if (text == u"set")
        return Iq::Type::Set;
    if (text == u"result")
        return Iq::Type::Result;
    if (text == u"error")
        return Iq::Type::Error;
    return std::nullopt;
}

QStringView typeText(Iq::Type type)
{
    switch (type) {
    case Iq::Type::Get:
        return u"get";
    case Iq::Type::Set:
        return u"set";
    case Iq::Type::Result:
        return u"result";
    case Iq::Type::Error:
        break;
    }
    return u"error";
}

} // namespace

Result<Iq> Iq::fromXml(const XmlElement &element)
{
    auto envelope = Envelope::fromXml(element, u"iq");
    if (!envelope)
        return Failure(envelope.error());
    const auto type = typeFrom(envelope->type);
    if (!type)
        return failure(ErrorCode::MalformedReply, QStringLiteral("type"));
    if (envelope->id.isEmpty())
        return failure(ErrorCode::MalformedReply, QStringLiteral("id"));
    Iq iq;
    envelope->moveInto(iq);
    iq.type = *type;
    const auto children = element.children();
    if (iq.type == Type::Error) {
        for (const XmlElement &child : children) {
            if (iq.payload.isNull() && !child.is(u"error", ns::kClient))
                iq.payload = child;
        }
        return iq;
    }
    // RFC 6120 8.2.3: a request has exactly one child, a result none or one.
    const bool request = iq.type == Type::Get || iq.type == Type::Set;
    if (children.size() > 1 || (request && children.isEmpty()))
        return failure(ErrorCode::MalformedReply, QStringLiteral("payload"));
    if (!children.isEmpty())
        iq.payload = children.constFirst();
    return iq;
}

void Iq::toXml(XmlWriter &writer) const
{
    startStanza(writer, u"iq", from, to, id, typeText(type));
    if (!payload.isNull())
        writer.element(payload);
    if (error)
        error->toXml(writer);
    writer.end();
}

} // namespace tertulia
