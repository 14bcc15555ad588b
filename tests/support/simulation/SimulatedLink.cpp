// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulation/SimulatedLink.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

void SimulatedLink::connectClient()
{
    m_time.later(2 * m_latency, [self = shared_from_this()] {
        if (!self->m_cut && self->m_client && !self->m_down.deaf)
            self->m_client->linkUp();
    });
}

void SimulatedLink::carry(Direction &direction, const QByteArray &bytes,
                          const std::function<void(const QByteArray &)> &to)
{
    if (m_cut || bytes.isEmpty())
        return;
    // Rarely in one piece.
    qsizetype from = 0;
    while (from < bytes.size()) {
        // The test's own reader wants to see a declaration whole.
        const bool whole = m_dice.chance(0.7) || bytes.startsWith("<?xml");
        const qsizetype size = whole ? bytes.size() - from : m_dice.between(1, bytes.size() - from);
        const QByteArray piece = bytes.mid(from, size);
        from += size;
        qint64 at = std::max(m_time.nowMs(), m_stalledUntil) + m_latency + m_dice.below(20);
        at = std::max(at, direction.lastAt);
        direction.lastAt = at;
        m_time.later(at - m_time.nowMs(), [self = shared_from_this(), &direction, piece, to] {
            if (!self->m_cut && !direction.deaf)
                to(piece);
        });
    }
}

void SimulatedLink::toServer(const QByteArray &bytes)
{
    carry(m_up, bytes, [this](const QByteArray &piece) {
        if (m_server.received)
            m_server.received(piece);
    });
}

void SimulatedLink::toClient(const QByteArray &bytes)
{
    carry(m_down, bytes, [this](const QByteArray &piece) {
        if (m_client && !m_clientClosed)
            m_client->take(piece);
    });
}

void SimulatedLink::closeByClient()
{
    if (m_clientClosed)
        return;
    m_clientClosed = true;
    carry(m_up, "x", [this](const QByteArray &) {
        if (m_server.closed)
            std::exchange(m_server, {}).closed();
    });
}

void SimulatedLink::closeByServer()
{
    m_server = {};
    carry(m_down, "x", [this](const QByteArray &) {
        if (m_client && !m_clientClosed)
            m_client->linkDown(false);
    });
}

void SimulatedLink::cut(bool clientLearns, bool serverLearns)
{
    if (m_cut)
        return;
    m_cut = true;
    const auto self = shared_from_this();
    if (clientLearns) {
        m_time.later(m_dice.below(200), [self] {
            if (self->m_client)
                self->m_client->linkDown(false);
        });
    }
    if (serverLearns) {
        m_time.later(m_dice.below(200), [self] {
            if (self->m_server.closed)
                std::exchange(self->m_server, {}).closed();
        });
    }
}

void SimulatedLink::goDeaf(bool toServer, bool toClient)
{
    m_up.deaf |= toServer;
    m_down.deaf |= toClient;
}

void SimulatedLink::stall(qint64 ms)
{
    m_stalledUntil = std::max(m_stalledUntil, m_time.nowMs() + ms);
}

SimulatedTransport::SimulatedTransport(SimulatedTime &time, Dial dial, Alive alive)
    : m_time(time)
    , m_dial(std::move(dial))
    , m_alive(std::move(alive))
{
}

SimulatedTransport::~SimulatedTransport()
{
    if (m_link && m_alive())
        m_link->closeByClient();
}

void SimulatedTransport::open(const Endpoint &, const TlsPolicy &)
{
    m_link = m_dial(this);
    if (m_link)
        m_link->connectClient();
    else
        QMetaObject::invokeMethod(this, [this] { linkDown(false); }, Qt::QueuedConnection);
}

void SimulatedTransport::write(const QByteArray &bytes)
{
    if (m_link && !m_over && m_alive())
        m_link->toServer(bytes);
}

void SimulatedTransport::close()
{
    if (m_over)
        return;
    if (m_link && m_alive())
        m_link->closeByClient();
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (!std::exchange(m_over, true))
                Q_EMIT closed(true);
        },
        Qt::QueuedConnection);
}

void SimulatedTransport::abort()
{
    m_over = true;
    if (m_link && m_alive())
        m_link->closeByClient();
}

QString SimulatedTransport::peerAddress() const
{
    return m_secured ? u"192.0.2.1:5223"_s : QString();
}

void SimulatedTransport::linkUp()
{
    if (m_over || !m_alive())
        return;
    m_secured = true;
    Q_EMIT secured();
}

void SimulatedTransport::take(const QByteArray &bytes)
{
    if (!m_over && m_alive())
        Q_EMIT received(bytes);
}

void SimulatedTransport::linkDown(bool)
{
    if (!m_alive() || std::exchange(m_over, true))
        return;
    Q_EMIT failed({m_secured ? ErrorCode::ConnectionLost : ErrorCode::ConnectionRefused});
}

} // namespace tertulia
