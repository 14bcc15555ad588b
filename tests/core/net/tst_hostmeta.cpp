// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/TimerSource.h"
#include "core/net/HostMeta.h"
#include "core/net/HttpsHostMeta.h"
#include "core/net/SystemHttp.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ProxyServer.h"
#include "tests/support/WebServer.h"

#include <QTest>

#include <optional>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

QByteArray xrd(const QByteArray &links)
{
    return "<?xml version='1.0' encoding='utf-8'?><XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>"
        + links + "</XRD>";
}

/// JSON with single quotes, for the eye and for moc.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QByteArray linkTo(const QByteArray &href, const QByteArray &relation = "urn:xmpp:alt-connections:websocket")
{
    return "<Link rel='" + relation + "' href='" + href + "'/>";
}

QStringList texts(const QList<Endpoint> &endpoints)
{
    QStringList found;
    for (const Endpoint &endpoint : endpoints) {
        if (endpoint.security != TransportSecurity::WebSocket)
            return {u"not a WebSocket"_s};
        found.append(endpoint.host + u':' + QString::number(endpoint.port) + endpoint.path);
    }
    return found;
}

const QByteArray kXrdPath = "example.org/.well-known/host-meta";
const QByteArray kJrdPath = "example.org/.well-known/host-meta.json";

} // namespace

/// XEP-0156.
class HostMetaTest : public QObject
{
    Q_OBJECT
private:
    /// What comes of asking `server`, which a proxy finds by the name.
    QStringList find(const WebServer &server)
    {
        ProxyServer proxy(ProxyServer::Kind::Socks5);
        proxy.ports = {{443, server.serverPort()}};
        EventLoopTimers timers;
        SystemHttp http(timers);
        HttpsHostMeta finder(http);
        std::optional<Result<QList<Endpoint>>> answer;
        finder
            .find({u"example.org"_s, {m_root.certificate()}, {}},
                  {QNetworkProxy::Socks5Proxy, u"127.0.0.1"_s, proxy.serverPort()})
            .then(this, [&](const Result<QList<Endpoint>> &found) { answer = found; });
        if (answer)
            return {u"answered inside the call"_s};
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10000))
            return {u"no answer"_s};
        for (const QString &wanted : proxy.wanted())
            if (!wanted.endsWith(u":443"_s))
                return {u"went to "_s + wanted};
        return answer->has_value() ? texts(**answer) : QStringList{u"an error"_s};
    }

    TestIdentity m_root = TestIdentity::authority();

