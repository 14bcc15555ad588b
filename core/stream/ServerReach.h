// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"
#include "core/net/ClientCertificate.h"
#include "core/net/ConnectionRace.h"
#include "core/stream/ConnectionSettings.h"

#include <QObject>

#include <optional>
#include <utility>

namespace tertulia
{

struct StreamServices;

/// What came between us and one server.
struct Setback {
    Error error;
    ConnectionStep step = ConnectionStep::FindServer;
    Endpoint endpoint;
    CertificateProblem problem;
};

/// From a domain to a connection: chooses the way (proxy), finds the candidates, races those of one priority,
/// and goes on to the next where one did not serve. Ends at the latest 60 s after its start, plus what the
/// last candidate takes. Where the network let none of them be reached and nothing was set by hand, the
/// domain's WebSockets come last (XEP-0156); how they fail is not told, since they are not what is at fault.
///
/// Behind a proxy no name is looked up here, the domain's services included: SRV records would tell the
/// computer's own name server whom the person talks to, which whoever sets a proxy may want to hide, and
/// where a proxy is needed that name server seldom knows the world. So the proxy is asked for domain:5222
/// and, if it has nothing there, domain:5223 with direct TLS; a domain whose server has another name needs
/// its host by hand. System means what the desktop says of the account's domain, once for each attempt.
class ServerReach : public QObject
{
    Q_OBJECT
public:
    ServerReach(const StreamServices &services, const ConnectionSettings &settings,
                QObject *parent = nullptr);
    ~ServerReach() override { m_proxyPassword.fill(u'\0'); }

    /// Kept in memory for as long as this lives.
    void setProxyPassword(const QString &password) { m_proxyPassword = password; }
    /// Shown to the account's server in the handshake, and to nobody else (XEP-0178).
    void setClientCertificate(const ClientCertificate::Pointer &certificate) { m_certificate = certificate; }
    /// Where the server would like a stream to be resumed (XEP-0198 5), tried before all else for at most 5 s
    /// unless the host was set by hand. A hint only: TLS and names are proven there as anywhere (SECURITY
    /// A35).
    void setHint(const QString &location, TransportSecurity security);

    void start();
    /// After reached(): that connection did not serve. Others follow, or failed().
    void goOn(const Setback &setback);
    /// After reached(): the server sends us elsewhere (RFC 6120 4.9.3.19). False for nonsense and the fourth
    /// time (SECURITY A34); nothing is done then.
    [[nodiscard]] bool redirect(const QString &target);
    /// Nothing is signalled any more.
    void cancel();

    /// After reached(): connected, or secured where TLS comes first; the caller's from now on.
    [[nodiscard]] std::unique_ptr<Transport> takeTransport();
    /// The candidate reached, or being tried.
    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    /// How every connection of this account must be secured.
    [[nodiscard]] TlsPolicy policy() const;

Q_SIGNALS:
    void stepChanged(const tertulia::StepReport &report);
    void reached();
    /// Nothing is left to try. With the setback that tells most.
    void failed(const tertulia::Setback &setback);

private:
    enum class State { Idle, ChooseWay, TryHint, Find, Race, FindWebSockets, Reached, Over };

    void onWayChosen(const QNetworkProxy &proxy);
    void find();
    void tryCandidates(const QList<Endpoint> &candidates);
    void tryNextGroup();
    void race(const QList<Endpoint> &group);
    void onTrying(const Endpoint &endpoint);
    /// Says which server it is; false if that was the last thing said of it.
    bool announce(const Endpoint &endpoint);
    void onFall(const ConnectionRace::Fall &fall);
    void onWon(const Endpoint &endpoint);
    void onLost();
    void note(const Setback &setback);
    void giveUp();
    [[nodiscard]] bool mayTryWebSockets() const;
    void findWebSockets();
    void fail(const Error &error);
    void end(const Setback &setback);
    void dropRace();
    void report(ConnectionStep step, StepState state, const QString &detail = {});

    const StreamServices &m_services;
    ConnectionSettings m_settings;
    QString m_proxyPassword;
    ClientCertificate::Pointer m_certificate;
    std::optional<Endpoint> m_hint;
    State m_state = State::Idle;
    QNetworkProxy m_proxy = QNetworkProxy::NoProxy;
    QList<Endpoint> m_candidates; ///< in groups of rising priority
    Endpoint m_endpoint;
    std::pair<QString, TransportSecurity> m_announced; ///< as found
    ConnectionRace *m_race = nullptr;
    std::optional<Setback> m_worst;
    TimerHandle m_limit;
    TimerHandle m_end;
    bool m_late = false; ///< no further candidate
    bool m_atLast = false; ///< the candidates are WebSockets, or would be
    int m_attempts = 0;
    int m_redirects = 0;
};

} // namespace tertulia
