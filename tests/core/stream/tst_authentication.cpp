// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/CanonicalXml.h"
#include "tests/support/ScramServer.h"
#include "tests/support/ScriptedServer.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

#include <time.h>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

QByteArray sasl(const QByteArray &name, const QByteArray &message)
{
    return "<" + name + " xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + message.toBase64() + "</" + name + ">";
}

QByteArray messageIn(const QByteArray &xml)
{
    return QByteArray::fromBase64(parseStanza(xml).element.text().toLatin1());
}

/// A server at the point where it has told its mechanisms.
struct Offer {
    explicit Offer(const QByteArrayList &mechanisms)
        : ended(&server.stream, &XmppStream::ended)
    {
        for (const QByteArray &each : mechanisms)
            offered += "<mechanism>" + each + "</mechanism>";
        server.mechanisms = offered;
    }

    void begin()
    {
        server.start();
        server.acceptTcp();
        server.openPlainStream();
        server.wire()->setChannelBindings(bindings);
        server.wire()->setKey(key);
        server.secure();
        server.openSecureStream();
    }
    /// XEP-0440.
    void announceTypes(const QByteArrayList &types)
    {
        QByteArray list = "<sasl-channel-binding xmlns='urn:xmpp:sasl-cb:0'>";
        for (const QByteArray &type : types)
            list += "<channel-binding type='" + type + "'/>";
        server.secureFeatures = list + "</sasl-channel-binding>";
    }
    /// <auth/> was sent; gives the client's first message.
    QByteArray clientFirst()
    {
        const QByteArray xml = server.next().xml;
        mechanism = parseStanza(xml).element.attribute(u"mechanism"_s);
        return messageIn(xml);
    }
    [[nodiscard]] ErrorCode code() const
    {
        return ended.isEmpty() ? ErrorCode::Cancelled : ended[0][0].value<Error>().code;
    }
    /// Waits for the worker that derives keys.
    bool endsWith(ErrorCode expected)
    {
        settleUntil([this] { return !ended.isEmpty(); });
        return code() == expected;
    }

    QList<ChannelBinding> bindings;
    QByteArray key;
    ScriptedServer server;
    QSignalSpy ended;
    QByteArray offered;
    QString mechanism;
};

} // namespace

class AuthenticationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tertulia.*=false"_s); }

    void logsIn_data()
    {
        QTest::addColumn<QByteArrayList>("offered");
        QTest::addColumn<QString>("chosen");
        QTest::newRow("one") << QByteArrayList{"SCRAM-SHA-1"} << u"SCRAM-SHA-1"_s;
        QTest::newRow("the strongest")
            << QByteArrayList{"PLAIN", "SCRAM-SHA-1", "SCRAM-SHA-512", "SCRAM-SHA-256"} << u"SCRAM-SHA-512"_s;
        QTest::newRow("unknown ones beside")
            << QByteArrayList{"X-OAUTH2", "DIGEST-MD5", "SCRAM-SHA-256", "EXTERNAL"} << u"SCRAM-SHA-256"_s;
    }

    void logsIn()
    {
        QFETCH(QByteArrayList, offered);
        QFETCH(QString, chosen);
        Offer offer(offered);
        offer.server.bringOnline();
        QCOMPARE(offer.server.stream.mechanism(), chosen);
    }

    /// SECURITY B09, B10: what the client says of the connection, byte by byte.
    void bindsToTheConnection()
    {
        Offer offer({"SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"});
        offer.announceTypes({"tls-server-end-point", "tls-exporter"});
        offer.bindings = {{"tls-exporter", "seen by both"}, {"tls-server-end-point", "hash"}};
        offer.begin();
        const QByteArray first = offer.clientFirst();
        QCOMPARE(offer.mechanism, u"SCRAM-SHA-256-PLUS"_s);
        QVERIFY(first.startsWith("p=tls-exporter,,n=ana,r="));
        ScramServer scram(QCryptographicHash::Sha256);
        scram.binding = "seen by both";
        offer.server.send(sasl("challenge", scram.challenge(first)));
        QVERIFY(scram.accepts(messageIn(offer.server.next().xml), "secret"));
        offer.server.send(sasl("success", scram.signature()));
        offer.server.openAuthenticatedStream();
        offer.server.bind();
        offer.server.enableManagement();
        QCOMPARE(offer.server.stream.bindingType(), u"tls-exporter"_s);
    }

    void saysWhenNothingIsOffered()
    {
        Offer offer({"SCRAM-SHA-256"});
        offer.bindings = {{"tls-exporter", "seen by both"}};
        offer.begin();
        QVERIFY(offer.clientFirst().startsWith("y,,n=ana,r="));
    }

    /// SECURITY A37, A40, A42, B17: nothing of a proof leaves, and the person is told what it means.
    void tamperedOffers_data()
    {
        QTest::addColumn<QByteArrayList>("mechanisms");
        QTest::addColumn<QByteArrayList>("types");
        QTest::addColumn<bool>("require");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("-PLUS stripped") << QByteArrayList{"SCRAM-SHA-256"} << QByteArrayList{"tls-exporter"}
                                        << false << ErrorCode::AuthenticationDowngraded;
        QTest::newRow("all stripped, binding required") << QByteArrayList{"SCRAM-SHA-256"} << QByteArrayList{}
                                                        << true << ErrorCode::ChannelBindingMissing;
    }

    void tamperedOffers()
    {
        QFETCH(QByteArrayList, mechanisms);
        QFETCH(QByteArrayList, types);
        QFETCH(bool, require);
        QFETCH(ErrorCode, code);
        Offer offer(mechanisms);
        if (!types.isEmpty())
            offer.announceTypes(types);
        offer.bindings = {{"tls-exporter", "seen by both"}};
        offer.server.settings.requireBinding = require;
        offer.begin();
        QVERIFY(offer.endsWith(code));
        QVERIFY(!offer.server.written().contains("<auth"));
    }

    void unprovenForeignTypes()
    {
        Offer offer({"SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"});
        offer.announceTypes({"tls-imaginary"});
        offer.bindings = {{"tls-exporter", "seen by both"}};
        offer.begin();
        const QByteArray first = offer.clientFirst();
        QVERIFY(first.startsWith("n,,"));
        ScramServer scram(QCryptographicHash::Sha256);
        offer.server.send(sasl("challenge", scram.challenge(first)));
        QVERIFY(offer.endsWith(ErrorCode::AuthenticationDowngraded));
        QVERIFY(!offer.server.written().contains("<response"));
    }

    void provenForeignTypes()
    {
        Offer offer({"SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"});
        offer.announceTypes({"tls-imaginary"});
        offer.bindings = {{"tls-exporter", "seen by both"}};
        offer.begin();
        ScramServer scram(QCryptographicHash::Sha256);
        scram.extension = ",h="
            + QCryptographicHash::hash("SCRAM-SHA-256\x1eSCRAM-SHA-256-PLUS\x1ftls-imaginary",
                                       QCryptographicHash::Sha256)
                  .toBase64()
            + ",t=0304";
        offer.server.send(sasl("challenge", scram.challenge(offer.clientFirst())));
        QVERIFY(scram.accepts(messageIn(offer.server.next().xml), "secret"));
    }

    /// What a refusal means depends on what was said before it.
    void refusalsOfBinding_data()
    {
        QTest::addColumn<bool>("offered");
        QTest::addColumn<bool>("keyChanged");
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("does not match")
            << true << false << QByteArray("malformed-request") << ErrorCode::ChannelBindingFailed;
        QTest::newRow("was offered after all")
            << false << false << QByteArray("malformed-request") << ErrorCode::ChannelBindingFailed;
        QTest::newRow("wrong password")
            << true << false << QByteArray("not-authorized") << ErrorCode::WrongPassword;
        QTest::newRow("not bound, another key")
            << false << true << QByteArray("not-authorized") << ErrorCode::WrongPassword;
        QTest::newRow("bound to another key than ever")
            << true << true << QByteArray("not-authorized") << ErrorCode::ChannelBindingFailed;
        QTest::newRow("in words") << true << false
                                  << QByteArray("not-authorized/><text>Invalid channel binding</text")
                                  << ErrorCode::ChannelBindingFailed;
        QTest::newRow("disabled") << true << true << QByteArray("account-disabled")
                                  << ErrorCode::AccountDisabled;
    }

    void refusalsOfBinding()
    {
        QFETCH(bool, offered);
        QFETCH(bool, keyChanged);
        QFETCH(QByteArray, condition);
        QFETCH(ErrorCode, code);
        Offer offer(offered ? QByteArrayList{"SCRAM-SHA-1", "SCRAM-SHA-1-PLUS"}
                            : QByteArrayList{"SCRAM-SHA-1"});
        if (offered)
            offer.announceTypes({"tls-exporter", "tls-server-end-point"});
        offer.bindings = {{"tls-exporter", "seen by one"}};
        offer.key = "key of today";
        offer.server.settings.knownKey = keyChanged ? "another key" : "key of today";
        offer.begin();
        ScramServer scram;
        offer.server.send(sasl("challenge", scram.challenge(offer.clientFirst())));
        QVERIFY(!offer.server.next().xml.isEmpty());
        offer.server.send("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><" + condition
                          + (condition.endsWith("text") ? "></failure>" : "/></failure>"));
        QVERIFY(offer.endsWith(code));
    }

    void nonAsciiPassword()
    {
        Offer offer({"SCRAM-SHA-256"});
        offer.server.password = u"contrase\u00F1a \u00AA"_s; // prepared: the ordinal becomes a plain a
        offer.begin();
        ScramServer scram(QCryptographicHash::Sha256);
        offer.server.send(sasl("challenge", scram.challenge(offer.clientFirst())));
        QVERIFY(scram.accepts(messageIn(offer.server.next().xml), u"contrase\u00F1a a"_s.toUtf8()));
        offer.server.send(sasl("success", scram.signature()));
        offer.server.openAuthenticatedStream();
    }

    void signatureInAChallengeOfItsOwn()
    {
        Offer offer({"SCRAM-SHA-1"});
        offer.begin();
        ScramServer scram;
        offer.server.send(sasl("challenge", scram.challenge(offer.clientFirst())));
        QVERIFY(scram.accepts(messageIn(offer.server.next().xml), "secret"));
        offer.server.send(sasl("challenge", scram.signature()));
        offer.server.expect("<response xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        offer.server.send("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        offer.server.openAuthenticatedStream();
    }

    /// SECURITY A39, A47.
    void mechanismsThatAreNotUsed_data()
    {
        QTest::addColumn<QByteArrayList>("offered");
        QTest::addColumn<bool>("allowPlain");
        QTest::addColumn<bool>("scramWorked");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("PLAIN without consent")
            << QByteArrayList{"PLAIN"} << false << false << ErrorCode::PlainNotAllowed;
        QTest::newRow("PLAIN after SCRAM worked")
            << QByteArrayList{"PLAIN"} << true << true << ErrorCode::PlainNotAllowed;
        QTest::newRow("nothing") << QByteArrayList{} << true << false << ErrorCode::NoAcceptableMechanism;
        QTest::newRow("alien ones") << QByteArrayList{"DIGEST-MD5", "CRAM-MD5", "X-FACEBOOK", "ANONYMOUS",
                                                      "EXTERNAL",   "GSSAPI",   "OAUTHBEARER"}
                                    << true << false << ErrorCode::NoAcceptableMechanism;
        QTest::newRow("binding only")
            << QByteArrayList{"SCRAM-SHA-256-PLUS"} << true << false << ErrorCode::NoAcceptableMechanism;
    }

    void mechanismsThatAreNotUsed()
    {
        QFETCH(QByteArrayList, offered);
        QFETCH(bool, allowPlain);
        QFETCH(bool, scramWorked);
        QFETCH(ErrorCode, code);
        Offer offer(offered);
        offer.server.settings.allowPlain = allowPlain;
        offer.server.settings.scramWorked = scramWorked;
        offer.begin();
        QCOMPARE(offer.code(), code);
        offer.server.expectFooter();
        QVERIFY(!offer.server.written().contains("<auth"));
    }

    void plainWithConsent()
    {
        Offer offer({"PLAIN"});
        offer.server.settings.allowPlain = true;
        offer.begin();
        QCOMPARE(offer.clientFirst(), QByteArray("\0ana\0secret", 11));
        QCOMPARE(offer.mechanism, u"PLAIN"_s);
        offer.server.send("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        offer.server.openAuthenticatedStream();
        offer.server.bind();
        offer.server.enableManagement();
        QCOMPARE(offer.server.stream.mechanism(), u"PLAIN"_s);
    }

    /// SECURITY A41: a client that cannot bind channels says so.
    void saysThatItCannotBind()
    {
        Offer offer({"SCRAM-SHA-256", "SCRAM-SHA-256-PLUS"});
        offer.begin();
        const QByteArray first = offer.clientFirst();
        QVERIFY2(first.startsWith("n,,n=ana,r="), first.constData());
    }

    /// SECURITY A44, B12.
    void badChallengesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("challenge");
        const auto row = [](const char *name, const char *text) { QTest::newRow(name) << QByteArray(text); };
        row("nonce not ours", "r=other,s=c2FsdA==,i=4096");
        row("nonce not longer", "r=%,s=c2FsdA==,i=4096");
        row("empty salt", "r=%x,s=,i=4096");
        row("salt no base64", "r=%x,s=!!!!,i=4096");
        row("no iterations", "r=%x,s=c2FsdA==");
        row("0 iterations", "r=%x,s=c2FsdA==,i=0");
        row("1 iteration", "r=%x,s=c2FsdA==,i=1");
        row("4095 iterations", "r=%x,s=c2FsdA==,i=4095");
        row("2^31 iterations", "r=%x,s=c2FsdA==,i=2147483648");
        row("mandatory extension", "m=x,r=%x,s=c2FsdA==,i=4096");
        row("doubled attribute", "r=%x,s=c2FsdA==,i=4096,i=5000");
        row("empty", "");
        row("noise", "\x01\x02\x03");
        QTest::newRow("long") << QByteArray("r=%x,s=c2FsdA==,i=4096,z=" + QByteArray(150'000, 'z'));
    }

    void badChallengesAreRefused()
    {
        QFETCH(QByteArray, challenge);
        Offer offer({"SCRAM-SHA-1"});
        offer.begin();
        const QByteArray first = offer.clientFirst();
        challenge.replace("%", first.mid(first.indexOf("r=") + 2));
        offer.server.send(sasl("challenge", challenge));
        QVERIFY(offer.endsWith(ErrorCode::AuthenticationMessageInvalid));
        offer.server.expectFooter();
    }

    void challengesThatAreNoBase64()
    {
        Offer offer({"SCRAM-SHA-1"});
        offer.begin();
        offer.clientFirst();
        offer.server.send("<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>%%%%</challenge>");
        QVERIFY(offer.endsWith(ErrorCode::AuthenticationMessageInvalid));
    }

    /// SECURITY A44: as many iterations as are accepted do not hold up the event loop, and can be given up.
    void keysAreDerivedElsewhere()
    {
        Offer offer({"SCRAM-SHA-512"});
        offer.begin();
        ScramServer scram(QCryptographicHash::Sha512);
        scram.iterations = 10'000'000;
        const QByteArray challenge = sasl("challenge", scram.challenge(offer.clientFirst()));
        // Processor time of this thread: what others do on a busy machine is not our stall.
        const auto used = [] {
            timespec now{};
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
            return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
        };
        const qint64 before = used();
        offer.server.send(challenge);
        QVERIFY(!offer.ended.wait(300)); // still deriving
        QVERIFY2(used() - before < 50, qPrintable(QString::number(used() - before)));
        offer.server.stream.close();
        settle();
        QCOMPARE(offer.code(), ErrorCode::Cancelled);
        QCOMPARE(offer.ended.count(), 1);
    }

    /// SECURITY A45, B12.
    void unprovenServersAreRefused_data()
    {
        QTest::addColumn<int>("after"); // 0: at once, 1: after the challenge, 2: after our proof
        QTest::addColumn<QByteArray>("signature");
        QTest::newRow("success at once") << 0 << QByteArray();
        QTest::newRow("success at once, with something") << 0 << QByteArray("v=AAAA");
        QTest::newRow("no signature") << 2 << QByteArray();
        QTest::newRow("wrong signature") << 2 << QByteArray("v=AAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        QTest::newRow("cut signature") << 2 << QByteArray("v=%");
        QTest::newRow("empty signature") << 2 << QByteArray("v=");
        QTest::newRow("noise") << 2 << QByteArray("hello");
    }

    void unprovenServersAreRefused()
    {
        QFETCH(int, after);
        QFETCH(QByteArray, signature);
        Offer offer({"SCRAM-SHA-1"});
        offer.begin();
        ScramServer scram;
        const QByteArray first = offer.clientFirst();
        if (after == 2) {
            offer.server.send(sasl("challenge", scram.challenge(first)));
            QVERIFY(scram.accepts(messageIn(offer.server.next().xml), "secret"));
            signature.replace("%", scram.signature().mid(2, 8));
        }
        offer.server.send(sasl("success", signature));
        QCOMPARE(offer.code(), ErrorCode::ServerNotProven);
        offer.server.expectFooter();
        QVERIFY(!offer.server.written().contains("urn:ietf:params:xml:ns:xmpp-bind"));
    }

    void successWhileTheKeysAreDerived()
    {
        Offer offer({"SCRAM-SHA-1"});
        offer.begin();
        ScramServer scram;
        scram.iterations = 1'000'000;
        offer.server.wire()->deliver(sasl("challenge", scram.challenge(offer.clientFirst())));
        offer.server.wire()->deliver(sasl("success", "v=AAAA"));
        settle();
        QCOMPARE(offer.code(), ErrorCode::ServerNotProven);
    }

    /// Every failure has its own error; what the server says of it is cleaned (SECURITY A50, A51).
    void failures_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *condition, ErrorCode code) {
            QTest::newRow(condition) << QByteArray(condition) << code;
        };
        row("aborted", ErrorCode::AuthenticationAborted);
        row("account-disabled", ErrorCode::AccountDisabled);
        row("credentials-expired", ErrorCode::CredentialsExpired);
        row("encryption-required", ErrorCode::EncryptionRequired);
        row("incorrect-encoding", ErrorCode::MalformedAuthentication);
        row("invalid-authzid", ErrorCode::InvalidAuthorizationId);
        row("invalid-mechanism", ErrorCode::NoAcceptableMechanism);
        row("malformed-request", ErrorCode::MalformedAuthentication);
        row("mechanism-too-weak", ErrorCode::MechanismTooWeak);
        row("not-authorized", ErrorCode::WrongPassword);
        row("temporary-auth-failure", ErrorCode::TemporaryAuthenticationFailure);
        row("something-new", ErrorCode::MalformedAuthentication);
    }

    void failures()
    {
        QFETCH(QByteArray, condition);
        QFETCH(ErrorCode, code);
        Offer offer({"SCRAM-SHA-1"});
        offer.begin();
        offer.clientFirst();
        offer.server.send("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><" + condition
                          + "/><text xml:lang='en'>&lt;img src='file:///etc/passwd'&gt;\xE2\x80\xAE"
                          + QByteArray(100'000, 'x') + "</text></failure>");
        QCOMPARE(offer.code(), code);
        const QString text = offer.ended[0][0].value<Error>().text;
        QCOMPARE(text.size(), 500);
        QVERIFY(text.startsWith(u"<img") && !text.contains(QChar(0x202E)));
    }

    void emptyFailure()
    {
        Offer offer({"SCRAM-SHA-1"});
        offer.begin();
        offer.clientFirst();
        offer.server.send("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
        QCOMPARE(offer.code(), ErrorCode::MalformedAuthentication);
    }

    void passwordsThatCannotBeSaid()
    {
        Offer offer({"SCRAM-SHA-1"});
        offer.server.password = u"bell\u0007"_s;
        offer.begin();
        ScramServer scram;
        offer.server.send(sasl("challenge", scram.challenge(offer.clientFirst())));
        QVERIFY(offer.endsWith(ErrorCode::PasswordNotRepresentable));
    }

    void wrongPassword()
    {
        Offer offer({"SCRAM-SHA-256"});
        offer.server.password = u"wrong"_s;
        offer.begin();
        ScramServer scram(QCryptographicHash::Sha256);
        offer.server.send(sasl("challenge", scram.challenge(offer.clientFirst())));
        QVERIFY(!scram.accepts(messageIn(offer.server.next().xml), "secret"));
        offer.server.send("<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>");
        QCOMPARE(offer.code(), ErrorCode::WrongPassword);
    }

    /// Nobody who watches the traffic reads the exchange.
    void trafficHidesTheExchange()
    {
        Offer offer({"PLAIN"});
        offer.server.settings.allowPlain = true;
        QByteArray seen;
        connect(&offer.server.stream, &XmppStream::xmlTraffic, this,
                [&](bool, const QByteArray &xml) { seen += xml; });
        offer.server.bringOnline();
        QVERIFY(seen.contains("<starttls") && seen.contains("<bind"));
        QVERIFY(!seen.contains("<auth") && !seen.contains("<success") && !seen.contains("secret"));
        QVERIFY(!seen.contains(QByteArray("\0ana\0secret", 11).toBase64()));
    }
};

QTEST_GUILESS_MAIN(AuthenticationTest)
#include "tst_authentication.moc"
