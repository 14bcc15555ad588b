// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/DelayingProxy.h"

#include <QTcpSocket>
#include <QTimer>

#include <memory>

namespace tertulia::test
{

namespace
{

/// Passes on in order: timers of the same length may fire in any.
class Line : public QObject
{
    Q_OBJECT
public:
    Line(QTcpSocket *to, QObject *parent)
        : QObject(parent)
        , m_to(to)
    {
    }
    void carry(const QByteArray &bytes, std::chrono::milliseconds delay)
    {
        m_waiting.append(bytes);
        if (delay.count() == 0 && m_waiting.size() == 1)
            deliver();
        else
            QTimer::singleShot(delay, Qt::PreciseTimer, this, [this] { deliver(); });
    }

private:
    void deliver() { m_to->write(m_waiting.takeFirst()); }

    QTcpSocket *m_to;
    QByteArrayList m_waiting;
};

} // namespace

DelayingProxy::DelayingProxy(quint16 target, std::chrono::milliseconds roundTrip)
    : m_target(target)
    , m_roundTrip(roundTrip)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
}

int DelayingProxy::takeRoundTrips()
{
    return std::exchange(m_roundTrips, 0);
}

void DelayingProxy::goAway(Loss loss)
{
    m_port = serverPort();
    close();
    ++m_network;
    if (loss == Loss::Cut)
        Q_EMIT cut();
}

void DelayingProxy::comeBack()
{
    if (!listen(QHostAddress::LocalHost, m_port))
        qFatal("cannot listen");
}

void DelayingProxy::incomingConnection(qintptr descriptor)
{
    auto *client = new QTcpSocket(this);
    auto *server = new QTcpSocket(client);
    auto *there = new Line(server, client);
    auto *back = new Line(client, client);
    client->setSocketDescriptor(descriptor);
    for (QTcpSocket *socket : {client, server})
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    ++m_roundTrips; // of TCP
    struct State {
        int network = 0;
        bool first = true;
        bool serverSpoke = true;
    };
    auto state = std::make_shared<State>(State{.network = m_network});
    connect(this, &DelayingProxy::cut, client, &QTcpSocket::abort);
    connect(client, &QTcpSocket::readyRead, this, [this, client, there, state] {
        if (state->network != m_network)
            return;
        if (std::exchange(state->serverSpoke, false))
            ++m_roundTrips;
        const auto handshake
            = std::exchange(state->first, false) ? m_roundTrip : std::chrono::milliseconds(0);
        there->carry(client->readAll(), m_roundTrip / 2 + handshake);
    });
    connect(server, &QTcpSocket::readyRead, this, [this, server, back, state] {
        if (state->network != m_network)
            return;
        state->serverSpoke = true;
        back->carry(server->readAll(), m_roundTrip / 2);
    });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    server->connectToHost(QStringLiteral("127.0.0.1"), m_target);
}

} // namespace tertulia::test

#include "DelayingProxy.moc"
