// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TroubledServer.h"

#include "core/net/SslTransport.h"
#include "core/session/PasswordSource.h"
#include "core/store/Store.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>

namespace tertulia::test
{

using namespace Qt::StringLiterals;

namespace
{

const QString kAccount = u"a1"_s;

/// The program's own transport, which in a test trusts one root more.
class TrustingTransport : public SslTransport
{
public:
    explicit TrustingTransport(QList<QSslCertificate> trusted)
        : m_trusted(std::move(trusted))
    {
    }
    void open(const Endpoint &endpoint, const TlsPolicy &policy) override
    {
        TlsPolicy wider = policy;
        wider.extraAuthorities += m_trusted;
        SslTransport::open(endpoint, wider);
    }

private:
    QList<QSslCertificate> m_trusted;
};

/// Shows its certificate at once on every connection.
class TlsListener : public QTcpServer
{
public:
    explicit TlsListener(TestIdentity identity)
        : m_identity(std::move(identity))
    {
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
        socket->startServerEncryption();
    }

private:
    TestIdentity m_identity;
};

} // namespace

TroubledServer::TroubledServer()
{
    script.password = password;
    auto store = Store::open(m_folder.filePath(u"store.db"_s));
    if (!store)
        qFatal("no store");
    m_store = std::move(*store);
    m_accounts = std::make_unique<Accounts>(SessionServices{
        {script.clock, script.clock, script.ids, script.resolver, [this] { return makeTransport(); }},
        secrets,
        *m_store,
        m_folder.filePath(u"avatars"_s)});
    if (!m_accounts->load())
        qFatal("no accounts");
}

TroubledServer::~TroubledServer() = default;

std::unique_ptr<Transport> TroubledServer::makeTransport()
{
    if (m_real)
        return std::make_unique<TrustingTransport>(m_trusted);
    return script.network.factory()();
}

XmppSession *TroubledServer::session() const
{
    return m_accounts->sessions().value(0);
}

void TroubledServer::addAccount(const QList<CertificatePin> &pins)
{
    AccountSettings settings;
    settings.id = kAccount;
    settings.connection = script.settings;
    settings.connection.pins = pins;
    settings.hasConnected = true;
    if (!m_accounts->add(settings))
        qFatal("no account");
    secrets.secrets.insert(PasswordSource::keyFor(kAccount), password);
}

QString TroubledServer::fileWith(const QByteArray &content) const
{
    const QString name = m_folder.filePath(u"ana.p12"_s);
    QFile file(name);
    if (!content.isEmpty() && (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()))
        qFatal("cannot write %s", qUtf8Printable(name));
    return name;
}

void TroubledServer::useRealSockets(const Endpoint &endpoint, const std::optional<TestIdentity> &trusted)
{
    m_real = true;
    if (trusted)
        m_trusted = {trusted->certificate()};
    script.resolver.setAnswer(QList<Endpoint>{endpoint});
}

void TroubledServer::showCertificate(const TestIdentity &identity, const std::optional<TestIdentity> &trusted)
{
    m_listener = std::make_unique<TlsListener>(identity);
    if (!m_listener->listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
    useRealSockets({u"127.0.0.1"_s, m_listener->serverPort(), TransportSecurity::DirectTls}, trusted);
}

void TroubledServer::answerWith(const QByteArray &bytes, TransportSecurity security)
{
    m_listener = std::make_unique<QTcpServer>();
    if (!m_listener->listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
    QObject::connect(m_listener.get(), &QTcpServer::newConnection, m_listener.get(),
                     [listener = m_listener.get(), bytes] {
                         QTcpSocket *socket = listener->nextPendingConnection();
                         QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, bytes] {
                             socket->readAll();
                             socket->write(bytes);
                         });
                     });
    useRealSockets({u"127.0.0.1"_s, m_listener->serverPort(), security});
}

} // namespace tertulia::test
