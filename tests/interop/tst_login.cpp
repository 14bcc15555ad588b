// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/EjabberdServer.h"
#include "tests/support/InterceptingProxy.h"
#include "tests/support/LoginClient.h"
#include "tests/support/ProsodyServer.h"
#include "tests/support/ProxyServer.h"
#include "ui/text/ErrorText.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <deque>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kPatience = LoginClient::kPatience;

enum class Tls { V12, V13 };

ServerOptions prosody(Tls version, bool bindings, const QByteArray &types = "\"tls-exporter\"")
{
    ServerOptions options;
    options.noTls13 = version == Tls::V12;
    if (bindings) {
        options.modules.append(u"test_bindings"_s);
        options.extraConfiguration = "test_binding_types = { " + types + " }\n";
    }
    return options;
}

/// With the modules of XEP-0388 and what goes along with it. Those of Debian 12 were written for a later
/// Prosody; test_bindings and test_sasl2 lend them what 0.12 lacks.
ServerOptions modern(const QByteArray &types = "\"tls-exporter\"", Tls version = Tls::V13)
{
    ServerOptions options = prosody(version, true, types);
    options.modules += {u"sasl2"_s, u"sasl2_bind2"_s, u"sasl2_fast"_s, u"sasl2_sm"_s, u"test_sasl2"_s};
    return options;
}

/// With fewer mechanisms than it could have.
ServerOptions without(ServerOptions options, const QByteArrayList &mechanisms)
{
    options.extraConfiguration += "disable_sasl_mechanisms = { \"" + mechanisms.join("\", \"") + "\" }\n";
    return options;
}

ServerOptions ejabberdWithout(const QByteArrayList &mechanisms)
{
    ServerOptions options;
    options.extraConfiguration = "disable_sasl_mechanisms:\n  - \"" + mechanisms.join("\"\n  - \"") + "\"\n";
    return options;
}

std::unique_ptr<RealServer> made(bool isProsody, const ServerOptions &options)
{
    if (isProsody)
        return std::make_unique<ProsodyServer>(options);
    return std::make_unique<EjabberdServer>(options);
}

/// A message to somebody who is there.
Message greeting(const RealServer &server)
{
    Message message;
    message.to = *Jid::parse(u"bruno@"_s + server.domain());
    message.body = u"hola"_s;
    return message;
}

} // namespace

