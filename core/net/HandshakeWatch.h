// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/ChannelBinding.h"

#include <functional>
#include <memory>

namespace tertulia
{

/// Channel bindings of a connection that QSslSocket made. Qt 6.4 gives neither of them and keeps the SSL
/// object to itself; but OpenSSL tells whoever registered extra data about every SSL object at the moment it
/// is made and again when it goes, and Qt makes its one inside the call that begins a handshake.
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
    /// tls-exporter (RFC 9266) and tls-unique (RFC 5929), both with the extended master secret only on
    /// TLS 1.2 (RFC 7627). Empty before the handshake is complete and after the connection is gone.
    [[nodiscard]] QList<ChannelBinding> bindings() const;

private:
    struct Seen;
    std::shared_ptr<Seen> m_seen;
};

} // namespace tertulia
