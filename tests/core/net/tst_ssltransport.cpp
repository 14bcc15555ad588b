// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/CertificateVerdict.h"
#include "core/net/SslTransport.h"
#include "tests/support/TestCertificates.h"

#include <QPointer>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTest>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kDomain = u"example.org"_s;

/// One end of a connection under the test's control, plain until told otherwise.
class Server : public QTcpServer
{
public:
    explicit Server(TestIdentity identity)
        : m_identity(std::move(identity))
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }

    /// Begins TLS on every connection as it comes.
    bool directTls = false;
    /// Sent on connecting, in the clear.
    QByteArray greeting;
    /// Called with what has come in the clear.
    std::function<void(const QByteArray &)> onPlain;
    QByteArray received;
    QByteArray alpn;

    [[nodiscard]] Endpoint endpoint(TransportSecurity security) const
    {
        return {u"127.0.0.1"_s, serverPort(), security};
    }
    [[nodiscard]] QSslSocket *peer() const { return m_peer.get(); }
    [[nodiscard]] bool isEncrypted() const { return m_peer && m_peer->isEncrypted(); }
    void startTls()
    {
        watch.watch([this] { m_peer->startServerEncryption(); });
    }
    HandshakeWatch watch;
    QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        m_peer = std::make_unique<QSslSocket>();
        QSslConfiguration configuration = m_peer->sslConfiguration();
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
        configuration.setProtocol(protocol);
        configuration.setLocalCertificateChain(m_identity.chain());
        configuration.setPrivateKey(m_identity.key());
        configuration.setAllowedNextProtocols({"xmpp-client"});
        m_peer->setSslConfiguration(configuration);
        m_peer->setSocketDescriptor(descriptor);
        connect(m_peer.get(), &QSslSocket::encrypted, this,
                [this] { alpn = m_peer->sslConfiguration().nextNegotiatedProtocol(); });
        connect(m_peer.get(), &QSslSocket::readyRead, this, [this] {
            const QByteArray bytes = m_peer->readAll();
            received += bytes;
            if (!m_peer->isEncrypted() && onPlain)
                onPlain(bytes);
        });
        if (!greeting.isEmpty())
            m_peer->write(greeting);
        if (directTls)
            startTls();
    }

private:
    TestIdentity m_identity;
    std::unique_ptr<QSslSocket> m_peer;
};

/// Everything a transport signalled, in order.
class Recorder
{
public:
    explicit Recorder(Transport &transport)
    {
        QObject::connect(&transport, &Transport::connected, &transport, [this] { events << u"connected"_s; });
        QObject::connect(&transport, &Transport::secured, &transport, [this] { events << u"secured"_s; });
        QObject::connect(&transport, &Transport::received, &transport, [this](const QByteArray &bytes) {
            received += bytes;
            if (events.isEmpty() || events.last() != u"received"_s)
                events << u"received"_s;
        });
        QObject::connect(&transport, &Transport::certificateRejected, &transport,
                         [this](const CertificateProblem &rejected) {
                             problem = rejected;
                             events << u"rejected"_s;
                         });
        QObject::connect(&transport, &Transport::failed, &transport, [this](const Error &failure) {
            error = failure;
            events << u"failed"_s;
        });
        QObject::connect(&transport, &Transport::closed, &transport,
                         [this](bool clean) { events << (clean ? u"closed cleanly"_s : u"closed"_s); });
    }

    QStringList events;
    QByteArray received;
    CertificateProblem problem;
    std::optional<Error> error;
};

/// What a connection with direct TLS tells until it is secured.
const QStringList kSecured{u"connected"_s, u"secured"_s};

} // namespace

class TestSslTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_root.emplace(TestIdentity::authority()); }

    void refusesCertificate_data();
    void refusesCertificate();
    void acceptsCertificate_data();
    void acceptsCertificate();
    void pinnedCertificate();
    void plaintextBehindProceed();
    void plaintextInsteadOfHello();
    void noTlsBehindDirectTls_data();
    void noTlsBehindDirectTls();
    void nothingIsSentInTheClearAfterStartTls();
    void oldTls_data();
    void oldTls();
    void offersStrongSuitesAlone();
    void offersNoCompression();
    void serverNameIsTheDomain_data();
    void serverNameIsTheDomain();
    void startTls();
    void directTls();
    void bindings_data();
    void bindings();
    void bindingsOfManyConnections();
    void endPointHash_data();
    void endPointHash();
    void connectionRefused();
    void nameNotFound();
    void connectTimesOut();
    void peerCloses_data();
    void peerCloses();
    void peerLeavesInTheHandshake();
    void weClose();
    void abortIsSilent();
    void mayBeDestroyedBySignal_data();
    void mayBeDestroyedBySignal();

