// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/SystemHttp.h"
#include "tests/support/TestCertificates.h"

#include <algorithm>

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include <optional>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

/// A web server on loopback that answers everything with the same bytes.
class WebServer : public QTcpServer
{
public:
    explicit WebServer(TestIdentity identity)
        : m_identity(std::move(identity))
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"https://localhost:%1/status.json"_s.arg(serverPort())); }

    QByteArray answer;
    QByteArray asked;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *peer = new QSslSocket(this);
        QSslConfiguration configuration = peer->sslConfiguration();
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setLocalCertificateChain(m_identity.chain());
        configuration.setPrivateKey(m_identity.key());
        peer->setSslConfiguration(configuration);
        peer->setSocketDescriptor(descriptor);
        connect(peer, &QSslSocket::readyRead, this, [this, peer] {
            asked += peer->readAll();
            if (asked.endsWith("\r\n\r\n")) {
                peer->write(answer);
                peer->disconnectFromHost();
            }
        });
        peer->startServerEncryption();
    }

private:
    TestIdentity m_identity;
};

QByteArray found(const QByteArray &content)
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(content.size())
        + "\r\nSet-Cookie: who=ana\r\nConnection: close\r\n\r\n" + content;
}

} // namespace

class SystemHttpTest : public QObject
{
    Q_OBJECT

    TestIdentity m_root = TestIdentity::authority();

    Result<QByteArray> fetch(SystemHttp &http, const PublicDocument &document)
    {
        std::optional<Result<QByteArray>> result;
        http.get(document).then(this, [&](Result<QByteArray> got) { result = std::move(got); });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
            qFatal("no answer");
        return *result;
    }

private Q_SLOTS:
    void otherSchemes_data()
    {
        QTest::addColumn<QUrl>("url");
        for (const char *url : {"http://localhost/", "ftp://localhost/", "file:///etc/hostname", "data:,x",
                                "qrc:/x", "https:///x", "https://ana:secret@localhost/", ""})
            QTest::newRow(*url ? url : "nothing") << QUrl(QString::fromLatin1(url));
    }

    void otherSchemes()
    {
        QFETCH(QUrl, url);
        SystemHttp http;
        const auto result = fetch(http, {url});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NetworkUnreachable);
    }

    void nobodyThere()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl url(u"https://localhost:%1/"_s.arg(closed.serverPort()));
        closed.close();
        SystemHttp http;
        QCOMPARE(fetch(http, {url}).error().code, ErrorCode::NetworkUnreachable);
    }

    // SECURITY A27
    void unprovenServers_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("commonName");
        QTest::addColumn<bool>("trusted");
        QTest::newRow("another name") << u"DNS:example.net"_s << u"x"_s << true;
        QTest::newRow("a common name alone") << u"DNS:example.net"_s << u"localhost"_s << true;
        QTest::newRow("a root that nobody trusts") << u"DNS:localhost"_s << u"x"_s << false;
    }

    void unprovenServers()
    {
        QFETCH(QString, name);
        QFETCH(QString, commonName);
        QFETCH(bool, trusted);
        CertificateWish wish;
        wish.names = {name};
        wish.commonName = commonName;
        WebServer server(m_root.issue(wish));
        server.answer = found("{}");
        SystemHttp http(trusted ? QList<QSslCertificate>{m_root.certificate()} : QList<QSslCertificate>());
        const auto result = fetch(http, {server.url()});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::CertificateInvalid);
    }

    void otherAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray large(70'000, 'x');
        QTest::newRow("404") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}")
                             << ErrorCode::MalformedReply;
        QTest::newRow("301") << QByteArray("HTTP/1.1 301 Moved\r\nLocation: https://example.net/\r\n"
                                           "Content-Length: 0\r\n\r\n")
                             << ErrorCode::MalformedReply;
        QTest::newRow("302 to itself")
            << QByteArray("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n")
            << ErrorCode::MalformedReply;
        QTest::newRow("401") << QByteArray(
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
            "Content-Length: 0\r\n\r\n")
                             << ErrorCode::MalformedReply;
        QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << ErrorCode::MalformedReply;
        QTest::newRow("too large") << found(large) << ErrorCode::PeerLimitExceeded;
        QTest::newRow("too large, unsaid")
            << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + large)
            << ErrorCode::PeerLimitExceeded;
        QTest::newRow("not HTTP") << QByteArray("220 mail.example.org ESMTP\r\n")
                                  << ErrorCode::NetworkUnreachable;
    }

    void otherAnswers()
    {
        QFETCH(QByteArray, answer);
        QFETCH(ErrorCode, code);
        WebServer server(m_root.issueFor(u"localhost"_s));
        server.answer = answer;
        SystemHttp http({m_root.certificate()});
        const auto result = fetch(http, {server.url()});
        QVERIFY(!result);
        QCOMPARE(result.error().code, code);
    }

    void theDocumentAndNothingOfWhoAsks()
    {
        WebServer server(m_root.issueFor(u"localhost"_s));
        SystemHttp http({m_root.certificate()});
        const QByteArray content = "{\"a\": \"" + QByteArray(60'000, 'x') + "\"}";
        server.answer = found(content);
        for (int times = 0; times < 2; ++times) {
            server.asked.clear();
            const auto result = fetch(http, {server.url()});
            QVERIFY(result);
            QCOMPARE(*result, content);
            QByteArrayList headers = server.asked.trimmed().split('\n');
            for (QByteArray &header : headers)
                header = header.trimmed();
            std::sort(headers.begin(), headers.end());
            QCOMPARE(
                headers,
                (QByteArrayList{"Accept-Encoding: identity", "Accept-Language: *", "Cache-Control: no-cache",
                                "Connection: Keep-Alive", "GET /status.json HTTP/1.1",
                                "Host: localhost:" + QByteArray::number(server.serverPort()),
                                "Pragma: no-cache", "User-Agent: Tertulia"}));
        }
    }
};

QTEST_GUILESS_MAIN(SystemHttpTest)
#include "tst_systemhttp.moc"
