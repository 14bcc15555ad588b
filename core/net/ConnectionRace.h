// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"
#include "core/net/NameResolver.h"
#include "core/net/Transport.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace tertulia
{

/// Connects to whichever of several equal endpoints answers first (RFC 8305, XEP-0495): asks for the
/// addresses of all of them at once, tries these one after another, families in turn, each 250 ms after the
/// one before it or as soon as one fails, and drops the others when one is ready to be used. Ready is TCP
/// with STARTTLS and TLS where that comes first; whose TCP is up has proven its way and holds back further
/// attempts for 1 s. The winner may turn out useless later, so the race can go on with who was not heard to
/// the end.
class ConnectionRace : public QObject
{
    Q_OBJECT
public:
    /// An attempt that came to nothing.
    struct Fall {
        Endpoint endpoint;
        Error error;
        CertificateProblem problem; ///< when that was it
        bool connected = false; ///< TCP was up
    };

    ConnectionRace(NameResolver &names, TimerSource &timers, const TransportFactory &transport,
                   QObject *parent = nullptr);
    ~ConnectionRace() override;

    /// Races for these, in order of preference, for at most 15 s (and 15 s more for a TLS handshake begun by
    /// then). An endpoint with a proxy is left to it by name. `mostAttempts` are made.
    void start(const QList<Endpoint> &endpoints, const TlsPolicy &policy, int mostAttempts);
    /// Once won: goes on without the winner, with another 15 s.
    void resume();

    /// Drops all that is under way; nothing is signalled any more.
    void stop();
    /// After won(): connected (StartTls) or secured; the caller's from now on.
    [[nodiscard]] std::unique_ptr<Transport> takeWinner();
    /// Connections begun since start().
    [[nodiscard]] int attempts() const { return m_attempts; }

Q_SIGNALS:
    void trying(const tertulia::Endpoint &endpoint);
    void fell(const tertulia::ConnectionRace::Fall &fall);
    void won(const tertulia::Endpoint &endpoint);
    /// All have fallen.
    void lost();

private:
    struct Host {
        Endpoint endpoint;
        bool asked = false; ///< its addresses are not known yet
        QList<Endpoint> waiting;
    };
    struct Runner {
        Endpoint endpoint;
        Transport *transport = nullptr; ///< a child
        bool connected = false;
        CertificateProblem problem;
        TimerHandle handshake;
    };

    void ask(size_t host);
    void onAddresses(size_t host, const Result<QList<QHostAddress>> &found);
    void startNext();
    [[nodiscard]] std::optional<Endpoint> takeNext();
    void run(const Endpoint &endpoint);
    void onConnected(Transport *transport);
    void onFailed(Transport *transport, const Error &error);
    void win(Transport *transport);
    void onLate();
    [[nodiscard]] bool isAnybodyAsked() const;
    [[nodiscard]] Runner *runnerOf(const Transport *transport);
    void drop(const Runner &runner);

    NameResolver &m_names;
    TimerSource &m_timers;
    TransportFactory m_transport;
    TlsPolicy m_policy;
    int m_mostAttempts = 0;
    int m_attempts = 0;
    QList<Endpoint> m_again; ///< were under way when somebody won
    std::vector<Host> m_hosts;
    std::vector<std::unique_ptr<Runner>> m_runners;
    std::unique_ptr<Transport> m_winner;
    TimerHandle m_pace;
    TimerHandle m_resolutionDelay;
    TimerHandle m_late;
    bool m_running = false;
    bool m_skipAsked = false; ///< the first hosts have had their time to be resolved first
};

} // namespace tertulia