private:
    [[nodiscard]] TlsPolicy policy() const { return {kDomain, {m_root->certificate()}, {}}; }

    std::optional<TestIdentity> m_root;
};

void TestSslTransport::refusesCertificate_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<ErrorCode>("code");
    const auto row
        = [](const char *kind, ErrorCode code) { QTest::newRow(kind) << QString::fromLatin1(kind) << code; };
    row("another domain", ErrorCode::CertificateWrongName); // SECURITY A26
    row("target of the SRV record", ErrorCode::CertificateWrongName);
    row("common name only", ErrorCode::CertificateWrongName); // SECURITY A27
    row("common name right, SAN wrong", ErrorCode::CertificateWrongName);
    row("top level wildcard", ErrorCode::CertificateWrongName); // SECURITY A29
    row("wildcard for apex", ErrorCode::CertificateWrongName);
    row("xmppAddr only", ErrorCode::CertificateWrongName); // SECURITY A30
    row("self-signed", ErrorCode::CertificateUntrusted); // SECURITY A28
    row("unknown root", ErrorCode::CertificateUntrusted);
    row("expired", ErrorCode::CertificateExpired);
    row("not yet valid", ErrorCode::CertificateNotYetValid);
    row("leaf used as authority", ErrorCode::CertificateInvalid);
    row("name constraints", ErrorCode::CertificateInvalid);
    row("unknown critical extension", ErrorCode::CertificateInvalid);
    row("expired authority", ErrorCode::CertificateExpired);
}

static TestIdentity defective(const QString &kind, const TestIdentity &root)
{
    CertificateWish wish;
    wish.commonName = kDomain;
    wish.names = {u"DNS:"_s + kDomain};
    if (kind == u"another domain"_s)
        return root.issueFor(u"evil.example"_s);
    if (kind == u"target of the SRV record"_s)
        return root.issueFor(u"xmpp.hosting.example"_s);
    if (kind == u"common name only"_s)
        wish.names = {};
    if (kind == u"common name right, SAN wrong"_s)
        wish.names = {u"DNS:other.example"_s};
    if (kind == u"top level wildcard"_s)
        wish.names = {u"DNS:*.org"_s};
    if (kind == u"wildcard for apex"_s)
        wish.names = {u"DNS:*.example.org"_s};
    if (kind == u"xmppAddr only"_s)
        wish.names = {u"otherName:1.3.6.1.5.5.7.8.5;UTF8:example.org"_s};
    if (kind == u"self-signed"_s)
        return TestIdentity::selfSigned(wish);
    if (kind == u"unknown root"_s)
        return TestIdentity::authority(u"Another root"_s).issue(wish);
    if (kind == u"expired"_s) {
        wish.notBefore = QDateTime::currentDateTimeUtc().addDays(-9);
        wish.notAfter = QDateTime::currentDateTimeUtc().addDays(-2);
    }
    if (kind == u"not yet valid"_s)
        wish.notBefore = QDateTime::currentDateTimeUtc().addDays(2);
    if (kind == u"leaf used as authority"_s)
        return root.issueFor(u"leaf.example"_s).issue(wish);
    if (kind == u"unknown critical extension"_s)
        wish.unknownCriticalExtension = true;
    if (kind == u"name constraints"_s || kind == u"expired authority"_s) {
        CertificateWish authority;
        authority.commonName = u"Tertulia test intermediate"_s;
        authority.authority = true;
        if (kind == u"name constraints"_s) {
            authority.nameConstraints = u"permitted;DNS:example.com"_s;
        } else {
            authority.notBefore = QDateTime::currentDateTimeUtc().addDays(-9);
            authority.notAfter = QDateTime::currentDateTimeUtc().addDays(-2);
        }
        return root.issue(authority).issue(wish);
    }
    return root.issue(wish);
}

