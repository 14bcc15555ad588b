// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/CertificateVerdict.h"
#include "core/net/ClientCertificate.h"
#include "core/net/SslTransport.h"
#include "core/sasl/External.h"
#include "tests/support/TestCertificates.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace tertulia;
using namespace tertulia::test;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime kNow = QDateTime::currentDateTimeUtc();
const QString kDomain = u"example.org"_s;

QString xmppAddr(const QString &address)
{
    return u"otherName:1.3.6.1.5.5.7.8.5;UTF8:"_s + address;
}

CertificateWish anasWish(const QStringList &addresses = {u"ana@example.org"_s})
{
    CertificateWish wish;
    wish.commonName = u"Ana"_s;
    for (const QString &address : addresses)
        wish.names.append(xmppAddr(address));
    return wish;
}

/// A server that asks for certificates of `clients`, over real sockets.
class AskingServer : public QTcpServer
{
public:
    AskingServer(TestIdentity own, const QSslCertificate &clients, QSsl::SslProtocol protocol)
        : m_own(std::move(own))
        , m_clients(clients)
        , m_protocol(protocol)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }
    [[nodiscard]] Endpoint endpoint() const
    {
        return {u"127.0.0.1"_s, serverPort(), TransportSecurity::DirectTls};
    }

    bool asks = true;
    bool finished = false; ///< the handshake, at this end
    bool gone = false; ///< the client
    QList<QSslCertificate> shown;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        m_peer = std::make_unique<QSslSocket>();
        QSslConfiguration configuration = m_peer->sslConfiguration();
        configuration.setPeerVerifyMode(asks ? QSslSocket::QueryPeer : QSslSocket::VerifyNone);
        configuration.setCaCertificates({m_clients});
        configuration.setProtocol(m_protocol);
        configuration.setLocalCertificateChain(m_own.chain());
        configuration.setPrivateKey(m_own.key());
        m_peer->setSslConfiguration(configuration);
        m_peer->setSocketDescriptor(descriptor);
        connect(m_peer.get(), &QSslSocket::encrypted, this, [this] {
            finished = true;
            shown = m_peer->peerCertificateChain();
        });
        connect(m_peer.get(), &QSslSocket::disconnected, this, [this] {
            gone = true;
            shown = m_peer->peerCertificateChain();
        });
        m_peer->startServerEncryption();
    }

private:
    TestIdentity m_own;
    QSslCertificate m_clients;
    QSsl::SslProtocol m_protocol;
    std::unique_ptr<QSslSocket> m_peer;
};

} // namespace

class ClientCertificateTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    TestIdentity m_root = TestIdentity::authority();
    TestIdentity m_ana = m_root.issue(anasWish());

    QString file(const QByteArray &content)
    {
        const QString path = m_folder.filePath(u"certificate"_s);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            qFatal("cannot write");
        return path;
    }

