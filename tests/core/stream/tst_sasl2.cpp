// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/CanonicalXml.h"
#include "tests/support/ScramServer.h"
#include "tests/support/ScriptedServer.h"

#include <QLoggingCategory>
#include <QPasswordDigestor>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tertulia;
using namespace std::chrono_literals;

namespace
{

const QByteArray kScram = "<mechanism>SCRAM-SHA-1</mechanism>";
const QByteArray kFeatures = "<stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>"
                             "<sm xmlns='urn:xmpp:sm:3'/></stream:features>";
const QByteArray kBoundWithout = "<bound xmlns='urn:xmpp:bind:0'/>";
const QByteArray kEnabled = "<bound xmlns='urn:xmpp:bind:0'>"
                            "<enabled xmlns='urn:xmpp:sm:3' id='sm-id' resume='true'/></bound>";

QByteArray sasl2(const QByteArray &name, const QByteArray &message)
{
    return "<" + name + " xmlns='urn:xmpp:sasl:2'>" + message.toBase64() + "</" + name + ">";
}

QByteArray tasks(const QByteArray &name, const QByteArray &proof = {})
{
    const QByteArray data
        = proof.isEmpty() ? QByteArray() : "<additional-data>" + proof.toBase64() + "</additional-data>";
    return "<continue xmlns='urn:xmpp:sasl:2'>" + data + "<tasks><task>" + name
        + "</task></tasks></continue>";
}

/// Wants carbons with the log-in, and keeps what it hears.
class Listener : public Module
{
    Q_OBJECT
public:
    using Module::Module;

    Manifest manifest() override
    {
        Manifest manifest;
        manifest.messages = {{0, {}, {}, Sender::Anyone, [this](const Message &message) {
                                  heard.append(message.body);
                                  return true;
                              }}};
        manifest.inlineFeatures
            = {{u"urn:xmpp:carbons:2"_s, [] { return XmlElement(u"enable"_s, u"urn:xmpp:carbons:2"_s); }},
               {u"urn:xmpp:csi:0"_s, [] { return XmlElement(); }}, // not now
               {u"urn:example:unknown"_s, [] { return XmlElement(u"x"_s, u"urn:example:unknown"_s); }}};
        return manifest;
    }
    void streamStarted(StreamStart) override
    {
        carbons = host().cameWithLogIn(u"urn:xmpp:carbons:2"_s);
        others = host().cameWithLogIn(u"urn:xmpp:csi:0"_s) || host().cameWithLogIn(u"urn:example:unknown"_s);
    }

    QStringList heard;
    bool carbons = false;
    bool others = false;
};

struct Room {
    ScriptedServer server;
    Listener *listener = server.add<Listener>();
    QSignalSpy online{&server.stream, &XmppStream::online};
    QSignalSpy ended{&server.stream, &XmppStream::ended};
    QString mechanism;

    explicit Room(const QByteArray &offer = kScram + ScriptedServer::inlineOffer())
    {
        server.authentication = offer;
        server.mechanisms = {};
    }
    [[nodiscard]] ErrorCode code() const
    {
        return ended.isEmpty() ? ErrorCode::RequestTimedOut : ended.last()[0].value<Error>().code;
    }
    bool endsWith(ErrorCode expected)
    {
        settleUntil([this] { return !ended.isEmpty(); });
        return code() == expected;
    }
    /// With these bindings, if any.
    void begin(const QList<ChannelBinding> &bindings = {})
    {
        server.start();
        server.acceptTcp();
        server.openPlainStream();
        server.wire()->setChannelBindings(bindings);
        server.secure();
        server.openSecureStream();
    }
    /// <authenticate/> was sent; gives the client's first message.
    QByteArray clientFirst()
    {
        const ParsedStanza parsed = parseStanza(server.next().xml);
        mechanism = parsed.element.attribute(u"mechanism"_s);
        return QByteArray::fromBase64(
            parsed.element.firstChildElement(u"initial-response"_s).text().toLatin1());
    }
};

const QList<ChannelBinding> kBindings{{"tls-exporter", "seen by both"}, {"tls-server-end-point", "hash"}};
const QByteArray kTypes = "<sasl-channel-binding xmlns='urn:xmpp:sasl-cb:0'>"
                          "<channel-binding type='tls-exporter'/></sasl-channel-binding>";

/// The server offers to be told a better hash; the client has proven itself.
struct Upgrade : Room {
    Upgrade()
        : Room(kScram
               + "<mechanism>SCRAM-SHA-1-PLUS</mechanism>"
                 "<upgrade xmlns='urn:xmpp:sasl:upgrade:0'>UPGR-SCRAM-SHA-256</upgrade>"
               + ScriptedServer::inlineOffer())
    {
        server.secureFeatures = kTypes;
        begin(kBindings);
        scram.binding = "seen by both";
        server.send(sasl2("challenge", scram.challenge(clientFirst())));
        const ParsedStanza response = parseStanza(server.next().xml);
        scram.accepts(QByteArray::fromBase64(response.element.text().toLatin1()), "secret");
    }
    ScramServer scram;
};

} // namespace