/// SECURITY B02: by STARTTLS as by direct TLS.
void TestSslTransport::refusesCertificate()
{
    QFETCH(QString, kind);
    QFETCH(ErrorCode, code);
    for (const auto security : {TransportSecurity::StartTls, TransportSecurity::DirectTls}) {
        Server server(defective(kind, *m_root));
        server.directTls = security == TransportSecurity::DirectTls;
        server.onPlain = [&](const QByteArray &) {
            server.peer()->write("!");
            server.startTls();
        };
        SslTransport transport;
        Recorder recorder(transport);
        connect(&transport, &Transport::connected, &transport, [&] { transport.write("?"); });
        connect(&transport, &Transport::received, &transport, [&] { transport.startTls(); });
        connect(&transport, &Transport::secured, &transport, [&] { transport.write("password"); });
        transport.open(server.endpoint(security), policy());
        QTRY_VERIFY(recorder.events.contains(u"failed"_s));
        QTest::qWait(10);
        QStringList expected{u"rejected"_s, u"failed"_s};
        if (!server.directTls)
            expected.prepend(u"received"_s);
        expected.prepend(u"connected"_s);
        QCOMPARE(recorder.events, expected);
        QCOMPARE(recorder.error->code, code);
        QCOMPARE(recorder.problem.error, *recorder.error);
        QVERIFY(recorder.problem.all.contains(code));
        QCOMPARE(recorder.problem.domain, kDomain);
        QVERIFY(!recorder.problem.certificate.isNull());
        QVERIFY(!server.received.contains("password"));
        QVERIFY(!transport.isSecured());
        transport.write("password");
        QTest::qWait(5);
        QVERIFY(!server.received.contains("password"));
    }
}

void TestSslTransport::acceptsCertificate_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("domain");
    QTest::newRow("dNSName") << QStringList{u"DNS:example.org"_s} << kDomain;
    QTest::newRow("one of several") << QStringList{u"DNS:a.example"_s, u"DNS:example.org"_s} << kDomain;
    QTest::newRow("wildcard") << QStringList{u"DNS:*.example.org"_s} << u"chat.example.org"_s;
    QTest::newRow("SRVName alone")
        << QStringList{u"otherName:1.3.6.1.5.5.7.8.7;IA5STRING:_xmpp-client.example.org"_s} << kDomain;
    QTest::newRow("A-label") << QStringList{u"DNS:xn--bcher-kva.example"_s} << u"xn--bcher-kva.example"_s;
    QTest::newRow("address") << QStringList{u"IP:127.0.0.1"_s} << u"127.0.0.1"_s;
}

void TestSslTransport::acceptsCertificate()
{
    QFETCH(QStringList, names);
    QFETCH(QString, domain);
    CertificateWish wish;
    wish.names = names;
    CertificateWish intermediate;
    intermediate.commonName = u"Tertulia test intermediate"_s;
    intermediate.authority = true;
    Server server(m_root->issue(intermediate).issue(wish));
    server.directTls = true;
    SslTransport transport;
    Recorder recorder(transport);
    TlsPolicy wanted = policy();
    wanted.domain = domain;
    transport.open(server.endpoint(TransportSecurity::DirectTls), wanted);
    QTRY_COMPARE(recorder.events, kSecured);
}

void TestSslTransport::pinnedCertificate()
{
    CertificateWish wish;
    wish.names = {u"DNS:other.example"_s};
    const TestIdentity identity = TestIdentity::selfSigned(wish);
    const CertificatePin pin{kDomain,
                             spkiSha256(identity.certificate()),
                             {ErrorCode::CertificateUntrusted, ErrorCode::CertificateWrongName}};
    TlsPolicy pinned = policy();
    pinned.pins = {pin};
    for (const bool sameKey : {true, false}) {
        Server server(sameKey ? identity : TestIdentity::selfSigned(wish));
        server.directTls = true;
        SslTransport transport;
        Recorder recorder(transport);
        transport.open(server.endpoint(TransportSecurity::DirectTls), pinned);
        QTRY_VERIFY(recorder.events.contains(u"secured"_s) || recorder.events.contains(u"failed"_s));
        if (sameKey) {
            QCOMPARE(recorder.events, kSecured);
        } else {
            QCOMPARE(recorder.error->code, ErrorCode::CertificateChanged);
            QCOMPARE(recorder.problem.all, pin.accepted);
        }
    }
}

