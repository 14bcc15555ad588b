// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/messaging/Messaging.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const Jid kBruno = jid(u"bruno@example.com"_s);

QByteArray chat(const QByteArray &from, const QByteArray &content, const QByteArray &type = "chat")
{
    return "<message from='" + from + "' to='ana@example.org' type='" + type + "' id='m1'>" + content
        + "</message>";
}

QByteArray stanzaId(const QByteArray &by, const QByteArray &id)
{
    return "<stanza-id xmlns='urn:xmpp:sid:0' by='" + by + "' id='" + id + "'/>";
}

ReceivedMessage onlyOne(const QSignalSpy &spy)
{
    return spy.size() == 1 ? spy.first().first().value<ReceivedMessage>() : ReceivedMessage();
}

} // namespace

class TestMessaging : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void received();
    void withoutBody();
    void typesThatAreShown_data();
    void typesThatAreShown();
    void malformedEnvelope_data();
    void malformedEnvelope();
    void messageToOneself();
    void stampedByWhom_data();
    void stampedByWhom();
    void trustedStanzaId_data();
    void trustedStanzaId();
    void blockedAddresses_data();
    void blockedAddresses();
    void errorOfTheAddressee();
    void errorsThatAreNone_data();
    void errorsThatAreNone();
    void sending();
    void sendingOffline();
};

void TestMessaging::received()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy spy(&rig.module<MessagingModule>(), &MessagingModule::received);
    rig.receive(chat("bruno@example.com/phone",
                     "<body>Hi &lt;b&gt;</body><origin-id xmlns='urn:xmpp:sid:0' id='o1'/>"
                         + stanzaId("ana@example.org", "s1")));
    const ReceivedMessage message = onlyOne(spy);
    QCOMPARE(message.message.body, u"Hi <b>"_s);
    QCOMPARE(message.message.id, u"m1"_s);
    QCOMPARE(message.peer, kBruno);
    QCOMPARE(message.source, ReceivedMessage::Source::Direct);
    QVERIFY(!message.outgoing);
    QVERIFY(!message.delayed);
    QCOMPARE(message.stamp, rig.clock().now());
    QCOMPARE(message.originId, u"o1"_s);
    QCOMPARE(message.stanzaId, u"s1"_s);
    // The program sees duplicates, the store knows them.
    rig.receive(chat("bruno@example.com/phone", "<body>Hi</body>"));
    QCOMPARE(spy.size(), 2);
}

void TestMessaging::withoutBody()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy spy(&rig.module<MessagingModule>(), &MessagingModule::received);
    rig.receive(chat("bruno@example.com/x", "<marker xmlns='urn:x'/>"));
    const Message message = onlyOne(spy).message;
    QVERIFY(message.body.isNull());
    QVERIFY(message.hasPayload(u"marker", u"urn:x"));
}

void TestMessaging::typesThatAreShown_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("shown");
    QTest::newRow("groupchat") << QByteArray("groupchat") << false; // of a room never joined, SECURITY A68
    QTest::newRow("error") << QByteArray("error") << false;
    QTest::newRow("chat") << QByteArray("chat") << true;
    QTest::newRow("normal") << QByteArray("normal") << true;
    QTest::newRow("headline") << QByteArray("headline") << true;
    QTest::newRow("unknown") << QByteArray("x") << true; // RFC 6121 5.2.2: as normal
}

void TestMessaging::typesThatAreShown()
{
    QFETCH(QByteArray, type);
    QFETCH(bool, shown);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy spy(&rig.module<MessagingModule>(), &MessagingModule::received);
    rig.receive(chat("bruno@example.com/x", "<body>Hi</body>", type));
    QCOMPARE(spy.size(), shown ? 1 : 0);
    QVERIFY(rig.sent().isEmpty());
}

void TestMessaging::malformedEnvelope_data()
{
    QTest::addColumn<QByteArray>("stanza");
    QTest::newRow("bad from") << QByteArray("<message from='@' type='chat'><body>x</body></message>");
    QTest::newRow("bad to") << QByteArray("<message to='a@b@c' type='chat'><body>x</body></message>");
    QTest::newRow("namespace") << QByteArray(
        "<message xmlns='jabber:server' type='chat'><body>x</body></message>");
    QTest::newRow("nested") << QByteArray("<x xmlns='urn:x'><message xmlns='jabber:client' type='chat'>"
                                          "<body>x</body></message></x>");
    QTest::newRow("foreign body") << QByteArray(
        "<message type='chat'><body xmlns='urn:x'>x</body></message>");
}

void TestMessaging::malformedEnvelope()
{
    QFETCH(QByteArray, stanza);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy spy(&rig.module<MessagingModule>(), &MessagingModule::received);
    rig.receive(stanza);
    QCOMPARE(withWords(spy).size(), 0);
    rig.receive(chat("bruno@example.com/x", "<body>next</body>"));
    QCOMPARE(withWords(spy).size(), 1);
}