private Q_SLOTS:
    void readsXrd_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char *name, const QByteArray &file, const QStringList &found) {
            QTest::newRow(name) << file << found;
        };
        const QByteArray good = linkTo("wss://web.example.org/ws");
        const QStringList one{u"web.example.org:443/ws"_s};
        row("nothing", {}, {});
        row("no XML", "<html>", {});
        row("HTML", "<html><body>Log in</body></html>", {});
        row("JSON", "{\"links\":[]}", {});
        row("no links", xrd({}), {});
        row("cut off", xrd(good).chopped(3), {});
        row("another root", "<XRD>" + good + "</XRD>", {});
        row("deeper", xrd("<x>" + good + "</x>"), {});
        row("another relation", xrd(linkTo("wss://e.example/ws", "urn:xmpp:alt-connections:xbosh")), {});
        row("entities", "<!DOCTYPE XRD [<!ENTITY e 'wss://evil.example/'>]>" + xrd(linkTo("&e;")), {});
        row("a DTD", "<!DOCTYPE XRD SYSTEM 'file:///etc/passwd'>" + xrd(good), {});
        for (const char *url :
             {"ws://e.example/", "https://e.example/", "", "wss:", "wss:///ws", "//e.example/ws",
              "wss://e.example:0/", "wss://e.example:70000/", "wss://u:p@e.example/", "wss://e.example/#x",
              "wss://e.example/ w s", "javascript:x", "wss://e.example/&#10;x"})
            row(url, xrd(linkTo(url)), {});
        row("a long one", xrd(linkTo("wss://e.example/" + QByteArray(3000, 'x'))), {});
        row("one", xrd(good), one);
        row("twice", xrd(good + good), one);
        row("among others", xrd(linkTo("x", "lrdd") + "<Subject>x</Subject>" + good), one);
        row("port and query", xrd(linkTo("wss://e.example:5281/a%20b?x=1&amp;y=2")),
            {u"e.example:5281/a%20b?x=1&y=2"_s});
        row("no path", xrd(linkTo("wss://e.example")), {u"e.example:443/"_s});
        row("international",
            xrd(linkTo("wss://b\xC3\xBC"
                       "cher.example/ws")),
            {u"xn--bcher-kva.example:443/ws"_s});
        row("address", xrd(linkTo("wss://[2001:db8::1]/ws")), {u"2001:db8::1:443/ws"_s});
        QByteArray many;
        for (int i = 0; i < 100; ++i)
            many += linkTo("wss://h" + QByteArray::number(i) + ".example/");
        row("many", xrd(many),
            {u"h0.example:443/"_s, u"h1.example:443/"_s, u"h2.example:443/"_s, u"h3.example:443/"_s});
        row("too long", xrd(good + QByteArray(70000, ' ')), {});
    }

    void readsXrd()
    {
        QFETCH(QByteArray, file);
        QFETCH(QStringList, found);
        QCOMPARE(texts(webSocketsInXrd(file)), found);
    }

    void readsJrd_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char *name, const QByteArray &file, const QStringList &found) {
            QTest::newRow(name) << file << found;
        };
        const QByteArray good
            = json("{'rel':'urn:xmpp:alt-connections:websocket','href':'wss://web.example.org/ws'}");
        row("nothing", {}, {});
        row("no JSON", "links", {});
        row("an array", "[" + good + "]", {});
        row("links of another kind", json("{'links':{'rel':'x'}}"), {});
        row("no objects", json("{'links':[1,null,'x',[]]}"), {});
        row("numbers", json("{'links':[{'rel':'urn:xmpp:alt-connections:websocket','href':7}]}"), {});
        row("deep", QByteArray(5000, '[') + QByteArray(5000, ']'), {});
        row("plain",
            json("{'links':[{'rel':'urn:xmpp:alt-connections:websocket','href':'ws://e.example/'}]}"), {});
        row("one", json("{'links':[{'rel':'lrdd'},") + good + "]}", {u"web.example.org:443/ws"_s});
        row("too long", json("{'links':[") + good + "]}" + QByteArray(70000, ' '), {});
    }

    void readsJrd()
    {
        QFETCH(QByteArray, file);
        QFETCH(QStringList, found);
        QCOMPARE(texts(webSocketsInJrd(file)), found);
    }

    void fetches()
    {
        WebServer server(m_root.issueFor(u"example.org"_s));
        server.answers[kXrdPath] = WebServer::ok(xrd(linkTo("wss://web.example.org/ws")));
        QCOMPARE(find(server), QStringList{u"web.example.org:443/ws"_s});
        QCOMPARE(server.asked, QByteArrayList{kXrdPath});
    }

    void fetchesJsonWhereThereIsNoXrd()
    {
        WebServer server(m_root.issueFor(u"example.org"_s));
        server.answers[kJrdPath] = WebServer::ok(
            json("{'links':[{'rel':'urn:xmpp:alt-connections:websocket','href':'wss://example.org/ws'}]}"));
        QCOMPARE(find(server), QStringList{u"example.org:443/ws"_s});
        QCOMPARE(server.asked, QByteArrayList({kXrdPath, kJrdPath}));
    }

    void nothingToFind()
    {
        WebServer server(m_root.issueFor(u"example.org"_s));
        QCOMPARE(find(server), QStringList());
    }

    /// A certificate in order is all that makes the file the domain's (SECURITY A27, A28).
    void certificates_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"self-signed", "another name", "common name alone", "expired"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }

    void certificates()
    {
        QFETCH(QString, kind);
        CertificateWish wish;
        wish.commonName = u"example.org"_s;
        if (kind != u"common name alone"_s)
            wish.names = {kind == u"another name"_s ? u"DNS:evil.example"_s : u"DNS:example.org"_s};
        if (kind == u"expired"_s)
            wish.notAfter = QDateTime::currentDateTimeUtc().addDays(-1);
        if (kind == u"expired"_s)
            wish.notBefore = wish.notAfter.addDays(-9);
        WebServer server(kind == u"self-signed"_s ? TestIdentity::selfSigned(wish) : m_root.issue(wish));
        server.answers[kXrdPath] = WebServer::ok(xrd(linkTo("wss://example.org/ws")));
        server.answers[kJrdPath] = server.answers[kXrdPath];
        QCOMPARE(find(server), QStringList());
        QVERIFY(server.asked.isEmpty());
    }

    void redirects_data()
    {
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<bool>("followed");
        QTest::newRow("another path") << QByteArray("/there") << true;
        QTest::newRow("another host") << QByteArray("https://www.example.org/there") << true;
        QTest::newRow("a host without certificate") << QByteArray("https://evil.example/there") << false;
        QTest::newRow("no TLS") << QByteArray("http://example.org/there") << false;
        QTest::newRow("another kind") << QByteArray("file:///etc/passwd") << false;
        QTest::newRow("with a password") << QByteArray("https://u:p@example.org/there") << false;
        QTest::newRow("in a circle") << QByteArray("/.well-known/host-meta") << false;
    }

    void redirects()
    {
        QFETCH(QByteArray, to);
        QFETCH(bool, followed);
        CertificateWish wish;
        wish.names = {u"DNS:example.org"_s, u"DNS:www.example.org"_s};
        WebServer server(m_root.issue(wish));
        server.answers[kXrdPath] = WebServer::moved(to);
        for (const char *host : {"example.org", "www.example.org", "evil.example"})
            server.answers[QByteArray(host) + "/there"] = WebServer::ok(xrd(linkTo("wss://example.org/ws")));
        QCOMPARE(find(server), followed ? QStringList{u"example.org:443/ws"_s} : QStringList());
        QVERIFY(server.asked.size() <= 8);
    }

    void anEndlessFile()
    {
        WebServer server(m_root.issueFor(u"example.org"_s));
        server.answers[kXrdPath] = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"
            + xrd(linkTo("wss://example.org/ws") + QByteArray(2000000, ' '));
        QCOMPARE(find(server), QStringList());
    }

    void anEndlessWait()
    {
        ProxyServer proxy(ProxyServer::Kind::Socks5);
        proxy.mood = ProxyServer::Mood::Silent;
        FakeClock clock;
        SystemHttp http(clock);
        HttpsHostMeta finder(http);
        std::optional<Result<QList<Endpoint>>> answer;
        finder
            .find({u"example.org"_s, {}, {}},
                  {QNetworkProxy::Socks5Proxy, u"127.0.0.1"_s, proxy.serverPort()})
            .then(this, [&](const Result<QList<Endpoint>> &found) { answer = found; });
        clock.advance(HttpSource::kLimit);
        QTRY_VERIFY(answer.has_value());
        QVERIFY((*answer)->isEmpty()); // behind a line that is dead there is no second file
    }
};

QTEST_GUILESS_MAIN(HostMetaTest)
#include "tst_hostmeta.moc"
