// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0441_preferences/ArchivePreferences.h"

#include "core/xml/ElementBuilder.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kArchive = u"urn:xmpp:mam:2"_s;

const std::array<std::pair<QString, ArchivePreferences::Standard>, 3> kStandards{{
    {u"always"_s, ArchivePreferences::Standard::Always},
    {u"roster"_s, ArchivePreferences::Standard::Roster},
    {u"never"_s, ArchivePreferences::Standard::Never},
}};

QList<Jid> addressesIn(const XmlElement &list)
{
    QList<Jid> addresses;
    for (const XmlElement &item : list.children()) {
        const auto address
            = item.is(u"jid", kArchive) ? Jid::parse(item.text().trimmed()) : Result<Jid>(Jid());
        if (address && !address->isNull())
            addresses.append(*address);
    }
    return addresses;
}

XmlElement listOf(const QString &name, const QList<Jid> &addresses)
{
    ElementBuilder list(name, kArchive);
    for (const Jid &address : addresses)
        list.textChild(u"jid"_s, address.toString());
    return list.build();
}

} // namespace

Result<ArchivePreferences> ArchivePreferences::fromXml(const XmlElement &prefs)
{
    const QString standard = prefs.attribute(u"default");
    const auto known = std::find_if(kStandards.cbegin(), kStandards.cend(),
                                    [&](const auto &each) { return each.first == standard; });
    if (!prefs.is(u"prefs", kArchive) || known == kStandards.cend())
        return failure(ErrorCode::MalformedReply);
    return ArchivePreferences{known->second, addressesIn(prefs.child(u"always", kArchive)),
                              addressesIn(prefs.child(u"never", kArchive))};
}

XmlElement ArchivePreferences::toElement() const
{
    const auto name = std::find_if(kStandards.cbegin(), kStandards.cend(),
                                   [this](const auto &each) { return each.second == standard; });
    return ElementBuilder(u"prefs"_s, kArchive)
        .attribute(u"default"_s, name->first)
        .child(listOf(u"always"_s, always))
        .child(listOf(u"never"_s, never))
        .build();
}

Manifest ArchivePreferencesModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0441_preferences"_s;
    return manifest;
}

Task<ArchivePreferences> ArchivePreferencesModule::preferences()
{
    Iq iq;
    iq.type = Iq::Type::Get;
    iq.payload = XmlElement(u"prefs"_s, kArchive);
    return host().request(iq).map(this, &ArchivePreferences::fromXml);
}

Task<ArchivePreferences> ArchivePreferencesModule::setPreferences(const ArchivePreferences &preferences)
{
    Iq iq;
    iq.type = Iq::Type::Set;
    iq.payload = preferences.toElement();
    return host().request(iq).map(this, &ArchivePreferences::fromXml);
}

} // namespace tertulia
