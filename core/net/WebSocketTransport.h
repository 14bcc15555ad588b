// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"
#include "core/net/WebSocketFrames.h"

#include <memory>
#include <optional>

namespace tertulia
{

/// XMPP's messages in a WebSocket (RFC 6455, RFC 7395) over another transport, whose TLS it uses: so the
/// account's domain alone is the server name and the reference identity, whatever host the WebSocket is on
/// (SECURITY B03), and a log-in can be bound to the connection, neither of which QWebSocket lets anybody see
/// to. It is secured once the server has agreed to speak xmpp. One write() is one message, one received()
/// too; a message has at most the bytes that a stanza may have.
class WebSocketTransport : public Transport
{
    Q_OBJECT
public:
    explicit WebSocketTransport(std::unique_ptr<Transport> wire, QObject *parent = nullptr);

    void open(const Endpoint &endpoint, const TlsPolicy &policy) override;
    void startTls() override { }
    void write(const QByteArray &bytes) override;
    void close() override;
    void abort() override;
    [[nodiscard]] bool isSecured() const override { return m_reader.has_value() && m_wire->isSecured(); }
    [[nodiscard]] TlsFacts tlsFacts() const override { return m_wire->tlsFacts(); }
    [[nodiscard]] QList<ChannelBinding> channelBindings() const override { return m_wire->channelBindings(); }
    [[nodiscard]] bool isMessaged() const override { return true; }
    [[nodiscard]] QString peerAddress() const override { return m_wire->peerAddress(); }

private:
    void sendRequest();
    void onReceived(const QByteArray &bytes);
    void onClosed(bool clean);
    void takeAnswer();
    void takeFrames(QByteArrayView bytes);
    void fail(const Error &error);

    std::unique_ptr<Transport> m_wire;
    Endpoint m_endpoint;
    WebSocketHandshake m_handshake;
    QByteArray m_head;
    std::optional<websocket::Reader> m_reader; ///< once the server has agreed
    bool m_over = false;
};

} // namespace tertulia
