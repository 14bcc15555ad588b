// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/WebServer.h"

#include <QSslConfiguration>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace tertulia
{

WebServer::WebServer(test::TestIdentity identity)
    : otherwise("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
    , m_identity(std::move(identity))
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
}

QUrl WebServer::url(const QString &path) const
{
    return QUrl(u"https://localhost:%1"_s.arg(serverPort()) + path);
}

QByteArray WebServer::ok(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nConnection: close\r\nSet-Cookie: who=ana\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray WebServer::moved(const QByteArray &where)
{
    return "HTTP/1.1 301 Moved\r\nConnection: close\r\nSet-Cookie: who=ana\r\nContent-Length: 0\r\nLocation: "
        + where + "\r\n\r\n";
}

void WebServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    QSslConfiguration configuration = socket->sslConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setLocalCertificateChain(m_identity.chain());
    configuration.setPrivateKey(m_identity.key());
    socket->setSslConfiguration(configuration);
    socket->setSocketDescriptor(descriptor);
    connect(socket, &QSslSocket::readyRead, this, [this, socket] {
        const QByteArray request = socket->property("request").toByteArray() + socket->readAll();
        socket->setProperty("request", request);
        if (!request.endsWith("\r\n\r\n"))
            return;
        const qsizetype host = request.toLower().indexOf("\r\nhost: ") + 8;
        const QByteArray what
            = request.mid(host, request.indexOf("\r\n", host) - host) + request.split(' ').value(1);
        asked.append(what);
        requests.append(request);
        if (isSilent)
            return;
        const auto found = answers.find(what);
        socket->write(found == answers.end() ? otherwise : found->second);
        socket->disconnectFromHost();
    });
    socket->startServerEncryption();
}

} // namespace tertulia
