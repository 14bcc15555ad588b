// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/SslTransport.h"
#include "core/net/SystemProxy.h"
#include "tests/support/ProxyServer.h"
#include "tests/support/TestCertificates.h"

#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTest>

#include <optional>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kDomain = u"example.org"_s;

/// Encrypted from the first byte; says hello.
class TlsServer : public QTcpServer
{
public:
    explicit TlsServer(TestIdentity identity)
        : m_identity(std::move(identity))
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QSslSocket(this);
        QSslConfiguration configuration = socket->sslConfiguration();
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setLocalCertificateChain(m_identity.chain());
        configuration.setPrivateKey(m_identity.key());
        configuration.setAllowedNextProtocols({"xmpp-client"});
        socket->setSslConfiguration(configuration);
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QSslSocket::encrypted, socket, [socket] { socket->write("hello"); });
        socket->startServerEncryption();
    }

private:
    TestIdentity m_identity;
};

QNetworkProxy through(const ProxyServer &proxy, ProxyServer::Kind kind, const QString &user = {},
                      const QString &password = {})
{
    const auto type
        = kind == ProxyServer::Kind::Socks5 ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
    return {type, u"127.0.0.1"_s, proxy.serverPort(), user, password};
}

} // namespace

/// SOCKS5 and HTTP CONNECT, as SslTransport meets them.
class ProxyTest : public QObject
{
    Q_OBJECT
private:
    static void kinds()
    {
        QTest::addColumn<ProxyServer::Kind>("kind");
        QTest::newRow("SOCKS5") << ProxyServer::Kind::Socks5;
        QTest::newRow("HTTP") << ProxyServer::Kind::Http;
    }

private Q_SLOTS:
    void connectsByName_data() { kinds(); }
    void connectsByName()
    {
        QFETCH(ProxyServer::Kind, kind);
        const TestIdentity root = TestIdentity::authority();
        TlsServer server(root.issueFor(kDomain));
        ProxyServer proxy(kind);
        proxy.user = u"ana"_s;
        proxy.password = u"let me: through"_s;
        proxy.ports = {{5223, server.serverPort()}};
        SslTransport transport;
        QSignalSpy connected(&transport, &Transport::connected);
        QSignalSpy secured(&transport, &Transport::secured);
        QByteArray heard;
        connect(&transport, &Transport::received, this, [&](const QByteArray &bytes) { heard += bytes; });
        Endpoint endpoint{u"xmpp.example.invalid"_s, 5223, TransportSecurity::DirectTls};
        endpoint.proxy = through(proxy, kind, proxy.user, proxy.password);
        transport.open(endpoint, {kDomain, {root.certificate()}, {}});
        QTRY_COMPARE(secured.count(), 1);
        QCOMPARE(connected.count(), 1);
        QTRY_COMPARE(heard, QByteArray("hello"));
        // The name is the proxy's to find; nobody here could (RFC 6761 6.4).
        QCOMPARE(proxy.wanted(), QStringList{u"xmpp.example.invalid:5223"_s});
        QCOMPARE(proxy.logIns(), QStringList{u"ana:let me: through"_s});
        QVERIFY(transport.peerAddress().isEmpty());
    }

