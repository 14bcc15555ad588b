// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Faults of the network, the server and the machine, and what a whole session makes of them.
#include "core/models/Roles.h"
#include "core/models/RosterModel.h"
#include "core/net/SslTransport.h"
#include "core/session/Accounts.h"
#include "core/session/PasswordSource.h"
#include "core/session/SessionMessages.h"
#include "core/store/Store.h"
#include "tests/support/CanonicalXml.h"
#include "tests/support/SessionRig.h"

#include <QHash>
#include <QLocale>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

#include <unicode/uloc.h>

#include <algorithm>

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace tertulia;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

const Jid kBruno = Jid::fromNormalized(u"bruno@example.org"_s);

QByteArray message(const QByteArray &id, const QByteArray &body)
{
    return "<message from='bruno@example.org/phone' to='ana@example.org' type='chat' id='" + id + "'><body>"
        + body + "</body></message>";
}

/// Connects again, at once, to a server that still holds the stream; gives how many stanzas it was told of.
quint32 resumeNow(SessionRig &rig)
{
    const quint32 handled = rig.server.handled();
    rig.session->reconnectNow();
    settle();
    rig.login();
    const QByteArray resume = rig.server.next().xml;
    const ParsedStanza parsed = parseStanza(resume);
    rig.server.send("<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='" + QByteArray::number(handled)
                    + "'/>");
    return parsed.element.attribute(u"h"_s).toUInt();
}

void comeBackFresh(SessionRig &rig)
{
    rig.session->reconnectNow();
    settle();
    rig.login();
    rig.server.next(); // <resume/>, if there was something to resume
    rig.server.send("<failed xmlns='urn:xmpp:sm:3'><item-not-found "
                    "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></failed>");
    rig.server.bind();
    rig.server.enableManagement();
    rig.serve();
}

} // namespace

class FaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tertulia.*=false"_s); }

    /// SECURITY F01: a session of twenty stanzas, cut at every seventh byte: with stanzas of one length,
    /// which seven does not divide, each byte of a stanza is the last one in some of them. The server sends
    /// again what it was not told of, and each is there once, in order.
    void aCutAtEveryByte()
    {
        constexpr int kStanzas = 20;
        constexpr int kStep = 7;
        const auto stanzasOf = [](qsizetype round) {
            QByteArrayList stanzas;
            for (int i = 10; i < 10 + kStanzas; ++i)
                stanzas.append(message("r" + QByteArray::number(10'000 + round) + "-" + QByteArray::number(i),
                                       QByteArray::number(i) + "\xF0\x9F\x8E\x89"));
            return stanzas;
        };
        const qsizetype size = stanzasOf(0).first().size();
        QVERIFY(size % kStep != 0);
        SessionRig rig;
        rig.bringOnline();
        quint32 told = resumeCount(rig);
        int rounds = 0;
        for (qsizetype cut = 0; cut <= size * kStanzas; cut += kStep) {
            const QByteArrayList stanzas = stanzasOf(cut);
            rig.server.wire()->deliver(stanzas.join().left(cut));
            settle();
            rig.server.cut();
            const quint32 now = resumeNow(rig);
            const qsizetype whole = cut / size;
            QCOMPARE(qsizetype(now - told), whole);
            rig.server.wire()->deliver(stanzas.mid(whole).join());
            rig.serve();
            told += kStanzas;
            ++rounds;
        }
        const QStringList bodies = rig.bodies(kBruno);
        QCOMPARE(bodies.size(), kStanzas * rounds);
        for (int i = 0; i < bodies.size(); ++i)
            QCOMPARE(bodies[i],
                     QString::fromUtf8(QByteArray::number(10 + i % kStanzas) + "\xF0\x9F\x8E\x89"));
    }

    /// SECURITY F09, R05: whatever the server cannot do, messages go and come, and no state claims more than
    /// was proven.
    void aServerThatCannot_data()
    {
        QTest::addColumn<bool>("management");
        QTest::newRow("nothing but stream management") << true;
        QTest::newRow("nothing") << false;
    }

    void aServerThatCannot()
    {
        QFETCH(bool, management);
        SessionRig rig;
        rig.server.streamManagement = management;
        rig.goOnline();
        rig.login();
        rig.server.bind();
        if (management)
            rig.server.enableManagement();
        rig.serve(); // every other question is refused
        QCOMPARE(rig.session->state(), SessionState::Online);
        rig.tell(message("m1", "hola"));
        QCOMPARE(rig.bodies(kBruno), QStringList{u"hola"_s});
        rig.server.autoAcknowledge = false;
        rig.session->messages().send(kBruno, u"qu\u00E9 tal"_s);
        settle();
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Queued);
        rig.server.clock.advance(1s);
        settle();
        const QList<QByteArray> said = rig.server.skip();
        QCOMPARE(rig.lastState(kBruno),
                 DeliveryState::Queued); // it was said, and nothing proves that it came
        if (management) {
            rig.server.send("<a xmlns='urn:xmpp:sm:3' h='" + QByteArray::number(rig.server.handled())
                            + "'/>");
        } else {
            QVERIFY(refusePing(rig, said));
        }
        settle();
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Sent);
    }

    /// SECURITY F10: a message that the server throws us out for is not sent a third time, and those behind
    /// it are.
    void aMessageThatTheServerWillNotHave()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.server.autoAcknowledge = false;
        QSignalSpy failed(&rig.session->messages(), &SessionMessages::failed);
        rig.session->messages().send(kBruno, u"poison"_s);
        rig.session->messages().send(kBruno, u"innocent"_s);
        rig.serve();
        QCOMPARE(rig.saidCount(">poison<"), 1);
        QCOMPARE(rig.saidCount(">innocent<"), 1);
        for (int round = 0; round < 2; ++round) {
            rig.server.send("<stream:error><policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-streams'/>"
                            "</stream:error></stream:stream>");
            settle();
            QCOMPARE(rig.session->state(), SessionState::Waiting);
            rig.said.clear();
            rig.session->reconnectNow();
            settle();
            rig.login();
            rig.server.bind();
            rig.server.enableManagement();
            rig.server.autoAcknowledge = round == 1;
            rig.serve();
            QCOMPARE(rig.saidCount(">poison<"), round == 0 ? 1 : 0);
            QCOMPARE(rig.saidCount(">innocent<"), round == 0 ? 0 : 1);
        }
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed[0][2].value<Error>().code, ErrorCode::StanzaPolicyViolation);
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Sent);
        // From then on they go together again.
        rig.server.autoAcknowledge = false;
        rig.said.clear();
        for (const char *body : {"a", "b", "c"})
            rig.session->messages().send(kBruno, QString::fromLatin1(body));
        rig.serve();
        QCOMPARE(rig.saidCount("<body>"), 3);
    }

    /// SECURITY F12: another certificate on the way back stops everything and asks; what was written stays.
    void aCertificateSwappedOnReconnect()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.server.cut();
        rig.session->messages().send(kBruno, u"in between"_s);
        rig.session->reconnectNow();
        settle();
        rig.server.acceptTcp();
        rig.server.openPlainStream();
        rig.server.expect("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        rig.server.send("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        CertificateProblem problem;
        problem.domain = u"example.org"_s;
        problem.error = {ErrorCode::CertificateUntrusted};
        problem.all = {ErrorCode::CertificateUntrusted};
        rig.server.wire()->rejectCertificate(problem);
        settle();
        QCOMPARE(rig.session->state(), SessionState::Stopped);
        const int made = rig.server.network.made();
        rig.server.clock.advance(24h);
        rig.session->wake();
        settle();
        QCOMPARE(rig.server.network.made(), made);
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Queued);
    }

    /// SECURITY F25: names that are not found are looked for now and then, and not in a hot loop.
    void namesThatAreNotFound_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("NXDOMAIN") << ErrorCode::NameNotFound;
        QTest::newRow("no network") << ErrorCode::NetworkUnreachable;
    }

    void namesThatAreNotFound()
    {
        QFETCH(ErrorCode, code);
        SessionRig rig;
        rig.server.resolver.setAnswer(Failure(Error{code}));
        rig.goOnline();
        rig.server.clock.advance(1h);
        settle();
        const qsizetype asked = rig.server.resolver.asked().size();
        QVERIFY2(asked > 5 && asked < 60, qPrintable(QString::number(asked)));
        // The network is back.
        rig.server.resolver.setAnswer(QList<Endpoint>{{u"example.org"_s, 5222, TransportSecurity::StartTls}});
        rig.session->wake();
        settle();
        rig.login();
        rig.server.bind();
        rig.server.enableManagement();
        QCOMPARE(rig.session->state(), SessionState::Online);
    }

    /// SECURITY F27, R12, R13: while the machine sleeps only the wall clock goes on. Awake, the server is
    /// asked at once; it answers, or the link is dead within four seconds.
    void theMachineSlept_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("alive");
        for (const bool alive : {true, false}) {
            const char *what = alive ? "the server kept us" : "the server forgot us";
            QTest::addRow("a minute, %s", what) << 60 << alive;
            QTest::addRow("an hour, %s", what) << 3600 << alive;
            QTest::addRow("a week, %s", what) << 7 * 24 * 3600 << alive;
        }
    }

    void theMachineSlept()
    {
        QFETCH(int, seconds);
        QFETCH(bool, alive);
        SessionRig rig;
        rig.bringOnline();
        rig.server.clock.setNow(rig.server.clock.now().addSecs(seconds));
        rig.server.autoAcknowledge = false;
        rig.session->wake();
        settle();
        const QList<QByteArray> said = rig.server.skip();
        QVERIFY(std::any_of(said.cbegin(), said.cend(),
                            [](const QByteArray &xml) { return xml.contains("<r "); }));
        if (alive) {
            rig.server.send("<a xmlns='urn:xmpp:sm:3' h='" + QByteArray::number(rig.server.handled())
                            + "'/>");
            rig.server.clock.advance(30s);
            QCOMPARE(rig.session->state(), SessionState::Online);
        } else {
            rig.server.clock.advance(3999ms);
            settle();
            QCOMPARE(rig.session->state(), SessionState::Online);
            rig.server.clock.advance(1ms);
            settle();
            QCOMPARE(rig.session->state(), SessionState::Connecting);
            QCOMPARE(rig.session->lastError().code, ErrorCode::LinkDead);
            rig.server.autoAcknowledge = true;
            comeBackFresh(rig);
            QCOMPARE(rig.session->state(), SessionState::Online);
        }
    }

    /// SECURITY R10: the link was dead before the machine woke, and the first byte shows it. Nobody waits for
    /// the try after that; but for those after it they do.
    void theLinkIsFoundBrokenOnWaking()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.session->wake();
        rig.server.cut();
        settle();
        QCOMPARE(rig.session->state(), SessionState::Connecting);
        QCOMPARE(rig.session->lastError().code, ErrorCode::ConnectionLost);
        rig.server.cut();
        settle();
        QCOMPARE(rig.session->state(), SessionState::Waiting);
        comeBackFresh(rig);
        QCOMPARE(rig.session->state(), SessionState::Online);

        // One that breaks later has nothing to do with it; nor has a server that sends us away.
        rig.session->wake();
        rig.server.clock.advance(11s);
        rig.server.cut();
        settle();
        QCOMPARE(rig.session->state(), SessionState::Waiting);
        comeBackFresh(rig);
        rig.session->wake();
        rig.server.send("<stream:error><system-shutdown "
                        "xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>");
        settle();
        QCOMPARE(rig.session->state(), SessionState::Waiting);
    }

    /// SECURITY R13: before the machine sleeps the server learns what arrived, unasked.
    void theMachineIsAboutToSleep()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.server.autoAcknowledge = false;
        rig.tell(message("m1", "good night"));
        rig.said.clear();
        rig.session->prepareForSleep();
        rig.serve();
        QCOMPARE(rig.saidCount("<a "), 1);
        rig.server.cut();
        rig.session->prepareForSleep(); // with nobody to tell
        QCOMPARE(rig.session->state(), SessionState::Waiting);
    }

    /// SECURITY F28: an attempt that the sleep caught half-way is begun anew when the machine wakes, but one
    /// that has just begun is not: desktops tell of a network more than once.
    void theMachineSleptWhileConnecting()
    {
        SessionRig rig;
        rig.goOnline();
        rig.server.acceptTcp();
        rig.server.openPlainStream();
        rig.server.expect("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        rig.server.send("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        QCOMPARE(rig.server.network.made(), 1);
        rig.session->wake();
        settle();
        QCOMPARE(rig.server.network.made(), 1);
        rig.server.clock.advance(4s);
        rig.session->wake();
        settle();
        QCOMPARE(rig.session->state(), SessionState::Connecting);
        QCOMPARE(rig.server.network.made(), 2);
        rig.login();
        rig.server.bind();
        rig.server.enableManagement();
        QCOMPARE(rig.session->state(), SessionState::Online);
    }

    /// SECURITY F29, R29: the wall clock is turned in the middle of a session. Nothing fires, nothing is
    /// turned around.
    void theWallClockJumps()
    {
        SessionRig rig;
        rig.bringOnline();
        const qsizetype timers = rig.server.clock.runningTimers();
        QStringList written;
        const QList<qint64> jumps
            = {3600, -3600, 10LL * 365 * 24 * 3600, -20LL * 365 * 24 * 3600, 1, -1, 10LL * 365 * 24 * 3600};
        for (const qint64 jump : jumps) {
            rig.server.clock.setNow(rig.server.clock.now().addSecs(jump));
            settle();
            QCOMPARE(rig.server.clock.runningTimers(), timers);
            const QByteArray number = QByteArray::number(written.size());
            rig.tell(message("m" + number, "theirs " + number));
            rig.session->messages().send(kBruno, u"ours "_s + QString::fromLatin1(number));
            rig.serve();
            written << u"theirs "_s + QString::fromLatin1(number) << u"ours "_s + QString::fromLatin1(number);
        }
        QCOMPARE(rig.bodies(kBruno), written);
        QCOMPARE(rig.session->state(), SessionState::Online);
    }

    /// SECURITY F44, A50: the account is locked or the password changed while we are online: one try, then
    /// the person; what is here stays readable.
    void thePasswordIsChangedElsewhere_data()
    {
        QTest::addColumn<QByteArray>("condition");
        for (const char *condition : {"not-authorized", "account-disabled", "credentials-expired"})
            QTest::newRow(condition) << QByteArray(condition);
    }

    void thePasswordIsChangedElsewhere()
    {
        QFETCH(QByteArray, condition);
        SessionRig rig;
        rig.bringOnline();
        rig.tell(message("m1", "still here"));
        rig.server.send("<stream:error><reset xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>"
                        "</stream:stream>");
        rig.session->reconnectNow();
        settle();
        rig.server.acceptTcp();
        rig.server.openPlainStream();
        rig.server.secure();
        rig.server.openSecureStream();
        rig.server.next(); // <auth/>
        rig.server.send("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><" + condition + "/></failure>");
        settle();
        const bool asks = rig.session->state() == SessionState::Stopped
            || rig.session->state() == SessionState::NeedsPassword;
        QVERIFY(asks);
        const int made = rig.server.network.made();
        rig.server.clock.advance(24h);
        rig.session->wake();
        settle();
        QCOMPARE(rig.server.network.made(), made);
        QCOMPARE(rig.bodies(kBruno), QStringList{u"still here"_s});
        rig.session->messages().send(kBruno, u"later"_s);
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Queued);
    }

    /// SECURITY F45, R05: on the second stream there is no stream management any more: nothing hangs, and
    /// states are honest.
    void theServerCanLessThanBefore()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.server.autoAcknowledge = false;
        rig.session->messages().send(kBruno, u"one"_s);
        rig.serve();
        rig.server.cut(true);
        rig.server.streamManagement = false;
        rig.session->reconnectNow();
        settle();
        rig.login();
        rig.server.bind();
        rig.said.clear();
        rig.serve();
        QCOMPARE(rig.session->state(), SessionState::Online);
        QCOMPARE(rig.saidCount(">one<"), 1);
        rig.server.clock.advance(1s);
        settle();
        QVERIFY(refusePing(rig, rig.server.skip()));
        settle();
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Sent);
    }

    /// SECURITY F51: what is longer than the server takes fails before it costs the stream; the rest goes on.
    void messagesOfManySizes_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<bool>("goes");
        QTest::newRow("too long") << QString(20'000, u'x') << false;
        QTest::newRow("too long in bytes alone") << QString(6'000, u'\u20AC') << false;
        QTest::newRow("long") << QString(9'000, u'x') << true;
        QTest::newRow("white space") << u" \n\t "_s << true;
        QTest::newRow("one emoji") << u"\U0001F389"_s << true;
        QTest::newRow("control characters") << u"\u0001\u0002\u0007"_s << true;
    }

    void messagesOfManySizes()
    {
        QFETCH(QString, body);
        QFETCH(bool, goes);
        SessionRig rig;
        rig.server.extraFeatures
            = "<limits xmlns='urn:xmpp:stream-limits:0'><max-bytes>10000</max-bytes></limits>";
        rig.bringOnline();
        QSignalSpy failed(&rig.session->messages(), &SessionMessages::failed);
        rig.said.clear();
        rig.session->messages().send(kBruno, body);
        rig.serve();
        QCOMPARE(failed.size(), goes ? 0 : 1);
        QCOMPARE(rig.saidCount("<message"), goes ? 1 : 0);
        QCOMPARE(rig.lastState(kBruno), goes ? DeliveryState::Sent : DeliveryState::Failed);
        if (!goes)
            QCOMPARE(failed[0][2].value<Error>().code, ErrorCode::StanzaPolicyViolation);
        rig.session->messages().send(kBruno, u"and on"_s);
        rig.serve();
        QCOMPARE(rig.lastState(kBruno), DeliveryState::Sent);
        QCOMPARE(rig.session->state(), SessionState::Online);
    }

    void nothingIsNoMessage()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.said.clear();
        rig.session->messages().send(kBruno, {});
        rig.serve();
        QCOMPARE(rig.saidCount("<message"), 0);
    }

    /// SECURITY F51: what the server would take for our end is prevented in time (XEP-0478).
    void aServerWithoutPatience()
    {
        SessionRig rig;
        rig.server.extraFeatures
            = "<limits xmlns='urn:xmpp:stream-limits:0'><idle-seconds>30</idle-seconds></limits>";
        rig.bringOnline();
        rig.server.autoAcknowledge = false;
        for (int i = 0; i < 10; ++i) {
            qint64 silence = 0;
            QList<QByteArray> said;
            while (said.isEmpty() && silence < 100) {
                rig.server.clock.advance(1s);
                ++silence;
                said = rig.server.skip();
            }
            QVERIFY2(silence < 30, qPrintable(QString::number(silence)));
            rig.server.send("<a xmlns='urn:xmpp:sm:3' h='" + QByteArray::number(rig.server.handled())
                            + "'/>");
        }
    }

    /// SECURITY F46: of fifty accounts twenty fail, each in its way; the others do not notice, and what is
    /// tried again is spread.
    void fiftyAccounts()
    {
        QTemporaryDir folder;
        auto store = std::move(*Store::open(folder.filePath(u"store.db"_s)));
        FakeSecretStore secrets;
        FakeClock clock;
        RandomIds ids;
        FakeResolver resolver;
        struct Attempt {
            qint64 at = 0;
            QPointer<FakeTransport> transport;
        };
        QList<Attempt> attempts;
        // Each account has a server of its own; the domain says how it fails.
        const auto factory = [&]() -> std::unique_ptr<Transport> {
            auto transport = std::make_unique<FakeTransport>();
            attempts.append({clock.monotonicMs(), transport.get()});
            return transport;
        };
        Accounts accounts(
            {{clock, clock, ids, resolver, factory}, secrets, *store, folder.filePath(u"avatars"_s)});
        const QList<ErrorCode> failures = {ErrorCode::ConnectionRefused, ErrorCode::NetworkUnreachable,
                                           ErrorCode::TlsHandshakeFailed, ErrorCode::ConnectionLost};
        for (int i = 0; i < 50; ++i) {
            AccountSettings settings;
            settings.id = u"account%1"_s.arg(i);
            settings.hasConnected = true;
            settings.connection.account = *Jid::parse(u"ana@s%1.example"_s.arg(i));
            settings.connection.host = u"s%1.example"_s.arg(i);
            settings.connection.security = SecurityChoice::DirectTls;
            secrets.secrets.insert(PasswordSource::keyFor(settings.id), u"secret"_s);
            QVERIFY(accounts.add(settings));
        }
        accounts.connectAll();
        settle();
        const auto numberOf = [](const FakeTransport &transport) {
            return transport.endpoint().host.mid(1).section(u'.', 0, 0).toInt();
        };
        QHash<int, int> tries;
        QList<qint64> retriesAt;
        int healthy = 0;
        qsizetype next = 0;
        const auto serveAttempts = [&] {
            for (; next < attempts.size(); ++next) {
                FakeTransport *wire = attempts[next].transport;
                if (!wire)
                    continue;
                const int number = numberOf(*wire);
                if (tries[number]++ > 0)
                    retriesAt.append(attempts[next].at);
                if (number < 16) {
                    wire->breakDown({failures[number % failures.size()]});
                } else if (number < 20) {
                    // accepts, and never says anything
                    wire->acceptTls();
                } else {
                    ++healthy;
                }
                settle();
            }
        };
        const qint64 begun = clock.monotonicMs();
        for (int second = 0; second < 600; ++second) {
            serveAttempts();
            clock.advance(1s);
            settle();
        }
        // A transport that nobody answers times out too, but has its own account alone to wait for.
        QVERIFY(healthy >= 30);
        for (int number = 0; number < 20; ++number)
            QVERIFY2(tries[number] > 1 && tries[number] < 40, qPrintable(QString::number(tries[number])));
        // The second tries of those that were refused at once are spread over three seconds.
        QHash<qint64, int> buckets;
        for (const qint64 at : std::as_const(retriesAt)) {
            if (at - begun <= 3'000)
                ++buckets[(at - begun) / 100];
        }
        for (auto it = buckets.cbegin(); it != buckets.cend(); ++it)
            QVERIFY2(it.value() < 8, qPrintable(u"%1 in one tenth of a second"_s.arg(it.value())));
    }

    /// SECURITY F47: without a file descriptor left nothing new is begun, nothing is lost, and it heals.
    void noFileDescriptors()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.db"_s);
        QVERIFY(Store::open(path));
        QObject context;
        std::optional<ErrorCode> connection;
        const int firstFree = ::dup(STDIN_FILENO);
        QVERIFY(firstFree >= 0);
        ::close(firstFree);
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        SslTransport transport;
        connect(&transport, &Transport::failed, &context,
                [&](const Error &error) { connection = error.code; });
        const auto limit = [&](rlim_t most) {
            rlimit now = before;
            now.rlim_cur = most;
            return ::setrlimit(RLIMIT_NOFILE, &now) == 0;
        };
        QVERIFY(limit(rlim_t(firstFree)));
        transport.open({u"127.0.0.1"_s, 9, TransportSecurity::DirectTls}, {});
        settleUntil([&] { return connection.has_value(); }, 20s);
        const auto store = Store::open(path);
        QVERIFY(limit(before.rlim_cur));
        QVERIFY(connection.has_value());
        QVERIFY(!store);
        QVERIFY(Store::open(path));
    }

    /// SECURITY F48: in a Turkish locale an I is still an i.
    void aTurkishLocale()
    {
        UErrorCode status = U_ZERO_ERROR;
        const QByteArray before = uloc_getDefault();
        uloc_setDefault("tr_TR", &status);
        QLocale::setDefault(QLocale(QLocale::Turkish, QLocale::Turkey));
        const auto restore = qScopeGuard([&] {
            uloc_setDefault(before.constData(), &status);
            QLocale::setDefault(QLocale::c());
        });
        QCOMPARE(Jid::parse(u"INFO.ILIK@EXAMPLE.ORG/I"_s)->toString(), u"info.ilik@example.org/I"_s);
        QCOMPARE(*Jid::parse(u"I@ISTANBUL.EXAMPLE"_s), *Jid::parse(u"i@istanbul.example"_s));
        SessionRig rig;
        rig.roster = "<item jid='INFO@EXAMPLE.ORG' name='I\u0131\u0130i' subscription='both'/>";
        rig.bringOnline();
        const Jid info = Jid::fromNormalized(u"info@example.org"_s);
        QVERIFY(rig.session->roster()->contains(info));
        rig.tell("<message from='INFO@example.org/\u0130' type='chat' id='i'><body>I\u0131\u0130i "
                 "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7</body></message>");
        QCOMPARE(rig.bodies(info).size(), 1);
        QCOMPARE(rig.session->state(), SessionState::Online);
    }

    /// SECURITY F54: bytes that are unusual and right.
    void unusualLayout()
    {
        SessionRig rig;
        rig.bringOnline();
        rig.server.send(QByteArray(100'000, ' '));
        rig.server.send("\n\t \n");
        rig.tell(
            "<c:message xmlns:c='jabber:client' from='bruno@example.org/phone' type='chat'\n  id = 'm1' >\n"
            "  <c:body >hola</c:body ></c:message >");
        rig.server.send(QByteArray(" ").repeated(10'000) + message("m2", "adi\u00F3s"));
        rig.serve();
        QCOMPARE(rig.bodies(kBruno), (QStringList{u"hola"_s, u"adi\u00F3s"_s}));
        QCOMPARE(rig.session->state(), SessionState::Online);
    }

    /// SECURITY F59, R25: 72 hours of a link that is up for half a minute and down for half a minute. Memory,
    /// timers and what is said on each stream stay as they are.
    void threeDaysOfAFlappingLink()
    {
        SessionRig rig;
        // Thousands of log-ins with a password that takes no time to derive.
        rig.server.settings.allowPlain = true;
        rig.server.mechanisms = "<mechanism>PLAIN</mechanism>";
        rig.makeSession();
        rig.bringOnline();
        constexpr int cycles = 72 * 60;
        qsizetype timers = -1;
        qsizetype bytes = -1;
        size_t memory = 0;
        for (int cycle = 0; cycle < cycles; ++cycle) {
            rig.server.clock.advance(30s);
            rig.serve();
            rig.server.cut();
            QCOMPARE(rig.session->state(), SessionState::Waiting);
            rig.server.clock.advance(30s);
            settle();
            const qsizetype before = rig.server.written().size();
            resumeNow(rig);
            rig.serve();
            QCOMPARE(rig.session->state(), SessionState::Online);
            rig.said.clear();
            if (cycle == 100) {
                timers = rig.server.clock.runningTimers();
                bytes = rig.server.written().size() - before;
                memory = ::mallinfo2().uordblks;
            } else if (cycle > 100 && cycle % 50 == 0) {
                QCOMPARE(rig.server.clock.runningTimers(), timers);
                const qsizetype now = rig.server.written().size() - before;
                QVERIFY2(std::abs(now - bytes) < 200, qPrintable(u"%1 bytes, not %2"_s.arg(now).arg(bytes)));
            }
        }
        // The rig keeps what was written; the program must not keep anything.
        const qint64 grown
            = qint64(::mallinfo2().uordblks) - qint64(memory) - qint64(rig.server.written().size());
        qInfo("%d cycles: memory grew by %lld bytes beside the %lld that the test keeps", cycles,
              static_cast<long long>(grown), static_cast<long long>(rig.server.written().size()));
        // 72 hours at a megabyte an hour would be 72 MB.
        QVERIFY2(grown < 4'000'000, qPrintable(QString::number(grown)));
    }

private:
    /// "No such service" is an answer, and all that was sent before has arrived then.
    static bool refusePing(SessionRig &rig, const QList<QByteArray> &said)
    {
        const auto ping = std::find_if(said.cbegin(), said.cend(),
                                       [](const QByteArray &xml) { return xml.contains("urn:xmpp:ping"); });
        if (ping == said.cend())
            return false;
        const QString id = parseStanza(*ping).element.attribute(u"id"_s);
        rig.server.send("<iq type='error' from='example.org' id='" + id.toUtf8()
                        + "'><error type='cancel'><service-unavailable "
                          "xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>");
        return true;
    }

    /// How many stanzas the program has handled, as it tells when asked.
    static quint32 resumeCount(SessionRig &rig)
    {
        rig.server.cut();
        const quint32 count = resumeNow(rig);
        rig.serve();
        return count;
    }
};

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"
