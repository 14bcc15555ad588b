// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScriptedServer.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tertulia;
using namespace std::chrono_literals;

namespace
{

/// Counts what reaches modules.
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
                                  if (onMessage)
                                      onMessage(message);
                                  return true;
                              }}};
        return manifest;
    }
    void streamStarted(StreamStart) override
    {
        if (onStarted)
            onStarted();
    }

    QStringList heard;
    std::function<void(const Message &)> onMessage;
    std::function<void()> onStarted;
};

Message chat(const QString &body)
{
    Message message;
    message.to = *Jid::parse(u"bruno@example.net"_s);
    message.body = body;
    return message;
}

constexpr char kSent[] = "<message to='bruno@example.net' type='chat' id='*'><body>*</body></message>";

} // namespace

class XmppStreamTest : public QObject
{
    Q_OBJECT

    struct Room {
        /// Of the messages sent: a acknowledged, n not connected, . not known yet. Outlives the server, whose
        /// end settles the last.
        QByteArray fates;
        ScriptedServer server;
        Listener *listener = server.add<Listener>();
        QSignalSpy online{&server.stream, &XmppStream::online};
        QSignalSpy ended{&server.stream, &XmppStream::ended};

        [[nodiscard]] ModuleHost &host() { return server.stream.host(); }
        [[nodiscard]] ErrorCode code() const
        {
            return ended.isEmpty() ? ErrorCode::RequestTimedOut : ended.last()[0].value<Error>().code;
        }
        [[nodiscard]] bool resumable() const { return !ended.isEmpty() && ended.last()[1].toBool(); }
        void send(int n, QObject *context)
        {
            for (int i = 0; i < n; ++i) {
                const qsizetype index = fates.size();
                fates += '.';
                host()
                    .sendTracked(chat(u"m%1"_s.arg(index)))
                    .then(context, [this, index](const Result<void> &r) {
                        fates[index] = r ? 'a' : r.error().code == ErrorCode::NotConnected ? 'n' : '?';
                    });
            }
        }
    };

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tertulia.*=false"_s); }

    void comesOnline()
    {
        Room room;
        room.server.bringOnline();
        QCOMPARE(room.online.count(), 1);
        QCOMPARE(room.online[0][0].value<StreamStart>(), StreamStart::Fresh);
        QCOMPARE(room.server.stream.boundJid().toString(), u"ana@example.org/desk"_s);
        QCOMPARE(room.server.stream.mechanism(), u"SCRAM-SHA-1"_s);
        QCOMPARE(room.server.stream.tlsFacts().protocol, u"TLS 1.3"_s);
        QVERIFY(!room.server.stream.peerAddress().isEmpty());
        QVERIFY(room.host().streamFeatures().children().size() >= 2);
        room.server.expectNothing();
    }

    void stanzasBeforeTheEndOfTheLoginAreKept()
    {
        Room room;
        room.server.login();
        room.server.bind();
        room.server.send("<message from='example.org'><body>welcome</body></message>");
        QCOMPARE(room.listener->heard, QStringList());
        room.server.enableManagement();
        QCOMPARE(room.listener->heard, QStringList{u"welcome"_s});
        // It came before <enabled/> and is not counted.
        room.server.autoAcknowledge = false;
        room.server.send("<r xmlns='urn:xmpp:sm:3'/>");
        room.server.expect("<a xmlns='urn:xmpp:sm:3' h='0'/>");
    }

    // Acknowledgements.

    void tellsWhenTheServerHasAMessage()
    {
        Room room;
        room.server.autoAcknowledge = false;
        room.server.bringOnline();
        room.send(3, this);
        settle();
        for (int i = 0; i < 3; ++i)
            room.server.expect(kSent);
        // Right behind the message it would delay what the message brings about.
        room.server.clock.advance(249ms);
        room.server.expectNothing();
        room.server.clock.advance(1ms);
        room.server.expect("<r xmlns='urn:xmpp:sm:3'/>"); // one question for the batch
        room.server.clock.advance(1s);
        room.server.expectNothing();
        room.server.send("<a xmlns='urn:xmpp:sm:3' h='2'/>");
        QCOMPARE(room.fates, QByteArray("aa."));
        room.server.send("<a xmlns='urn:xmpp:sm:3' h='3'/>");
        QCOMPARE(room.fates, QByteArray("aaa"));
    }

