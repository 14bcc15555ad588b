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

enum class At {
    PlainHeader,
    PlainFeatures,
    Proceed,
    SecureHeader,
    SecureFeatures,
    Authenticate,
    AuthenticatedHeader,
    AuthenticatedFeatures,
    Resume,
    Bind,
    EstablishSession,
    EnableManagement,
    Online,
};
constexpr At kLastAt = At::Online;

const char *nameOf(At at)
{
    static constexpr const char *kNames[] = {"PlainHeader",
                                             "PlainFeatures",
                                             "Proceed",
                                             "SecureHeader",
                                             "SecureFeatures",
                                             "Authenticate",
                                             "AuthenticatedHeader",
                                             "AuthenticatedFeatures",
                                             "Resume",
                                             "Bind",
                                             "EstablishSession",
                                             "EnableManagement",
                                             "Online"};
    return kNames[int(at)];
}

/// Plays the server up to the state.
void reach(ScriptedServer &server, At at)
{
    if (at == At::Resume) {
        server.bringOnline();
        server.cut();
    }
    if (at == At::EstablishSession)
        server.extraFeatures = "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'/>";
    server.start();
    server.acceptTcp();
    server.expectHeader();
    if (at == At::PlainHeader)
        return;
    server.sendHeader();
    if (at == At::PlainFeatures)
        return;
    server.sendFeatures("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
    if (at == At::Proceed) {
        server.expect("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        return;
    }
    server.secure();
    server.expectHeader();
    if (at == At::SecureHeader)
        return;
    server.sendHeader();
    if (at == At::SecureFeatures)
        return;
    server.sendFeatures("<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>" + server.mechanisms
                        + "</mechanisms>");
    if (at == At::Authenticate)
        return;
    server.authenticate();
    server.expectHeader();
    if (at == At::AuthenticatedHeader)
        return;
    server.sendHeader();
    if (at == At::AuthenticatedFeatures)
        return;
    server.sendFeatures("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/><sm xmlns='urn:xmpp:sm:3'/>"
                        + server.extraFeatures);
    if (at == At::Resume || at == At::Bind)
        return;
    server.bind();
    if (at == At::EstablishSession)
        return;
    if (at == At::EnableManagement) {
        server.expect("<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
        return;
    }
    server.enableManagement();
}

struct Ends {
    explicit Ends(ScriptedServer &server)
        : spy(&server.stream, &XmppStream::ended)
    {
    }
    [[nodiscard]] ErrorCode code() const
    {
        return spy.isEmpty() ? ErrorCode::Cancelled : spy.last()[0].value<Error>().code;
    }
    [[nodiscard]] Error error() const { return spy.isEmpty() ? Error() : spy.last()[0].value<Error>(); }
    QSignalSpy spy;
};

bool saysNothingOfThePerson(const QByteArray &bytes)
{
    return !bytes.contains("ana") && !bytes.contains("<auth") && !bytes.contains("jabber:iq:auth")
        && !bytes.contains("from=");
}

const QList<Endpoint> kThree{{u"one.example.org"_s, 5223, TransportSecurity::DirectTls, 1},
                             {u"two.example.org"_s, 5222, TransportSecurity::StartTls, 2},
                             {u"three.example.org"_s, 5222, TransportSecurity::StartTls, 3}};

} // namespace

class NegotiationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tertulia.*=false"_s); }

    /// SECURITY A22: every element in every state.
    void table_data()
    {
        struct Thing {
            const char *name;
            const char *xml;
            QList<At> allowed;
        };
        const QList<At> stanzas{At::EstablishSession, At::EnableManagement, At::Online};
        const QList<Thing> things{
            {"features with starttls",
             "<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>",
             {At::PlainFeatures, At::SecureFeatures, At::AuthenticatedFeatures}},
            {"features",
             "<stream:features/>",
             {At::PlainFeatures, At::SecureFeatures, At::AuthenticatedFeatures}},
            {"proceed", "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", {At::Proceed}},
            {"TLS failure", "<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", {At::Proceed}},
            {"challenge",
             "<challenge xmlns='urn:ietf:params:xml:ns:xmpp-sasl'>cg==</challenge>",
             {At::Authenticate}},
            {"success", "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>", {At::Authenticate}},
            {"SASL failure",
             "<failure xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><not-authorized/></failure>",
             {At::Authenticate}},
            {"iq result", "<iq type='result' id='wrong'/>", stanzas},
            {"iq request", "<iq type='get' id='x'><q xmlns='u'/></iq>", stanzas},
            {"message", "<message><body>x</body></message>", stanzas},
            {"presence", "<presence/>", stanzas},
            {"enabled", "<enabled xmlns='urn:xmpp:sm:3'/>", {At::EnableManagement}},
            {"resumed", "<resumed xmlns='urn:xmpp:sm:3' previd='sm-id' h='0'/>", {At::Resume}},
            {"failed", "<failed xmlns='urn:xmpp:sm:3'/>", {At::Resume, At::EnableManagement}},
            {"question", "<r xmlns='urn:xmpp:sm:3'/>", {At::Online}},
            {"acknowledgement", "<a xmlns='urn:xmpp:sm:3' h='0'/>", {At::Online}},
            {"message elsewhere", "<message xmlns='jabber:server'/>", {At::Online}},
            {"unknown", "<x xmlns='urn:x'/>", {At::Online}},
            {"text", "text", {}},
            {"second header",
             "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' "
             "version='1.0'/>",
             {At::PlainHeader, At::SecureHeader, At::AuthenticatedHeader}},
        };
        QTest::addColumn<int>("at");
        QTest::addColumn<QByteArray>("xml");
        QTest::addColumn<bool>("allowed");
        for (const Thing &thing : things)
            for (int at = 0; at <= int(kLastAt); ++at)
                QTest::addRow("%s in %s", thing.name, nameOf(At(at)))
                    << at << QByteArray(thing.xml) << thing.allowed.contains(At(at));
    }

    void table()
    {
        QFETCH(int, at);
        QFETCH(QByteArray, xml);
        QFETCH(bool, allowed);
        ScriptedServer server;
        reach(server, At(at));
        Ends ends(server);
        const bool header
            = At(at) == At::PlainHeader || At(at) == At::SecureHeader || At(at) == At::AuthenticatedHeader;
        server.send(xml);
        server.skip();
        if (!allowed) {
            QCOMPARE(ends.spy.count(), 1);
            if (!header)
                QCOMPARE(ends.code(), ErrorCode::PeerProtocolViolation);
            QCOMPARE(server.stream.isOnline(), false);
            QVERIFY(server.network.lastIsGone());
        } else {
            QVERIFY(ends.code() != ErrorCode::PeerProtocolViolation);
        }
        if (At(at) <= At::Proceed)
            QVERIFY2(saysNothingOfThePerson(server.written()), server.written().constData());
    }

    /// SECURITY A21, A23, B01.
    void nothingIsSaidOnAnOpenLine_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("features");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray good = "<stream:stream xmlns='jabber:client' "
                                "xmlns:stream='http://etherx.jabber.org/streams' id='1' version='1.0'>";
        const QByteArray mechanisms
            = "<mechanisms "
              "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms>";
        QTest::newRow("mechanisms instead of starttls")
            << good << QByteArray("<stream:features>" + mechanisms + "</stream:features>")
            << ErrorCode::TlsNotOffered;
        QTest::newRow("no features at all")
            << good << QByteArray("<stream:features/>") << ErrorCode::TlsNotOffered;
        QTest::newRow("starttls in another namespace")
            << good << QByteArray("<stream:features><starttls xmlns='urn:x'/></stream:features>")
            << ErrorCode::TlsNotOffered;
        QTest::newRow("legacy authentication")
            << good
            << QByteArray(
                   "<stream:features><auth xmlns='http://jabber.org/features/iq-auth'/></stream:features>")
            << ErrorCode::TlsNotOffered;
        QByteArray old = good;
        QTest::newRow("header without version")
            << old.replace(" version='1.0'", "") << QByteArray() << ErrorCode::StreamUnsupportedVersion;
        for (const QByteArray version : {"0.9", "", "1", "x.y", "-1.0", "\xD9\xA1.0"}) {
            QByteArray odd = good;
            odd.replace("'1.0'", QByteArray("'" + version + "'"));
            QTest::addRow("version '%s'", version.constData())
                << odd << QByteArray() << ErrorCode::StreamUnsupportedVersion;
        }
        QTest::newRow("features twice, the second without starttls")
            << good
            << QByteArray(
                   "<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>"
                   "<stream:features>"
                   + mechanisms + "</stream:features>")
            << ErrorCode::PeerProtocolViolation;
    }

    void nothingIsSaidOnAnOpenLine()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, features);
        QFETCH(ErrorCode, code);
        ScriptedServer server;
        server.settings.allowPlain = true;
        Ends ends(server);
        server.start();
        server.acceptTcp();
        server.expectHeader();
        server.send(header + features);
        server.skip();
        QCOMPARE(ends.code(), code);
        QVERIFY2(saysNothingOfThePerson(server.written()), server.written().constData());
        QVERIFY(server.written().endsWith("</stream:stream>"));
    }

    void plainHeaderNamesOnlyTheDomain()
    {
        ScriptedServer server;
        server.start();
        server.acceptTcp();
        server.skip();
        QVERIFY(server.written().contains("to=\"example.org\"")
                || server.written().contains("to='example.org'"));
        QVERIFY(saysNothingOfThePerson(server.written()));
    }

    /// SECURITY A24, F11.
    void bytesBehindProceedAreAnAttack_data()
    {
        QTest::addColumn<QByteArray>("behind");
        QTest::newRow("a whole stanza")
            << QByteArray("<message from='example.org'><body>forged</body></message>");
        QTest::newRow("half a stanza") << QByteArray("<mess");
        QTest::newRow("white space") << QByteArray("\n");
        QTest::newRow("another proceed") << QByteArray("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        QTest::newRow("binary") << QByteArray("\x16\x03\x03");
    }

    void bytesBehindProceedAreAnAttack()
    {
        QFETCH(QByteArray, behind);
        ScriptedServer server;
        reach(server, At::Proceed);
        Ends ends(server);
        QSignalSpy online(&server.stream, &XmppStream::online);
        server.send("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>" + behind);
        QCOMPARE(ends.code(), ErrorCode::TlsInjection);
        QVERIFY(server.network.lastWasAborted());
        QCOMPARE(online.count(), 0);
        QVERIFY(saysNothingOfThePerson(server.written()));
    }

    void bytesBehindSuccessAreRefused()
    {
        ScriptedServer server;
        server.settings.allowPlain = true;
        server.mechanisms = "<mechanism>PLAIN</mechanism>";
        reach(server, At::Authenticate);
        Ends ends(server);
        server.send("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/><stream:features/>");
        QCOMPARE(ends.code(), ErrorCode::PeerProtocolViolation);
    }

    void directTlsBeginsSecured()
    {
        ScriptedServer server;
        server.settings.security = SecurityChoice::DirectTls;
        server.bringOnline();
        QCOMPARE(server.network.made(), 1);
        QVERIFY(!server.written().contains("starttls"));
    }

    void settingsByHand_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<int>("choice");
        QTest::addColumn<QString>("reached");
        QTest::addColumn<bool>("direct");
        const auto row = [](const char *name, const QString &host, int port, SecurityChoice choice,
                            const QString &reached, bool direct) {
            QTest::newRow(name) << host << port << int(choice) << reached << direct;
        };
        row("host", u"10.0.0.1"_s, 0, SecurityChoice::Automatic, u"10.0.0.1:5222"_s, false);
        row("host and port", u"h.example"_s, 5269, SecurityChoice::Automatic, u"h.example:5269"_s, false);
        row("the port of direct TLS", u"h.example"_s, 5223, SecurityChoice::Automatic, u"h.example:5223"_s,
            true);
        row("STARTTLS on 5223", u"h.example"_s, 5223, SecurityChoice::StartTls, u"h.example:5223"_s, false);
        row("direct TLS", u"h.example"_s, 0, SecurityChoice::DirectTls, u"h.example:5223"_s, true);
        row("direct TLS on a port", u"h.example"_s, 443, SecurityChoice::DirectTls, u"h.example:443"_s, true);
        row("port alone", {}, 5333, SecurityChoice::Automatic, u"example.org:5333"_s, false);
        row("address literal", u"::1"_s, 0, SecurityChoice::Automatic, u"::1:5222"_s, false);
        row("international", u"b\u00FCcher.example"_s, 0, SecurityChoice::Automatic,
            u"xn--bcher-kva.example:5222"_s, false);
        row("direct TLS found by DNS", {}, 0, SecurityChoice::DirectTls, u"example.org:5223"_s, true);
        row("STARTTLS found by DNS", {}, 0, SecurityChoice::StartTls, u"example.org:5222"_s, false);
    }

    void settingsByHand()
    {
        QFETCH(QString, host);
        QFETCH(int, port);
        QFETCH(int, choice);
        QFETCH(QString, reached);
        QFETCH(bool, direct);
        ScriptedServer server;
        server.settings.host = host;
        server.settings.port = quint16(port);
        server.settings.security = SecurityChoice(choice);
        server.start();
        QVERIFY(server.wire());
        const Endpoint endpoint = server.wire()->endpoint();
        QCOMPARE(endpoint.host + u':' + QString::number(endpoint.port), reached);
        QCOMPARE(endpoint.security == TransportSecurity::DirectTls, direct);
        // Whatever was typed, the certificate must be the account's domain's (SECURITY B03).
        QCOMPARE(server.wire()->policy().domain, u"example.org"_s);
        QCOMPARE(server.resolver.asked().isEmpty(), !host.isEmpty() || port != 0);
    }

    /// DNS and TLS know a domain in its ASCII form, XMPP in its own (RFC 7622 3.2).
    void internationalDomain()
    {
        ScriptedServer server;
        server.settings.account = *Jid::parse(u"ana@b\u00FCcher.example"_s);
        server.start();
        QCOMPARE(server.resolver.asked(), QStringList{u"xn--bcher-kva.example"_s});
        QCOMPARE(server.wire()->policy().domain, u"xn--bcher-kva.example"_s);
        server.acceptTcp();
        server.skip();
        QVERIFY(QString::fromUtf8(server.written()).contains(u"b\u00FCcher.example"_s));
    }

    void candidatesAreTriedInOrder()
    {
        ScriptedServer server;
        server.resolver.setAnswer(kThree);
        Ends ends(server);
        QStringList reached;
        server.start();
        for (int i = 0; i < 3; ++i) {
            reached.append(server.wire()->endpoint().host);
            server.wire()->breakDown({ErrorCode::ConnectionRefused});
            settle();
        }
        QCOMPARE(reached, QStringList({u"one.example.org"_s, u"two.example.org"_s, u"three.example.org"_s}));
        QCOMPARE(ends.code(), ErrorCode::ConnectionRefused);
        QCOMPARE(ends.spy.count(), 1);
    }

    void secondCandidateServes()
    {
        ScriptedServer server;
        server.resolver.setAnswer(kThree);
        Ends ends(server);
        server.start();
        server.clock.advance(15s);
        QCOMPARE(server.wire()->endpoint().host, u"two.example.org"_s);
        server.acceptTcp();
        server.openPlainStream();
        server.secure();
        server.openSecureStream();
        server.authenticate();
        server.openAuthenticatedStream();
        server.bind();
        server.enableManagement();
        QVERIFY(server.stream.isOnline());
        QCOMPARE(ends.spy.count(), 0);
    }

    void theMostTellingErrorIsReported()
    {
        ScriptedServer server;
        server.resolver.setAnswer(kThree);
        Ends ends(server);
        QSignalSpy rejected(&server.stream, &XmppStream::certificateRejected);
        QSignalSpy steps(&server.stream, &XmppStream::stepChanged);
        server.start();
        CertificateProblem problem;
        problem.domain = u"example.org"_s;
        problem.error = {ErrorCode::CertificateExpired};
        problem.all = {ErrorCode::CertificateExpired};
        server.wire()->acceptTcp();
        server.wire()->rejectCertificate(problem);
        settle();
        QCOMPARE(rejected.count(), 0); // there are others to try
        server.wire()->breakDown({ErrorCode::ConnectionRefused});
        settle();
        server.wire()->breakDown({ErrorCode::NetworkUnreachable});
        settle();
        QCOMPARE(ends.code(), ErrorCode::CertificateExpired);
        QCOMPARE(rejected.count(), 1);
        const auto last = steps.last()[0].value<StepReport>();
        QCOMPARE(last.step, ConnectionStep::Secure);
        QCOMPARE(last.state, StepState::Failed);
        QCOMPARE(last.detail, u"one.example.org:5223"_s);
        QCOMPARE(last.error.code, ErrorCode::CertificateExpired);
    }

    void namesThatAreNotFound()
    {
        for (const ErrorCode code : {ErrorCode::NameNotFound, ErrorCode::NoService}) {
            ScriptedServer server;
            server.resolver.setAnswer(failure(code, u"example.org"_s));
            Ends ends(server);
            server.start();
            QCOMPARE(ends.code(), code);
            QCOMPARE(server.network.made(), 0);
        }
        ScriptedServer server;
        server.resolver.setAnswer(QList<Endpoint>());
        Ends ends(server);
        server.start();
        QCOMPARE(ends.code(), ErrorCode::NameNotFound);
    }

    void transportErrorsAreReported()
    {
        for (const ErrorCode code :
             {ErrorCode::ConnectionRefused, ErrorCode::ConnectionTimedOut, ErrorCode::NetworkUnreachable,
              ErrorCode::ProxyFailed, ErrorCode::TlsVersionTooOld, ErrorCode::TlsHandshakeFailed,
              ErrorCode::TlsInjection, ErrorCode::ConnectionLost}) {
            ScriptedServer server;
            Ends ends(server);
            server.start();
            server.wire()->breakDown({code, u"subject"_s, u"text"_s});
            settle();
            QCOMPARE(ends.error(), (Error{code, u"subject"_s, u"text"_s}));
        }
    }

    void certificateErrorsAreReported()
    {
        for (const ErrorCode code : {ErrorCode::CertificateExpired, ErrorCode::CertificateNotYetValid,
                                     ErrorCode::CertificateUntrusted, ErrorCode::CertificateWrongName,
                                     ErrorCode::CertificateInvalid, ErrorCode::CertificateChanged}) {
            ScriptedServer server;
            Ends ends(server);
            QSignalSpy rejected(&server.stream, &XmppStream::certificateRejected);
            reach(server, At::Proceed);
            server.send("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
            CertificateProblem problem;
            problem.error = {code};
            problem.all = {code};
            server.wire()->rejectCertificate(problem);
            settle();
            QCOMPARE(ends.code(), code);
            QCOMPARE(rejected.count(), 1);
            QVERIFY(saysNothingOfThePerson(server.written()));
        }
    }

    void tlsRefused()
    {
        ScriptedServer server;
        reach(server, At::Proceed);
        Ends ends(server);
        server.send("<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:stream>");
        QCOMPARE(ends.code(), ErrorCode::TlsRefused);
    }

    /// What answers is something else (SECURITY F26).
    void notXmpp_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("HTTP") << QByteArray(
            "HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\n\r\n<html></html>");
        QTest::newRow("HTML") << QByteArray("<html><head><title>Log in to the Wi-Fi</title></head></html>");
        QTest::newRow("SMTP") << QByteArray("220 mail.example.org ESMTP\r\n");
        QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
        QTest::newRow("IMAP") << QByteArray("* OK IMAP4rev1 ready\r\n");
        QTest::newRow("TLS alert") << QByteArray("\x15\x03\x01\x00\x02\x02\x28", 7);
        QTest::newRow("another root")
            << QByteArray("<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>");
    }

    void notXmpp()
    {
        QFETCH(QByteArray, bytes);
        ScriptedServer server;
        reach(server, At::PlainHeader);
        Ends ends(server);
        server.send(bytes);
        QCOMPARE(ends.code(), ErrorCode::NotXmpp);
    }

    void brokenXmlIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("condition");
        QTest::newRow("not well-formed")
            << QByteArray("<a></b>") << ErrorCode::PeerXmlNotWellFormed << QByteArray("not-well-formed");
        QTest::newRow("comment") << QByteArray("<!-- x -->") << ErrorCode::PeerXmlRestricted
                                 << QByteArray("restricted-xml");
        QTest::newRow("too deep") << QByteArray("<a>").repeated(200) << ErrorCode::PeerLimitExceeded
                                  << QByteArray("policy-violation");
    }

    void brokenXmlIsAnswered()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        QFETCH(QByteArray, condition);
        for (const At at : {At::PlainFeatures, At::Bind, At::Online}) {
            ScriptedServer server;
            reach(server, at);
            server.skip();
            Ends ends(server);
            server.send(bytes);
            QCOMPARE(ends.code(), code);
            server.expect("<stream:error><" + condition
                          + " xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error>");
            server.expectFooter();
        }
    }

    /// The stage limits: SECURITY F12, F13.
    void stagesEnd_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("connect") << -1 << 15 << ErrorCode::ConnectionTimedOut;
        QTest::newRow("header") << int(At::PlainHeader) << 20 << ErrorCode::StreamTimedOut;
        QTest::newRow("features") << int(At::PlainFeatures) << 20 << ErrorCode::StreamTimedOut;
        QTest::newRow("proceed") << int(At::Proceed) << 15 << ErrorCode::TlsTimedOut;
        QTest::newRow("header in TLS") << int(At::SecureHeader) << 20 << ErrorCode::StreamTimedOut;
        QTest::newRow("features in TLS") << int(At::SecureFeatures) << 20 << ErrorCode::StreamTimedOut;
        QTest::newRow("SASL") << int(At::Authenticate) << 60 << ErrorCode::AuthenticationTimedOut;
        QTest::newRow("features after SASL")
            << int(At::AuthenticatedFeatures) << 20 << ErrorCode::StreamTimedOut;
        QTest::newRow("resume") << int(At::Resume) << 30 << ErrorCode::BindTimedOut;
        QTest::newRow("bind") << int(At::Bind) << 30 << ErrorCode::BindTimedOut;
        QTest::newRow("session") << int(At::EstablishSession) << 30 << ErrorCode::BindTimedOut;
        QTest::newRow("enable") << int(At::EnableManagement) << 30 << ErrorCode::BindTimedOut;
    }

    void stagesEnd()
    {
        QFETCH(int, at);
        QFETCH(int, seconds);
        QFETCH(ErrorCode, code);
        ScriptedServer server;
        Ends ends(server);
        if (at < 0)
            server.start();
        else
            reach(server, At(at));
        const auto before = ends.spy.count();
        server.clock.advance(std::chrono::seconds(seconds) - 1ms);
        QCOMPARE(ends.spy.count(), before);
        server.clock.advance(1ms);
        QCOMPARE(ends.spy.count(), before + 1);
        QCOMPARE(ends.code(), code);
    }

    void aHandshakeThatStalls()
    {
        ScriptedServer server;
        reach(server, At::Proceed);
        Ends ends(server);
        server.send("<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        QVERIFY(server.wire()->tlsWanted());
        server.clock.advance(15s);
        QCOMPARE(ends.code(), ErrorCode::TlsTimedOut);
    }

    void aDirectHandshakeThatStalls()
    {
        ScriptedServer server;
        server.settings.security = SecurityChoice::DirectTls;
        Ends ends(server);
        server.start();
        server.wire()->acceptTcp();
        server.clock.advance(15s);
        QCOMPARE(ends.code(), ErrorCode::TlsTimedOut);
    }

    void aResolverThatHangs()
    {
        ScriptedServer server;
        server.resolver.hang();
        Ends ends(server);
        server.start();
        server.clock.advance(30s);
        QCOMPARE(ends.code(), ErrorCode::ConnectionTimedOut);
    }

    /// A byte now and then does not buy time (SECURITY F14).
    void slowServersAreGivenUp()
    {
        ScriptedServer server;
        reach(server, At::PlainFeatures);
        Ends ends(server);
        const QByteArray features = "<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>";
        for (int i = 0; i < 30 && ends.spy.isEmpty(); ++i) {
            server.send(features.mid(i, 1));
            server.clock.advance(1s);
        }
        QCOMPARE(ends.code(), ErrorCode::StreamTimedOut);
    }

    /// SECURITY A34.
    void redirectsBeforeTlsAreIgnored()
    {
        ScriptedServer server;
        reach(server, At::PlainFeatures);
        Ends ends(server);
        server.send(
            "<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>evil.example:5222"
            "</see-other-host></stream:error></stream:stream>");
        QCOMPARE(ends.code(), ErrorCode::StreamSeeOtherHost);
        QCOMPARE(server.network.made(), 1);
    }

    void redirectsAreFollowedThreeTimes()
    {
        ScriptedServer server;
        Ends ends(server);
        reach(server, At::SecureFeatures);
        const QByteArrayList targets{"two.example.net", "three.example.net:5333", "[2001:db8::1]:5222",
                                     "127.0.0.1:5222"};
        const QStringList reached{u"two.example.net:5222"_s, u"three.example.net:5333"_s,
                                  u"2001:db8::1:5222"_s};
        for (qsizetype i = 0; i < targets.size(); ++i) {
            server.send("<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>"
                        + targets[i] + "</see-other-host></stream:error></stream:stream>");
            if (i == 3)
                break;
            QCOMPARE(ends.spy.count(), 0);
            const Endpoint endpoint = server.wire()->endpoint();
            QCOMPARE(endpoint.host + u':' + QString::number(endpoint.port), reached[i]);
            QCOMPARE(endpoint.security, TransportSecurity::StartTls);
            QCOMPARE(server.wire()->policy().domain, u"example.org"_s);
            server.acceptTcp();
            server.openPlainStream();
            server.secure();
            server.expectHeader();
            server.sendHeader();
        }
        QCOMPARE(ends.code(), ErrorCode::StreamSeeOtherHost);
        QCOMPARE(server.network.made(), 4);
    }

    void redirectsToNonsenseAreNotFollowed()
    {
        for (const QByteArray target : {"", " ", "a b", "http://evil.example/", "user@host", "host:0",
                                        "host:65536", "host:", "[::1", "[::1]x", "host:5222:x/y"}) {
            ScriptedServer server;
            reach(server, At::SecureFeatures);
            Ends ends(server);
            server.send("<stream:error><see-other-host xmlns='urn:ietf:params:xml:ns:xmpp-streams'>" + target
                        + "</see-other-host></stream:error></stream:stream>");
            QCOMPARE(ends.code(), ErrorCode::StreamSeeOtherHost);
            QCOMPARE(server.network.made(), 1);
        }
    }

    void bindsWhatTheServerChooses()
    {
        ScriptedServer server;
        server.settings.resource.clear();
        reach(server, At::Bind);
        server.expect("<iq type='set' id='*'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        server.answer(
            "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>ana@example.org/r4nd0m</jid></bind>");
        server.enableManagement();
        QCOMPARE(server.stream.boundJid().resource(), u"r4nd0m"_s);
    }

    void aTakenResourceIsLeftToTheServer()
    {
        ScriptedServer server;
        reach(server, At::Bind);
        server.expect("<iq type='set' id='*'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                      "<resource>desk</resource></bind></iq>");
        server.answerError("conflict");
        server.expect("<iq type='set' id='*'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        Ends ends(server);
        server.answerError("conflict");
        QCOMPARE(ends.code(), ErrorCode::BindConflict);
    }

    void bindingRefused()
    {
        ScriptedServer server;
        reach(server, At::Bind);
        server.expect("<iq type='set' id='*'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                      "<resource>desk</resource></bind></iq>");
        Ends ends(server);
        server.answerError("resource-constraint", "wait");
        QCOMPARE(ends.code(), ErrorCode::BindRefused);
    }

    /// SECURITY A46, B15.
    void anotherIdentityIsRefused_data()
    {
        QTest::addColumn<QByteArray>("payload");
        const auto row = [](const char *name, const char *jid) {
            QTest::newRow(name) << QByteArray("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>") + jid
                    + "</jid></bind>";
        };
        row("another person", "bruno@example.org/desk");
        row("another domain", "ana@example.net/desk");
        row("no resource", "ana@example.org");
        row("malformed", "@@");
        row("empty", "");
        row("the domain", "example.org/desk");
        QTest::newRow("no jid") << QByteArray("<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("something else") << QByteArray("<jid xmlns='urn:x'>ana@example.org/desk</jid>");
    }

    void anotherIdentityIsRefused()
    {
        QFETCH(QByteArray, payload);
        ScriptedServer server;
        reach(server, At::Bind);
        server.expect("<iq type='set' id='*'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'>"
                      "<resource>desk</resource></bind></iq>");
        Ends ends(server);
        QSignalSpy online(&server.stream, &XmppStream::online);
        server.answer(payload);
        QCOMPARE(ends.code(), ErrorCode::IdentityMismatch);
        QCOMPARE(online.count(), 0);
        server.expectFooter();
        server.expectNothing();
    }

    void legacySession()
    {
        ScriptedServer server;
        reach(server, At::EstablishSession);
        server.expect("<iq type='set' id='*'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>");
        server.answer();
        server.enableManagement();
        QVERIFY(server.stream.isOnline());
    }

    void legacySessionThatIsOptionalOrRefused()
    {
        ScriptedServer optional;
        optional.extraFeatures = "<session xmlns='urn:ietf:params:xml:ns:xmpp-session'><optional/></session>";
        optional.bringOnline();

        ScriptedServer server;
        reach(server, At::EstablishSession);
        server.expect("<iq type='set' id='*'><session xmlns='urn:ietf:params:xml:ns:xmpp-session'/></iq>");
        Ends ends(server);
        server.answerError("forbidden");
        QCOMPARE(ends.code(), ErrorCode::BindRefused);
    }

    void stepsAreReported()
    {
        ScriptedServer server;
        QSignalSpy steps(&server.stream, &XmppStream::stepChanged);
        server.bringOnline();
        QStringList told;
        for (const auto &arguments : steps) {
            const auto report = arguments[0].value<StepReport>();
            if (report.state == StepState::Done)
                told.append(u"%1 %2"_s.arg(int(report.step)).arg(report.detail));
            QVERIFY(report.state != StepState::Failed);
        }
        QCOMPARE(told,
                 QStringList({u"0 example.org:5222"_s, u"1 example.org:5222"_s, u"2 Test CA"_s,
                              u"3 SCRAM-SHA-1"_s, u"4 ana@example.org/desk"_s}));
    }

    /// SECURITY F01: whatever was sent before the cut, one error and nothing half done.
    void cutAtEveryByte()
    {
        // What a server says during the first half of a login, in the pieces between which the program
        // speaks.
        const QByteArray header = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' "
                                  "xmlns:stream='http://etherx.jabber.org/streams' from='example.org' id='x' "
                                  "version='1.0'>";
        const QByteArrayList plain{header
                                       + "<stream:features><starttls "
                                         "xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>",
                                   "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"};
        const QByteArrayList secure{
            header
                + "<stream:features><mechanisms "
                  "xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms>"
                  "</stream:features>",
            "<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>",
            header
                + "<stream:features><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/><sm "
                  "xmlns='urn:xmpp:sm:3'/></stream:features>",
            "<iq type='result' id='id1'><bind "
            "xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>ana@example.org/desk"
            "</jid></bind></iq>",
            "<enabled xmlns='urn:xmpp:sm:3' id='sm-id' resume='true'/>"};
        QByteArrayList all = plain;
        all.append(secure);
        for (qsizetype piece = 0; piece < all.size(); ++piece) {
            for (qsizetype at = 0; at < all[piece].size(); ++at) {
                ScriptedServer server;
                server.settings.allowPlain = true;
                Ends ends(server);
                QSignalSpy online(&server.stream, &XmppStream::online);
                server.start();
                server.acceptTcp();
                for (qsizetype i = 0; i < piece; ++i) {
                    server.wire()->deliver(all[i]);
                    if (i == 1)
                        server.wire()->acceptTls();
                    settle();
                }
                server.wire()->deliver(all[piece].left(at));
                server.wire()->hangUp(at % 2 == 0);
                settle();
                QCOMPARE(online.count(), 0);
                QCOMPARE(ends.spy.count(), 1);
                QCOMPARE(ends.code(), ErrorCode::ConnectionLost);
                QCOMPARE(ends.spy[0][1].toBool(), false);
            }
        }
    }

    void closeDuringTheNegotiation()
    {
        for (int at = 0; at < int(kLastAt); ++at) {
            ScriptedServer server;
            reach(server, At(at));
            server.skip();
            Ends ends(server);
            server.stream.close();
            QCOMPARE(ends.spy.count(), 0); // never from inside the call
            settle();
            QCOMPARE(ends.spy.count(), 1);
            QCOMPARE(ends.code(), ErrorCode::Cancelled);
            server.clock.advance(120s);
            QCOMPARE(ends.spy.count(), 1);
            QCOMPARE(server.clock.runningTimers(), 0);
        }
    }

    void destroyedDuringTheNegotiation()
    {
        for (int at = 0; at <= int(kLastAt); ++at) {
            auto server = std::make_unique<ScriptedServer>();
            reach(*server, At(at));
            server.reset();
            settle();
        }
    }
};

QTEST_GUILESS_MAIN(NegotiationTest)
#include "tst_negotiation.moc"