void TestSslTransport::plaintextBehindProceed()
{
    // SECURITY A24: whatever came in the clear is handed over in the clear, before TLS, never behind it.
    Server server(m_root->issueFor(kDomain));
    server.onPlain = [&](const QByteArray &) {
        server.peer()->write("<proceed/><iq id='forged'/>");
        server.startTls();
    };
    SslTransport transport;
    Recorder recorder(transport);
    connect(&transport, &Transport::connected, &transport, [&] { transport.write("<starttls/>"); });
    connect(&transport, &Transport::received, &transport, [&] { transport.startTls(); });
    transport.open(server.endpoint(TransportSecurity::StartTls), policy());
    QTRY_VERIFY(recorder.events.contains(u"secured"_s) || recorder.events.contains(u"failed"_s));
    QCOMPARE(recorder.received, QByteArray("<proceed/><iq id='forged'/>"));
    QCOMPARE(recorder.events.first(2), (QStringList{u"connected"_s, u"received"_s}));
    server.peer()->write("later");
    QTRY_VERIFY(recorder.received.endsWith("later"));
    QCOMPARE(recorder.received, QByteArray("<proceed/><iq id='forged'/>later"));
}

void TestSslTransport::plaintextInsteadOfHello()
{
    // SECURITY A24 over two segments: the forged bytes come after startTls() and are taken for TLS.
    Server server(m_root->issueFor(kDomain));
    server.onPlain = [&](const QByteArray &bytes) {
        if (bytes == "<starttls/>")
            server.peer()->write("<proceed/>");
        else
            server.peer()->write("<iq id='forged'/><message/>");
    };
    SslTransport transport;
    Recorder recorder(transport);
    connect(&transport, &Transport::connected, &transport, [&] { transport.write("<starttls/>"); });
    connect(&transport, &Transport::received, &transport, [&] { transport.startTls(); });
    transport.open(server.endpoint(TransportSecurity::StartTls), policy());
    QTRY_VERIFY(recorder.events.contains(u"failed"_s));
    QCOMPARE(recorder.error->code, ErrorCode::TlsInjection);
    QCOMPARE(recorder.received, QByteArray("<proceed/>"));
}

void TestSslTransport::noTlsBehindDirectTls_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("a web page") << QByteArray("HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\n\r\n"
                                              "<html><body>Log in to our network</body></html>");
    QTest::newRow("an XMPP server") << QByteArray("<?xml version='1.0'?><stream:stream>");
    QTest::newRow("a mail server") << QByteArray("220 mail.example.net ESMTP\r\n");
}

void TestSslTransport::noTlsBehindDirectTls() // SECURITY F26
{
    QFETCH(QByteArray, answer);
    Server server(m_root->issueFor(kDomain));
    server.greeting = answer;
    SslTransport transport;
    Recorder recorder(transport);
    transport.open(server.endpoint(TransportSecurity::DirectTls), policy());
    QTRY_VERIFY(recorder.events.contains(u"failed"_s));
    QCOMPARE(recorder.error->code, ErrorCode::NotXmpp);
    QCOMPARE(recorder.error->subject, u"127.0.0.1"_s);
}

void TestSslTransport::nothingIsSentInTheClearAfterStartTls()
{
    Server server(m_root->issueFor(kDomain));
    SslTransport transport;
    connect(&transport, &Transport::connected, &transport, [&] {
        transport.startTls();
        transport.write("secret");
    });
    transport.open(server.endpoint(TransportSecurity::StartTls), policy());
    QTRY_VERIFY(server.received.size() > 100); // the ClientHello
    QTest::qWait(20);
    QVERIFY(!server.received.contains("secret"));
}

void TestSslTransport::oldTls_data() // SECURITY A36
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("protocol_version alert")
        << QByteArray::fromHex("15030100020246") << ErrorCode::TlsVersionTooOld;
    // A ServerHello that chooses TLS 1.1, and one that chooses 1.0.
    for (const char *version : {"0302", "0301"})
        QTest::newRow(version) << QByteArray::fromHex(QByteArray("16") + version + "002a02000026" + version
                                                      + QByteArray(64, '1') + "00c01300")
                               << ErrorCode::TlsVersionTooOld;
    // One that chooses TLS 1.2 with a suite that proves nobody, or hides nothing, or not for long (B05).
    for (const char *suite : {"0034" /* anonymous */, "0003" /* export */, "003b" /* no encryption */,
                              "009c" /* no forward secrecy */, "c013" /* CBC */})
        QTest::newRow(suite) << QByteArray::fromHex(QByteArray("160303002a020000260303") + QByteArray(64, '1')
                                                    + "00" + suite + "00")
                             << ErrorCode::TlsHandshakeFailed;
    QTest::newRow("handshake_failure alert")
        << QByteArray::fromHex("15030300020228") << ErrorCode::TlsHandshakeFailed;
}

