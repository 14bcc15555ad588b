// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/SystemHttp.h"

#include "core/base/TimerSource.h"
#include "tests/support/FakeClock.h"
#include "tests/support/WebServer.h"

#include <algorithm>

#include <QSslSocket>
#include <QTest>

#include <optional>

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// The one way to a document on the Web, whoever asks for it.
class SystemHttpTest : public QObject
{
    Q_OBJECT

    TestIdentity m_root = TestIdentity::authority();

    Result<QByteArray> fetch(const PublicDocument &document)
    {
        EventLoopTimers timers;
        SystemHttp http(timers);
        std::optional<Result<QByteArray>> result;
        http.get(document).then(this, [&](Result<QByteArray> got) { result = std::move(got); });
        if (result)
            qFatal("answered inside the call");
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
            qFatal("no answer");
        return *result;
    }

    /// What a trusted server's document is asked by.
    PublicDocument document(const QUrl &url) const
    {
        return {url, QNetworkProxy::NoProxy, {m_root.certificate()}};
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
        const auto result = fetch({url});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::NetworkUnreachable);
    }

    void nobodyThere()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl url(u"https://localhost:%1/"_s.arg(closed.serverPort()));
        closed.close();
        QCOMPARE(fetch({url}).error().code, ErrorCode::NetworkUnreachable);
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
        server.otherwise = WebServer::ok("{}");
        const auto result = fetch(trusted ? document(server.url()) : PublicDocument{server.url()});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::CertificateInvalid);
        QVERIFY(server.asked.isEmpty());
    }

    void otherAnswers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray large(70'000, 'x');
        QTest::newRow("404") << QByteArray("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}")
                             << ErrorCode::MalformedReply;
        QTest::newRow("moved nowhere")
            << QByteArray("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n") << ErrorCode::MalformedReply;
        QTest::newRow("304") << QByteArray("HTTP/1.1 304 Not Modified\r\n\r\n") << ErrorCode::MalformedReply;
        QTest::newRow("401") << QByteArray(
            "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
            "Content-Length: 0\r\n\r\n")
                             << ErrorCode::MalformedReply;
        QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << ErrorCode::MalformedReply;
        QTest::newRow("too large") << WebServer::ok(large) << ErrorCode::PeerLimitExceeded;
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
        server.otherwise = answer;
        const auto result = fetch(document(server.url()));
        QVERIFY(!result);
        QCOMPARE(result.error().code, code);
    }

    void redirections_data()
    {
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<ErrorCode>("code"); // Cancelled: it is followed
        QTest::newRow("another path") << QByteArray("/there") << ErrorCode::Cancelled;
        QTest::newRow("with the host") << QByteArray("https://localhost:%1/there") << ErrorCode::Cancelled;
        QTest::newRow("without TLS") << QByteArray("http://localhost:%1/there") << ErrorCode::MalformedReply;
        QTest::newRow("to a file") << QByteArray("file:///etc/hostname") << ErrorCode::MalformedReply;
        QTest::newRow("to data") << QByteArray("data:,there") << ErrorCode::MalformedReply;
        QTest::newRow("with a name") << QByteArray("https://ana@localhost:%1/there")
                                     << ErrorCode::MalformedReply;
        QTest::newRow("to an address that is not proven")
            << QByteArray("https://127.0.0.1:%1/there") << ErrorCode::CertificateInvalid;
        QTest::newRow("in a circle") << QByteArray("/here") << ErrorCode::MalformedReply;
    }

    void redirections()
    {
        QFETCH(QByteArray, to);
        QFETCH(ErrorCode, code);
        WebServer server(m_root.issueFor(u"localhost"_s));
        const QByteArray port = QByteArray::number(server.serverPort());
        server.answers["localhost:" + port + "/here"] = WebServer::moved(QByteArray(to).replace("%1", port));
        server.otherwise = WebServer::ok("there");
        const auto result = fetch(document(server.url(u"/here"_s)));
        QCOMPARE(result ? ErrorCode::Cancelled : result.error().code, code);
        if (result)
            QCOMPARE(*result, "there");
        QCOMPARE(server.asked.size(), result ? 2 : to == "/here" ? 1 + HttpSource::kMostRedirects : 1);
        for (const QByteArray &request : std::as_const(server.requests))
            QVERIFY(!request.contains("ookie") && !request.contains("eferer"));
    }

    void asManyRedirectionsAsAreFollowed()
    {
        WebServer server(m_root.issueFor(u"localhost"_s));
        const QByteArray host = "localhost:" + QByteArray::number(server.serverPort());
        for (int hop = 0; hop <= HttpSource::kMostRedirects; ++hop)
            server.answers[host + "/" + QByteArray::number(hop)]
                = WebServer::moved("/" + QByteArray::number(hop + 1));
        server.otherwise = WebServer::ok("there");
        QCOMPARE(fetch(document(server.url(u"/1"_s))).value_or(QByteArray()), "there");
        server.asked.clear();
        QCOMPARE(fetch(document(server.url(u"/0"_s))).error().code, ErrorCode::MalformedReply);
        QCOMPARE(server.asked.size(), 1 + HttpSource::kMostRedirects);
    }

    /// However the time is spent.
    void slowServers_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("nothing at all") << QByteArray();
        QTest::newRow("the beginning") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
    }

    void slowServers()
    {
        QFETCH(QByteArray, answer);
        WebServer server(m_root.issueFor(u"localhost"_s));
        server.isSilent = true;
        FakeClock clock;
        SystemHttp http(clock);
        std::optional<Result<QByteArray>> result;
        http.get(document(server.url())).then(this, [&](Result<QByteArray> got) { result = std::move(got); });
        QTRY_COMPARE(server.asked.size(), 1);
        auto *socket = server.findChild<QSslSocket *>();
        socket->write(answer);
        QTRY_COMPARE(socket->bytesToWrite() + socket->encryptedBytesToWrite(), 0);
        clock.advance(HttpSource::kLimit - 1ms);
        QCoreApplication::processEvents();
        QVERIFY(!result);
        clock.advance(1ms);
        QTRY_VERIFY(result);
        QCOMPARE(result->error().code, ErrorCode::ConnectionTimedOut);
    }

    /// Whoever asked is gone, and then the program.
    void nobodyWaitsAnyMore()
    {
        WebServer server(m_root.issueFor(u"localhost"_s));
        server.isSilent = true;
        FakeClock clock;
        {
            SystemHttp http(clock);
            {
                QObject asking;
                http.get(document(server.url())).then(&asking, [](const Result<QByteArray> &) {
                    QFAIL("nobody is there to be told");
                });
            }
            QTRY_COMPARE(server.asked.size(), 1);
        }
        clock.advance(1h);
        QCoreApplication::processEvents();
    }

    void theDocumentAndNothingOfWhoAsks()
    {
        WebServer server(m_root.issueFor(u"localhost"_s));
        const QByteArray content = "{\"a\": \"" + QByteArray(60'000, 'x') + "\"}";
        server.otherwise = WebServer::ok(content);
        for (int times = 0; times < 2; ++times) {
            server.requests.clear();
            const auto result = fetch(document(server.url(u"/status.json"_s)));
            QVERIFY(result);
            QCOMPARE(*result, content);
            QCOMPARE(server.requests.size(), 1);
            QByteArrayList headers = server.requests.constFirst().trimmed().split('\n');
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
