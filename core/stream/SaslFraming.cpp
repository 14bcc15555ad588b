// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/SaslFraming.h"

#include "core/xml/Namespaces.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kChannelBinding = u"urn:xmpp:sasl-cb:0"_s;

XmlElement textElement(const QString &name, const QString &namespaceUri, const QString &text,
                       const QList<XmlAttribute> &attributes = {})
{
    return XmlElement(name, namespaceUri, attributes, {{{}, text}});
}

QString base64(const QByteArray &message)
{
    return QString::fromLatin1(message.toBase64());
}

} // namespace

const QString &SaslFraming::namespaceUri() const
{
    return m_profile == Profile::Sasl2 ? ns::kSasl2 : ns::kSasl;
}

MechanismOffer SaslFraming::offer(const XmlElement &features) const
{
    const bool sasl2 = m_profile == Profile::Sasl2;
    MechanismOffer offer;
    offer.sasl2 = sasl2;
    const XmlElement list
        = sasl2 ? features.child(u"authentication", ns::kSasl2) : features.child(u"mechanisms", ns::kSasl);
    for (const XmlElement &child : list.children(u"mechanism", namespaceUri()))
        offer.mechanisms.append(child.text().trimmed());
    if (sasl2)
        for (const XmlElement &child : list.children(u"upgrade", ns::kSaslUpgrade))
            offer.upgrades.append(child.text().trimmed());
    const XmlElement bindings = features.child(u"sasl-channel-binding", kChannelBinding);
    if (!bindings.isNull()) {
        offer.bindingTypes.emplace();
        for (const XmlElement &child : bindings.children(u"channel-binding", kChannelBinding))
            offer.bindingTypes->append(child.attribute(u"type"));
    }
    return offer;
}

bool SaslFraming::isOffered(const XmlElement &features) const
{
    return !(m_profile == Profile::Sasl2 ? features.child(u"authentication", ns::kSasl2)
                                         : features.child(u"mechanisms", ns::kSasl))
                .isNull();
}

XmlElement SaslFraming::initiation(const QString &mechanism, const std::optional<QByteArray> &message,
                                   const QList<XmlElement> &inlined) const
{
    const QList<XmlAttribute> attributes{{u"mechanism"_s, {}, mechanism}};
    if (m_profile == Profile::Rfc6120) {
        // RFC 6120 6.4.2: "=" for a message that is there but empty.
        const QString text = !message ? QString() : message->isEmpty() ? u"="_s : base64(*message);
        return textElement(u"auth"_s, ns::kSasl, text, attributes);
    }
    QList<XmlElement::Node> nodes;
    if (message)
        nodes.append({textElement(u"initial-response"_s, ns::kSasl2, base64(*message)), {}});
    for (const XmlElement &each : inlined)
        nodes.append({each, {}});
    return XmlElement(u"authenticate"_s, ns::kSasl2, attributes, nodes);
}

XmlElement SaslFraming::response(const QByteArray &message) const
{
    return textElement(u"response"_s, namespaceUri(), base64(message));
}

std::optional<QByteArray> SaslFraming::message(const XmlElement &element) const
{
    const bool wrapped = m_profile == Profile::Sasl2 && element.name() != u"challenge";
    const QString text = wrapped ? element.child(u"additional-data", ns::kSasl2).text() : element.text();
    const QByteArray bytes = text.trimmed().toLatin1();
    if (bytes.isEmpty() || (m_profile == Profile::Rfc6120 && bytes == "="))
        return QByteArray();
    auto result = QByteArray::fromBase64Encoding(
        bytes, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!result)
        return std::nullopt;
    return *std::move(result);
}

} // namespace tertulia