void TestSslTransport::oldTls()
{
    QFETCH(QByteArray, answer);
    QFETCH(ErrorCode, code);
    Server server(m_root->issueFor(kDomain));
    server.onPlain = [&](const QByteArray &) { server.peer()->write(answer); };
    SslTransport transport;
    Recorder recorder(transport);
    transport.open(server.endpoint(TransportSecurity::DirectTls), policy());
    QTRY_VERIFY(recorder.events.contains(u"failed"_s));
    QCOMPARE(recorder.events, (QStringList{u"connected"_s, u"failed"_s}));
    QCOMPARE(recorder.error->code, code);
    QVERIFY(!recorder.error->text.isEmpty()); // the reason, for who wants to know
}

/// SECURITY B05: what is offered, one by one. A suite that a later library brings is looked at first.
void TestSslTransport::offersStrongSuitesAlone()
{
    Server server(m_root->issueFor(kDomain));
    SslTransport transport;
    transport.open(server.endpoint(TransportSecurity::DirectTls), policy());
    QTRY_VERIFY(server.received.size() > 100);
    const auto &hello = server.received; // see offersNoCompression()
    const auto byte = [&](qsizetype at) { return qsizetype(uchar(hello.at(at))); };
    const qsizetype suites = 44 + byte(43);
    QByteArrayList offered;
    for (qsizetype i = 0; i < byte(suites) * 256 + byte(suites + 1); i += 2)
        offered.append(hello.mid(suites + 2 + i, 2).toHex());
    const QByteArrayList known{
        "1301", "1302", "1303", // TLS 1.3
        "c02b", "c02c", "cca9", // ECDHE-ECDSA
        "c02f", "c030", "cca8", // ECDHE-RSA
        "009e", "009f", "ccaa", // DHE-RSA
        "00ff", // no suite: the sign for secure renegotiation (RFC 5746)
    };
    for (const QByteArray &suite : std::as_const(offered))
        QVERIFY2(known.contains(suite), suite.constData());
    for (const char *suite : {"1301", "1302", "c02b", "c02f", "c030"})
        QVERIFY2(offered.contains(suite), suite);
}

void TestSslTransport::offersNoCompression() // SECURITY A19
{
    Server server(m_root->issueFor(kDomain));
    SslTransport transport;
    transport.open(server.endpoint(TransportSecurity::DirectTls), policy());
    QTRY_VERIFY(server.received.size() > 100);
    // ClientHello: record 5 bytes, type and length 4, version 2, random 32, then three lists.
    const auto &hello = server.received;
    const auto byte = [&](qsizetype at) { return qsizetype(uchar(hello.at(at))); };
    QCOMPARE(byte(0), 22);
    const qsizetype suites = 44 + byte(43);
    const qsizetype methods = suites + 2 + byte(suites) * 256 + byte(suites + 1);
    QCOMPARE(hello.mid(methods, 2), QByteArray("\x01\x00", 2)); // one method: none
}

void TestSslTransport::serverNameIsTheDomain_data()
{
    QTest::addColumn<TransportSecurity>("security");
    QTest::newRow("STARTTLS") << TransportSecurity::StartTls;
    QTest::newRow("direct TLS") << TransportSecurity::DirectTls;
}

void TestSslTransport::serverNameIsTheDomain()
{
    QFETCH(TransportSecurity, security);
    Server server(m_root->issueFor(kDomain));
    SslTransport transport;
    connect(&transport, &Transport::connected, &transport, [&] { transport.startTls(); });
    transport.open(server.endpoint(security), policy());
    QTRY_VERIFY(server.received.size() > 100);
    QVERIFY(server.received.contains("example.org"));
    QVERIFY(!server.received.contains("127.0.0.1"));
    QCOMPARE(server.received.contains("xmpp-client"), security == TransportSecurity::DirectTls);
}

