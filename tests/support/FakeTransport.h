// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"

#include <QPointer>

#include <deque>
#include <optional>

namespace tertulia
{

/// A transport whose other end is the test. TLS is pretended. Whatever happens reaches the program through
/// the event loop, in order, as the contract of Transport has it.
class FakeTransport : public Transport
{
    Q_OBJECT
public:
    using Transport::Transport;

    // Transport
    void open(const Endpoint &endpoint, const TlsPolicy &policy) override;
    void startTls() override;
    void write(const QByteArray &bytes) override;
    void close() override;
    void abort() override;
    [[nodiscard]] bool isSecured() const override { return m_secured; }
    [[nodiscard]] TlsFacts tlsFacts() const override;
    [[nodiscard]] QString peerAddress() const override { return m_peerAddress; }

    // The other end.
    void acceptTcp(); ///< connected()
    void acceptTls(); ///< secured()
    void rejectCertificate(const CertificateProblem &problem);
    void deliver(const QByteArray &bytes);
    void hangUp(bool clean);
    void breakDown(const Error &error);
    /// Everything the program wrote since the last call.
    [[nodiscard]] QByteArray takeWritten();

    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] const TlsPolicy &policy() const { return m_policy; }
    /// Whether TLS was asked for and not yet given.
    [[nodiscard]] bool tlsWanted() const { return m_tlsWanted; }
    /// Closed or dropped by the program.
    [[nodiscard]] bool isGone() const { return m_gone; }
    [[nodiscard]] bool wasAborted() const { return m_aborted; }

private:
    void post(std::function<void()> event);

    Endpoint m_endpoint;
    TlsPolicy m_policy;
    QByteArray m_written;
    QString m_peerAddress;
    bool m_tlsWanted = false;
    bool m_secured = false;
    bool m_gone = false;
    bool m_aborted = false;
    bool m_over = false; ///< nothing more may be signalled
};

/// The network a stream sees: makes transports and lets the test hold their other ends.
class FakeNetwork
{
public:
    /// For StreamServices.
    [[nodiscard]] TransportFactory factory();
    /// The transport made last, or null if it is gone.
    [[nodiscard]] FakeTransport *last() const { return m_last; }
    [[nodiscard]] int made() const { return m_made; }

private:
    QPointer<FakeTransport> m_last;
    int m_made = 0;
};

} // namespace tertulia