void TestMessaging::messageToOneself()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy spy(&rig.module<MessagingModule>(), &MessagingModule::received);
    rig.receive(chat("ana@example.org/phone", "<body>note</body>"));
    QVERIFY(onlyOne(spy).outgoing);
    QCOMPARE(onlyOne(spy).peer, rig.own().bare());
}

void TestMessaging::stampedByWhom_data()
{
    QTest::addColumn<QByteArray>("delays");
    QTest::addColumn<bool>("believed");
    const auto delay
        = [](const QByteArray &from, const QByteArray &stamp = "2026-01-01T00:00:00Z") -> QByteArray {
        return "<delay xmlns='urn:xmpp:delay'" + from + " stamp='" + stamp + "'/>";
    };
    QTest::newRow("a third party") << QByteArray(delay(" from='mallory@example.net'")) << false;
    QTest::newRow("another server") << QByteArray(delay(" from='example.net'")) << false;
    QTest::newRow("bad from") << QByteArray(delay(" from='@'")) << false;
    QTest::newRow("bad stamp") << QByteArray(delay("", "yesterday")) << false;
    QTest::newRow("the old format") << QByteArray("<x xmlns='jabber:x:delay' stamp='20260101T00:00:00'/>")
                                    << false;
    QTest::newRow("nobody") << QByteArray(delay("")) << true;
    QTest::newRow("own server") << QByteArray(delay(" from='example.org'")) << true;
    QTest::newRow("own account") << QByteArray(delay(" from='ana@example.org'")) << true;
    QTest::newRow("sender") << QByteArray(delay(" from='bruno@example.com/x'")) << true;
    QTest::newRow("sender's server") << QByteArray(delay(" from='example.com'")) << true;
    QTest::newRow("the earliest") << QByteArray(delay("", "2026-01-01T10:00:00Z") + delay("")) << true;
}

void TestMessaging::stampedByWhom()
{
    QFETCH(QByteArray, delays);
    QFETCH(bool, believed);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy spy(&rig.module<MessagingModule>(), &MessagingModule::received);
    rig.receive(chat("bruno@example.com/x", "<body>x</body>" + delays));
    QCOMPARE(onlyOne(spy).delayed, believed);
    QCOMPARE(onlyOne(spy).stamp,
             believed ? QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC) : rig.clock().now());
}

