// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stanza/Iq.h"
#include "core/stanza/Message.h"
#include "core/stanza/Presence.h"
#include "core/xml/Namespaces.h"
#include "core/xml/XmlWriter.h"
#include "tests/support/CanonicalXml.h"
#include "tests/support/ParsedXml.h"
#include "tests/support/ResidentMemory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

template <class Stanza>
QByteArray written(const Stanza &stanza)
{
    XmlWriter writer(ns::kClient);
    stanza.toXml(writer);
    return writer.result();
}

template <class Stanza>
QString rewritten(const QByteArray &xml)
{
    const auto stanza = Stanza::fromXml(parsedXml(xml));
    if (!stanza)
        return u"refused"_s;
    return difference(parseStanza(xml), parseStanza(written(*stanza)));
}

} // namespace

class StanzasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesBadEnvelopes_data()
    {
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, const char *xml, ErrorCode code) {
            QTest::newRow(name) << QByteArray(xml) << code;
        };
        row("message, other namespace", "<message xmlns='jabber:server'/>", ErrorCode::MalformedReply);
        row("message, no namespace", "<message xmlns=''/>", ErrorCode::MalformedReply);
        row("message, empty from", "<message from=''/>", ErrorCode::StanzaJidMalformed);
        row("message, bad from", "<message from='@example.org'/>", ErrorCode::StanzaJidMalformed);
        row("message, bad to", "<message to='a@b@c'/>", ErrorCode::StanzaJidMalformed);
        row("message, space in from", "<message from='a b@example.org'/>", ErrorCode::StanzaJidMalformed);
        row("presence, unknown type", "<presence type='invisible'/>", ErrorCode::MalformedReply);
        row("presence, bad from", "<presence from='/desk'/>", ErrorCode::StanzaJidMalformed);
        row("iq, no type", "<iq id='1'><a xmlns='u'/></iq>", ErrorCode::MalformedReply);
        row("iq, unknown type", "<iq id='1' type='push'><a xmlns='u'/></iq>", ErrorCode::MalformedReply);
        row("iq, no id", "<iq type='get'><a xmlns='u'/></iq>", ErrorCode::MalformedReply);
        row("iq, empty id", "<iq id='' type='get'><a xmlns='u'/></iq>", ErrorCode::MalformedReply);
        row("iq get, nothing inside", "<iq id='1' type='get'/>", ErrorCode::MalformedReply);
        row("iq get, only text inside", "<iq id='1' type='get'>x</iq>", ErrorCode::MalformedReply);
        row("iq set, two payloads", "<iq id='1' type='set'><a xmlns='u'/><b xmlns='u'/></iq>",
            ErrorCode::MalformedReply);
        row("iq result, two payloads", "<iq id='1' type='result'><a xmlns='u'/><b xmlns='u'/></iq>",
            ErrorCode::MalformedReply);
        row("iq, bad from", "<iq id='1' type='result' from='a@'/>", ErrorCode::StanzaJidMalformed);
    }

    void refusesBadEnvelopes()
    {
        QFETCH(QByteArray, xml);
        QFETCH(ErrorCode, code);
        const XmlElement element = parsedXml(xml);
        QVERIFY(!element.isNull());
        ErrorCode found = ErrorCode::Cancelled;
        if (xml.startsWith("<message")) {
            if (const auto message = Message::fromXml(element); !message)
                found = message.error().code;
        } else if (xml.startsWith("<presence")) {
            if (const auto presence = Presence::fromXml(element); !presence)
                found = presence.error().code;
        } else if (const auto iq = Iq::fromXml(element); !iq) {
            found = iq.error().code;
        }
        QCOMPARE(found, code);
    }

    void nullElementsAreRefused()
    {
        QVERIFY(!Message::fromXml({}));
        QVERIFY(!Presence::fromXml({}));
        QVERIFY(!Iq::fromXml({}));
        QCOMPARE(StanzaError::fromXml({}).condition, ErrorCode::StanzaUndefinedCondition);
    }

    void takesMessageTypes()
    {
        const auto type = [](const char *xml) { return Message::fromXml(parsedXml(xml))->type; };
        QCOMPARE(type("<message/>"), Message::Type::Normal);
        QCOMPARE(type("<message type='normal'/>"), Message::Type::Normal);
        QCOMPARE(type("<message type='nonsense'/>"), Message::Type::Normal);
        QCOMPARE(type("<message type='chat'/>"), Message::Type::Chat);
        QCOMPARE(type("<message type='groupchat'/>"), Message::Type::Groupchat);
        QCOMPARE(type("<message type='headline'/>"), Message::Type::Headline);
        QCOMPARE(type("<message type='error'/>"), Message::Type::Error);
    }

    void tellsNoBodyFromAnEmptyOne()
    {
        QVERIFY(Message::fromXml(parsedXml("<message/>"))->body.isNull());
        const auto empty = Message::fromXml(parsedXml("<message><body/></message>"));
        QVERIFY(!empty->body.isNull());
        QVERIFY(empty->body.isEmpty());
        QVERIFY(
            Message::fromXml(parsedXml("<message><body xmlns='urn:x'>no</body></message>"))->body.isNull());
    }

    void prefersTheBodyWithoutLanguage()
    {
        const auto message
            = Message::fromXml(parsedXml("<message><body xml:lang='cs'>ahoj</body><body>hello</body><body "
                                         "xml:lang='es'>hola</body></message>"));
        QCOMPARE(message->body, u"hello"_s);
        const auto foreign = Message::fromXml(
            parsedXml("<message><body xml:lang='cs'>ahoj</body><body xml:lang='es'>hola</body></message>"));
        QCOMPARE(foreign->body, u"ahoj"_s);
    }

    void keepsPayloadsInOrder()
    {
        const auto message = Message::fromXml(
            parsedXml("<message type='error'><x xmlns='u:1'/><body>b</body><thread>t</thread><y xmlns='u:2'/>"
                      "<body xmlns='u:3'/><error type='cancel'><gone "
                      "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>"
                      "</message>"));
        QCOMPARE(message->payloads.size(), 3);
        QCOMPARE(message->payloads[0].name(), u"x"_s);
        QCOMPARE(message->payloads[1].name(), u"y"_s);
        QCOMPARE(message->payloads[2].namespaceUri(), u"u:3"_s);
        QCOMPARE(message->thread, u"t"_s);
        QCOMPARE(message->error->condition, ErrorCode::StanzaGone);
        QVERIFY(message->hasPayload(u"y", u"u:2"));
        QVERIFY(!message->hasPayload(u"y", u"u:1"));
        QVERIFY(message->payload(u"z", u"u:2").isNull());
    }

    /// SECURITY A71, A116.
    void checksThePriority_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("priority");
        QTest::newRow("none") << QByteArray("") << 0;
        QTest::newRow("lowest") << QByteArray("-128") << -128;
        QTest::newRow("highest") << QByteArray("127") << 127;
        QTest::newRow("too high") << QByteArray("128") << 0;
        QTest::newRow("too low") << QByteArray("-129") << 0;
        QTest::newRow("999") << QByteArray("999") << 0;
        QTest::newRow("1e9") << QByteArray("1e9") << 0;
        QTest::newRow("2^64") << QByteArray("18446744073709551616") << 0;
        QTest::newRow("Arabic digits") << QByteArray("\xD9\xA1") << 0;
        QTest::newRow("words") << QByteArray("high") << 0;
    }

    void checksThePriority()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, priority);
        const auto presence
            = Presence::fromXml(parsedXml("<presence><priority>" + text + "</priority></presence>"));
        QVERIFY(presence);
        QCOMPARE(presence->priority, priority);
    }

    void takesAvailability()
    {
        const auto of = [](const char *xml) { return Presence::fromXml(parsedXml(xml))->availability; };
        QCOMPARE(of("<presence/>"), Availability::Available);
        QCOMPARE(of("<presence><show>chat</show></presence>"), Availability::Chat);
        QCOMPARE(of("<presence><show>away</show></presence>"), Availability::Away);
        QCOMPARE(of("<presence><show> xa </show></presence>"), Availability::ExtendedAway);
        QCOMPARE(of("<presence><show>dnd</show></presence>"), Availability::DoNotDisturb);
        QCOMPARE(of("<presence><show>online</show></presence>"), Availability::Available);
        QCOMPARE(of("<presence type='unavailable'><show>away</show></presence>"), Availability::Offline);
        QCOMPARE(of("<presence type='subscribe'/>"), Availability::Offline);
    }

    /// SECURITY A51.
    void cutsAndCleansErrorTexts()
    {
        const QByteArray xml
            = "<error type='wait'><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>&lt;b&gt;"
              "\xE2\x80\xAE"
            + QByteArray(1'000'000, 'x')
            + "</text><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><own xmlns='urn:x'/></error>";
        const StanzaError error = StanzaError::fromXml(parsedXml(xml));
        QCOMPARE(error.type, StanzaError::Type::Wait);
        QCOMPARE(error.condition, ErrorCode::StanzaConflict);
        QCOMPARE(error.text.size(), 500);
        QVERIFY(error.text.startsWith(u"<b>x"));
        QCOMPARE(error.applicationConditions.size(), 1);
    }

    void readsAndWritesEveryCondition()
    {
        const QByteArrayList names{"bad-request",
                                   "conflict",
                                   "feature-not-implemented",
                                   "forbidden",
                                   "gone",
                                   "internal-server-error",
                                   "item-not-found",
                                   "jid-malformed",
                                   "not-acceptable",
                                   "not-allowed",
                                   "not-authorized",
                                   "policy-violation",
                                   "recipient-unavailable",
                                   "redirect",
                                   "registration-required",
                                   "remote-server-not-found",
                                   "remote-server-timeout",
                                   "resource-constraint",
                                   "service-unavailable",
                                   "subscription-required",
                                   "undefined-condition",
                                   "unexpected-request"};
        QSet<int> codes;
        for (const QByteArray &name : names) {
            const QByteArray xml = "<error type='modify'><" + name
                + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                  "<text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>why</text></error>";
            const StanzaError error = StanzaError::fromXml(parsedXml(xml));
            codes.insert(int(error.condition));
            QCOMPARE(difference(parseStanza(xml), parseStanza(written(error))), QString());
        }
        QCOMPARE(codes.size(), names.size());
        const StanzaError odd = StanzaError::fromXml(parsedXml(
            "<error type='sad'><payment-required xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>"));
        QCOMPARE(odd.condition, ErrorCode::StanzaUndefinedCondition);
        QCOMPARE(odd.type, StanzaError::Type::Cancel);
    }

    void writesWhatItRead()
    {
        QCOMPARE(
            rewritten<Message>("<message from='ana@example.org/a' to='bruno@example.net' id='1' type='chat' "
                               "xml:lang='es'><subject>s</subject><body>&lt;b&gt; &amp; \"q\"</body>"
                               "<thread>t</thread><x xmlns='u'><y z='&apos;'/></x></message>"),
            QString());
        QCOMPARE(
            rewritten<Presence>("<presence from='ana@example.org/a' id='p'><show>xa</show>"
                                "<status>back soon</status><priority>-5</priority><c xmlns='u'/></presence>"),
            QString());
        QCOMPARE(rewritten<Presence>("<presence to='ana@example.org' type='subscribe'/>"), QString());
        QCOMPARE(rewritten<Iq>("<iq type='set' id='1' to='ana@example.org'><q xmlns='u'/></iq>"), QString());
        QCOMPARE(rewritten<Iq>("<iq type='result' id='1'/>"), QString());
        QCOMPARE(rewritten<Iq>("<iq type='error' id='1'><error type='auth'>"
                               "<forbidden xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>"),
                 QString());
    }

    /// Addresses are remembered, because few come often; but not what somebody made up to fill the memory.
    void longAddressesAreNotKept()
    {
        const auto flood = [](int from, int to) {
            for (int i = from; i < to; ++i) {
                const QString resource = QString::number(i).rightJustified(1000, u'x');
                const XmlElement presence(u"presence"_s, ns::kClient,
                                          {{u"from"_s, {}, u"mallory@example.net/"_s + resource}});
                QVERIFY(Presence::fromXml(presence).has_value());
            }
        };
        flood(0, 100);
        const qint64 before = residentKilobytes();
        flood(100, 4000);
        const qint64 grown = residentKilobytes() - before;
        QVERIFY2(!kMemoryTells || grown < 4'000, qPrintable(QString::number(grown)));
    }
};

QTEST_GUILESS_MAIN(StanzasTest)
#include "tst_stanzas.moc"
