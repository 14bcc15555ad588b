// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ProxyServer.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QtEndian>

#include <memory>

namespace tertulia::test
{

using namespace Qt::StringLiterals;

ProxyServer::ProxyServer(Kind kind)
    : m_kind(kind)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
}

void ProxyServer::incomingConnection(qintptr descriptor)
{
    const auto client = std::make_shared<Client>();
    client->socket = new QTcpSocket(this);
    client->socket->setSocketDescriptor(descriptor);
    connect(client->socket, &QTcpSocket::disconnected, client->socket, &QObject::deleteLater);
    connect(client->socket, &QTcpSocket::readyRead, this, [this, client] {
        if (client->stage == Stage::Through)
            return;
        client->bytes += client->socket->readAll();
        take(*client);
    });
}

void ProxyServer::take(Client &client)
{
    while (client.stage != Stage::Through
           && (m_kind == Kind::Socks5 ? takeSocks(client) : takeHttp(client))) { }
}

bool ProxyServer::takeSocks(Client &client)
{
    const QByteArray &bytes = client.bytes;
    const auto at = [&](qsizetype index) { return index < bytes.size() ? quint8(bytes[index]) : 0; };
    switch (client.stage) {
    case Stage::Greeting:
        if (bytes.size() < 2 || bytes.size() < 2 + at(1))
            return false;
        if (mood == Mood::Garbled)
            client.socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        else if (mood != Mood::Silent)
            client.socket->write(user.isEmpty()                             ? QByteArray("\x05\x00", 2)
                                     : bytes.mid(2, at(1)).contains('\x02') ? QByteArray("\x05\x02", 2)
                                                                            : QByteArray("\x05\xFF", 2));
        client.bytes.remove(0, 2 + at(1));
        client.stage = user.isEmpty() ? Stage::Request : Stage::LogIn;
        return true;
    case Stage::LogIn: {
        const qsizetype name = at(1);
        if (bytes.size() < 3 + name || bytes.size() < 3 + name + at(2 + name))
            return false;
        const QString offered = QString::fromUtf8(bytes.mid(2, name)) + u':'
            + QString::fromUtf8(bytes.mid(3 + name, at(2 + name)));
        m_logIns.append(offered);
        const bool right = offered == user + u':' + password;
        client.socket->write(right ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01", 2));
        client.bytes.remove(0, 3 + name + at(2 + name));
        client.stage = Stage::Request;
        if (!right)
            client.socket->disconnectFromHost();
        return right;
    }
    case Stage::Request: {
        if (bytes.size() < 5)
            return false;
        const qsizetype length = at(3) == 1 ? 4 : at(3) == 4 ? 16 : 1 + at(4);
        if (bytes.size() < 4 + length + 2)
            return false;
        QString host = QString::fromLatin1(bytes.mid(5, length - 1));
        if (at(3) == 1)
            host = QHostAddress(qFromBigEndian<quint32>(bytes.constData() + 4)).toString();
        if (at(3) == 4)
            host = QHostAddress(reinterpret_cast<const quint8 *>(bytes.constData() + 4)).toString();
        const auto port = qFromBigEndian<quint16>(bytes.constData() + 4 + length);
        client.bytes.clear();
        connectTo(client, host, port);
        return false;
    }
    case Stage::Through:
        break;
    }
    return false;
}

bool ProxyServer::takeHttp(Client &client)
{
    const qsizetype end = client.bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QByteArrayList lines = client.bytes.first(end).split('\n');
    client.bytes.remove(0, end + 4);
    QString offered;
    for (const QByteArray &line : lines) {
        const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
        if (line.toLower().startsWith("proxy-authorization:") && value.startsWith("Basic "))
            offered = QString::fromUtf8(QByteArray::fromBase64(value.mid(6)));
    }
    if (!offered.isEmpty())
        m_logIns.append(offered);
    if (mood == Mood::Garbled) {
        client.socket->write("220 mail.example.net ESMTP\r\n");
        client.socket->disconnectFromHost();
        return false;
    }
    if (!user.isEmpty() && offered != user + u':' + password) {
        client.socket->write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                             "Proxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\n\r\n");
        return true;
    }
    const QString target = QString::fromLatin1(lines.first().split(' ').value(1));
    connectTo(client, target.section(u':', 0, -2), target.section(u':', -1).toUShort());
    return false;
}

void ProxyServer::connectTo(Client &client, const QString &host, quint16 port)
{
    m_wanted.append(host + u':' + QString::number(port));
    client.stage = Stage::Through;
    QTcpSocket *near = client.socket;
    if (mood == Mood::Silent)
        return;
    if (mood != Mood::Willing)
        return answer(near, mood);
    auto *far = new QTcpSocket(near);
    connect(far, &QTcpSocket::connected, near, [this, near, far] {
        answer(near, Mood::Willing);
        connect(near, &QTcpSocket::readyRead, far, [near, far] { far->write(near->readAll()); });
        connect(far, &QTcpSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
    });
    connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
    connect(far, &QTcpSocket::errorOccurred, near, [this, near, far] {
        if (far->state() != QAbstractSocket::ConnectedState && far->peerPort() == 0)
            answer(near, Mood::Unreachable);
    });
    far->connectToHost(QHostAddress(QHostAddress::LocalHost), ports.value(port, port));
}

void ProxyServer::answer(QTcpSocket *socket, Mood outcome)
{
    if (m_kind == Kind::Socks5) {
        const char code = outcome == Mood::Willing ? 0 : outcome == Mood::Refusing ? 2 : 5;
        socket->write(QByteArray("\x05", 1) + code + QByteArray("\x00\x01\x7f\x00\x00\x01\x00\x01", 8));
    } else {
        socket->write(outcome == Mood::Willing ? "HTTP/1.1 200 Connection established\r\n\r\n"
                          : outcome == Mood::Refusing
                          ? "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
                          : "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
    }
    if (outcome != Mood::Willing)
        socket->disconnectFromHost();
}

} // namespace tertulia::test