void TestMessaging::trustedStanzaId_data() // SECURITY A65, R09
{
    QTest::addColumn<bool>("announced");
    QTest::addColumn<QByteArray>("ids");
    QTest::addColumn<QString>("believed");
    QTest::newRow("not announced") << false << stanzaId("ana@example.org", "s") << QString();
    QTest::newRow("by the sender") << true << stanzaId("bruno@example.com", "s") << QString();
    QTest::newRow("by the server") << true << stanzaId("example.org", "s") << QString();
    QTest::newRow("by this device") << true << stanzaId("ana@example.org/desk", "s") << QString();
    QTest::newRow("by nobody") << true << QByteArray("<stanza-id xmlns='urn:xmpp:sid:0' id='s'/>")
                               << QString();
    QTest::newRow("two by us") << true << stanzaId("ana@example.org", "s") + stanzaId("ana@example.org", "t")
                               << QString();
    QTest::newRow("far too long") << true << stanzaId("ana@example.org", QByteArray(5'000, 's')) << QString();
    QTest::newRow("two, one by us") << true << stanzaId("example.com", "t") + stanzaId("ANA@example.org", "s")
                                    << u"s"_s;
}

void TestMessaging::trustedStanzaId()
{
    QFETCH(bool, announced);
    QFETCH(QByteArray, ids);
    QFETCH(QString, believed);
    ModuleRig rig;
    if (!announced)
        rig.accountFeatures.clear();
    rig.goOnline();
    QSignalSpy spy(&rig.module<MessagingModule>(), &MessagingModule::received);
    rig.receive(chat("bruno@example.com/x", "<body>x</body>" + ids));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(onlyOne(spy).stanzaId, believed);
}

void TestMessaging::blockedAddresses_data() // SECURITY F57
{
    QTest::addColumn<QByteArray>("blocked");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<bool>("hidden");
    const QByteArray bruno = "bruno@example.com/x";
    QTest::newRow("the person") << QByteArray("bruno@example.com") << bruno << true;
    QTest::newRow("the domain") << QByteArray("example.com") << bruno << true;
    QTest::newRow("the device") << bruno << bruno << true;
    QTest::newRow("that device everywhere") << QByteArray("example.com/x") << bruno << true;
    QTest::newRow("another device") << QByteArray("bruno@example.com/y") << bruno << false;
    QTest::newRow("another person") << QByteArray("carla@example.com") << bruno << false;
}

void TestMessaging::blockedAddresses()
{
    QFETCH(QByteArray, blocked);
    QFETCH(QByteArray, from);
    QFETCH(bool, hidden);
    ModuleRig rig;
    rig.blocked = "<blocklist xmlns='urn:xmpp:blocking'><item jid='" + blocked + "'/></blocklist>";
    rig.goOnline();
    auto &module = rig.module<MessagingModule>();
    QSignalSpy received(&module, &MessagingModule::received);
    QSignalSpy failed(&module, &MessagingModule::failed);
    const auto copy
        = [](const QByteArray &name, const QByteArray &sender, const QByteArray &to) -> QByteArray {
        return "<message from='ana@example.org' to='ana@example.org/desk'><" + name
            + " xmlns='urn:xmpp:carbons:2'><forwarded xmlns='urn:xmpp:forward:0'><message "
              "xmlns='jabber:client' type='chat' from='"
            + sender + "' to='" + to + "'><body>x</body></message></forwarded></" + name + "></message>";
    };
    rig.receive(chat(from, "<body>x</body><request xmlns='urn:xmpp:receipts'/>"));
    rig.receive(chat(from, "<composing xmlns='http://jabber.org/protocol/chatstates'/>"));
    rig.receive(copy("received", from, "ana@example.org/phone"));
    QCOMPARE(received.size(), hidden ? 0 : 3);
    QCOMPARE(rig.sent().size(), hidden ? 0 : 1); // a receipt would tell that we are here
    // What we said is ours, and that it could not be delivered is the server's news (XEP-0191 3.1).
    rig.receive(copy("sent", "ana@example.org/phone", from));
    QCOMPARE(received.size(), hidden ? 1 : 4);
    rig.receive(chat(from,
                     "<error type='cancel'><not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>"
                     "<blocked xmlns='urn:xmpp:blocking:errors'/></error>",
                     "error"));
    QCOMPARE(failed.size(), 1);
    rig.receive("<iq type='set' id='u'><unblock xmlns='urn:xmpp:blocking'/></iq>");
    rig.receive(chat(from, "<body>back</body>"));
    QCOMPARE(received.last().first().value<ReceivedMessage>().message.body, u"back"_s);
}

void TestMessaging::errorOfTheAddressee()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy failed(&rig.module<MessagingModule>(), &MessagingModule::failed);
    rig.receive(chat("bruno@example.com",
                     "<body>my own words</body><error type='cancel'><service-unavailable "
                     "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error>",
                     "error"));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(0).toString(), u"m1"_s);
    QCOMPARE(failed.first().at(1).value<Jid>(), kBruno);
    QCOMPARE(failed.first().at(2).value<StanzaError>().condition, ErrorCode::StanzaServiceUnavailable);
    // A forged one names its sender, not the addressee: the session finds no such message in that chat.
    rig.receive(chat("mallory@example.net", "<error type='cancel'/>", "error"));
    QCOMPARE(failed.last().at(1).value<Jid>(), jid(u"mallory@example.net"_s));
    QVERIFY(rig.sent().isEmpty()); // an error is never answered
}

void TestMessaging::errorsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("stanza");
    QTest::newRow("without id") << QByteArray(
        "<message type='error' from='bruno@example.com'><error/></message>");
    QTest::newRow("from ourselves") << QByteArray("<message type='error' id='m' from='ana@example.org'/>");
}

void TestMessaging::errorsThatAreNone()
{
    QFETCH(QByteArray, stanza);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy failed(&rig.module<MessagingModule>(), &MessagingModule::failed);
    rig.receive(stanza);
    QCOMPARE(failed.size(), 0);
}

void TestMessaging::sending()
{
    ModuleRig rig;
    rig.goOnline();
    bool done = false;
    auto &module = rig.module<MessagingModule>();
    module.send({.to = kBruno, .id = u"mine"_s, .body = u"a < b"_s})
        .then(&module, [&](const Result<void> &result) { done = result.has_value(); });
    QCOMPARE(rig.takeOnly(),
             parsedXml("<message to='bruno@example.com' type='chat' id='mine'><body>a &lt; b</body>"
                       "<origin-id xmlns='urn:xmpp:sid:0' id='mine'/><request xmlns='urn:xmpp:receipts'/>"
                       "<markable xmlns='urn:xmpp:chat-markers:0'/>"
                       "<active xmlns='http://jabber.org/protocol/chatstates'/></message>"));
    QTRY_VERIFY(done);
    module.send({.to = kBruno, .body = u"x"_s}).ignore();
    const XmlElement sent = rig.takeOnly();
    QVERIFY(!sent.attribute(u"id").isEmpty());
    QCOMPARE(sent.child(u"origin-id", u"urn:xmpp:sid:0").attribute(u"id"), sent.attribute(u"id"));
}

void TestMessaging::sendingOffline()
{
    ModuleRig rig;
    std::optional<ErrorCode> error;
    auto &module = rig.module<MessagingModule>();
    module.send({.to = kBruno, .body = u"x"_s}).then(&module, [&](const Result<void> &result) {
        error = result.error().code;
    });
    QTRY_COMPARE(error, ErrorCode::NotConnected);
    QVERIFY(rig.sent().isEmpty());
}

QTEST_GUILESS_MAIN(TestMessaging)
#include "tst_messaging.moc"