/// Each way of proving who is who, with servers that nobody here wrote.
class LoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The strongest of all that a server offers when nobody told it what; tst_loginmatrix has the rest.
    void asItComes_data()
    {
        QTest::addColumn<bool>("isProsody");
        QTest::addColumn<ServerOptions>("options");
        QTest::addColumn<QString>("mechanism");
        QTest::addColumn<QString>("binding");
        QTest::newRow("Prosody, TLS 1.3")
            << true << prosody(Tls::V13, false) << u"SCRAM-SHA-256"_s << QString();
        QTest::newRow("Prosody, TLS 1.2")
            << true << prosody(Tls::V12, false) << u"SCRAM-SHA-256-PLUS"_s << u"tls-unique"_s;
        QTest::newRow("Prosody, TLS 1.3, XEP-0440")
            << true << prosody(Tls::V13, true, "\"tls-server-end-point\", \"tls-exporter\", \"tls-unique\"")
            << u"SCRAM-SHA-256-PLUS"_s << u"tls-exporter"_s;
        QTest::newRow("ejabberd") << false << ServerOptions() << u"SCRAM-SHA-512-PLUS"_s << u"tls-unique"_s;
    }

    void asItComes()
    {
        QFETCH(bool, isProsody);
        QFETCH(ServerOptions, options);
        QFETCH(QString, mechanism);
        QFETCH(QString, binding);
        const auto server = made(isProsody, options);
        QVERIFY(server->start());
        for (const auto security : {SecurityChoice::StartTls, SecurityChoice::DirectTls}) {
            LoginClient client(*server, security);
            QVERIFY(!client.logsIn(u"open"_s));
            QCOMPARE(client.error().code, ErrorCode::WrongPassword);
            QVERIFY2(client.logsIn(), qPrintable(client.error().text));
            QCOMPARE(client.stream.mechanism(), mechanism);
            QCOMPARE(client.stream.bindingType(), binding);
        }
        if (isProsody)
            return;
        // ejabberd 23.01 has no other binding, and says so once it is asked for one.
        for (const char *type : {"tls-exporter", "tls-server-end-point"}) {
            LoginClient client(*server);
            client.onlyBinding = type;
            QVERIFY(!client.logsIn());
            QCOMPARE(client.error().code, ErrorCode::ChannelBindingFailed);
        }
        LoginClient unbound(*server);
        unbound.onlyBinding = "none";
        QVERIFY(unbound.logsIn());
        QCOMPARE(unbound.stream.mechanism(), u"SCRAM-SHA-512"_s);
    }

    /// SECURITY A41: mechanisms that the server has are missing from its list, and it hears that they are.
    void whatIsOfferedWasTakenAway()
    {
        ProsodyServer server(without(prosody(Tls::V12, false), {"SCRAM-SHA-256-PLUS", "SCRAM-SHA-1-PLUS"}));
        QVERIFY(server.start());
        LoginClient client(server);
        QVERIFY(!client.logsIn());
        QCOMPARE(client.error().code, ErrorCode::ChannelBindingFailed);
    }

    /// SECURITY A39: with a server that has nothing else, and only by consent.
    void plain_data()
    {
        QTest::addColumn<bool>("isProsody");
        QTest::addColumn<ServerOptions>("options");
        QTest::newRow("Prosody") << true
                                 << without(prosody(Tls::V13, false), {"SCRAM-SHA-1", "SCRAM-SHA-256"});
        QTest::newRow("ejabberd") << false
                                  << ejabberdWithout({"SCRAM-SHA-512", "SCRAM-SHA-512-PLUS", "SCRAM-SHA-256",
                                                      "SCRAM-SHA-256-PLUS", "SCRAM-SHA-1",
                                                      "SCRAM-SHA-1-PLUS"});
    }

    void plain()
    {
        QFETCH(bool, isProsody);
        QFETCH(ServerOptions, options);
        const auto server = made(isProsody, options);
        QVERIFY(server->start());
        LoginClient client(*server, SecurityChoice::DirectTls);
        QVERIFY(!client.logsIn());
        QCOMPARE(client.error().code, ErrorCode::PlainNotAllowed);
        client.settings.allowPlain = true;
        QVERIFY(client.logsIn());
        QCOMPARE(client.stream.mechanism(), u"PLAIN"_s);
        client.stream.drop();
        client.settings.scramWorked = true;
        QVERIFY(!client.logsIn());
        QCOMPARE(client.error().code, ErrorCode::PlainNotAllowed);
    }

    /// Through a proxy that asks for a name, to a domain that only the proxy can find.
    void byProxy_data()
    {
        QTest::addColumn<ProxyKind>("kind");
        QTest::addColumn<SecurityChoice>("security");
        QTest::newRow("SOCKS5") << ProxyKind::Socks5 << SecurityChoice::Automatic;
        QTest::newRow("SOCKS5, direct TLS") << ProxyKind::Socks5 << SecurityChoice::DirectTls;
        QTest::newRow("HTTP") << ProxyKind::Http << SecurityChoice::Automatic;
        QTest::newRow("HTTP, direct TLS") << ProxyKind::Http << SecurityChoice::DirectTls;
    }

    void byProxy()
    {
        QFETCH(ProxyKind, kind);
        QFETCH(SecurityChoice, security);
        ProsodyServer server(prosody(Tls::V13, true));
        QVERIFY(server.start());
        ProxyServer proxy(kind == ProxyKind::Socks5 ? ProxyServer::Kind::Socks5 : ProxyServer::Kind::Http);
        proxy.user = u"ana"_s;
        proxy.password = u"let me through"_s;
        proxy.ports = {{5222, server.port()}, {5223, server.directTlsPort()}};
        LoginClient client(server, security);
        client.settings.host.clear();
        client.settings.port = 0;
        client.settings.proxy = {kind, u"127.0.0.1"_s, proxy.serverPort(), proxy.user};
        QVERIFY(!client.logsInWith({.password = u"sesame"_s, .proxyPassword = u"open"_s}));
        QCOMPARE(client.error().code, ErrorCode::ProxyAuthenticationFailed);
        QVERIFY(proxy.wanted().isEmpty());

        QVERIFY(client.logsInWith({.password = u"sesame"_s, .proxyPassword = proxy.password}));
        QCOMPARE(client.stream.bindingType(), u"tls-exporter"_s);
        QCOMPARE(proxy.wanted(),
                 QStringList{security == SecurityChoice::DirectTls ? u"example.org:5223"_s
                                                                   : u"example.org:5222"_s});
        QCOMPARE(client.stream.endpoint().proxy.port(), proxy.serverPort());
        QVERIFY(client.stream.endpoint().proxy.password().isEmpty());
        QVERIFY(client.stream.peerAddress().isEmpty());
        QVERIFY(client.resolver.asked().isEmpty() && client.resolver.hostsAsked().isEmpty());
    }

    /// RFC 7395: the log-in is the same, bound to the TLS connection and all.
    void byWebSocket_data()
    {
        QTest::addColumn<bool>("isProsody");
        QTest::addColumn<QString>("mechanism");
        QTest::newRow("Prosody") << true << u"SCRAM-SHA-256"_s;
        QTest::newRow("ejabberd") << false << u"SCRAM-SHA-512"_s;
    }

    void byWebSocket()
    {
        QFETCH(bool, isProsody);
        QFETCH(QString, mechanism);
        const quint16 port = freePort();
        const QByteArray number = QByteArray::number(port);
        ServerOptions options;
        options.modules = {u"websocket"_s};
        options.extraConfiguration = isProsody
            ? QByteArray(
                  "modules_disabled = { \"s2s\", \"s2s_auth_certs\" }\nhttp_ports = {}\nhttps_ports = { "
                  + number + " }\nhttps_interfaces = { \"127.0.0.1\" }\n")
            : "  - port: " + number
                + "\n    ip: \"127.0.0.1\"\n    module: ejabberd_http\n    tls: true\n    request_handlers:\n"
                  "      /xmpp-websocket: ejabberd_http_ws\n";
        const auto server = made(isProsody, options);
        QVERIFY(server->start());
        Endpoint endpoint{server->domain(), port, TransportSecurity::WebSocket};
        endpoint.path = u"/xmpp-websocket"_s;
        LoginClient client(*server, SecurityChoice::Automatic, endpoint);

        QVERIFY(!client.logsIn(u"open"_s));
        QCOMPARE(client.error().code, ErrorCode::WrongPassword);
        QVERIFY2(client.logsIn(), qPrintable(client.error().text));
        qInfo() << client.stream.mechanism() << client.stream.bindingType()
                << client.stream.tlsFacts().protocol;
        QCOMPARE(client.stream.endpoint().security, TransportSecurity::WebSocket);
        QVERIFY(client.stream.mechanism().startsWith(mechanism));
        QVERIFY(client.stream.isManaged());

        // It is a stream like any other: what is said is acknowledged, a cut is healed.
        QSignalSpy acknowledged(&client.stream, &XmppStream::xmlTraffic);
        client.stream.probe();
        QTRY_VERIFY(acknowledged.count() >= 2);
        client.stream.drop();
        QVERIFY(client.logsIn());
        QCOMPARE(client.stream.resumptions(), 1);
        client.stream.close();
        QTRY_VERIFY(!client.stream.isOnline());
    }

    /// XEP-0156: nothing but HTTPS gets out, and only by a proxy.
    void whereOnlyHttpsGetsOut()
    {
        const quint16 port = freePort();
        QTemporaryDir folder;
        QFile file(folder.filePath(u"host-meta"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(
            "<?xml version='1.0' encoding='utf-8'?><XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>"
            "<Link rel='urn:xmpp:alt-connections:websocket' href='wss://example.org/xmpp-websocket'/></XRD>");
        file.close();
        ServerOptions options;
        options.modules = {u"websocket"_s, u"http_files"_s};
        options.extraConfiguration
            = "modules_disabled = { \"s2s\", \"s2s_auth_certs\" }\nhttp_ports = {}\nhttps_ports = { "
            + QByteArray::number(port)
            + " }\nhttps_interfaces = { \"127.0.0.1\" }\nhttp_paths = { files = \"/.well-known\" "
              "}\nhttp_files_dir = \""
            + folder.path().toUtf8() + "\"\n";
        ProsodyServer server(options);
        QVERIFY(server.start());
        ProxyServer proxy(ProxyServer::Kind::Http);
        proxy.ports = {{443, port}, {5222, freePort()}, {5223, freePort()}};
        LoginClient client(server, SecurityChoice::Automatic);
        client.settings.host.clear();
        client.settings.port = 0;
        client.settings.proxy = {ProxyKind::Http, u"127.0.0.1"_s, proxy.serverPort(), {}};
        QVERIFY(client.logsIn());
        QCOMPARE(proxy.wanted(),
                 QStringList({u"example.org:5222"_s, u"example.org:5223"_s, u"example.org:443"_s,
                              u"example.org:443"_s}));
        QCOMPARE(client.stream.endpoint().security, TransportSecurity::WebSocket);
        QVERIFY(client.resolver.hostsAsked().isEmpty());
    }

    /// SECURITY R14: the first address leads nowhere, and nobody has to wait for it.
    void aDeadFirstAddress()
    {
        ProsodyServer server{ServerOptions()};
        QVERIFY(server.start());
        LoginClient straight(server);
        QElapsedTimer time;
        time.start();
        QVERIFY(straight.logsIn());
        const qint64 usual = time.restart();

        // A listener that accepts nothing and whose queue is full lets every further greeting go unanswered.
        QTcpServer hole;
        hole.setListenBacklogSize(1);
        QVERIFY(hole.listen(QHostAddress(u"127.0.0.2"_s), server.port()));
        hole.pauseAccepting();
        std::deque<QTcpSocket> fillers(6);
        for (QTcpSocket &filler : fillers)
            filler.connectToHost(hole.serverAddress(), hole.serverPort());
        QTest::qWait(50);

        LoginClient client(server);
        client.settings.host = u"xmpp.example.org"_s;
        client.resolver.setAddresses(client.settings.host,
                                     QList{hole.serverAddress(), QHostAddress(u"127.0.0.1"_s)});
        QVERIFY(client.logsIn());
        qInfo() << "usual" << usual << "ms, with a dead first address" << time.elapsed() << "ms";
        QVERIFY(client.stream.peerAddress().startsWith(u"127.0.0.1:"_s));
    }

    /// SECURITY A37, F56: everything about the impostor's certificate is in order but who has its key.
    void manInTheMiddle_data()
    {
        QTest::addColumn<bool>("isProsody");
        QTest::addColumn<ServerOptions>("options");
        QTest::newRow("tls-exporter") << true << prosody(Tls::V13, true);
        QTest::newRow("tls-exporter, TLS 1.2") << true << prosody(Tls::V12, true);
        QTest::newRow("tls-server-end-point") << true << prosody(Tls::V13, true, "\"tls-server-end-point\"");
        QTest::newRow("tls-unique, TLS 1.2") << true << prosody(Tls::V12, false);
        QTest::newRow("XEP-0388") << true << modern();
        QTest::newRow("XEP-0388, TLS 1.2") << true << modern("\"tls-exporter\"", Tls::V12);
        QTest::newRow("ejabberd") << false << ServerOptions();
        ServerOptions older;
        older.noTls13 = true;
        QTest::newRow("ejabberd, TLS 1.2") << false << older;
    }

    void manInTheMiddle()
    {
        QFETCH(bool, isProsody);
        QFETCH(ServerOptions, options);
        const auto made = ::made(isProsody, options);
        RealServer &server = *made;
        QVERIFY(server.start());
        const TestIdentity authority = TestIdentity::authority();
        for (const auto security : {SecurityChoice::StartTls, SecurityChoice::DirectTls}) {
            const bool direct = security == SecurityChoice::DirectTls;
            InterceptingProxy proxy(
                authority.issueFor(server.domain()), direct ? server.directTlsPort() : server.port(),
                direct ? InterceptingProxy::Begins::AtOnce : InterceptingProxy::Begins::WithStartTls);
            LoginClient client(server, security);
            const quint16 rightPort = std::exchange(client.settings.port, proxy.serverPort());
            QVERIFY(!client.logsIn());
            QCOMPARE(client.error().code, ErrorCode::CertificateUntrusted);

            client.settings.extraAuthorities.append(authority.certificate());
            QVERIFY(!client.logsIn());
            QCOMPARE(client.error().code, ErrorCode::ChannelBindingFailed);
            QCOMPARE(errorText(client.error()).sentence, u"Somebody may be intercepting this connection."_s);
            // Bound, and not tried again without.
            QCOMPARE(proxy.heard().count(isProsody ? "SCRAM-SHA-256" : "SCRAM-SHA-512"), 1);
            QCOMPARE(proxy.heard().count("-PLUS"), 1);

            // The same way without him.
            client.settings.port = rightPort;
            QVERIFY(client.logsIn());
        }
    }

    // XEP-0388.

    void alongWithTheLogIn_data()
    {
        QTest::addColumn<QByteArray>("types");
        QTest::addColumn<SecurityChoice>("security");
        QTest::addColumn<QString>("binding");
        QTest::addColumn<QString>("tokenMechanism");
        for (const auto security : {SecurityChoice::StartTls, SecurityChoice::DirectTls}) {
            QTest::addRow("tls-exporter, %d", int(security))
                << QByteArray("\"tls-exporter\"") << security << u"tls-exporter"_s << u"HT-SHA-256-EXPR"_s;
            QTest::addRow("tls-server-end-point, %d", int(security))
                << QByteArray("\"tls-server-end-point\"") << security << u"tls-server-end-point"_s
                << u"HT-SHA-256-ENDP"_s;
        }
    }

    /// SECURITY A48: all of it with a real server: bound and managed along with the password, then by the
    /// token; resumed; rotated; void.
    void alongWithTheLogIn()
    {
        QFETCH(QByteArray, types);
        QFETCH(SecurityChoice, security);
        QFETCH(QString, binding);
        QFETCH(QString, tokenMechanism);
        ServerOptions options = modern(types);
        options.extraConfiguration += "sasl2_fast_token_min_ttl = -1\n"; // a new token each time
        ProsodyServer server(options);
        QVERIFY(server.start());

        LoginClient wrong(server, security);
        QVERIFY(!wrong.logsIn(u"open"_s));
        QCOMPARE(wrong.error().code, ErrorCode::WrongPassword);

        LoginClient client(server, security);
        client.onlyBinding = binding.toLatin1();
        QVERIFY2(client.logsIn(), qPrintable(client.error().text));
        QVERIFY(client.stream.isSasl2() && client.stream.isManaged());
        QCOMPARE(client.stream.mechanism(), u"SCRAM-SHA-256-PLUS"_s);
        QCOMPARE(client.stream.bindingType(), binding);
        QVERIFY(client.stream.boundJid().resource().startsWith(u"Tertulia"));
        const HashedToken first = client.token();
        QCOMPARE(first.mechanism, tokenMechanism);
        QVERIFY(first.expiry > QDateTime::currentDateTimeUtc());

        // Resumed by the token, with what the server did not get sent again.
        client.stream.drop();
        QVERIFY(client.logsInWith({.token = first}));
        QCOMPARE(client.start(), StreamStart::Resumed);
        QCOMPARE(client.stream.mechanism(), tokenMechanism);
        QCOMPARE(client.stream.bindingType(), binding);
        QVERIFY(client.stream.isSasl2() && client.stream.isManaged());
        QVERIFY(client.refused.isEmpty());
        const HashedToken second = client.token();
        QVERIFY(second != first && second.mechanism == tokenMechanism);
        bool arrived = false;
        client.stream.host().sendTracked(greeting(server)).then(this, [&](const Result<void> &r) {
            arrived = bool(r);
        });
        QTRY_VERIFY_WITH_TIMEOUT(arrived, kPatience);

        // Fresh by the new one; after which the one before is void.
        client.stream.close();
        QTRY_VERIFY_WITH_TIMEOUT(!client.ended.isEmpty(), kPatience);
        QVERIFY(client.logsInWith({.token = second}));
        QCOMPARE(client.start(), StreamStart::Fresh);
        QVERIFY(client.stream.isManaged());
        client.stream.close();
        QTRY_COMPARE_WITH_TIMEOUT(client.ended.count(), 2, kPatience);
        QVERIFY(!client.logsInWith({.token = first}));
        QCOMPARE(client.refused.count(), 1);
        QCOMPARE(client.error().code, ErrorCode::PasswordNeeded);
        QVERIFY(client.logsIn());
        QVERIFY(!server.log().contains("Traceback"));
    }

    /// The stream that was to be resumed is gone: a new one is bound in the same go.
    void afterARestartOfTheServer()
    {
        ProsodyServer server(modern());
        QVERIFY(server.start());
        LoginClient client(server, SecurityChoice::DirectTls);
        QVERIFY(client.logsIn());
        const HashedToken token = client.token();
        server.kill();
        QTRY_VERIFY_WITH_TIMEOUT(!client.ended.isEmpty(), kPatience);
        QVERIFY(server.start());
        QVERIFY(client.logsInWith({.token = token}));
        QCOMPARE(client.start(), StreamStart::Fresh);
        QVERIFY(client.stream.isSasl2() && client.stream.isManaged());
        QVERIFY(!server.log().contains("Traceback"));
    }

    /// SECURITY A48: the server forgets a token that is of no more use here.
    void aTokenIsRevoked()
    {
        ProsodyServer server(modern());
        QVERIFY(server.start());
        LoginClient client(server, SecurityChoice::DirectTls);
        QVERIFY(client.logsIn());
        const HashedToken token = client.token();
        client.stream.close();
        QTRY_VERIFY_WITH_TIMEOUT(!client.ended.isEmpty(), kPatience);
        QVERIFY(!client.logsInWith({.token = token, .revokesToken = true}));
        QCOMPARE(client.error().code, ErrorCode::Cancelled);
        QVERIFY(client.refused.isEmpty());
        QVERIFY(!client.logsInWith({.token = token}));
        QCOMPARE(client.refused.count(), 1);
    }

    void someModulesOnly_data()
    {
        QTest::addColumn<QStringList>("without");
        QTest::addColumn<bool>("token");
        QTest::newRow("no tokens") << QStringList{u"sasl2_fast"_s} << false;
        QTest::newRow("no stream management") << QStringList{u"sasl2_sm"_s} << true;
        QTest::newRow("nothing along")
            << QStringList{u"sasl2_fast"_s, u"sasl2_sm"_s, u"sasl2_bind2"_s} << false;
    }

    void someModulesOnly()
    {
        QFETCH(QStringList, without);
        QFETCH(bool, token);
        ServerOptions options = modern();
        for (const QString &module : without)
            options.modules.removeAll(module);
        ProsodyServer server(options);
        QVERIFY(server.start());
        LoginClient client(server);
        QVERIFY(client.logsIn());
        QVERIFY(client.stream.isSasl2() && client.stream.isManaged());
        QCOMPARE(!client.token().isNull(), token);
        client.stream.drop();
        QVERIFY(client.logsInWith({.password = u"sesame"_s, .token = client.token()}));
        QCOMPARE(client.start(), StreamStart::Resumed);
        QVERIFY(client.stream.isManaged());
    }

    /// SECURITY A37, A48: a token that is bound is worth nothing to him.
    void manInTheMiddleOfATokenLogIn()
    {
        ProsodyServer server(modern());
        QVERIFY(server.start());
        const TestIdentity authority = TestIdentity::authority();
        InterceptingProxy proxy(authority.issueFor(server.domain()), server.directTlsPort());
        LoginClient client(server, SecurityChoice::DirectTls);
        QVERIFY(client.logsIn());
        const HashedToken token = client.token();
        QCOMPARE(token.mechanism, u"HT-SHA-256-EXPR"_s);
        client.stream.close();
        QTRY_VERIFY_WITH_TIMEOUT(!client.ended.isEmpty(), kPatience);
        client.settings.extraAuthorities.append(authority.certificate());
        client.settings.port = proxy.serverPort();
        QVERIFY(!client.logsInWith({.token = token}));
        QCOMPARE(client.error().code, ErrorCode::PasswordNeeded);
        QVERIFY(proxy.heard().contains("HT-SHA-256-EXPR"));
        // The password that takes over finds him out.
        QVERIFY(!client.logsIn());
        QCOMPARE(client.error().code, ErrorCode::ChannelBindingFailed);
    }

    /// Without bindings nothing is noticed but by who demands them.
    void manInTheMiddleOfAServerWithoutBindings()
    {
        ProsodyServer server(prosody(Tls::V13, false));
        QVERIFY(server.start());
        const TestIdentity authority = TestIdentity::authority();
        InterceptingProxy proxy(authority.issueFor(server.domain()), server.directTlsPort());
        LoginClient client(server, SecurityChoice::DirectTls);
        client.settings.extraAuthorities.append(authority.certificate());
        client.settings.port = proxy.serverPort();
        client.settings.requireBinding = true;
        QVERIFY(!client.logsIn());
        QCOMPARE(client.error().code, ErrorCode::ChannelBindingMissing);
        QVERIFY(!proxy.heard().contains("<auth"));
    }
};

QTEST_GUILESS_MAIN(LoginTest)
#include "tst_login.moc"