    /// The certificate is judged as anywhere.
    void aCertificateOfSomebodyElse_data() { kinds(); }
    void aCertificateOfSomebodyElse()
    {
        QFETCH(ProxyServer::Kind, kind);
        const TestIdentity root = TestIdentity::authority();
        TlsServer server(root.issueFor(u"proxy.example.net"_s));
        ProxyServer proxy(kind);
        proxy.ports = {{5223, server.serverPort()}};
        SslTransport transport;
        QSignalSpy failed(&transport, &Transport::failed);
        Endpoint endpoint{kDomain, 5223, TransportSecurity::DirectTls};
        endpoint.proxy = through(proxy, kind);
        transport.open(endpoint, {kDomain, {root.certificate()}, {}});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::CertificateWrongName);
    }

    void failures_data()
    {
        QTest::addColumn<ProxyServer::Kind>("kind");
        QTest::addColumn<ProxyServer::Mood>("mood");
        QTest::addColumn<QString>("password");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("aboutProxy");
        using Mood = ProxyServer::Mood;
        for (const auto kind : {ProxyServer::Kind::Socks5, ProxyServer::Kind::Http}) {
            const QByteArray name = kind == ProxyServer::Kind::Socks5 ? "SOCKS5" : "HTTP";
            const auto row
                = [&](const char *how, Mood mood, const QString &password, ErrorCode code, bool aboutProxy) {
                      QTest::addRow("%s, %s", name.constData(), how)
                          << kind << mood << password << code << aboutProxy;
                  };
            row("wrong password", Mood::Willing, u"open"_s, ErrorCode::ProxyAuthenticationFailed, true);
            row("no password", Mood::Willing, {}, ErrorCode::ProxyAuthenticationFailed, true);
            row("forbidden", Mood::Refusing, u"sesame"_s, ErrorCode::ProxyFailed, true);
            row("refused there", Mood::Unreachable, u"sesame"_s, ErrorCode::ConnectionRefused, false);
            row("no such thing", Mood::Garbled, u"sesame"_s, ErrorCode::ProxyFailed, true);
        }
    }

    void failures()
    {
        QFETCH(ProxyServer::Kind, kind);
        QFETCH(ProxyServer::Mood, mood);
        QFETCH(QString, password);
        QFETCH(ErrorCode, code);
        QFETCH(bool, aboutProxy);
        ProxyServer proxy(kind);
        proxy.mood = mood;
        proxy.user = u"ana"_s;
        proxy.password = u"sesame"_s;
        SslTransport transport;
        QSignalSpy failed(&transport, &Transport::failed);
        Endpoint endpoint{kDomain, 5222, TransportSecurity::StartTls};
        endpoint.proxy = password.isEmpty() ? through(proxy, kind) : through(proxy, kind, u"ana"_s, password);
        transport.open(endpoint, {kDomain, {}, {}});
        QTRY_COMPARE(failed.count(), 1);
        const auto error = failed[0][0].value<Error>();
        QCOMPARE(error.code, code);
        QCOMPARE(error.subject,
                 aboutProxy ? u"127.0.0.1:%1"_s.arg(proxy.serverPort()) : u"example.org:5222"_s);
    }

    void nobodyThere_data() { kinds(); }
    void nobodyThere()
    {
        QFETCH(ProxyServer::Kind, kind);
        ProxyServer proxy(kind);
        Endpoint endpoint{kDomain, 5222, TransportSecurity::StartTls};
        endpoint.proxy = through(proxy, kind);
        proxy.close();
        SslTransport transport;
        QSignalSpy failed(&transport, &Transport::failed);
        transport.open(endpoint, {kDomain, {}, {}});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::ProxyFailed);
        QVERIFY(failed[0][0].value<Error>().subject.startsWith(u"127.0.0.1:"_s));
    }

    void aProxyThatSaysNothing_data() { kinds(); }
    void aProxyThatSaysNothing()
    {
        QFETCH(ProxyServer::Kind, kind);
        ProxyServer proxy(kind);
        proxy.mood = ProxyServer::Mood::Silent;
        SslTransport transport;
        transport.setConnectTimeout(std::chrono::milliseconds(100));
        QSignalSpy failed(&transport, &Transport::failed);
        Endpoint endpoint{kDomain, 5222, TransportSecurity::StartTls};
        endpoint.proxy = through(proxy, kind);
        transport.open(endpoint, {kDomain, {}, {}});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::ConnectionTimedOut);
    }

    /// What the desktop says, as its environment has it.
    void theDesktopsProxy()
    {
        for (const char *name :
             {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "no_proxy"})
            qunsetenv(name);
        std::optional<Result<QNetworkProxy>> found;
        systemProxy(kDomain).then(this, [&](const Result<QNetworkProxy> &proxy) { found = proxy; });
        QVERIFY(!found);
        QTRY_VERIFY(found.has_value());
        QCOMPARE((*found)->type(), QNetworkProxy::NoProxy);

        const auto restore = qScopeGuard([] { qunsetenv("http_proxy"); });
        qputenv("http_proxy", "http://office.example:3128");
        found.reset();
        systemProxy(kDomain).then(this, [&](const Result<QNetworkProxy> &proxy) { found = proxy; });
        QTRY_VERIFY(found.has_value());
        qInfo() << **found;
        QCOMPARE((*found)->type(), QNetworkProxy::HttpProxy);
        QCOMPARE((*found)->hostName(), u"office.example"_s);
        QCOMPARE((*found)->port(), quint16(3128));
    }
};

QTEST_GUILESS_MAIN(ProxyTest)
#include "tst_proxy.moc"
