// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/ModuleRig.h"

#include "core/modules/roster/Roster.h"
#include "core/xml/Namespaces.h"
#include "core/xml/XmlStreamParser.h"
#include "tests/support/Settle.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// Every depth-1 element of a stream with this content; aborts on bytes that are no XML, which are the test's
/// own fault.
QList<XmlElement> elementsIn(const QByteArray &xml)
{
    QList<XmlElement> elements;
    XmlStreamParser parser(XmlLimits(),
                           {.streamOpened = [](const XmlElement &) {},
                            .element = [&](const XmlElement &e) { elements.append(e); },
                            .streamClosed = [] {}});
    const QByteArray bytes = "<stream:stream xmlns='jabber:client' "
                             "xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>"
        + xml;
    const auto fed = parser.feed(bytes);
    if (!fed || parser.insideStanza())
        qFatal("the test's own XML is broken: %s", xml.constData());
    return elements;
}

QByteArray discoInfo(const QStringList &features)
{
    QByteArray xml = "<query xmlns='http://jabber.org/protocol/disco#info'>"
                     "<identity category='server' type='im'/>";
    for (const QString &feature : features)
        xml += "<feature var='" + feature.toUtf8() + "'/>";
    return xml + "</query>";
}

} // namespace

Jid jid(const QString &text)
{
    const auto parsed = Jid::parse(text);
    if (!parsed)
        qFatal("the test's own address is bad: %s", qUtf8Printable(text));
    return *parsed;
}

QString conditionOf(const XmlElement &stanza)
{
    if (stanza.attribute(u"type") != u"error")
        return {};
    return stanza.child(u"error", ns::kClient).firstChildIn(ns::kStanzaErrors).name();
}

QList<ReceivedMessage> withWords(const QList<QVariantList> &told)
{
    QList<ReceivedMessage> messages;
    for (const QVariantList &arguments : told) {
        const auto message = arguments.first().value<ReceivedMessage>();
        if (!message.message.body.isNull())
            messages.append(message);
    }
    return messages;
}

ModuleRig::ModuleRig()
    : m_own(*Jid::parse(u"ana@example.org/desk"_s))
    , m_router({m_clock, m_clock, m_ids}, [this](const Outgoing &outgoing) {
        m_sent.append(outgoing.xml);
        if (outgoing.acknowledged)
            outgoing.acknowledged->finish({});
    })
{
    m_router.setAccount(m_own.bare());
    m_router.setModules(makeBuiltinModules(m_router));
    auto &rosterModule = module<RosterModule>();
    m_router.setContactTest([&rosterModule](const Jid &jid) { return rosterModule.isContact(jid); });
}

ModuleRig::~ModuleRig() = default;

void ModuleRig::startFresh()
{
    const auto features = elementsIn("<stream:features>" + streamFeatures + "</stream:features>").value(0);
    forgetSent(); // nobody will answer what the stream before asked
    m_router.begin(StreamStart::Fresh, m_own, features, inlined);
    settle();
}

void ModuleRig::goOnline()
{
    startFresh();
    answerOpening();
    forgetSent();
}

void ModuleRig::answerOpening()
{
    if (const auto iq = takeRequest(u"http://jabber.org/protocol/disco#info"_s, u"example.org"_s);
        !iq.isNull())
        answer(iq, discoInfo(serverFeatures));
    if (const auto iq = takeRequest(u"http://jabber.org/protocol/disco#info"_s, u"ana@example.org"_s);
        !iq.isNull())
        answer(iq, discoInfo(accountFeatures));
    if (const auto iq = takeRequest(u"jabber:iq:roster"_s); !iq.isNull())
        answer(iq, roster);
    if (const auto iq = takeRequest(u"urn:xmpp:carbons:2"_s); !iq.isNull())
        answer(iq);
    if (const auto iq = takeRequest(u"urn:xmpp:blocking"_s); !iq.isNull())
        answer(iq, blocked);
    if (const auto iq = takeRequest(u"jabber:iq:private"_s); !iq.isNull())
        answer(iq, notes);
}

void ModuleRig::suspend()
{
    m_router.suspend();
    settle();
}

void ModuleRig::resume()
{
    m_router.begin(StreamStart::Resumed, m_own, {});
    settle();
}

void ModuleRig::end()
{
    m_router.end();
    settle();
}

void ModuleRig::receive(const QByteArray &xml)
{
    for (const XmlElement &stanza : elementsIn(xml))
        m_router.receive(stanza);
    settle();
}

XmlElement ModuleRig::takeOnly()
{
    settle();
    const QByteArrayList sent = std::exchange(m_sent, {});
    return sent.size() == 1 ? parsedXml(sent.first()) : XmlElement();
}

XmlElement ModuleRig::takeRequest(const QString &payloadNamespace, const QString &to)
{
    settle();
    for (qsizetype i = 0; i < m_sent.size(); ++i) {
        const XmlElement iq = parsedXml(m_sent.at(i));
        const bool asks = iq.is(u"iq", ns::kClient)
            && (iq.attribute(u"type") == u"get" || iq.attribute(u"type") == u"set");
        if (!asks || iq.firstChild().namespaceUri() != payloadNamespace
            || (!to.isEmpty() && iq.attribute(u"to") != to))
            continue;
        m_sent.removeAt(i);
        return iq;
    }
    return {};
}

void ModuleRig::answer(const XmlElement &request, const QByteArray &payload)
{
    answerAs(request.attribute(u"to").toUtf8(), request, payload);
}

void ModuleRig::answerAs(const QByteArray &from, const XmlElement &request, const QByteArray &payload)
{
    QVERIFY2(!request.isNull(), "there was no such request to answer");
    receive("<iq type='result' id='" + request.attribute(u"id").toUtf8() + "'"
            + (from.isEmpty() ? QByteArray() : " from='" + from + "'") + ">" + payload + "</iq>");
}

void ModuleRig::refuse(const XmlElement &request, const QByteArray &condition)
{
    QVERIFY2(!request.isNull(), "there was no such request to refuse");
    const QByteArray from = request.attribute(u"to").toUtf8();
    receive("<iq type='error' id='" + request.attribute(u"id").toUtf8() + "'"
            + (from.isEmpty() ? QByteArray() : " from='" + from + "'") + "><error type='cancel'><" + condition
            + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
}

} // namespace tertulia
