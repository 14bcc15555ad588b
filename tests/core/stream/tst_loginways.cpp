// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/roster/Roster.h"
#include "core/net/ClientCertificate.h"
#include "tests/support/ScriptedServer.h"
#include "tests/support/TestCertificates.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray kSasl = "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'";
const QByteArray kExternal = "<mechanism>EXTERNAL</mechanism>";
const QByteArray kAnonymous = "<mechanism>ANONYMOUS</mechanism>";

ClientCertificate::Pointer certificateOf(const QStringList &addresses)
{
    CertificateWish wish;
    for (const QString &address : addresses)
        wish.names.append(u"otherName:1.3.6.1.5.5.7.8.5;UTF8:"_s + address);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"ana.p12"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    file.write(TestIdentity::selfSigned(wish).pkcs12(""));
    file.close();
    return ClientCertificate::load(file.fileName(), {}, QDateTime::currentDateTimeUtc()).value_or(nullptr);
}

/// A stream that is about to log in, in one of the two ways that need no password.
struct Stream {
    explicit Stream(LogInWay way, const QByteArray &offer,
                    const QStringList &addresses = {u"ana@example.org"_s})
    {
        server.settings.logInWay = way;
        server.settings.requireBinding = false;
        server.mechanisms = offer;
        server.streamManagement = true;
        if (way == LogInWay::Anonymous)
            server.settings.account = *Jid::parse(u"example.org"_s);
        else
            server.certificate = certificateOf(addresses);
    }
    void upToAuthentication()
    {
        server.start();
        server.acceptTcp();
        server.openPlainStream();
        server.secure();
        server.openSecureStream();
    }
    void succeed()
    {
        server.next();
        server.send("<success " + kSasl + "/>");
        server.openAuthenticatedStream();
    }
    void answerBind(const QByteArray &jid)
    {
        server.expect("<iq type='set' id='*'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        server.answer("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>" + jid + "</jid></bind>");
    }
    [[nodiscard]] Error error() const { return ended.isEmpty() ? Error() : ended.last()[0].value<Error>(); }

    ScriptedServer server;
    QSignalSpy ended{&server.stream, &XmppStream::ended};
};

} // namespace

