// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/ChannelBinding.h"

#include <QSslCertificate>

#include <functional>
#include <memory>

namespace tertulia
{

class ClientCertificate;

/// What Qt 6.4 does not do for a connection that QSslSocket made: its channel bindings, and a certificate of
/// ours that only the right server sees. Qt keeps the SSL object to itself; but OpenSSL tells whoever
/// registered extra data about every SSL object at the moment it is made and again when it goes, and Qt makes
/// its one inside the call that begins a handshake.
///
/// With another TLS backend, or an OpenSSL of Qt's own, nothing is seen and nothing is given.
class HandshakeWatch
{
public:
    HandshakeWatch();
    ~HandshakeWatch();
    Q_DISABLE_COPY_MOVE(HandshakeWatch)

    /// Runs `begin`, which starts a handshake in this thread, and keeps an eye on the connection made in it.
    void watch(const std::function<void()> &begin);
    /// Shows `certificate` if the server of the watched connection asks for one and `isProven` says that it
    /// may be shown it: given the server's own certificate, and whether the library found a path to a trusted
    /// root. QSslSocket alone would show it to anybody, since it judges after the handshake.
    void offer(std::shared_ptr<const ClientCertificate> certificate,
               std::function<bool(const QSslCertificate &server, bool trusted)> isProven);
    /// tls-exporter (RFC 9266) and tls-unique (RFC 5929), both with the extended master secret only on
    /// TLS 1.2 (RFC 7627). Empty before the handshake is complete and after the connection is gone.
    [[nodiscard]] QList<ChannelBinding> bindings() const;

private:
    struct Seen;
    std::shared_ptr<Seen> m_seen;
};

} // namespace tertulia