private Q_SLOTS:
    void unusable_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<ErrorCode>("code");
        const TestIdentity other = m_root.issue(anasWish());
        const QByteArray box = m_ana.pkcs12("sesame");
        CertificateWish late = anasWish();
        late.notAfter = kNow.addSecs(-60);
        CertificateWish early = anasWish();
        early.notBefore = kNow.addDays(1);
        QTest::newRow("empty") << QByteArray() << QString() << ErrorCode::ClientCertificateUnusable;
        QTest::newRow("text") << QByteArray("Dear Ana,") << QString() << ErrorCode::ClientCertificateUnusable;
        QTest::newRow("zeros") << QByteArray(4096, '\0') << QString() << ErrorCode::ClientCertificateUnusable;
        QTest::newRow("too large") << QByteArray(2 * 1024 * 1024, 'x') << QString()
                                   << ErrorCode::ClientCertificateUnusable;
        QTest::newRow("half a PKCS #12")
            << box.first(box.size() / 2) << u"sesame"_s << ErrorCode::ClientCertificateUnusable;
        QTest::newRow("a key alone") << m_ana.keyPem() << QString() << ErrorCode::ClientCertificateUnusable;
        QTest::newRow("PKCS #12, no passphrase") << box << QString() << ErrorCode::ClientCertificateLocked;
        QTest::newRow("PKCS #12, another passphrase")
            << box << u"open"_s << ErrorCode::ClientCertificateLocked;
        QTest::newRow("PEM, no passphrase") << m_ana.certificatePem() + m_ana.keyPem("sesame") << QString()
                                            << ErrorCode::ClientCertificateLocked;
        QTest::newRow("PEM, another passphrase") << m_ana.certificatePem() + m_ana.keyPem("sesame")
                                                 << u"open"_s << ErrorCode::ClientCertificateLocked;
        QTest::newRow("PEM without a key")
            << m_ana.chainPem() << QString() << ErrorCode::ClientCertificateWithoutKey;
        QTest::newRow("another's key")
            << m_ana.certificatePem() + other.keyPem() << QString() << ErrorCode::ClientCertificateWithoutKey;
        QTest::newRow("expired") << m_root.issue(late).pkcs12("") << QString()
                                 << ErrorCode::ClientCertificateExpired;
        QTest::newRow("not yet valid")
            << m_root.issue(early).pkcs12("") << QString() << ErrorCode::ClientCertificateExpired;
    }

    void unusable()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, passphrase);
        QFETCH(ErrorCode, code);
        const QString path = file(content);
        const auto loaded = ClientCertificate::load(path, passphrase, kNow);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, code);
        QCOMPARE(loaded.error().subject, path);
    }

    void missing()
    {
        for (const QString &path : {m_folder.filePath(u"nowhere.p12"_s), m_folder.path(), QString()}) {
            const auto loaded = ClientCertificate::load(path, {}, kNow);
            QVERIFY(!loaded);
            QCOMPARE(loaded.error().code, ErrorCode::ClientCertificateMissing);
        }
    }

    void usable_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("passphrase");
        QTest::newRow("PKCS #12") << m_ana.pkcs12("sésame") << u"sésame"_s;
        QTest::newRow("PKCS #12 of old")
            << m_ana.pkcs12("sesame", TestIdentity::Pkcs12::Legacy) << u"sesame"_s;
        QTest::newRow("PKCS #12 without passphrase") << m_ana.pkcs12("") << QString();
        QTest::newRow("PEM") << m_ana.certificatePem() + m_ana.keyPem() << QString();
        QTest::newRow("PEM, key first") << m_ana.keyPem() + m_ana.certificatePem() << QString();
        QTest::newRow("PEM, root first")
            << m_root.certificatePem() + m_ana.certificatePem() + m_ana.keyPem() << QString();
        QTest::newRow("PEM with a passphrase")
            << m_ana.certificatePem() + m_ana.keyPem("sesame") << u"sesame"_s;
        QTest::newRow("PEM, a passphrase that is not needed")
            << m_ana.certificatePem() + m_ana.keyPem() << u"sesame"_s;
    }

    void usable()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, passphrase);
        std::optional<Result<ClientCertificate::Pointer>> loaded;
        ClientCertificate::loadOnWorker(file(content), passphrase, kNow).then(this, [&](auto result) {
            loaded = std::move(result);
        });
        QVERIFY(!loaded);
        QTRY_VERIFY(loaded);
        QVERIFY(*loaded);
        QCOMPARE((**loaded)->certificate(), m_ana.certificate());
        QCOMPARE((**loaded)->addresses(), QList<Jid>{*Jid::parse(u"ana@example.org"_s)});
    }

    void addresses()
    {
        CertificateWish wish = anasWish({u"ana@example.org"_s, u"@"_s, u"ana@example.net"_s});
        wish.names.append(u"DNS:example.org"_s);
        wish.names.append(u"otherName:1.3.6.1.5.5.7.8.7;IA5STRING:_xmpp-client.example.org"_s);
        const auto loaded = ClientCertificate::load(file(m_root.issue(wish).pkcs12("")), {}, kNow);
        QVERIFY(loaded);
        QCOMPARE((*loaded)->addresses(),
                 (QList<Jid>{*Jid::parse(u"ana@example.org"_s), *Jid::parse(u"ana@example.net"_s)}));
        const auto nameless = ClientCertificate::load(file(m_root.issue({}).pkcs12("")), {}, kNow);
        QVERIFY(nameless);
        QVERIFY((*nameless)->addresses().isEmpty());
    }

    void whomItActsFor_data() // XEP-0178 2 step 10
    {
        QTest::addColumn<QStringList>("certified");
        QTest::addColumn<QString>("identity");
        QTest::newRow("nobody is named") << QStringList() << QString();
        QTest::newRow("the account") << QStringList{u"ana@example.org"_s} << QString();
        QTest::newRow("the account's device") << QStringList{u"ana@example.org/desk"_s} << QString();
        QTest::newRow("somebody else") << QStringList{u"office@example.org"_s} << u"ana@example.org"_s;
        QTest::newRow("the account and another")
            << QStringList{u"ana@example.org"_s, u"ana@example.net"_s} << u"ana@example.org"_s;
    }

    void whomItActsFor()
    {
        QFETCH(QStringList, certified);
        QFETCH(QString, identity);
        QList<Jid> jids;
        for (const QString &each : certified)
            jids.append(*Jid::parse(each));
        QCOMPARE(authorizationIdentity(jids, *Jid::parse(u"ana@example.org"_s)), identity);
    }

    /// The certificate names the account: whoever is not proven to be its server does not get to see it, also
    /// not before the connection is refused.
    void isShownToTheAccountsServerAlone_data()
    {
        QTest::addColumn<QSsl::SslProtocol>("protocol");
        QTest::addColumn<QString>("server");
        QTest::addColumn<bool>("asks");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<bool>("shown");
        for (const auto protocol : {QSsl::TlsV1_2, QSsl::TlsV1_3}) {
            const int version = protocol == QSsl::TlsV1_2 ? 2 : 3;
            const auto row = [&](const char *who) -> QTestData & {
                return QTest::addRow("TLS 1.%d, %s", version, who) << protocol << QString::fromLatin1(who);
            };
            row("untrusted") << true << false << false;
            row("another domain") << true << false << false;
            row("expired") << true << false << false;
            row("common name") << true << false << false;
            row("pinned, another key") << true << false << false;
            row("right") << false << true << false;
            row("right, asks") << true << true << true;
            row("pinned") << true << true << true;
        }
    }

    void isShownToTheAccountsServerAlone()
    {
        QFETCH(QSsl::SslProtocol, protocol);
        QFETCH(QString, server);
        QFETCH(bool, asks);
        QFETCH(bool, accepted);
        QFETCH(bool, shown);
        CertificateWish wish;
        wish.names = {u"DNS:"_s + (server == u"another domain" ? u"example.net"_s : kDomain)};
        if (server == u"common name") {
            wish.names = {u"DNS:example.net"_s};
            wish.commonName = kDomain;
        }
        if (server == u"expired")
            wish.notAfter = kNow.addDays(-1);
        const bool selfMade = server.startsWith(u"pinned"_s) || server == u"untrusted";
        const TestIdentity identity = selfMade ? TestIdentity::selfSigned(wish) : m_root.issue(wish);

        const auto certificate = ClientCertificate::load(file(m_ana.pkcs12("")), {}, kNow);
        QVERIFY(certificate);
        TlsPolicy policy;
        policy.domain = kDomain;
        policy.extraAuthorities = {m_root.certificate()};
        policy.clientCertificate = *certificate;
        if (server == u"pinned")
            policy.pins.append(
                {kDomain, spkiSha256(identity.certificate()), {ErrorCode::CertificateUntrusted}});
        if (server == u"pinned, another key")
            policy.pins.append(
                {kDomain, spkiSha256(m_root.certificate()), {ErrorCode::CertificateUntrusted}});

        AskingServer asking(identity, m_root.certificate(), protocol);
        asking.asks = asks;
        SslTransport transport;
        QSignalSpy secured(&transport, &Transport::secured);
        QSignalSpy failed(&transport, &Transport::failed);
        transport.open(asking.endpoint(), policy);
        QTRY_COMPARE(secured.size() + failed.size(), 1);
        QCOMPARE(secured.size(), accepted ? 1 : 0);
        QTRY_VERIFY(accepted ? asking.finished : asking.gone);
        QCOMPARE(!asking.shown.isEmpty(), shown);
        if (shown)
            QCOMPARE(asking.shown.first(), m_ana.certificate());
    }

    void theWayToTheRootIsShownToo()
    {
        CertificateWish wish;
        wish.commonName = u"Between"_s;
        wish.authority = true;
        const TestIdentity between = m_root.issue(wish);
        const TestIdentity ana = between.issue(anasWish());
        AskingServer asking(m_root.issueFor(kDomain), m_root.certificate(), QSsl::TlsV1_3);
        const auto certificate = ClientCertificate::load(file(ana.pkcs12("")), {}, kNow);
        QVERIFY(certificate);
        TlsPolicy policy;
        policy.domain = kDomain;
        policy.extraAuthorities = {m_root.certificate()};
        policy.clientCertificate = *certificate;
        SslTransport transport;
        transport.open(asking.endpoint(), policy);
        QTRY_VERIFY(asking.finished);
        QCOMPARE(asking.shown.value(0), ana.certificate());
        QVERIFY(asking.shown.contains(between.certificate()));
    }

    void aTransportThatGoesInBetween()
    {
        AskingServer asking(m_root.issueFor(kDomain), m_root.certificate(), QSsl::TlsV1_3);
        const auto certificate = ClientCertificate::load(file(m_ana.pkcs12("")), {}, kNow);
        QVERIFY(certificate);
        TlsPolicy policy;
        policy.domain = kDomain;
        policy.clientCertificate = *certificate;
        for (int turns = 0; turns < 20; ++turns) {
            SslTransport transport;
            transport.open(asking.endpoint(), policy);
            for (int i = 0; i < turns; ++i)
                QCoreApplication::processEvents();
        }
    }
};

QTEST_GUILESS_MAIN(ClientCertificateTest)
#include "tst_clientcertificate.moc"