/// EXTERNAL (XEP-0178) and ANONYMOUS (XEP-0175), in bytes.
class LogInWaysTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingElseWillDo_data()
    {
        QTest::addColumn<LogInWay>("way");
        QTest::addColumn<QByteArray>("offer");
        const QByteArray passwords = "<mechanism>PLAIN</mechanism><mechanism>SCRAM-SHA-256</mechanism>";
        QTest::newRow("certificate, passwords wanted") << LogInWay::ClientCertificate << passwords;
        QTest::newRow("certificate, anybody wanted") << LogInWay::ClientCertificate << passwords + kAnonymous;
        QTest::newRow("certificate, nothing") << LogInWay::ClientCertificate << QByteArray();
        QTest::newRow("certificate, similar")
            << LogInWay::ClientCertificate << QByteArray("<mechanism>EXTERNAL-PLUS</mechanism>");
        QTest::newRow("anonymous, passwords wanted") << LogInWay::Anonymous << passwords;
        QTest::newRow("anonymous, a certificate wanted") << LogInWay::Anonymous << passwords + kExternal;
    }

    // SECURITY A47
    void nothingElseWillDo()
    {
        QFETCH(LogInWay, way);
        QFETCH(QByteArray, offer);
        Stream stream(way, offer);
        stream.server.settings.allowPlain = true;
        stream.upToAuthentication();
        QCOMPARE(stream.error().code, ErrorCode::NoAcceptableMechanism);
        stream.server.skip();
        QVERIFY(!stream.server.written().contains("<auth"));
        QVERIFY(!stream.server.written().contains(stream.server.password.toUtf8()));
    }

    void neitherIsUsedUnasked()
    {
        Stream stream(LogInWay::Password, kExternal + kAnonymous);
        stream.upToAuthentication();
        QCOMPARE(stream.error().code, ErrorCode::NoAcceptableMechanism);
        QVERIFY(!stream.server.written().contains("<auth"));
    }

    void whomTheCertificateActsFor_data()
    {
        QTest::addColumn<QStringList>("addresses");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("it names the account") << QStringList{u"ana@example.org"_s} << QByteArray("=");
        QTest::newRow("it names nobody") << QStringList() << QByteArray("=");
        QTest::newRow("it names two") << QStringList{u"ana@example.org"_s, u"ana@example.net"_s}
                                      << QByteArray("ana@example.org").toBase64();
        QTest::newRow("it names another")
            << QStringList{u"office@example.org"_s} << QByteArray("ana@example.org").toBase64();
    }

    void whomTheCertificateActsFor()
    {
        QFETCH(QStringList, addresses);
        QFETCH(QByteArray, message);
        Stream stream(LogInWay::ClientCertificate, kExternal + "<mechanism>SCRAM-SHA-512</mechanism>",
                      addresses);
        stream.server.settings.requireBinding = true; // a certificate is bound by its nature
        stream.server.start();
        QVERIFY(stream.server.wire()->policy().clientCertificate);
        stream.server.acceptTcp();
        stream.server.openPlainStream();
        stream.server.secure();
        stream.server.openSecureStream();
        stream.server.expect("<auth " + kSasl + " mechanism='EXTERNAL'>" + message + "</auth>");
        stream.server.send("<success " + kSasl + "/>");
        stream.server.openAuthenticatedStream();
        stream.server.bind();
        stream.server.enableManagement();
        QVERIFY(stream.server.stream.isOnline());
        QCOMPARE(stream.server.stream.mechanism(), u"EXTERNAL"_s);
        QVERIFY(stream.server.stream.bindingType().isEmpty());
    }

    void refused_data()
    {
        QTest::addColumn<LogInWay>("way");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorCode>("code");
        const auto failure = [](const QByteArray &condition) {
            return QByteArray("<failure " + kSasl + "><" + condition + "/></failure>");
        };
        const auto certificate = LogInWay::ClientCertificate;
        QTest::newRow("nobody's certificate")
            << certificate << failure("not-authorized") << ErrorCode::ClientCertificateRefused;
        QTest::newRow("another's certificate")
            << certificate << failure("invalid-authzid") << ErrorCode::InvalidAuthorizationId;
        QTest::newRow("disabled") << certificate << failure("account-disabled") << ErrorCode::AccountDisabled;
        QTest::newRow("expired") << certificate << failure("credentials-expired")
                                 << ErrorCode::CredentialsExpired;
        QTest::newRow("a challenge with a question")
            << certificate << QByteArray("<challenge " + kSasl + ">d2hvPw==</challenge>")
            << ErrorCode::AuthenticationMessageInvalid;
        QTest::newRow("not base64") << certificate << QByteArray("<challenge " + kSasl + ">?</challenge>")
                                    << ErrorCode::AuthenticationMessageInvalid;
        QTest::newRow("anonymous, refused")
            << LogInWay::Anonymous << failure("not-authorized") << ErrorCode::InvalidAuthorizationId;
        QTest::newRow("anonymous, later") << LogInWay::Anonymous << failure("temporary-auth-failure")
                                          << ErrorCode::TemporaryAuthenticationFailure;
    }

    void refused()
    {
        QFETCH(LogInWay, way);
        QFETCH(QByteArray, answer);
        QFETCH(ErrorCode, code);
        Stream stream(way, kExternal + kAnonymous);
        stream.upToAuthentication();
        stream.server.next();
        stream.server.send(answer);
        QCOMPARE(stream.error().code, code);
        QVERIFY(!stream.server.stream.isOnline());
    }

    void aServerThatSpeaksFirst_data()
    {
        QTest::addColumn<LogInWay>("way");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("certificate") << LogInWay::ClientCertificate
                                     << QByteArray("ana@example.org").toBase64();
        QTest::newRow("anonymous") << LogInWay::Anonymous << QByteArray();
    }

    void aServerThatSpeaksFirst()
    {
        QFETCH(LogInWay, way);
        QFETCH(QByteArray, message);
        Stream stream(way, kExternal + kAnonymous, {u"ana@example.org"_s, u"ana@example.net"_s});
        stream.upToAuthentication();
        stream.server.next();
        stream.server.send("<challenge " + kSasl + "/>");
        stream.server.expect("<response " + kSasl + ">" + message + "</response>");
        stream.server.send("<challenge " + kSasl + "/>"); // once is enough
        QCOMPARE(stream.error().code, ErrorCode::AuthenticationMessageInvalid);
    }

    void anonymousSaysNothingOfItself()
    {
        Stream stream(LogInWay::Anonymous, "<mechanism>SCRAM-SHA-1</mechanism>" + kAnonymous);
        stream.server.settings.resource.clear();
        stream.upToAuthentication();
        stream.server.expect("<auth " + kSasl + " mechanism='ANONYMOUS'/>");
        stream.server.send("<success " + kSasl + "/>");
        stream.server.openAuthenticatedStream();
        QVERIFY(!stream.server.written().contains("from="));
        stream.answerBind("b1f4@example.org/x2");
        stream.server.enableManagement();
        QVERIFY(stream.server.stream.isOnline());
        QCOMPARE(stream.server.stream.boundJid().toString(), u"b1f4@example.org/x2"_s);
        QCOMPARE(stream.server.stream.host().ownJid().toString(), u"b1f4@example.org/x2"_s);
    }

    void requiredBindingForbidsAnonymity()
    {
        Stream stream(LogInWay::Anonymous, kAnonymous);
        stream.server.settings.requireBinding = true;
        stream.upToAuthentication();
        QCOMPARE(stream.error().code, ErrorCode::ChannelBindingMissing);
    }

    void whoAnAnonymousOneMayBe_data()
    {
        QTest::addColumn<LogInWay>("way");
        QTest::addColumn<QByteArray>("jid");
        const auto anonymous = LogInWay::Anonymous;
        QTest::newRow("of another domain") << anonymous << QByteArray("b1f4@example.net/x");
        QTest::newRow("of a domain below") << anonymous << QByteArray("b1f4@anon.example.org/x");
        QTest::newRow("the server") << anonymous << QByteArray("example.org/x");
        QTest::newRow("without a resource") << anonymous << QByteArray("b1f4@example.org");
        QTest::newRow("nobody") << anonymous << QByteArray();
        QTest::newRow("no address") << anonymous << QByteArray("@/");
        QTest::newRow("with a certificate, another")
            << LogInWay::ClientCertificate << QByteArray("b1f4@example.org/x");
    }

    // SECURITY A46
    void whoAnAnonymousOneMayBe()
    {
        QFETCH(LogInWay, way);
        QFETCH(QByteArray, jid);
        Stream stream(way, kExternal + kAnonymous);
        stream.server.settings.resource.clear();
        stream.upToAuthentication();
        stream.succeed();
        stream.answerBind(jid);
        QCOMPARE(stream.error().code, ErrorCode::IdentityMismatch);
        QVERIFY(!stream.server.stream.isOnline());
    }

    /// What the session's own account says counts, and what the server says is not mistaken for it.
    void theAccountIsTheSessions()
    {
        Stream stream(LogInWay::Anonymous, kAnonymous);
        stream.server.settings.resource.clear();
        auto *roster = stream.server.add<RosterModule>();
        QSignalSpy changed(roster, &RosterModule::itemChanged);
        stream.upToAuthentication();
        stream.succeed();
        stream.answerBind("b1f4@example.org/x2");
        stream.server.enableManagement();
        stream.server.skip();
        const auto push = [&](const QByteArray &from, const QByteArray &who) {
            stream.server.send("<iq type='set' id='p1' from='" + from
                               + "'><query xmlns='jabber:iq:roster'><item jid='" + who
                               + "' subscription='both'/></query></iq>");
        };
        push("example.org", "mallory@example.net");
        push("other@example.org", "mallory@example.net");
        QCOMPARE(changed.size(), 0);
        push("b1f4@example.org", "bruno@example.org");
        QCOMPARE(changed.size(), 1);
    }

    /// A new nobody cannot take up the stream of another.
    void anAnonymousStreamIsNotResumed()
    {
        Stream stream(LogInWay::Anonymous, kAnonymous);
        stream.server.settings.resource.clear();
        stream.upToAuthentication();
        stream.succeed();
        stream.answerBind("first@example.org/x");
        stream.server.enableManagement();
        stream.server.cut();
        stream.upToAuthentication();
        stream.succeed();
        stream.answerBind("second@example.org/y"); // no <resume/> before it
        stream.server.enableManagement();
        QVERIFY(stream.server.stream.isOnline());
        QCOMPARE(stream.server.stream.host().ownJid().toString(), u"second@example.org/y"_s);
        QCOMPARE(stream.server.stream.resumptions(), 0);
    }

    void aStreamByCertificateIs()
    {
        Stream stream(LogInWay::ClientCertificate, kExternal);
        stream.upToAuthentication();
        stream.succeed();
        stream.server.bind();
        stream.server.enableManagement();
        stream.server.cut();
        stream.upToAuthentication();
        stream.succeed();
        stream.server.expect("<resume xmlns='urn:xmpp:sm:3' previd='sm-id' h='0'/>");
        stream.server.send("<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='0'/>");
        QVERIFY(stream.server.stream.isOnline());
        QCOMPARE(stream.server.stream.resumptions(), 1);
    }
};

QTEST_GUILESS_MAIN(LogInWaysTest)
#include "tst_loginways.moc"
