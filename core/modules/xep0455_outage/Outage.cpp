// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0455_outage/Outage.h"

#include "core/modules/xep0030_disco/Disco.h"
#include "core/modules/xep0030_disco/DiscoNamespaces.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kOutage = u"urn:xmpp:sos:0"_s;
constexpr qsizetype kLongestAddress = 2'000;

XmlElement fieldOf(const XmlElement &form, QStringView name)
{
    for (const XmlElement &field : form.children(u"field", kDataForms))
        if (field.attribute(u"var") == name)
            return field;
    return {};
}

bool isHarmless(const QUrl &url)
{
    return url.isValid() && url.scheme() == u"https" && !url.host().isEmpty() && url.userInfo().isEmpty();
}

} // namespace

OutageModule::OutageModule(ModuleHost &host, DiscoModule &disco, QObject *parent)
    : Module(host, parent)
{
    connect(&disco, &DiscoModule::serverInfoKnown, this,
            [this](const DiscoInfo &server) { Q_EMIT addressesKnown(addressesIn(server)); });
}

Manifest OutageModule::manifest()
{
    Manifest manifest;
    manifest.name = u"xep0455_outage"_s;
    return manifest;
}

QList<QUrl> OutageModule::addressesIn(const DiscoInfo &server)
{
    QList<QUrl> addresses;
    for (const XmlElement &form : server.forms) {
        if (fieldOf(form, u"FORM_TYPE").childText(u"value", kDataForms) != kOutage)
            continue;
        const XmlElement field = fieldOf(form, u"external-status-addresses");
        for (const XmlElement &value : field.children(u"value", kDataForms)) {
            const QString text = value.text().trimmed();
            const QUrl url(text.size() <= kLongestAddress ? text : QString(), QUrl::StrictMode);
            if (isHarmless(url) && !addresses.contains(url) && addresses.size() < kMostAddresses)
                addresses.append(url);
        }
    }
    return addresses;
}

} // namespace tertulia