    void aStreamOfMessagesIsAskedAboutOnTheWay()
    {
        Room room;
        room.server.autoAcknowledge = false;
        room.server.bringOnline();
        int questions = 0;
        const auto count = [&] {
            for (const QByteArray &said : room.server.skip())
                questions += said.startsWith("<r ") ? 1 : 0;
        };
        for (int i = 0; i < 19; ++i)
            room.send(1, this);
        count();
        QCOMPARE(questions, 0);
        room.send(1, this);
        count();
        QCOMPARE(questions, 1); // twenty do not wait for the clock
        room.server.clock.advance(1s);
        count();
        QCOMPARE(questions, 1);
        // Somebody who never pauses does not put the question off.
        for (int i = 0; i < 5; ++i) {
            room.send(1, this);
            room.server.clock.advance(100ms);
            count();
        }
        QCOMPARE(questions, 2);
    }

    void whatTheServerToldUnaskedIsNotAskedAgain()
    {
        Room room;
        room.server.autoAcknowledge = false;
        room.server.bringOnline();
        room.send(2, this);
        room.server.skip();
        room.server.send("<a xmlns='urn:xmpp:sm:3' h='2'/>");
        QCOMPARE(room.fates, QByteArray("aa"));
        room.server.clock.advance(1s);
        room.server.expectNothing();
        room.send(2, this);
        room.server.skip();
        room.server.send("<a xmlns='urn:xmpp:sm:3' h='3'/>");
        room.server.clock.advance(250ms);
        room.server.expect("<r xmlns='urn:xmpp:sm:3'/>"); // the second is still open
    }

    /// XEP-0198 4: "as soon as possible".
    void questionsAreAnsweredAtOnce()
    {
        Room room;
        room.server.autoAcknowledge = false;
        room.server.bringOnline();
        room.server.send("<message><body>x</body></message><r xmlns='urn:xmpp:sm:3'/>");
        room.server.expect("<a xmlns='urn:xmpp:sm:3' h='1'/>");
    }

    /// What could not be put on disk is not acknowledged: not when asked, and not by resuming.
    void onlyWhatIsKeptIsAcknowledged()
    {
        Room room;
        bool keeps = true;
        room.server.stream.setKeep([&] { return keeps; });
        room.server.autoAcknowledge = false;
        room.server.bringOnline();
        room.server.send("<message><body>1</body></message><r xmlns='urn:xmpp:sm:3'/>");
        room.server.expect("<a xmlns='urn:xmpp:sm:3' h='1'/>");
        keeps = false;
        room.server.send("<message><body>2</body></message><r xmlns='urn:xmpp:sm:3'/>");
        room.server.expect("<a xmlns='urn:xmpp:sm:3' h='1'/>");
        room.server.cut();
        room.server.login();
        room.server.expect("<resume xmlns='urn:xmpp:sm:3' previd='sm-id' h='1'/>");
        room.server.send("<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='0'/>");
        QVERIFY(room.server.stream.isOnline());
        // The server has to send it again, and it counts as the second.
        room.server.send("<message><body>2</body></message><r xmlns='urn:xmpp:sm:3'/>");
        room.server.expect("<a xmlns='urn:xmpp:sm:3' h='1'/>");
        keeps = true;
        room.server.send("<r xmlns='urn:xmpp:sm:3'/>");
        room.server.expect("<a xmlns='urn:xmpp:sm:3' h='2'/>");
        // What is kept before the stream comes back is acknowledged by that.
        keeps = false;
        room.server.send("<message><body>3</body></message>");
        keeps = true;
        room.server.cut();
        room.server.login();
        room.server.expect("<resume xmlns='urn:xmpp:sm:3' previd='sm-id' h='3'/>");
    }

    void tellsWithoutStreamManagementToo()
    {
        Room room;
        room.server.streamManagement = false;
        room.server.bringOnline();
        room.send(2, this);
        room.server.expect(kSent);
        room.server.expect(kSent);
        room.server.clock.advance(250ms);
        room.server.expect("<iq type='get' id='*' to='example.org'><ping xmlns='urn:xmpp:ping'/></iq>");
        QCOMPARE(room.fates, QByteArray(".."));
        room.send(1, this);
        room.server.expect(kSent);
        room.server.send(
            "<iq type='error' id='{id}' from='example.org'/>"); // no ping there: an answer all the same
        QCOMPARE(room.fates, QByteArray("aa."));
        room.server.clock.advance(250ms);
        room.server.expect("<iq type='get' id='*' to='example.org'><ping xmlns='urn:xmpp:ping'/></iq>");
        room.server.cut();
        QCOMPARE(room.fates, QByteArray("aan"));
        QCOMPARE(room.resumable(), false);
    }

