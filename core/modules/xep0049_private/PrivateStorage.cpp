// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0049_private/PrivateStorage.h"

#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kPrivate = u"jabber:iq:private"_s;

Task<XmlElement> ask(ModuleHost &host, Iq::Type type, const XmlElement &element)
{
    Iq iq;
    iq.type = type;
    iq.payload = ElementBuilder(u"query"_s, kPrivate).child(element).build();
    return host.request(iq);
}

} // namespace

Task<XmlElement> fetchPrivate(ModuleHost &host, QObject *context, const QString &name,
                              const QString &namespaceUri)
{
    return ask(host, Iq::Type::Get, XmlElement(name, namespaceUri))
        .map(context, [name, namespaceUri](const XmlElement &reply) -> Result<XmlElement> {
            if (!reply.is(u"query", kPrivate))
                return failure(ErrorCode::MalformedReply);
            // Some servers leave out what they have nothing of.
            if (reply.children().isEmpty())
                return XmlElement(name, namespaceUri);
            const XmlElement kept = reply.child(name, namespaceUri);
            if (kept.isNull())
                return failure(ErrorCode::MalformedReply);
            return kept;
        });
}

Task<void> storePrivate(ModuleHost &host, QObject *context, const XmlElement &element)
{
    return ask(host, Iq::Type::Set, element).map(context, [](const XmlElement &) { });
}

} // namespace tertulia