/// XEP-0388, XEP-0386, XEP-0198 "SASL2 and BIND2 interaction" and XEP-0480, byte by byte.
class Sasl2Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tertulia.*=false"_s); }

    /// SECURITY B13: the element names the program and a random number, and nothing of the machine.
    void everythingInOneGo()
    {
        Room room;
        room.begin();
        room.server.expect(
            "<authenticate xmlns='urn:xmpp:sasl:2' mechanism='SCRAM-SHA-1'>"
            "<initial-response>*</initial-response>"
            "<user-agent id='5f9b3c1e-0c5e-4f60-9f3a-1d2c3b4a5e6f'><software>Tertulia</software></user-agent>"
            "<bind xmlns='urn:xmpp:bind:0'><tag>Tertulia</tag><enable xmlns='urn:xmpp:carbons:2'/>"
            "<enable xmlns='urn:xmpp:sm:3' resume='true'/></bind></authenticate>");
        room.server.stream.drop();

        Room whole;
        whole.server.bringOnline();
        QCOMPARE(whole.online.count(), 1);
        QCOMPARE(whole.online[0][0].value<StreamStart>(), StreamStart::Fresh);
        QCOMPARE(whole.server.stream.boundJid().toString(), u"ana@example.org/desk"_s);
        QVERIFY(whole.server.stream.isSasl2() && whole.server.stream.isManaged());
        QVERIFY(whole.listener->carbons && !whole.listener->others);
        QVERIFY(!whole.server.stream.host().streamFeatures().isNull());
        // One stream before TLS and one behind it, and no request to bind.
        QCOMPARE(whole.server.written().count("<stream:stream"), 2);
        QVERIFY(!whole.server.written().contains("xmpp-bind"));
        QVERIFY(!whole.server.written().contains(QSysInfo::machineHostName().toUtf8()));
        whole.server.expectNothing();
        whole.server.send("<message><body>hola</body></message>");
        QCOMPARE(whole.listener->heard, QStringList{u"hola"_s});
    }

    void withoutBindTwo()
    {
        Room room(kScram);
        room.begin();
        QVERIFY(!room.server.authenticateAlong().contains("urn:xmpp:bind"));
        room.server.succeed("ana@example.org");
        room.server.send(kFeatures);
        room.server.bind(); // without another stream
        room.server.enableManagement();
        QVERIFY(room.server.stream.isOnline() && room.server.stream.isSasl2());
        QCOMPARE(room.server.written().count("<stream:stream"), 2);
        QVERIFY(!room.listener->carbons);
    }

    void boundWithoutManagement_data()
    {
        QTest::addColumn<QByteArray>("bound");
        QTest::newRow("not offered along") << kBoundWithout;
        QTest::newRow("refused along")
            << QByteArray("<bound xmlns='urn:xmpp:bind:0'><failed xmlns='urn:xmpp:sm:3'/></bound>");
    }

    void boundWithoutManagement()
    {
        QFETCH(QByteArray, bound);
        Room room;
        room.begin();
        room.server.authenticateAlong();
        room.server.succeed("ana@example.org/desk", bound);
        room.server.send(kFeatures);
        room.server.enableManagement();
        QVERIFY(room.server.stream.isOnline() && room.server.stream.isManaged());
        QVERIFY(room.listener->carbons);
    }

    void withoutAnyManagement()
    {
        Room room;
        room.begin();
        room.server.authenticateAlong();
        room.server.succeed("ana@example.org/desk", kBoundWithout);
        room.server.send("<stream:features/>");
        QVERIFY(room.server.stream.isOnline() && !room.server.stream.isManaged());
    }

    void fallsBackToTheOlderList_data()
    {
        QTest::addColumn<QByteArray>("newer");
        QTest::newRow("PLAIN") << QByteArray("<mechanism>PLAIN</mechanism>");
        QTest::newRow("nothing known") << QByteArray("<mechanism>X-OAUTH</mechanism>");
        QTest::newRow("nothing") << QByteArray("<inline/>");
    }

    void fallsBackToTheOlderList()
    {
        QFETCH(QByteArray, newer);
        Room room(newer);
        room.server.mechanisms = kScram;
        room.server.secureLine();
        room.server.authenticate();
        room.server.openAuthenticatedStream();
        room.server.bind();
        room.server.enableManagement();
        QVERIFY(room.server.stream.isOnline() && !room.server.stream.isSasl2());
        QVERIFY(!room.server.written().contains("sasl:2"));
    }

    // Resuming.

    void resumesAlong_data()
    {
        QTest::addColumn<bool>("featuresFollow");
        QTest::newRow("as XEP-0198 has it") << false;
        QTest::newRow("with features, as servers did") << true;
    }

    void resumesAlong()
    {
        QFETCH(bool, featuresFollow);
        Room room;
        room.server.bringOnline();
        room.server.send("<message><body>one</body></message>");
        Message unsent;
        unsent.to = *Jid::parse(u"bruno@example.net"_s);
        unsent.body = u"lost on the way"_s;
        bool arrived = false;
        room.server.stream.host().sendTracked(unsent).then(this,
                                                           [&](const Result<void> &r) { arrived = bool(r); });
        room.server.cut(true);
        room.server.resume();
        QCOMPARE(room.online.last()[0].value<StreamStart>(), StreamStart::Resumed);
        QCOMPARE(room.server.stream.resumptions(), 1);
        QVERIFY(room.server.stream.isManaged() && room.listener->carbons);
        room.server.send("<message><body>two</body></message>");
        if (featuresFollow) {
            room.server.send(kFeatures);
            QVERIFY(room.server.stream.isOnline());
        }
        room.server.expect(
            "<message to='bruno@example.net' type='chat' id='*'><body>lost on the way</body></message>");
        QTRY_VERIFY(arrived);
        QCOMPARE(room.listener->heard, (QStringList{u"one"_s, u"two"_s}));
        // Once is no habit.
        room.server.send(kFeatures);
        if (!featuresFollow)
            room.server.send(kFeatures);
        QCOMPARE(room.code(), ErrorCode::PeerProtocolViolation);
    }

    /// XEP-0478: nothing follows a log-in that resumes, and the server's patience is what it was.
    void resumedItKnowsTheServersPatience()
    {
        Room room;
        room.server.extraFeatures
            = "<limits xmlns='urn:xmpp:stream-limits:0'><idle-seconds>30</idle-seconds></limits>";
        room.server.bringOnline();
        room.server.cut();
        room.server.resume();
        QCOMPARE(room.online.last()[0].value<StreamStart>(), StreamStart::Resumed);
        room.server.autoAcknowledge = false;
        room.server.expectNothing();
        room.server.clock.advance(std::chrono::seconds(15)); // half of it
        room.server.expect("<r xmlns='urn:xmpp:sm:3'/>");
    }

    void whatWasForgottenIsBoundAnew()
    {
        Room room;
        room.server.bringOnline();
        Message unsent;
        unsent.to = *Jid::parse(u"bruno@example.net"_s);
        std::optional<ErrorCode> fate;
        room.server.stream.host().sendTracked(unsent).then(
            this, [&](const Result<void> &r) { fate = r ? ErrorCode::Cancelled : r.error().code; });
        room.server.cut(true);
        room.server.resume(false);
        QCOMPARE(room.online.last()[0].value<StreamStart>(), StreamStart::Fresh);
        QCOMPARE(fate, ErrorCode::NotConnected);
        // The new stream counts from nothing.
        room.server.autoAcknowledge = false;
        room.server.send("<message><body>first</body></message><r xmlns='urn:xmpp:sm:3'/>");
        room.server.expect("<a xmlns='urn:xmpp:sm:3' h='1'/>");
    }

    void resumesWithoutBindTwo()
    {
        Room room(kScram + "<inline><sm xmlns='urn:xmpp:sm:3'/></inline>");
        room.begin();
        room.server.authenticateAlong();
        room.server.succeed("ana@example.org");
        room.server.send(kFeatures);
        room.server.bind();
        room.server.enableManagement();
        room.server.cut();
        room.begin();
        const QByteArray request = room.server.authenticateAlong();
        QVERIFY(request.contains("<resume") && !request.contains("<bind"));
        room.server.succeed("ana@example.org", "<failed xmlns='urn:xmpp:sm:3'/>");
        room.server.send(kFeatures);
        room.server.bind();
        room.server.enableManagement();
        QVERIFY(room.server.stream.isOnline());
    }

    /// A stream that can only be resumed afterwards is not given up for a round trip.
    void bindTwoWithoutResumption()
    {
        Room room;
        room.server.bringOnline();
        room.server.cut();
        room.server.authentication = kScram + "<inline><bind xmlns='urn:xmpp:bind:0'/></inline>";
        room.begin();
        QVERIFY(!room.server.authenticateAlong().contains("<bind"));
        room.server.succeed("ana@example.org");
        room.server.send(kFeatures);
        room.server.expect("<resume xmlns='urn:xmpp:sm:3' previd='sm-id' h='0'/>");
        room.server.send("<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='0'/>");
        QCOMPARE(room.online.last()[0].value<StreamStart>(), StreamStart::Resumed);
    }

    void aCountThatIsTooHigh()
    {
        Room room;
        room.server.bringOnline();
        room.server.cut();
        room.begin();
        room.server.authenticateAlong();
        room.server.succeed("ana@example.org", "<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='7'/>");
        QCOMPARE(room.code(), ErrorCode::PeerProtocolViolation);
        QVERIFY(!room.ended.last()[1].toBool());
        QVERIFY(!room.server.stream.isOnline());
    }

    // Between <success/> and the features.

    void stanzasBeforeTheFeaturesCount()
    {
        Room room;
        room.server.autoAcknowledge = false;
        room.begin();
        room.server.authenticateAlong();
        room.server.succeed("ana@example.org/desk", kEnabled);
        room.server.send("<message><body>early</body></message>");
        QVERIFY(room.listener->heard.isEmpty());
        room.server.send(kFeatures);
        QCOMPARE(room.listener->heard, QStringList{u"early"_s});
        room.server.send("<r xmlns='urn:xmpp:sm:3'/>");
        room.server.expect("<a xmlns='urn:xmpp:sm:3' h='1'/>");
    }

    /// What was to be the new stream is none before the features came: the old one may still be taken up.
    void aCutBeforeTheFeatures()
    {
        Room room;
        room.begin();
        room.server.authenticateAlong();
        room.server.succeed("ana@example.org/desk", kEnabled);
        room.server.cut();
        QCOMPARE(room.code(), ErrorCode::ConnectionLost);
        QVERIFY(!room.ended.last()[1].toBool());
        room.begin();
        QVERIFY(!room.server.authenticateAlong().contains("<resume"));
        room.server.succeedBound();
        QVERIFY(room.server.stream.isOnline());
    }

    void stagesEnd()
    {
        Room room;
        room.begin();
        room.server.next();
        room.server.clock.advance(60s);
        QCOMPARE(room.code(), ErrorCode::AuthenticationTimedOut);
        room.begin();
        room.server.authenticateAlong();
        room.server.succeed("ana@example.org/desk", kEnabled);
        room.server.clock.advance(20s);
        QCOMPARE(room.code(), ErrorCode::StreamTimedOut);
    }

    /// SECURITY A22: what has no place there ends the attempt.
    void strangeElements_data()
    {
        QTest::addColumn<bool>("afterSuccess");
        QTest::addColumn<QByteArray>("xml");
        const auto row = [](const char *name, const QByteArray &xml) {
            for (const bool afterSuccess : {false, true})
                QTest::addRow("%s, %d", name, int(afterSuccess)) << afterSuccess << xml;
        };
        row("a stanza of another kind", "<message xmlns='jabber:server'/>");
        row("a challenge of RFC 6120",
            "<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>cg==</challenge>");
        row("a success of RFC 6120", "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        row("proceed", "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        row("enabled", "<enabled xmlns='urn:xmpp:sm:3'/>");
        row("a header",
            "<stream:stream xmlns='jabber:client' "
            "xmlns:stream='http://etherx.jabber.org/streams' version='1.0'/>");
        row("data of a task nobody began", "<task-data xmlns='urn:xmpp:sasl:2'/>");
        QTest::newRow("features before success") << false << kFeatures;
        QTest::newRow("a stanza before success") << false << QByteArray("<message/>");
        QTest::newRow("two challenges at once")
            << false << QByteArray(sasl2("challenge", "r=x") + sasl2("challenge", "r=y"));
        QTest::newRow("success again") << true << sasl2("success", {});
        QTest::newRow("failure after success") << true << sasl2("failure", {});
    }

    void strangeElements()
    {
        QFETCH(bool, afterSuccess);
        QFETCH(QByteArray, xml);
        Room room;
        room.begin();
        if (afterSuccess) {
            room.server.authenticateAlong();
            room.server.succeed("ana@example.org/desk", kEnabled);
        } else {
            room.server.next();
        }
        room.server.send(xml);
        QCOMPARE(room.code(), ErrorCode::PeerProtocolViolation);
        QVERIFY(!room.server.stream.isOnline() && room.server.network.lastIsGone());
    }

    // Attacks on authentication, as in tst_authentication.

    /// SECURITY A46.
    void anotherIdentity_data()
    {
        QTest::addColumn<QByteArray>("identity");
        QTest::addColumn<QByteArray>("inside");
        QTest::newRow("somebody else") << QByteArray("mallory@example.org/desk") << kEnabled;
        QTest::newRow("elsewhere") << QByteArray("ana@example.net/desk") << kEnabled;
        QTest::newRow("malformed") << QByteArray("@@/") << kEnabled;
        QTest::newRow("missing") << QByteArray() << kEnabled;
        QTest::newRow("bound without a resource") << QByteArray("ana@example.org") << kEnabled;
        QTest::newRow("not bound, somebody else") << QByteArray("mallory@example.org") << QByteArray();
        QTest::newRow("resumed as another resource")
            << QByteArray("ana@example.org/other")
            << QByteArray("<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='0'/>");
    }

    void anotherIdentity()
    {
        QFETCH(QByteArray, identity);
        QFETCH(QByteArray, inside);
        Room room;
        if (inside.contains("resumed")) {
            room.server.bringOnline();
            room.server.cut();
        }
        room.begin();
        room.server.authenticateAlong();
        room.server.succeed(identity, inside);
        room.server.send(kFeatures);
        QCOMPARE(room.code(), ErrorCode::IdentityMismatch);
        QVERIFY(!room.server.stream.isOnline());
        QVERIFY(!room.server.written().contains("<iq"));
        QCOMPARE(room.server.stream.host().ownJid().bare().toString(), u"ana@example.org"_s);
    }

    /// SECURITY A45.
    void unprovenServers_data()
    {
        QTest::addColumn<bool>("atOnce");
        QTest::addColumn<QByteArray>("signature");
        QTest::newRow("success at once") << true << QByteArray();
        QTest::newRow("at once, with something") << true << QByteArray("v=AAAA");
        QTest::newRow("no signature") << false << QByteArray();
        QTest::newRow("wrong signature") << false << QByteArray("v=AAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        QTest::newRow("cut signature") << false << QByteArray("v=%");
    }

    void unprovenServers()
    {
        QFETCH(bool, atOnce);
        QFETCH(QByteArray, signature);
        Room room;
        room.begin();
        const QByteArray first = room.clientFirst();
        ScramServer scram;
        if (!atOnce) {
            room.server.send(sasl2("challenge", scram.challenge(first)));
            const ParsedStanza response = parseStanza(room.server.next().xml);
            QVERIFY(scram.accepts(QByteArray::fromBase64(response.element.text().toLatin1()), "secret"));
            signature.replace("%", scram.signature().mid(2, 8));
        }
        const QByteArray data = signature.isEmpty()
            ? QByteArray()
            : "<additional-data>" + signature.toBase64() + "</additional-data>";
        room.server.send("<success xmlns='urn:xmpp:sasl:2'>" + data
                         + "<authorization-identifier>ana@example.org/desk</authorization-identifier>"
                         + kEnabled + "</success>" + kFeatures);
        QCOMPARE(room.code(), ErrorCode::ServerNotProven);
        QVERIFY(!room.server.stream.isOnline());
    }

    /// SECURITY A44.
    void badChallenges_data()
    {
        QTest::addColumn<QByteArray>("challenge");
        for (const char *challenge : {"r=other,s=c2FsdA==,i=4096", "r=%x,s=,i=4096", "r=%x,s=c2FsdA==,i=1",
                                      "r=%x,s=c2FsdA==,i=2147483648", "m=x,r=%x,s=c2FsdA==,i=4096", ""})
            QTest::newRow(challenge) << QByteArray(challenge);
    }

    void badChallenges()
    {
        QFETCH(QByteArray, challenge);
        Room room;
        room.begin();
        const QByteArray first = room.clientFirst();
        challenge.replace("%", first.mid(first.indexOf("r=") + 2));
        room.server.send(sasl2("challenge", challenge));
        QVERIFY(room.endsWith(ErrorCode::AuthenticationMessageInvalid));
        QVERIFY(!room.server.written().contains("<response"));
    }

    /// SECURITY A39, A47: a mechanism that is not used by RFC 6120 is not used here either.
    void mechanismsThatAreNotUsed_data()
    {
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<bool>("allowPlain");
        QTest::addColumn<bool>("scramWorked");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("PLAIN without consent")
            << QByteArray("PLAIN") << false << false << ErrorCode::PlainNotAllowed;
        QTest::newRow("PLAIN after SCRAM worked")
            << QByteArray("PLAIN") << true << true << ErrorCode::PlainNotAllowed;
        QTest::newRow("an alien one")
            << QByteArray("OAUTHBEARER") << true << false << ErrorCode::NoAcceptableMechanism;
    }

    void mechanismsThatAreNotUsed()
    {
        QFETCH(QByteArray, offered);
        QFETCH(bool, allowPlain);
        QFETCH(bool, scramWorked);
        QFETCH(ErrorCode, code);
        for (const bool olderToo : {false, true}) {
            Room room("<mechanism>" + offered + "</mechanism>" + ScriptedServer::inlineOffer());
            if (olderToo)
                room.server.mechanisms = "<mechanism>" + offered + "</mechanism>";
            room.server.settings.allowPlain = allowPlain;
            room.server.settings.scramWorked = scramWorked;
            room.begin();
            QCOMPARE(room.code(), code);
            QVERIFY(!room.server.written().contains("<auth"));
        }
    }

    /// SECURITY A40, B17: where announcements contradict themselves the older list is no way out.
    void tamperedOffers_data()
    {
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<QByteArray>("types");
        QTest::addColumn<bool>("require");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray plus = "<mechanism>SCRAM-SHA-256-PLUS</mechanism>";
        QTest::newRow("-PLUS without types")
            << plus << QByteArray() << false << ErrorCode::AuthenticationDowngraded;
        QTest::newRow("types without -PLUS")
            << QByteArray() << kTypes << false << ErrorCode::AuthenticationDowngraded;
        QTest::newRow("nothing, binding required")
            << QByteArray() << QByteArray() << true << ErrorCode::ChannelBindingMissing;
    }

    void tamperedOffers()
    {
        QFETCH(QByteArray, offered);
        QFETCH(QByteArray, types);
        QFETCH(bool, require);
        QFETCH(ErrorCode, code);
        Room room(kScram + offered + ScriptedServer::inlineOffer());
        room.server.mechanisms = kScram;
        room.server.secureFeatures = types;
        room.server.settings.requireBinding = require;
        room.begin(kBindings);
        QCOMPARE(room.code(), code);
        QVERIFY(!room.server.written().contains("<auth"));
    }

    /// SECURITY A41.
    void saysThatNothingIsOffered()
    {
        Room room;
        room.begin(kBindings);
        QVERIFY(room.clientFirst().startsWith("y,,n=ana,r="));
    }

    /// SECURITY A42: the hash is that of what was announced here.
    void announcementsAreProtected_data()
    {
        QTest::addColumn<QByteArray>("announced");
        QTest::addColumn<bool>("good");
        QTest::newRow("what arrived")
            << QByteArray("SCRAM-SHA-1\x1eSCRAM-SHA-1-PLUS\x1ftls-exporter") << true;
        QTest::newRow("more than arrived")
            << QByteArray("SCRAM-SHA-1\x1eSCRAM-SHA-1-PLUS\x1eSCRAM-SHA-256\x1ftls-exporter") << false;
    }

    void announcementsAreProtected()
    {
        QFETCH(QByteArray, announced);
        QFETCH(bool, good);
        Room room(kScram + "<mechanism>SCRAM-SHA-1-PLUS</mechanism>" + ScriptedServer::inlineOffer());
        room.server.secureFeatures = kTypes;
        room.begin(kBindings);
        ScramServer scram;
        scram.binding = "seen by both";
        scram.extension = ",h=" + QCryptographicHash::hash(announced, QCryptographicHash::Sha1).toBase64();
        room.server.send(sasl2("challenge", scram.challenge(room.clientFirst())));
        QCOMPARE(room.mechanism, u"SCRAM-SHA-1-PLUS"_s);
        if (good)
            QVERIFY(room.server.next().xml.contains("<response"));
        else
            QVERIFY(room.endsWith(ErrorCode::AuthenticationDowngraded));
    }

    void failures_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray space = " xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>";
        QTest::newRow("wrong password") << QByteArray("<not-authorized" + space) << ErrorCode::WrongPassword;
        QTest::newRow("disabled") << QByteArray("<account-disabled" + space) << ErrorCode::AccountDisabled;
        QTest::newRow("for now") << QByteArray("<temporary-auth-failure" + space)
                                 << ErrorCode::TemporaryAuthenticationFailure;
        QTest::newRow("in the wrong namespace")
            << QByteArray("<account-disabled/>") << ErrorCode::AccountDisabled;
        QTest::newRow("nothing") << QByteArray() << ErrorCode::MalformedAuthentication;
        QTest::newRow("something new")
            << QByteArray("<something-new" + space) << ErrorCode::MalformedAuthentication;
    }

    void failures()
    {
        QFETCH(QByteArray, inside);
        QFETCH(ErrorCode, code);
        Room room;
        room.begin();
        room.server.next();
        room.server.send("<failure xmlns='urn:xmpp:sasl:2'>" + inside
                         + "<text>why\xE2\x80\xAE</text></failure>");
        QCOMPARE(room.code(), code);
        QCOMPARE(room.ended.last()[0].value<Error>().text, u"why"_s);
    }

    // Tasks.

    /// SECURITY A49: what is not known, and what was not asked for, is aborted.
    void tasksThatAreNotDone_data()
    {
        QTest::addColumn<QByteArray>("task");
        QTest::addColumn<bool>("bound");
        QTest::newRow("unknown") << QByteArray("TOTP-EXAMPLE") << false;
        QTest::newRow("upgrade that was not offered") << QByteArray("UPGR-SCRAM-SHA-512") << true;
        QTest::newRow("upgrade on an unbound line") << QByteArray("UPGR-SCRAM-SHA-256") << false;
        QTest::newRow("upgrade to what is weaker") << QByteArray("UPGR-SCRAM-SHA-1") << true;
        QTest::newRow("none") << QByteArray() << false;
    }

    void tasksThatAreNotDone()
    {
        QFETCH(QByteArray, task);
        QFETCH(bool, bound);
        const QByteArray upgrades = "<upgrade xmlns='urn:xmpp:sasl:upgrade:0'>UPGR-SCRAM-SHA-1</upgrade>"
                                    "<upgrade xmlns='urn:xmpp:sasl:upgrade:0'>UPGR-SCRAM-SHA-256</upgrade>";
        Room room(kScram + (bound ? "<mechanism>SCRAM-SHA-1-PLUS</mechanism>" : "")
                  + ScriptedServer::inlineOffer() + upgrades);
        if (bound)
            room.server.secureFeatures = kTypes;
        room.begin(bound ? kBindings : QList<ChannelBinding>());
        ScramServer scram;
        scram.binding = bound ? "seen by both" : "";
        const QByteArray request = room.server.next().xml;
        QCOMPARE(request.contains("UPGR-SCRAM-SHA-256"), bound);
        QVERIFY(!request.contains("UPGR-SCRAM-SHA-1<"));
        const QByteArray first = QByteArray::fromBase64(
            parseStanza(request).element.firstChildElement(u"initial-response"_s).text().toLatin1());
        room.server.send(sasl2("challenge", scram.challenge(first)));
        const ParsedStanza response = parseStanza(room.server.next().xml);
        QVERIFY(scram.accepts(QByteArray::fromBase64(response.element.text().toLatin1()), "secret"));
        room.server.send(tasks(task, scram.signature()));
        room.server.expect("<abort xmlns='urn:xmpp:sasl:2'/>");
        QCOMPARE(room.code(), ErrorCode::SecondStepUnsupported);
        QCOMPARE(room.ended.last()[0].value<Error>().subject, QString::fromLatin1(task));
        QVERIFY(!room.server.written().contains("<next") && !room.server.written().contains("<hash"));
    }

    /// SECURITY B18, A49: over a bound connection, to a server that has proven itself.
    void upgrades()
    {
        Upgrade room;
        room.server.send(tasks("UPGR-SCRAM-SHA-256", room.scram.signature()));
        room.server.expect("<next xmlns='urn:xmpp:sasl:2' task='UPGR-SCRAM-SHA-256'/>");
        room.server.send("<task-data xmlns='urn:xmpp:sasl:2'><salt xmlns='urn:xmpp:scram-upgrade:0' "
                         "iterations='4096'>c2FsdA==</salt></task-data>");
        const QByteArray expected
            = QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha256, "secret", "salt", 4096, 32);
        room.server.expect("<task-data xmlns='urn:xmpp:sasl:2'><hash xmlns='urn:xmpp:scram-upgrade:0'>"
                           + expected.toBase64() + "</hash></task-data>");
        room.server.succeedBound();
        QVERIFY(room.server.stream.isOnline());
        QCOMPARE(room.server.stream.mechanism(), u"SCRAM-SHA-1-PLUS"_s);
    }

    void upgradesThatGoWrong_data()
    {
        QTest::addColumn<QByteArray>("proof"); ///< % for the right one
        QTest::addColumn<QByteArray>("salt");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray good = "<salt xmlns='urn:xmpp:scram-upgrade:0' iterations='4096'>c2FsdA==</salt>";
        const auto salt = [](const char *iterations, const char *text) -> QByteArray {
            return QByteArray("<salt xmlns='urn:xmpp:scram-upgrade:0' iterations='") + iterations + "'>"
                + text + "</salt>";
        };
        const auto invalid = ErrorCode::AuthenticationMessageInvalid;
        QTest::newRow("no proof") << QByteArray() << good << ErrorCode::ServerNotProven;
        QTest::newRow("wrong proof") << QByteArray("v=AAAAAAAAAAAAAAAAAAAAAAAAAAA=") << good
                                     << ErrorCode::ServerNotProven;
        QTest::newRow("no salt") << QByteArray("%") << QByteArray() << invalid;
        QTest::newRow("empty salt") << QByteArray("%") << salt("4096", "") << invalid;
        QTest::newRow("salt that is no base64") << QByteArray("%") << salt("4096", "!!!!") << invalid;
        QTest::newRow("few iterations") << QByteArray("%") << salt("1", "c2FsdA==") << invalid;
        QTest::newRow("many iterations") << QByteArray("%") << salt("2147483648", "c2FsdA==") << invalid;
        QTest::newRow("no iterations") << QByteArray("%") << salt("", "c2FsdA==") << invalid;
    }

    void upgradesThatGoWrong()
    {
        QFETCH(QByteArray, proof);
        QFETCH(QByteArray, salt);
        QFETCH(ErrorCode, code);
        Upgrade room;
        room.server.send(tasks("UPGR-SCRAM-SHA-256", proof.replace("%", room.scram.signature())));
        if (code != ErrorCode::ServerNotProven) {
            room.server.next();
            room.server.send("<task-data xmlns='urn:xmpp:sasl:2'>" + salt + "</task-data>");
        }
        QVERIFY(room.endsWith(code));
        QVERIFY(!room.server.written().contains("<hash"));
    }

    void anUpgradeIsDoneOnce()
    {
        Upgrade room;
        room.server.send(tasks("UPGR-SCRAM-SHA-256", room.scram.signature()));
        room.server.next();
        const QByteArray data
            = "<task-data xmlns='urn:xmpp:sasl:2'><salt "
              "xmlns='urn:xmpp:scram-upgrade:0' iterations='4096'>c2FsdA==</salt></task-data>";
        room.server.send(data);
        QVERIFY(room.server.next().xml.contains("<hash"));
        room.server.send(tasks("UPGR-SCRAM-SHA-256"));
        room.server.expect("<abort xmlns='urn:xmpp:sasl:2'/>");
        QCOMPARE(room.code(), ErrorCode::SecondStepUnsupported);
    }

    /// Nobody who watches the traffic reads the exchange.
    void trafficHidesTheExchange()
    {
        Room room;
        QByteArray seen;
        connect(&room.server.stream, &XmppStream::xmlTraffic, this,
                [&](bool, const QByteArray &xml) { seen += xml; });
        room.server.bringOnline();
        room.server.send("<message><body>after it</body></message>");
        QVERIFY(seen.contains("<starttls") && seen.contains("after it"));
        QVERIFY(!seen.contains("<authenticate") && !seen.contains("<success"));
    }
};

QTEST_GUILESS_MAIN(Sasl2Test)
#include "tst_sasl2.moc"