void TestSslTransport::startTls()
{
    Server server(m_root->issueFor(kDomain));
    server.greeting = "hello";
    server.onPlain = [&](const QByteArray &bytes) {
        QCOMPARE(bytes, QByteArray("<starttls/>"));
        server.peer()->write("<proceed/>");
        server.startTls();
    };
    SslTransport transport;
    Recorder recorder(transport);
    QCOMPARE(transport.peerAddress(), QString());
    connect(&transport, &Transport::received, &transport, [&] {
        if (recorder.received == "hello")
            transport.write("<starttls/>");
        else if (recorder.received == "hello<proceed/>")
            transport.startTls();
    });
    transport.open(server.endpoint(TransportSecurity::StartTls), policy());
    QVERIFY(recorder.events.isEmpty());
    QTRY_VERIFY(recorder.events.contains(u"secured"_s));
    QVERIFY(transport.isSecured());
    QCOMPARE(transport.peerAddress(), QString(u"127.0.0.1:"_s + QString::number(server.serverPort())));
    const TlsFacts facts = transport.tlsFacts();
    QCOMPARE(facts.protocol, u"TLS 1.3"_s);
    QVERIFY(!facts.cipher.isEmpty());
    QCOMPARE(facts.issuer, u"Tertulia test root"_s);
    QCOMPARE(facts.chain.size(), 1);
    QCOMPARE(facts.spkiSha256, spkiSha256(facts.chain.first()));

    const QByteArray much(3'000'000, 'x');
    transport.write(much);
    QTRY_VERIFY(server.received.endsWith("x") && server.received.size() >= much.size());
    server.peer()->write(much);
    QTRY_COMPARE(recorder.received.size(), much.size() + 15);
    QVERIFY(!recorder.error);
}

void TestSslTransport::directTls()
{
    Server server(m_root->issueFor(kDomain));
    server.directTls = true;
    SslTransport transport;
    Recorder recorder(transport);
    transport.open(server.endpoint(TransportSecurity::DirectTls), policy());
    QTRY_COMPARE(recorder.events, kSecured);
    QTRY_COMPARE(server.alpn, QByteArray("xmpp-client"));
    server.peer()->write("hello");
    QTRY_COMPARE(recorder.received, QByteArray("hello"));
}

void TestSslTransport::bindings_data()
{
    QTest::addColumn<QSsl::SslProtocol>("protocol");
    QTest::addColumn<QByteArrayList>("types");
    const QByteArrayList all{"tls-exporter", "tls-server-end-point", "tls-unique"};
    QTest::newRow("TLS 1.3") << QSsl::TlsV1_3 << all;
    QTest::newRow("TLS 1.2") << QSsl::TlsV1_2 << all;
}

/// RFC 9266, RFC 5929: both ends of a connection see the same.
void TestSslTransport::bindings()
{
    QFETCH(QSsl::SslProtocol, protocol);
    QFETCH(QByteArrayList, types);
    const TestIdentity identity = m_root->issueFor(kDomain);
    Server server(identity);
    server.directTls = true;
    server.protocol = protocol;
    SslTransport transport;
    Recorder recorder(transport);
    QVERIFY(transport.channelBindings().isEmpty());
    transport.open(server.endpoint(TransportSecurity::DirectTls), policy());
    QTRY_COMPARE(recorder.events, kSecured);
    QTRY_VERIFY(server.isEncrypted());
    QList<ChannelBinding> ours = transport.channelBindings();
    QByteArrayList names;
    for (const ChannelBinding &binding : ours)
        names.append(binding.type);
    QCOMPARE(names, types);
    QCOMPARE(ours.first().data.size(), 32);
    QCOMPARE(ours.takeAt(1).data,
             QCryptographicHash::hash(identity.certificate().toDer(), QCryptographicHash::Sha256));
    QCOMPARE(ours, server.watch.bindings());
    transport.abort();
    QVERIFY(transport.channelBindings().isEmpty());
}

/// Each socket has its own, whatever order they are made and go in.
void TestSslTransport::bindingsOfManyConnections()
{
    struct Pair {
        explicit Pair(const TestIdentity &identity)
            : server(identity)
        {
            server.directTls = true;
        }
        Server server;
        SslTransport transport;
    };
    const TestIdentity identity = m_root->issueFor(kDomain);
    std::vector<std::unique_ptr<Pair>> pairs;
    for (int i = 0; i < 12; ++i) {
        pairs.push_back(std::make_unique<Pair>(identity));
        pairs.back()->transport.open(pairs.back()->server.endpoint(TransportSecurity::DirectTls), policy());
    }
    for (const auto &pair : pairs)
        QTRY_VERIFY(pair->transport.isSecured() && pair->server.isEncrypted());
    pairs.erase(pairs.begin() + 3);
    pairs[5]->server.peer()->abort();
    QSet<QByteArray> seen;
    for (const auto &pair : pairs) {
        const QList<ChannelBinding> theirs = pair->server.watch.bindings();
        if (pair != pairs[5])
            QCOMPARE(theirs.value(0), pair->transport.channelBindings().value(0));
        if (!theirs.isEmpty())
            seen.insert(theirs.first().data);
    }
    QCOMPARE(seen.size(), 10 + (pairs[5]->server.watch.bindings().isEmpty() ? 0 : 1));
}

