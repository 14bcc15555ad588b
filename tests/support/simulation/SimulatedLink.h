// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"
#include "tests/support/simulation/Dice.h"
#include "tests/support/simulation/SimulatedTime.h"

#include <QPointer>

namespace tertulia
{

class SimulatedTransport;

/// A connection between a client and the simulated server: bytes take their time, arrive in pieces, and stop
/// arriving as the simulation likes.
class SimulatedLink : public std::enable_shared_from_this<SimulatedLink>
{
public:
    struct Ends {
        std::function<void(const QByteArray &)> received; ///< what the client says
        std::function<void()> closed;
    };

    SimulatedLink(SimulatedTime &time, Dice &dice, qint64 latencyMs)
        : m_time(time)
        , m_dice(dice)
        , m_latency(latencyMs)
    {
    }

    void setClient(SimulatedTransport *client) { m_client = client; }
    void setServer(Ends ends) { m_server = std::move(ends); }

    void connectClient();
    void toServer(const QByteArray &bytes);
    void toClient(const QByteArray &bytes);
    void closeByClient(); ///< the rest arrives
    void closeByServer();

    /// The connection is gone at once; each end learns of it or does not. What was under way is lost, but for
    /// a random beginning of it.
    void cut(bool clientLearns, bool serverLearns);
    /// Bytes of one or both directions vanish from now on, and nobody learns of it.
    void goDeaf(bool toServer, bool toClient);
    /// Nothing arrives for so long; then everything does.
    void stall(qint64 ms);
    /// The client's process is no more: nothing comes from it, and nothing reaches it.
    void abandon() { m_client.clear(); }

    [[nodiscard]] bool isCut() const { return m_cut; }

private:
    struct Direction {
        qint64 lastAt = 0;
        bool deaf = false;
    };
    void carry(Direction &direction, const QByteArray &bytes,
               const std::function<void(const QByteArray &)> &to);

    SimulatedTime &m_time;
    Dice &m_dice;
    QPointer<SimulatedTransport> m_client;
    Ends m_server;
    Direction m_up;
    Direction m_down;
    qint64 m_latency;
    qint64 m_stalledUntil = 0;
    bool m_cut = false;
    bool m_clientClosed = false;
};

/// The client's end.
class SimulatedTransport : public Transport
{
    Q_OBJECT
public:
    /// `dial` gives the link, or null: refused.
    using Dial = std::function<std::shared_ptr<SimulatedLink>(SimulatedTransport *)>;
    /// Asked before anything leaves: false when the process has just died.
    using Alive = std::function<bool()>;

    SimulatedTransport(SimulatedTime &time, Dial dial, Alive alive);
    ~SimulatedTransport() override;

    void open(const Endpoint &endpoint, const TlsPolicy &policy) override;
    void startTls() override { }
    void write(const QByteArray &bytes) override;
    void close() override;
    void abort() override;
    [[nodiscard]] bool isSecured() const override { return m_secured; }
    [[nodiscard]] TlsFacts tlsFacts() const override { return {}; }
    [[nodiscard]] QString peerAddress() const override;

    // Called by the link.
    void linkUp();
    void take(const QByteArray &bytes);
    void linkDown(bool clean);

private:
    SimulatedTime &m_time;
    Dial m_dial;
    Alive m_alive;
    std::shared_ptr<SimulatedLink> m_link;
    bool m_secured = false;
    bool m_over = false;
};

} // namespace tertulia
