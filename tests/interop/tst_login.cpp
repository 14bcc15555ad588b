// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/net/SslTransport.h"
#include "core/stream/XmppStream.h"
#include "tests/support/EjabberdServer.h"
#include "tests/support/FakeResolver.h"
#include "tests/support/InterceptingProxy.h"
#include "tests/support/ProsodyServer.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kPatience = 30'000;

/// One account's stream over real sockets.
struct Client {
    SystemClock clock;
    EventLoopTimers timers;
    RandomIds ids;
    FakeResolver resolver; // the network is loopback: no name is looked up
    XmppStream stream{{clock, timers, ids, resolver, [] { return std::make_unique<SslTransport>(); }}};
    ConnectionSettings settings;
    QSignalSpy online{&stream, &XmppStream::online};
    QSignalSpy ended{&stream, &XmppStream::ended};

    explicit Client(const RealServer &server, SecurityChoice security = SecurityChoice::StartTls)
    {
        settings.account = *Jid::parse(u"ana@"_s + server.domain());
        settings.resource = u"desk"_s;
        settings.host = server.host();
        settings.security = security;
        settings.port = security == SecurityChoice::DirectTls ? server.directTlsPort() : server.port();
        settings.extraAuthorities = {server.authority()};
    }
    /// True once online, false once it failed.
    bool logsIn(const QString &password = u"sesame"_s)
    {
        const auto before = online.count() + ended.count();
        stream.start(settings, password);
        if (!QTest::qWaitFor([&] { return online.count() + ended.count() > before; }, kPatience))
            return false;
        if (!stream.isOnline())
            qInfo() << "ended by" << int(error().code) << error().subject << error().text;
        return stream.isOnline();
    }
    [[nodiscard]] Error error() const { return ended.isEmpty() ? Error() : ended.last()[0].value<Error>(); }
};

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

} // namespace

/// Each way of proving who is who, with servers that nobody here wrote.
class LoginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matrix_data()
    {
        QTest::addColumn<bool>("isProsody");
        QTest::addColumn<ServerOptions>("options");
        QTest::addColumn<SecurityChoice>("security");
        QTest::addColumn<QString>("mechanism");
        QTest::addColumn<QString>("binding");
        QTest::addColumn<QString>("protocol");
        const auto starttls = SecurityChoice::StartTls;
        const auto direct = SecurityChoice::DirectTls;
        QTest::newRow("Prosody, TLS 1.3") << true << prosody(Tls::V13, false) << starttls
                                          << u"SCRAM-SHA-256"_s << QString() << u"TLS 1.3"_s;
        QTest::newRow("Prosody, TLS 1.2") << true << prosody(Tls::V12, false) << direct
                                          << u"SCRAM-SHA-256-PLUS"_s << u"tls-unique"_s << u"TLS 1.2"_s;
        QTest::newRow("Prosody, TLS 1.3, tls-exporter")
            << true << prosody(Tls::V13, true) << starttls << u"SCRAM-SHA-256-PLUS"_s << u"tls-exporter"_s
            << u"TLS 1.3"_s;
        QTest::newRow("Prosody, TLS 1.3, tls-exporter, direct")
            << true << prosody(Tls::V13, true) << direct << u"SCRAM-SHA-256-PLUS"_s << u"tls-exporter"_s
            << u"TLS 1.3"_s;
        QTest::newRow("Prosody, TLS 1.2, tls-exporter")
            << true << prosody(Tls::V12, true) << starttls << u"SCRAM-SHA-256-PLUS"_s << u"tls-exporter"_s
            << u"TLS 1.2"_s;
        QTest::newRow("Prosody, TLS 1.3, tls-server-end-point")
            << true << prosody(Tls::V13, true, "\"tls-server-end-point\"") << direct
            << u"SCRAM-SHA-256-PLUS"_s << u"tls-server-end-point"_s << u"TLS 1.3"_s;
        for (const auto security : {starttls, direct})
            QTest::addRow("ejabberd, %d", int(security))
                << false << ServerOptions() << security << u"SCRAM-SHA-512-PLUS"_s << u"tls-unique"_s
                << u"TLS 1.3"_s;
    }

    void matrix()
    {
        QFETCH(bool, isProsody);
        QFETCH(ServerOptions, options);
        QFETCH(SecurityChoice, security);
        QFETCH(QString, mechanism);
        QFETCH(QString, binding);
        QFETCH(QString, protocol);
        const auto server = isProsody ? std::unique_ptr<RealServer>(new ProsodyServer(options))
                                      : std::unique_ptr<RealServer>(new EjabberdServer(options));
        QVERIFY(server->start());

        Client wrong(*server, security);
        QVERIFY(!wrong.logsIn(u"open"_s));
        QCOMPARE(wrong.error().code, ErrorCode::WrongPassword);

        Client client(*server, security);
        QVERIFY2(client.logsIn(), qPrintable(client.error().text));
        qInfo() << client.stream.mechanism() << client.stream.bindingType();
        QCOMPARE(client.stream.tlsFacts().protocol, protocol);
        QCOMPARE(client.stream.mechanism(), mechanism);
        QCOMPARE(client.stream.bindingType(), binding);
    }

    /// SECURITY A37: everything about the impostor's certificate is in order but who has its key.
    void manInTheMiddle_data()
    {
        QTest::addColumn<QByteArray>("types");
        QTest::newRow("tls-exporter") << QByteArray("\"tls-exporter\"");
        QTest::newRow("tls-server-end-point") << QByteArray("\"tls-server-end-point\"");
    }

    void manInTheMiddle()
    {
        QFETCH(QByteArray, types);
        ProsodyServer server(prosody(Tls::V13, true, types));
        QVERIFY(server.start());
        const TestIdentity authority = TestIdentity::authority();
        InterceptingProxy proxy(authority.issueFor(server.domain()), server.directTlsPort());
        Client client(server, SecurityChoice::DirectTls);
        client.settings.extraAuthorities.append(authority.certificate());
        client.settings.port = proxy.serverPort();
        QVERIFY(!client.logsIn());
        QCOMPARE(client.error().code, ErrorCode::ChannelBindingFailed);
        QVERIFY(proxy.heard().contains("SCRAM-SHA-256-PLUS"));
        QVERIFY(!proxy.heard().contains("SCRAM-SHA-256'"));

        // The same way without him.
        client.settings.port = server.directTlsPort();
        QVERIFY(client.logsIn());
    }

    /// Without bindings nothing is noticed but by who demands them.
    void manInTheMiddleOfAServerWithoutBindings()
    {
        ProsodyServer server(prosody(Tls::V13, false));
        QVERIFY(server.start());
        const TestIdentity authority = TestIdentity::authority();
        InterceptingProxy proxy(authority.issueFor(server.domain()), server.directTlsPort());
        Client client(server, SecurityChoice::DirectTls);
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
