// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/InlineStart.h"

#include "core/stream/StreamManagement.h"
#include "core/xml/Namespaces.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kProgram = u"Tertulia"_s;
constexpr qsizetype kLongestToken = 1024;

} // namespace

InlineOffer InlineOffer::fromFeatures(const XmlElement &features)
{
    InlineOffer offer;
    const XmlElement list = features.child(u"authentication", ns::kSasl2).child(u"inline", ns::kSasl2);
    const XmlElement bind = list.child(u"bind", ns::kBind2);
    offer.bind = !bind.isNull();
    for (const XmlElement &feature : bind.child(u"inline", ns::kBind2).children(u"feature", ns::kBind2))
        offer.bindFeatures.append(feature.attribute(u"var"));
    offer.resume = !list.child(u"sm", ns::kStreamManagement).isNull();
    for (const XmlElement &mechanism : list.child(u"fast", ns::kFast).children(u"mechanism", ns::kFast))
        offer.tokenMechanisms.append(mechanism.text().trimmed());
    return offer;
}

bool InlineOffer::canEnableManagement() const
{
    return bindFeatures.contains(ns::kStreamManagement);
}

XmlElement inlineBind(const InlineOffer &offer, const QList<InlineFeature> &wanted, QStringList &names)
{
    QList<XmlElement::Node> nodes;
    nodes.append({XmlElement(u"tag"_s, ns::kBind2, {}, {{{}, kProgram}}), {}});
    for (const InlineFeature &feature : wanted) {
        const XmlElement request
            = offer.bindFeatures.contains(feature.name) ? feature.request() : XmlElement();
        if (request.isNull())
            continue;
        nodes.append({request, {}});
        names.append(feature.name);
    }
    if (offer.canEnableManagement())
        nodes.append({StreamManagement::enableElement(), {}});
    return XmlElement(u"bind"_s, ns::kBind2, {}, nodes);
}

XmlElement userAgent(const QString &id)
{
    QList<XmlAttribute> attributes;
    if (!id.isEmpty())
        attributes.append({u"id"_s, {}, id});
    return XmlElement(u"user-agent"_s, ns::kSasl2, attributes,
                      {{XmlElement(u"software"_s, ns::kSasl2, {}, {{{}, kProgram}}), {}}});
}

XmlElement tokenRequest(const QString &mechanism)
{
    return XmlElement(u"request-token"_s, ns::kFast, {{u"mechanism"_s, {}, mechanism}});
}

XmlElement tokenUse(bool revokes)
{
    // Its count guards what travels in TLS early data, where nothing of ours ever does.
    QList<XmlAttribute> attributes;
    if (revokes)
        attributes.append({u"invalidate"_s, {}, u"true"_s});
    return XmlElement(u"fast"_s, ns::kFast, attributes);
}

InlineResult InlineResult::fromSuccess(const XmlElement &success)
{
    InlineResult result;
    if (const auto jid = Jid::parse(success.childText(u"authorization-identifier", ns::kSasl2).trimmed()))
        result.identity = *jid;
    result.resumed = success.child(u"resumed", ns::kStreamManagement);
    result.notResumed = success.child(u"failed", ns::kStreamManagement);
    const XmlElement bound = success.child(u"bound", ns::kBind2);
    result.isBound = !bound.isNull();
    result.enabled = bound.child(u"enabled", ns::kStreamManagement);
    const XmlElement token = success.child(u"token", ns::kFast);
    const QString secret = token.attribute(u"token");
    const QDateTime expiry = QDateTime::fromString(token.attribute(u"expiry"), Qt::ISODateWithMs).toUTC();
    if (!secret.isEmpty() && secret.size() <= kLongestToken && expiry.isValid())
        result.token = {{}, secret, expiry};
    return result;
}

} // namespace tertulia
