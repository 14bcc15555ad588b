// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

#include <chrono>

namespace tertulia::test
{

/// A longer way to a server on loopback: what is said arrives half a round trip later. The handshake of TCP,
/// which the kernel does before anybody is asked, is made up for by holding back the first bytes for a whole
/// round trip.
class DelayingProxy : public QTcpServer
{
    Q_OBJECT
public:
    /// `target`: the server's port on loopback.
    DelayingProxy(quint16 target, std::chrono::milliseconds roundTrip);

    /// How often the client spoke and waited since the last call, the handshake of TCP included. Those of TLS
    /// are counted like the rest.
    [[nodiscard]] int takeRoundTrips();

    enum class Loss {
        Cut, ///< both ends are told
        Silent, ///< what is open stays open, but carries nothing any more
    };
    /// The network goes, and with it all that is open; nobody gets through until it is back.
    void goAway(Loss loss);
    void comeBack();

Q_SIGNALS:
    void cut();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    quint16 m_target;
    std::chrono::milliseconds m_roundTrip;
    int m_roundTrips = 0;
    int m_network = 0; ///< counts them: a connection belongs to one
    quint16 m_port = 0;
};

} // namespace tertulia::test
