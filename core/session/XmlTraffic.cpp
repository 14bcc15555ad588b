// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/XmlTraffic.h"

#include "core/stanza/Iq.h"
#include "core/stanza/Message.h"
#include "core/stanza/Presence.h"
#include "core/stream/XmppStream.h"
#include "core/xml/Namespaces.h"
#include "core/xml/XmlStreamParser.h"
#include "core/xml/XmlWriter.h"

#include <QMetaMethod>

#include <utility>
#include <variant>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

using Stanza = std::variant<Message, Presence, Iq>;

std::variant<XmlElement, XmlFault> read(const QByteArray &xml)
{
    QList<XmlElement> elements;
    XmlStreamParser parser({},
                           {[](const XmlElement &) {},
                            [&elements](const XmlElement &element) { elements.append(element); }, [] {}});
    const QByteArray header = XmlWriter::streamHeader({}, {}, {});
    if (!parser.feed(header))
        return XmlFault::Broken;
    if (const auto fed = parser.feed(xml.trimmed()); !fed)
        return fed.error().code == ErrorCode::PeerProtocolViolation ? XmlFault::NotOne : XmlFault::Broken;
    if (parser.insideStanza())
        return XmlFault::Unfinished;
    if (elements.size() != 1)
        return XmlFault::NotOne;
    return elements.constFirst();
}

template <class T>
std::variant<Stanza, XmlFault> stanza(const Result<T> &parsed)
{
    if (!parsed)
        return XmlFault::NotAStanza;
    return Stanza(*parsed);
}

std::variant<Stanza, XmlFault> stanzaIn(const QByteArray &xml)
{
    const auto found = read(xml);
    if (const auto *fault = std::get_if<XmlFault>(&found))
        return *fault;
    const XmlElement &element = std::get<XmlElement>(found);
    if (element.is(u"message", ns::kClient))
        return stanza(Message::fromXml(element));
    if (element.is(u"presence", ns::kClient))
        return stanza(Presence::fromXml(element));
    if (!element.is(u"iq", ns::kClient))
        return XmlFault::NotAStanza;
    QList<XmlAttribute> attributes = element.attributes();
    // The request gets one of ours in any case.
    if (!element.hasAttribute(u"id"))
        attributes.append({u"id"_s, {}, u"typed"_s});
    const auto iq
        = Iq::fromXml(XmlElement(element.name(), element.namespaceUri(), attributes, element.nodes()));
    if (iq && iq->type != Iq::Type::Get && iq->type != Iq::Type::Set)
        return XmlFault::NotAStanza;
    return stanza(iq);
}

} // namespace

XmlTraffic::XmlTraffic(XmppStream &stream, QObject *parent)
    : QObject(parent)
    , m_stream(stream)
{
}

void XmlTraffic::connectNotify(const QMetaMethod &signal)
{
    if (signal == QMetaMethod::fromSignal(&XmlTraffic::passed) && !m_listening)
        m_listening = connect(&m_stream, &XmppStream::xmlTraffic, this, &XmlTraffic::passed);
}

void XmlTraffic::disconnectNotify(const QMetaMethod &)
{
    if (m_listening && !isSignalConnected(QMetaMethod::fromSignal(&XmlTraffic::passed)))
        disconnect(std::exchange(m_listening, {}));
}

std::optional<XmlFault> XmlTraffic::check(const QByteArray &xml)
{
    const auto typed = stanzaIn(xml);
    const auto *fault = std::get_if<XmlFault>(&typed);
    return fault ? std::optional(*fault) : std::nullopt;
}

std::optional<XmlFault> XmlTraffic::send(const QByteArray &xml)
{
    const auto typed = stanzaIn(xml);
    if (const auto *fault = std::get_if<XmlFault>(&typed))
        return *fault;
    ModuleHost &host = m_stream.host();
    if (!host.isOnline())
        return XmlFault::NotOnline;
    const Stanza &said = std::get<Stanza>(typed);
    if (const auto *message = std::get_if<Message>(&said))
        host.send(*message);
    else if (const auto *presence = std::get_if<Presence>(&said))
        host.send(*presence);
    else
        std::ignore = host.exchange(std::get<Iq>(said));
    return {};
}

} // namespace tertulia
