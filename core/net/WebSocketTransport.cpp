// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/WebSocketTransport.h"

#include "core/base/Log.h"
#include "core/xml/XmlLimits.h"

#include <QPointer>

#include <utility>

namespace tertulia
{

namespace
{

constexpr quint16 kHttpsPort = 443;
constexpr qsizetype kMostHeadBytes = 16 * 1024;

} // namespace

WebSocketTransport::WebSocketTransport(std::unique_ptr<Transport> wire, QObject *parent)
    : Transport(parent)
    , m_wire(std::move(wire))
    , m_handshake(WebSocketHandshake::random())
{
    Transport *below = m_wire.get();
    connect(below, &Transport::connected, this, &Transport::connected);
    connect(below, &Transport::secured, this, &WebSocketTransport::sendRequest);
    connect(below, &Transport::received, this, &WebSocketTransport::onReceived);
    connect(below, &Transport::certificateRejected, this, &Transport::certificateRejected);
    connect(below, &Transport::failed, this, [this](const Error &error) {
        if (!std::exchange(m_over, true))
            Q_EMIT failed(error);
    });
    connect(below, &Transport::closed, this, &WebSocketTransport::onClosed);
}

void WebSocketTransport::open(const Endpoint &endpoint, const TlsPolicy &policy)
{
    m_endpoint = endpoint;
    m_wire->open(endpoint, policy);
}

void WebSocketTransport::sendRequest()
{
    const QString literal
        = m_endpoint.host.contains(u':') ? QString(u'[' + m_endpoint.host + u']') : m_endpoint.host;
    QByteArray host = literal.toLatin1();
    if (m_endpoint.port != kHttpsPort)
        host += ':' + QByteArray::number(m_endpoint.port);
    m_wire->write(m_handshake.request(host, m_endpoint.path.toLatin1()));
}

void WebSocketTransport::onReceived(const QByteArray &bytes)
{
    if (m_over)
        return;
    if (m_reader)
        return takeFrames(bytes);
    m_head += bytes;
    takeAnswer();
}

void WebSocketTransport::takeAnswer()
{
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_head.size() > kMostHeadBytes)
            fail({ErrorCode::NotXmpp, m_endpoint.host});
        return;
    }
    const QByteArray behind = m_head.mid(end + 4);
    const auto agreed = m_handshake.check(m_head.first(end));
    m_head.clear();
    if (!agreed) {
        qCDebug(logNet) << "no WebSocket:" << agreed.error().text;
        return fail({ErrorCode::NotXmpp, m_endpoint.host, agreed.error().text});
    }
    // A server says nothing before it was spoken to (RFC 7395 3.4).
    if (!behind.isEmpty())
        return fail({ErrorCode::PeerProtocolViolation, m_endpoint.host});
    websocket::Reader::Handlers handlers;
    handlers.message = [this](const QByteArray &message) {
        if (!m_over)
            Q_EMIT received(message);
    };
    handlers.ping = [this](const QByteArray &payload) {
        if (!m_over)
            m_wire->write(frame(websocket::Opcode::Pong, payload));
    };
    handlers.close = [this] { close(); };
    m_reader.emplace(XmlLimits().stanzaBytes, std::move(handlers));
    Q_EMIT secured();
}

void WebSocketTransport::takeFrames(QByteArrayView bytes)
{
    const QPointer<WebSocketTransport> alive(this);
    const auto fed = m_reader->feed(bytes);
    if (alive && !m_over && !fed)
        fail({fed.error().code, fed.error().subject.isEmpty() ? m_endpoint.host : fed.error().subject});
}

void WebSocketTransport::onClosed(bool clean)
{
    if (std::exchange(m_over, true))
        return;
    if (m_reader)
        Q_EMIT closed(clean);
    else
        Q_EMIT failed({ErrorCode::ConnectionLost, m_endpoint.host});
}

void WebSocketTransport::fail(const Error &error)
{
    m_over = true;
    m_wire->abort();
    Q_EMIT failed(error);
}

void WebSocketTransport::write(const QByteArray &bytes)
{
    if (m_reader && !m_over)
        m_wire->write(frame(websocket::Opcode::Text, bytes));
}

void WebSocketTransport::close()
{
    if (m_over)
        return;
    if (m_reader)
        m_wire->write(frame(websocket::Opcode::Close, QByteArray::fromHex("03e8"))); // 1000: all is done
    m_wire->close();
}

void WebSocketTransport::abort()
{
    m_over = true;
    m_wire->abort();
}

} // namespace tertulia
