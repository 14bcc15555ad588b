// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/HandshakeWatch.h"
#include "core/net/Transport.h"

#include <QSsl>
#include <QSslError>
#include <QTimer>

#include <chrono>
#include <memory>

class QSslSocket;

namespace tertulia
{

/// Transport over QSslSocket, through the endpoint's proxy: TLS 1.2 or later, the account's domain as server
/// name and reference identity, ALPN xmpp-client on direct TLS (XEP-0368), and every certificate judged by
/// judgeCertificate(). It limits the time to connect; all later stages are the stream's to limit.
class SslTransport : public Transport
{
    Q_OBJECT
public:
    explicit SslTransport(QObject *parent = nullptr);
    ~SslTransport() override;

    void open(const Endpoint &endpoint, const TlsPolicy &policy) override;
    void startTls() override;
    void write(const QByteArray &bytes) override;
    void close() override;
    void abort() override;
    [[nodiscard]] bool isSecured() const override { return m_state == State::Secured; }
    [[nodiscard]] TlsFacts tlsFacts() const override;
    [[nodiscard]] QList<ChannelBinding> channelBindings() const override;
    [[nodiscard]] QString peerAddress() const override;

    /// For tests; 15 s otherwise.
    void setConnectTimeout(std::chrono::milliseconds timeout) { m_connectTimer.setInterval(timeout); }

private:
    enum class State { Idle, Connecting, Plain, Handshaking, Secured, Closing, Over };

    void connectSocket();
    void beginHandshake();
    void onConnected();
    void onReadyRead();
    void onSslErrors();
    void onEncrypted();
    void onAlert(QSsl::AlertType type);
    void onError();
    void onDisconnected();
    [[nodiscard]] Error errorWhileConnecting() const;
    [[nodiscard]] Error errorInHandshake() const;
    /// Ends the connection; what is to be signalled follows from the event loop.
    void fail(const Error &error);
    void reject(const CertificateProblem &problem);
    void endClosed(bool clean);
    void signalLater(std::function<void()> signal);
    /// Runs what answers a signal of the socket.
    void answer(void (SslTransport::*what)());

    std::unique_ptr<QSslSocket> m_socket;
    HandshakeWatch m_handshake;
    Endpoint m_endpoint;
    TlsPolicy m_policy;
    QTimer m_connectTimer;
    State m_state = State::Idle;
    QList<QSslError> m_errors; ///< all that the library found in this handshake
    bool m_closeNotified = false; ///< the peer ended TLS properly
    bool m_versionAlert = false; ///< the peer knows no version of ours
    bool m_silent = false; ///< dropped by our own side: no signal any more
    int m_insideSignal = 0; ///< depth of the socket's signals that are being handled
};

} // namespace tertulia