void TestSslTransport::endPointHash_data()
{
    QTest::addColumn<bool>("weak");
    QTest::newRow("SHA-256") << false;
    QTest::newRow("SHA-1 becomes SHA-256") << true;
}

/// RFC 5929 4.1.
void TestSslTransport::endPointHash()
{
    QFETCH(bool, weak);
    CertificateWish wish;
    wish.weakSignature = weak;
    const QSslCertificate certificate = m_root->issue(wish).certificate();
    QCOMPARE(serverEndPoint(certificate),
             QCryptographicHash::hash(certificate.toDer(), QCryptographicHash::Sha256));
    QVERIFY(serverEndPoint(QSslCertificate()).isEmpty());
}

void TestSslTransport::connectionRefused()
{
    quint16 port = 0;
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        port = closed.serverPort();
    }
    SslTransport transport;
    Recorder recorder(transport);
    transport.open({u"127.0.0.1"_s, port, TransportSecurity::StartTls}, policy());
    QVERIFY(recorder.events.isEmpty());
    QTRY_COMPARE(recorder.events, QStringList{u"failed"_s});
    QCOMPARE(recorder.error->code, ErrorCode::ConnectionRefused);
    QCOMPARE(recorder.error->subject, QString(u"127.0.0.1:"_s + QString::number(port)));
}

