// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/InterceptingProxy.h"

#include <QSslConfiguration>
#include <QSslSocket>

namespace tertulia::test
{

InterceptingProxy::InterceptingProxy(TestIdentity identity, quint16 target, Begins begins)
    : m_identity(std::move(identity))
    , m_target(target)
    , m_begins(begins)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
}

void InterceptingProxy::incomingConnection(qintptr descriptor)
{
    auto *client = new QSslSocket(this);
    auto *server = new QSslSocket(client);
    QSslConfiguration configuration = client->sslConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setAllowedNextProtocols({"xmpp-client"});
    server->setSslConfiguration(configuration);
    configuration.setLocalCertificateChain(m_identity.chain());
    configuration.setPrivateKey(m_identity.key());
    client->setSslConfiguration(configuration);
    client->setSocketDescriptor(descriptor);
    connect(client, &QSslSocket::readyRead, this, [this, client, server] {
        const QByteArray bytes = client->readAll();
        m_heard += bytes;
        server->write(bytes);
    });
    connect(server, &QSslSocket::readyRead, client, [client, server] {
        const QByteArray bytes = server->readAll();
        client->write(bytes);
        if (!server->isEncrypted() && bytes.contains("<proceed")) {
            client->flush(); // still in the clear
            client->startServerEncryption();
            server->startClientEncryption();
        }
    });
    connect(server, &QSslSocket::disconnected, client, &QSslSocket::disconnectFromHost);
    connect(client, &QSslSocket::disconnected, client, &QObject::deleteLater);
    if (m_begins == Begins::AtOnce) {
        client->startServerEncryption();
        server->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_target);
    } else {
        server->connectToHost(QStringLiteral("127.0.0.1"), m_target);
    }
}

} // namespace tertulia::test
