// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0030_disco/DiscoInfo.h"

#include "core/modules/xep0030_disco/DiscoNamespaces.h"
#include "core/xml/ElementBuilder.h"
#include "core/xml/Namespaces.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr qsizetype kMaxFeatures = 1'000;
constexpr qsizetype kMaxIdentities = 100;
constexpr qsizetype kMaxForms = 100;

} // namespace

bool DiscoInfo::hasFeature(const QString &feature) const
{
    return features.contains(feature);
}

bool DiscoInfo::hasIdentity(QStringView category, QStringView type) const
{
    return std::any_of(identities.cbegin(), identities.cend(), [&](const DiscoIdentity &identity) {
        return identity.category == category && identity.type == type;
    });
}

Result<DiscoInfo> DiscoInfo::fromXml(const XmlElement &query)
{
    if (!query.is(u"query", kDiscoInfo))
        return failure(ErrorCode::MalformedReply);
    DiscoInfo info;
    info.node = query.attribute(u"node");
    for (const auto &[element, text] : query.nodes()) {
        if (element.is(u"identity", kDiscoInfo)) {
            const DiscoIdentity identity{element.attribute(u"category"), element.attribute(u"type"),
                                         element.language(), element.attribute(u"name")};
            if (!identity.category.isEmpty() && !identity.type.isEmpty()
                && info.identities.size() < kMaxIdentities)
                info.identities.append(identity);
        } else if (element.is(u"feature", kDiscoInfo)) {
            const QString var = element.attribute(u"var");
            if (!var.isEmpty() && info.features.size() < kMaxFeatures)
                info.features.append(var);
        } else if (element.is(u"x", kDataForms) && info.forms.size() < kMaxForms) {
            info.forms.append(element);
        }
    }
    return info;
}

XmlElement DiscoInfo::toElement() const
{
    ElementBuilder query(u"query"_s, kDiscoInfo);
    if (!node.isEmpty())
        query.attribute(u"node"_s, node);
    for (const DiscoIdentity &identity : identities) {
        QList<XmlAttribute> attributes{{u"category"_s, {}, identity.category},
                                       {u"type"_s, {}, identity.type}};
        if (!identity.name.isEmpty())
            attributes.append({u"name"_s, {}, identity.name});
        if (!identity.language.isEmpty())
            attributes.append({u"lang"_s, ns::kXml, identity.language});
        query.child(XmlElement(u"identity"_s, kDiscoInfo, attributes));
    }
    for (const QString &feature : features)
        query.child(XmlElement(u"feature"_s, kDiscoInfo, {{u"var"_s, {}, feature}}));
    for (const XmlElement &form : forms)
        query.child(form);
    return query.build();
}

} // namespace tertulia
