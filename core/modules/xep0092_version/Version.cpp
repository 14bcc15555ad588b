// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0092_version/Version.h"

#include "core/xml/ElementBuilder.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kVersion = u"jabber:iq:version"_s;

} // namespace

Result<SoftwareVersion> SoftwareVersion::fromXml(const XmlElement &query)
{
    if (!query.is(u"query", kVersion))
        return failure(ErrorCode::MalformedReply);
    return SoftwareVersion{shownRemoteText(query.childText(u"name", kVersion)),
                           shownRemoteText(query.childText(u"version", kVersion)),
                           shownRemoteText(query.childText(u"os", kVersion))};
}

XmlElement SoftwareVersion::toElement() const
{
    ElementBuilder query(u"query"_s, kVersion);
    query.textChild(u"name"_s, name).textChild(u"version"_s, version);
    if (!os.isEmpty())
        query.textChild(u"os"_s, os);
    return query.build();
}

Manifest VersionModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0092_version"_s;
    manifest.features.append(kVersion);
    manifest.iqs.append(
        {Iq::Type::Get, u"query"_s, kVersion, Sender::Contact | Sender::OwnResource,
         [this](const Iq &) -> IqRoute::Answer {
             if (!m_answering)
                 return std::unexpected(StanzaError::serviceUnavailable());
             return SoftwareVersion{u"Tertulia"_s, QStringLiteral(TERTULIA_VERSION), {}}.toElement();
         }});
    return manifest;
}

Task<SoftwareVersion> VersionModule::ask(const Jid &jid)
{
    Iq iq;
    iq.to = jid;
    iq.type = Iq::Type::Get;
    iq.payload = XmlElement(u"query"_s, kVersion);
    return host().request(iq).map(this, &SoftwareVersion::fromXml);
}

} // namespace tertulia