void TestSslTransport::nameNotFound()
{
    SslTransport transport;
    Recorder recorder(transport);
    // An empty label is refused by the resolver itself; no server is asked.
    transport.open({u"a..invalid"_s, 5222, TransportSecurity::StartTls}, policy());
    QTRY_COMPARE_WITH_TIMEOUT(recorder.events, QStringList{u"failed"_s}, 15'000);
    QCOMPARE(recorder.error->code, ErrorCode::NameNotFound);
    QCOMPARE(recorder.error->subject, u"a..invalid"_s);
}

void TestSslTransport::connectTimesOut()
{
    // A listener that accepts nothing and whose queue is full leaves further connections hanging.
    QTcpServer full;
    full.setListenBacklogSize(1);
    QVERIFY(full.listen(QHostAddress::LocalHost));
    full.pauseAccepting();
    std::deque<QTcpSocket> fillers(6);
    for (QTcpSocket &filler : fillers)
        filler.connectToHost(QHostAddress::LocalHost, full.serverPort());
    QTest::qWait(50);
    SslTransport transport;
    transport.setConnectTimeout(std::chrono::milliseconds(150));
    Recorder recorder(transport);
    transport.open({u"127.0.0.1"_s, full.serverPort(), TransportSecurity::StartTls}, policy());
    QTRY_COMPARE(recorder.events, QStringList{u"failed"_s});
    QCOMPARE(recorder.error->code, ErrorCode::ConnectionTimedOut);
}

void TestSslTransport::peerCloses_data()
{
    QTest::addColumn<bool>("properly");
    QTest::newRow("TLS close") << true;
    QTest::newRow("TCP only") << false; // SECURITY A38
}

void TestSslTransport::peerCloses()
{
    QFETCH(bool, properly);
    Server server(m_root->issueFor(kDomain));
    server.directTls = true;
    SslTransport transport;
    Recorder recorder(transport);
    transport.open(server.endpoint(TransportSecurity::DirectTls), policy());
    QTRY_VERIFY(transport.isSecured() && server.isEncrypted());
    server.peer()->write("last words");
    server.peer()->flush();
    if (properly) {
        server.peer()->disconnectFromHost();
    } else {
        QTRY_COMPARE(recorder.received, QByteArray("last words"));
        server.peer()->abort();
    }
    QTRY_COMPARE(recorder.events,
                 (kSecured + QStringList{u"received"_s, properly ? u"closed cleanly"_s : u"closed"_s}));
    QCOMPARE(recorder.received, QByteArray("last words"));
    QTest::qWait(20);
    QCOMPARE(recorder.events.size(), 4);
    QVERIFY(!transport.isSecured());
}

void TestSslTransport::peerLeavesInTheHandshake()
{
    Server server(m_root->issueFor(kDomain));
    server.onPlain = [&](const QByteArray &) { server.peer()->disconnectFromHost(); };
    SslTransport transport;
    Recorder recorder(transport);
    transport.open(server.endpoint(TransportSecurity::DirectTls), policy());
    QTRY_COMPARE(recorder.events, (QStringList{u"connected"_s, u"failed"_s}));
    QCOMPARE(recorder.error->code, ErrorCode::TlsHandshakeFailed);
}

void TestSslTransport::weClose()
{
    Server server(m_root->issueFor(kDomain));
    server.directTls = true;
    SslTransport transport;
    Recorder recorder(transport);
    transport.open(server.endpoint(TransportSecurity::DirectTls), policy());
    QTRY_VERIFY(transport.isSecured() && server.isEncrypted());
    const QByteArray goodbye(200'000, 'b');
    transport.write(goodbye);
    transport.close();
    QCOMPARE(recorder.events, kSecured);
    QTRY_COMPARE(recorder.events, (kSecured + QStringList{u"closed cleanly"_s}));
    QTRY_COMPARE(server.received.size(), goodbye.size()); // flushed first
    QTRY_COMPARE(server.peer()->state(), QAbstractSocket::UnconnectedState);

    SslTransport unopened;
    Recorder second(unopened);
    unopened.close();
    QVERIFY(second.events.isEmpty());
    QTRY_COMPARE(second.events, QStringList{u"closed cleanly"_s});
}

void TestSslTransport::abortIsSilent()
{
    Server server(TestIdentity::selfSigned({}));
    server.directTls = true;
    SslTransport transport;
    Recorder recorder(transport);
    transport.open(server.endpoint(TransportSecurity::DirectTls), policy());
    connect(&transport, &Transport::certificateRejected, &transport, [&] { transport.abort(); });
    QTRY_COMPARE(recorder.events, (QStringList{u"connected"_s, u"rejected"_s}));
    QTest::qWait(20);
    QCOMPARE(recorder.events, (QStringList{u"connected"_s, u"rejected"_s}));

    SslTransport early;
    Recorder second(early);
    early.open(server.endpoint(TransportSecurity::DirectTls), policy());
    early.abort();
    QTest::qWait(20);
    QVERIFY(second.events.isEmpty());
}

void TestSslTransport::mayBeDestroyedBySignal_data()
{
    QTest::addColumn<QString>("signal");
    for (const char *signal : {"connected", "secured", "received", "rejected", "failed", "closed"})
        QTest::newRow(signal) << QString::fromLatin1(signal);
}

void TestSslTransport::mayBeDestroyedBySignal()
{
    QFETCH(QString, signal);
    const bool bad = signal == u"rejected"_s || signal == u"failed"_s;
    Server server(bad ? TestIdentity::selfSigned({}) : m_root->issueFor(kDomain));
    server.directTls = signal != u"connected"_s;
    QPointer<SslTransport> transport = new SslTransport;
    const auto destroy = [&] { delete transport; };
    if (signal == u"connected"_s)
        connect(transport, &Transport::connected, this, destroy);
    if (signal == u"secured"_s)
        connect(transport, &Transport::secured, this, destroy);
    if (signal == u"received"_s) {
        connect(transport, &Transport::secured, this, [&] { transport->write("?"); });
        connect(transport, &Transport::received, this, destroy);
    }
    if (signal == u"rejected"_s)
        connect(transport, &Transport::certificateRejected, this, destroy);
    if (signal == u"failed"_s)
        connect(transport, &Transport::failed, this, destroy);
    if (signal == u"closed"_s) {
        connect(transport, &Transport::secured, this, [&] { transport->close(); });
        connect(transport, &Transport::closed, this, destroy);
    }
    transport->open(
        server.endpoint(server.directTls ? TransportSecurity::DirectTls : TransportSecurity::StartTls),
        policy());
    if (signal == u"received"_s) {
        QTRY_VERIFY(server.isEncrypted());
        server.peer()->write("hello");
    }
    QTRY_VERIFY(!transport);
    QTest::qWait(20);
}

QTEST_GUILESS_MAIN(TestSslTransport)
#include "tst_ssltransport.moc"