    /// SECURITY F08.
    void worksWhenManagementIsRefused()
    {
        Room room;
        room.server.login();
        room.server.bind();
        room.server.expect("<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
        room.server.send("<failed xmlns='urn:xmpp:sm:3'><unexpected-request "
                         "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>");
        QCOMPARE(room.online.count(), 1);
        room.send(1, this);
        room.server.expect(kSent);
        room.server.clock.advance(250ms);
        room.server.expect("<iq type='get' id='*' to='example.org'><ping xmlns='urn:xmpp:ping'/></iq>");
        room.server.send("<iq type='result' id='{id}' from='example.org'/>");
        QCOMPARE(room.fates, QByteArray("a"));
    }

    /// SECURITY A119, A122.
    void manyQuestionsGetOneAnswer()
    {
        Room room;
        room.server.autoAcknowledge = false;
        room.server.bringOnline();
        room.server.send(
            QByteArray("<message><body>x</body></message><r xmlns='urn:xmpp:sm:3'/>").repeated(1000));
        const auto said = room.server.skip();
        QVERIFY2(said.size() == 1, QByteArray::number(said.size()).constData());
        QVERIFY(said[0].contains("1000"));
        QCOMPARE(room.listener->heard.size(), 1000);
    }

    /// SECURITY A121, F06.
    void aCountTooHighEndsTheStream()
    {
        Room room;
        room.server.autoAcknowledge = false;
        room.server.bringOnline();
        room.send(2, this);
        room.server.skip();
        room.server.send("<a xmlns='urn:xmpp:sm:3' h='3'/>");
        QCOMPARE(room.code(), ErrorCode::PeerProtocolViolation);
        QCOMPARE(room.resumable(), false);
        room.server.expect(
            "<stream:error><undefined-condition xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
            "<handled-count-too-high xmlns='urn:xmpp:sm:3' h='3' send-count='2'/></stream:error>");
        room.server.expectFooter();
        // Nothing counts as delivered: whoever keeps the messages sends them again.
        QCOMPARE(room.fates, QByteArray("nn"));
    }

    /// Whoever hears that a message is lost finds the stream closed: nothing is to be sent into it again.
    void nobodySendsIntoAStreamThatEnds_data()
    {
        QTest::addColumn<QByteArray>("how");
        for (const char *how : {"refused", "closed", "dropped", "unmanaged"})
            QTest::newRow(how) << QByteArray(how);
    }

    void nobodySendsIntoAStreamThatEnds()
    {
        QFETCH(QByteArray, how);
        Room room;
        room.server.autoAcknowledge = false;
        room.server.streamManagement = how != "unmanaged" && how != "dropped";
        room.server.bringOnline();
        QList<bool> wasOnline;
        room.host().sendTracked(chat(u"x"_s)).then(this, [&](const Result<void> &) {
            wasOnline.append(room.server.stream.isOnline());
        });
        room.server.skip();
        if (how == "refused")
            room.server.send("<a xmlns='urn:xmpp:sm:3' h='99'/>");
        else if (how == "dropped")
            room.server.stream.drop();
        else
            room.server.send("</stream:stream>");
        settle();
        QCOMPARE(wasOnline, QList<bool>{false});
    }

    // Cuts and resumption.

    /// SECURITY F02, A38: however the connection goes, half a stanza is no stanza.
    void everyKindOfCutIsResumable()
    {
        for (int kind = 0; kind < 4; ++kind) {
            Room room;
            room.server.bringOnline();
            room.server.send("<message><body>whole</body></message><message><body>half");
            if (kind == 0)
                room.server.wire()->breakDown({ErrorCode::ConnectionLost});
            else if (kind == 1)
                room.server.wire()->hangUp(false);
            else if (kind == 2)
                room.server.wire()->hangUp(true);
            else
                for (int i = 0; i < 12;
                     ++i) { // what has begun must end, however alive the line is (SECURITY A18)
                    room.server.clock.advance(10s);
                    room.server.send("x");
                    room.server.skip();
                }
            settle();
            QCOMPARE(room.listener->heard, QStringList{u"whole"_s});
            QCOMPARE(room.code(), kind == 3 ? ErrorCode::PeerLimitExceeded : ErrorCode::ConnectionLost);
            QCOMPARE(room.resumable(), kind != 3);
        }
    }

    void resumesAndSendsAgain()
    {
        Room room;
        room.server.bringOnline();
        room.send(2, this);
        room.server.expect(kSent);
        room.server.expect(kSent);
        settle();
        room.server.expectNothing();
        QCOMPARE(room.fates, QByteArray("aa"));
        room.send(2, this);
        room.server.cut(true); // these two never arrive
        QCOMPARE(room.resumable(), true);
        QCOMPARE(room.fates, QByteArray("aa.."));
        room.server.resume();
        QCOMPARE(room.online.count(), 2);
        QCOMPARE(room.online[1][0].value<StreamStart>(), StreamStart::Resumed);
        QCOMPARE(room.server.stream.resumptions(), 1);
        room.server.expect("<message to='bruno@example.net' type='chat' id='*'><body>m2</body></message>");
        room.server.expect("<message to='bruno@example.net' type='chat' id='*'><body>m3</body></message>");
        room.server.expectNothing();
        QCOMPARE(room.fates, QByteArray("aaaa"));
        QCOMPARE(room.server.handled(), 4u);
    }

    /// SECURITY F05.
    void aForgottenStreamGivesMessagesBack()
    {
        Room room;
        room.server.bringOnline();
        room.send(2, this);
        room.server.cut(true);
        room.server.resume(false);
        QCOMPARE(room.fates, QByteArray("nn"));
        QCOMPARE(room.online[1][0].value<StreamStart>(), StreamStart::Fresh);
        room.server.expectNothing(); // the outbox sends again, not the stream
    }

    void aFailedAttemptKeepsTheStreamForTheNext()
    {
        Room room;
        room.server.bringOnline();
        room.send(1, this);
        room.server.cut(true);
        room.server.start();
        room.server.wire()->breakDown({ErrorCode::NetworkUnreachable});
        settle();
        QCOMPARE(room.code(), ErrorCode::NetworkUnreachable);
        QCOMPARE(room.resumable(), true);
        QCOMPARE(room.fates, QByteArray("."));
        room.server.resume();
        room.server.expect(kSent);
        room.server.expectNothing();
        QCOMPARE(room.fates, QByteArray("a"));
    }

    /// SECURITY A35: where the server would like to be found is tried first, with the usual checks, and no
    /// more.
    void theLocationIsAHint()
    {
        Room room;
        room.server.login();
        room.server.bind();
        room.server.expect("<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
        room.server.send(
            "<enabled xmlns='urn:xmpp:sm:3' id='sm-id' resume='true' location='evil.example:5222'/>");
        room.server.cut();
        room.server.start();
        QCOMPARE(room.server.wire()->endpoint().host, u"evil.example"_s);
        QCOMPARE(room.server.wire()->policy().domain, u"example.org"_s);
        room.server.wire()->breakDown({ErrorCode::ConnectionRefused});
        settle();
        QCOMPARE(room.server.wire()->endpoint().host, u"example.org"_s);
        QCOMPARE(room.server.wire()->policy().domain, u"example.org"_s);
        room.server.resume();
        QVERIFY(room.server.stream.isOnline());
    }

    void anotherAccountDoesNotResume()
    {
        Room room;
        room.server.bringOnline();
        room.send(1, this);
        room.server.cut(true);
        room.server.settings.account = *Jid::parse(u"carla@example.org"_s);
        room.server.bringOnline();
        QCOMPARE(room.fates, QByteArray("n"));
        QCOMPARE(room.server.stream.boundJid().toString(), u"carla@example.org/desk"_s);
    }

    void sentWhileAwayIsRefusedAtOnce()
    {
        Room room;
        room.send(1, this);
        QCOMPARE(room.fates, QByteArray("."));
        settle();
        QCOMPARE(room.fates, QByteArray("n"));
        room.host().send(chat(u"lost"_s));
        room.server.bringOnline();
        room.server.expectNothing();
    }

    // Life and death.

    /// SECURITY F03, F21.
    void silenceAfterSendingIsDeath()
    {
        Room room;
        room.server.autoAcknowledge = false;
        room.server.bringOnline();
        room.send(1, this);
        room.server.clock.advance(250ms);
        room.server.skip();
        room.server.clock.advance(15s - 1ms);
        QCOMPARE(room.ended.count(), 0);
        room.server.clock.advance(1ms);
        QCOMPARE(room.code(), ErrorCode::LinkDead);
        QCOMPARE(room.resumable(), true);
        QVERIFY(room.server.network.lastWasAborted());
    }

    void anIdleLinkIsAsked()
    {
        Room room;
        room.server.autoAcknowledge = false;
        room.server.bringOnline();
        room.server.clock.advance(75s);
        room.server.expect("<r xmlns='urn:xmpp:sm:3'/>");
        room.server.send("<a xmlns='urn:xmpp:sm:3' h='0'/>");
        room.server.clock.advance(74s);
        room.server.expectNothing();
        room.server.clock.advance(1s);
        room.server.expect("<r xmlns='urn:xmpp:sm:3'/>");
        room.server.clock.advance(15s);
        QCOMPARE(room.code(), ErrorCode::LinkDead);
    }

    void anIdleLinkWithoutManagementIsPinged()
    {
        Room room;
        room.server.streamManagement = false;
        room.server.bringOnline();
        room.server.clock.advance(75s);
        room.server.expect("<iq type='get' id='*' to='example.org'><ping xmlns='urn:xmpp:ping'/></iq>");
        room.server.send("<iq type='result' id='{id}' from='example.org'/>");
        room.server.clock.advance(20s);
        QCOMPARE(room.ended.count(), 0);
    }

    void aProbeWithoutAnswerEndsTheStream()
    {
        Room room;
        room.server.autoAcknowledge = false;
        room.server.bringOnline();
        room.server.stream.probe();
        room.server.expect("<r xmlns='urn:xmpp:sm:3'/>");
        room.server.clock.advance(4s);
        QCOMPARE(room.code(), ErrorCode::LinkDead);
        QCOMPARE(room.resumable(), true);
    }

    void aQuietStreamKeepsOneTimer()
    {
        Room room;
        room.server.bringOnline();
        for (int i = 0; i < 50; ++i) {
            room.send(1, this);
            settle();
            room.server.skip();
        }
        QCOMPARE(room.server.clock.runningTimers(), 1);
    }

    // Ends.

    /// SECURITY F10: each stream error by its name.
    void streamErrors_data()
    {
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("resumable");
        const auto row = [](const char *condition, ErrorCode code, bool resumable = false) {
            QTest::newRow(condition) << QByteArray("<") + condition
                    + " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
                                     << code << resumable;
        };
        row("bad-format", ErrorCode::StreamBadFormat);
        row("bad-namespace-prefix", ErrorCode::StreamBadNamespacePrefix);
        row("conflict", ErrorCode::StreamConflict);
        row("connection-timeout", ErrorCode::StreamConnectionTimeout, true);
        row("host-gone", ErrorCode::StreamHostGone);
        row("host-unknown", ErrorCode::StreamHostUnknown);
        row("improper-addressing", ErrorCode::StreamImproperAddressing);
        row("internal-server-error", ErrorCode::StreamInternalServerError, true);
        row("invalid-from", ErrorCode::StreamInvalidFrom);
        row("invalid-namespace", ErrorCode::StreamInvalidNamespace);
        row("invalid-xml", ErrorCode::StreamInvalidXml);
        row("not-authorized", ErrorCode::StreamNotAuthorized);
        row("not-well-formed", ErrorCode::StreamNotWellFormed);
        row("policy-violation", ErrorCode::StreamPolicyViolation);
        row("remote-connection-failed", ErrorCode::StreamRemoteConnectionFailed, true);
        row("reset", ErrorCode::StreamReset, true);
        row("resource-constraint", ErrorCode::StreamResourceConstraint, true);
        row("restricted-xml", ErrorCode::StreamRestrictedXml);
        row("see-other-host", ErrorCode::StreamSeeOtherHost, true);
        row("system-shutdown", ErrorCode::StreamSystemShutdown, true);
        row("undefined-condition", ErrorCode::StreamUndefinedCondition);
        row("unsupported-encoding", ErrorCode::StreamUnsupportedEncoding);
        row("unsupported-feature", ErrorCode::StreamUnsupportedFeature);
        row("unsupported-stanza-type", ErrorCode::StreamUnsupportedStanzaType);
        row("unsupported-version", ErrorCode::StreamUnsupportedVersion);
        row("something-new", ErrorCode::StreamUndefinedCondition);
        QTest::newRow("empty") << QByteArray() << ErrorCode::StreamUndefinedCondition << false;
        QTest::newRow("text only") << QByteArray(
            "<text xmlns='urn:ietf:params:xml:ns:xmpp-streams'>why</text>")
                                   << ErrorCode::StreamUndefinedCondition << false;
    }

    void streamErrors()
    {
        QFETCH(QByteArray, inside);
        QFETCH(ErrorCode, code);
        QFETCH(bool, resumable);
        Room room;
        room.server.bringOnline();
        room.send(1, this);
        room.server.skip();
        room.server.send("<stream:error>" + inside + "<text xmlns='urn:ietf:params:xml:ns:xmpp-streams'>"
                         + QByteArray(10'000, 'x') + "</text></stream:error></stream:stream>");
        QCOMPARE(room.ended.count(), 1);
        QCOMPARE(room.code(), code);
        QCOMPARE(room.resumable(), resumable);
        QCOMPARE(room.ended[0][0].value<Error>().text.size(), 500);
        room.server.expectFooter();

        // The same while logging in.
        Room early;
        early.server.start();
        early.server.acceptTcp();
        early.server.openPlainStream();
        early.server.secure();
        early.server.expectHeader();
        early.server.sendHeader();
        early.server.send("<stream:error>" + inside + "</stream:error></stream:stream>");
        QCOMPARE(early.code(), code);
    }

    void aServerThatLeavesPolitely()
    {
        Room room;
        room.server.bringOnline();
        room.server.send("</stream:stream>");
        QCOMPARE(room.code(), ErrorCode::ConnectionLost);
        QCOMPARE(room.resumable(), false);
        room.server.expectFooter();
    }

    /// SECURITY A14.
    void nothingCountsAfterTheEnd()
    {
        for (const QByteArray late : {"<message><body>late</body></message>", "late",
                                      "<stream:stream xmlns='jabber:client' "
                                      "xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>"
                                      "<message><body>late</body></message>",
                                      "<?xml version='1.0'?><message><body>late</body></message>"}) {
            Room room;
            room.server.bringOnline();
            room.server.send("</stream:stream>" + late);
            QCOMPARE(room.ended.count(), 1);
            QCOMPARE(room.listener->heard, QStringList());
        }
        for (const QByteArray odd : {"<?xml version='1.0'?>", "text",
                                     "<stream:stream xmlns='jabber:client' "
                                     "xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>"}) {
            Room room;
            room.server.bringOnline();
            room.server.send(odd + "<message><body>late</body></message></stream:stream>");
            QCOMPARE(room.ended.count(), 1);
            QCOMPARE(room.listener->heard, QStringList());
        }
    }

    /// SECURITY R16.
    void closesProperly()
    {
        Room room;
        room.server.autoAcknowledge = false;
        room.server.bringOnline();
        room.server.send("<message><body>x</body></message>");
        room.send(1, this);
        room.server.skip();
        room.server.stream.close();
        QCOMPARE(room.server.stream.isOnline(), false);
        room.server.expect("<presence type='unavailable'/>");
        room.server.expect("<r xmlns='urn:xmpp:sm:3'/>");
        room.server.expect("<a xmlns='urn:xmpp:sm:3' h='1'/>");
        room.server.expectFooter();
        QCOMPARE(room.ended.count(), 0);
        // What comes now was not acknowledged: the server keeps it.
        room.server.send("<message><body>too late</body></message>");
        QCOMPARE(room.listener->heard, QStringList{u"x"_s});
        room.server.send("<a xmlns='urn:xmpp:sm:3' h='2'/></stream:stream>");
        QCOMPARE(room.fates, QByteArray("a"));
        QCOMPARE(room.ended.count(), 1);
        QCOMPARE(room.code(), ErrorCode::Cancelled);
        QCOMPARE(room.resumable(), false);
        room.server.clock.advance(60s);
        QCOMPARE(room.ended.count(), 1);
    }

    void closingTakesTwoSecondsAtMost()
    {
        Room room;
        room.server.bringOnline();
        room.server.stream.close();
        room.server.stream.close();
        room.server.clock.advance(2s - 1ms);
        QCOMPARE(room.ended.count(), 0);
        room.server.clock.advance(1ms);
        QCOMPARE(room.code(), ErrorCode::Cancelled);
        QCOMPARE(room.ended.count(), 1);
        room.server.bringOnline(); // and can be started again, with a new stream
        QCOMPARE(room.server.stream.resumptions(), 0);
    }

    void closingACutStreamForgetsIt()
    {
        Room room;
        room.server.bringOnline();
        room.send(1, this);
        room.server.cut(true);
        room.server.stream.close();
        settle();
        QCOMPARE(room.fates, QByteArray("n"));
        QCOMPARE(room.code(), ErrorCode::Cancelled);
        room.server.bringOnline();
    }

    void closingWhenNothingRuns()
    {
        Room room;
        room.server.stream.close();
        QCOMPARE(room.ended.count(), 0);
        settle();
        QCOMPARE(room.code(), ErrorCode::Cancelled);
    }

    void droppingSaysNothingAndMayResume()
    {
        Room room;
        room.server.bringOnline();
        room.send(1, this);
        room.server.skip();
        room.server.stream.drop();
        QVERIFY(room.server.network.lastWasAborted());
        settle();
        QCOMPARE(room.ended.count(), 0);
        QVERIFY(room.server.skip().isEmpty());
        room.server.resume();
        QCOMPARE(room.server.stream.resumptions(), 1);
    }

    // What modules may do to the stream that calls them.

    void closedByAModuleAtAnyMoment()
    {
        Room starting;
        starting.listener->onStarted = [&] { starting.server.stream.close(); };
        starting.server.login();
        starting.server.bind();
        starting.server.enableManagement();
        starting.server.clock.advance(2s);
        QCOMPARE(starting.code(), ErrorCode::Cancelled);
        QCOMPARE(starting.online.count(), 0);

        Room receiving;
        receiving.listener->onMessage = [&](const Message &) { receiving.server.stream.drop(); };
        receiving.server.bringOnline();
        receiving.server.send("<message><body>1</body></message><message><body>2</body></message>");
        QCOMPARE(receiving.listener->heard, QStringList{u"1"_s});

        Room acknowledging;
        acknowledging.server.autoAcknowledge = false;
        acknowledging.server.bringOnline();
        acknowledging.host().sendTracked(chat(u"x"_s)).then(this, [&](const Result<void> &) {
            acknowledging.server.stream.drop();
        });
        acknowledging.server.skip();
        acknowledging.server.send("<a xmlns='urn:xmpp:sm:3' h='1'/><message><body>2</body></message>");
        QCOMPARE(acknowledging.listener->heard, QStringList());
    }

    void destroyedByAModule()
    {
        auto room = std::make_unique<Room>();
        room->server.bringOnline();
        room->send(3, this);
        room->host()
            .request(Iq{.payload = XmlElement(u"q"_s, u"u"_s)})
            .then(this, [](const Result<XmlElement> &) { });
        room.reset();
        settle();
    }

    /// SECURITY A08: whatever pieces the bytes come in.
    void piecesDoNotMatter()
    {
        const QByteArray script
            = u"<message><body>uno \u00F1 \U0001F600</body></message>"
              "<r xmlns='urn:xmpp:sm:3'/><presence/><message><body>dos</body></message>"_s.toUtf8();
        for (const qsizetype size : {1, 2, 3, 7, 1400}) {
            Room room;
            room.server.bringOnline();
            for (qsizetype at = 0; at < script.size(); at += size)
                room.server.wire()->deliver(script.mid(at, size));
            settle();
            for (int i = 0; i < 20; ++i)
                settle();
            QCOMPARE(room.listener->heard, QStringList({u"uno \u00F1 \U0001F600"_s, u"dos"_s}));
        }
    }

    void trafficIsToldToWhoWatches()
    {
        Room room;
        room.server.bringOnline();
        QByteArray in;
        QByteArray out;
        const auto watch
            = connect(&room.server.stream, &XmppStream::xmlTraffic, this,
                      [&](bool outgoing, const QByteArray &xml) { (outgoing ? out : in) += xml; });
        room.server.send("<presence from='bruno@example.net'/>");
        room.host().send(chat(u"hi"_s));
        settle();
        QCOMPARE(in, QByteArray("<presence from='bruno@example.net'/>"));
        QVERIFY(out.contains("<body>hi</body>"));
        disconnect(watch);
    }
};

QTEST_GUILESS_MAIN(XmppStreamTest)
#include "tst_xmppstream.moc"
