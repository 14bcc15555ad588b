// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/ServerReach.h"

#include "core/net/WebSocketFinder.h"
#include "core/net/WebSocketTransport.h"
#include "core/stream/Endpoints.h"
#include "core/stream/XmppStream.h"

#include <QPointer>

#include <utility>

namespace tertulia
{

namespace
{

constexpr std::chrono::seconds kFindLimit{30};
constexpr std::chrono::seconds kHintLimit{5};
constexpr std::chrono::seconds kReachLimit{60};
constexpr int kMostAttempts = 32; // SECURITY A33
constexpr int kMostRedirects = 3; // SECURITY A34

/// A proxy that a person set knows what to do with a name of Tor's, and so does any SOCKS5; the office's for
/// the Web would ask DNS (RFC 7686).
bool mayHearOfOnions(const QNetworkProxy &proxy, ProxyKind kind)
{
    return proxy.type() == QNetworkProxy::Socks5Proxy
        || (proxy.type() == QNetworkProxy::HttpProxy && kind == ProxyKind::Http);
}

} // namespace

ServerReach::ServerReach(const StreamServices &services, const ConnectionSettings &settings, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_settings(settings)
{
}

void ServerReach::setHint(const QString &location, TransportSecurity security)
{
    // A WebSocket is found by its URL alone.
    if (security != TransportSecurity::WebSocket)
        m_hint = redirectedEndpoint(location, security);
}

TlsPolicy ServerReach::policy() const
{
    TlsPolicy policy;
    policy.domain = m_settings.account.asciiDomain();
    policy.extraAuthorities = m_settings.extraAuthorities;
    policy.pins = m_settings.pins;
    policy.clientCertificate = m_certificate;
    return policy;
}

void ServerReach::start()
{
    Q_ASSERT(m_state == State::Idle);
    m_state = State::ChooseWay;
    m_limit = m_services.timers.after(kFindLimit, [this] { fail({ErrorCode::ConnectionTimedOut}); });
    m_end = m_services.timers.after(kReachLimit, [this] { m_late = true; });
    report(ConnectionStep::FindServer, StepState::Running);
    if (m_settings.proxy.kind != ProxyKind::System || !m_services.systemProxy) {
        onWayChosen(proxyByHand(m_settings.proxy, m_proxyPassword));
        return;
    }
    m_services.systemProxy(m_settings.account.asciiDomain())
        .then(this, [this](const Result<QNetworkProxy> &proxy) {
            if (m_state == State::ChooseWay)
                onWayChosen(proxy.value_or(QNetworkProxy::NoProxy));
        });
}

void ServerReach::onWayChosen(const QNetworkProxy &proxy)
{
    m_proxy = proxy;
    const auto manual = manualEndpoint(m_settings);
    const QString host = manual ? manual->host : m_settings.account.asciiDomain();
    if (isOnionName(host) && !mayHearOfOnions(proxy, m_settings.proxy.kind)) {
        fail({ErrorCode::OnionNeedsProxy, host});
        return;
    }
    if (manual) {
        tryCandidates({*manual});
    } else if (m_hint) {
        m_state = State::TryHint;
        m_limit = m_services.timers.after(kHintLimit, [this] { onLost(); });
        race({*m_hint});
    } else {
        find();
    }
}

void ServerReach::find()
{
    const QString domain = m_settings.account.asciiDomain();
    m_state = State::Find;
    m_limit = m_services.timers.after(kFindLimit, [this] { fail({ErrorCode::ConnectionTimedOut}); });
    if (m_proxy.type() != QNetworkProxy::NoProxy) {
        tryCandidates(wantedEndpoints(endpointsWithoutDns(domain), m_settings));
        return;
    }
    m_services.resolver.resolve(domain).then(this, [this](const Result<QList<Endpoint>> &found) {
        if (m_state != State::Find)
            return;
        if (!found)
            fail(found.error());
        else
            tryCandidates(wantedEndpoints(*found, m_settings));
    });
}

void ServerReach::tryCandidates(const QList<Endpoint> &candidates)
{
    m_limit.stop();
    if (candidates.isEmpty()) {
        fail({ErrorCode::NameNotFound, m_settings.account.domain()});
        return;
    }
    m_candidates = candidates;
    tryNextGroup();
}

void ServerReach::tryNextGroup()
{
    m_state = State::Race;
    QList<Endpoint> group;
    while (!m_candidates.isEmpty()
           && (group.isEmpty() || m_candidates.first().priority == group.first().priority))
        group.append(m_candidates.takeFirst());
    if (!group.isEmpty() && !m_late && m_attempts < kMostAttempts)
        race(group);
    else if (mayTryWebSockets())
        findWebSockets();
    else
        giveUp();
}

void ServerReach::race(const QList<Endpoint> &group)
{
    dropRace();
    QList<Endpoint> runners = group;
    for (Endpoint &endpoint : runners)
        endpoint.proxy = m_proxy;
    TransportFactory transport = m_services.transport;
    if (m_atLast)
        transport = [inner = m_services.transport] { return std::make_unique<WebSocketTransport>(inner()); };
    m_race = new ConnectionRace(m_services.resolver, m_services.timers, transport, this);
    connect(m_race, &ConnectionRace::trying, this, &ServerReach::onTrying);
    connect(m_race, &ConnectionRace::fell, this, &ServerReach::onFall);
    connect(m_race, &ConnectionRace::won, this, &ServerReach::onWon);
    connect(m_race, &ConnectionRace::lost, this, &ServerReach::onLost);
    m_race->start(runners, policy(), kMostAttempts - m_attempts);
}

void ServerReach::onTrying(const Endpoint &endpoint)
{
    ++m_attempts;
    const bool news = announce(endpoint);
    if (!news && !m_worst) // another of its addresses
        return;
    report(ConnectionStep::Connect, StepState::Running, endpointText(endpoint));
    if (m_worst)
        report(ConnectionStep::Secure, StepState::Waiting);
}

bool ServerReach::announce(const Endpoint &endpoint)
{
    m_endpoint = endpoint;
    const QString text = endpointText(endpoint);
    if (m_announced == std::pair(text, endpoint.security))
        return false;
    m_announced = {text, endpoint.security};
    report(ConnectionStep::FindServer, StepState::Done, text);
    return true;
}

void ServerReach::onFall(const ConnectionRace::Fall &fall)
{
    const bool secure = fall.connected || !fall.problem.all.isEmpty();
    note(
        {fall.error, secure ? ConnectionStep::Secure : ConnectionStep::Connect, fall.endpoint, fall.problem});
    // An attack is not to be walked around.
    if (fall.error.code == ErrorCode::TlsInjection)
        end({fall.error, ConnectionStep::Secure, fall.endpoint, CertificateProblem()});
}

void ServerReach::onWon(const Endpoint &endpoint)
{
    m_state = State::Reached;
    m_limit.stop();
    announce(endpoint);
    report(ConnectionStep::Connect, StepState::Done, endpointText(endpoint));
    report(ConnectionStep::Secure, StepState::Running);
    Q_EMIT reached();
}

void ServerReach::onLost()
{
    if (m_state == State::TryHint) {
        m_hint.reset();
        m_worst.reset(); // of an address that nobody but the server ever heard of
        dropRace();
        find();
        return;
    }
    tryNextGroup();
}

void ServerReach::goOn(const Setback &setback)
{
    note(setback);
    if (m_late) {
        giveUp();
    } else {
        m_state = m_hint ? State::TryHint : State::Race;
        m_race->resume();
    }
}

bool ServerReach::redirect(const QString &target)
{
    const auto elsewhere = redirectedEndpoint(target, m_endpoint.security);
    if (!elsewhere || m_redirects >= kMostRedirects || m_late || m_atLast)
        return false;
    // The same account, the same certificate name, the same rules: only the address differs.
    ++m_redirects;
    m_hint.reset();
    m_candidates = {*elsewhere};
    tryNextGroup();
    return true;
}

void ServerReach::cancel()
{
    m_state = State::Over;
    m_limit.stop();
    m_end.stop();
    dropRace();
    disconnect();
}

std::unique_ptr<Transport> ServerReach::takeTransport()
{
    return m_race->takeWinner();
}

void ServerReach::note(const Setback &setback)
{
    if (m_atLast && m_worst)
        return;
    Setback noted = setback;
    if (noted.error.code
        == ErrorCode::NotXmpp) // the parser named what it refuses; a person wants to know who
        noted.error.subject = noted.endpoint.host;
    if (!m_worst || tellingness(noted.error.code) > tellingness(m_worst->error.code))
        m_worst = noted;
}

bool ServerReach::mayTryWebSockets() const
{
    return !m_atLast && !m_late && m_services.webSockets && m_worst && isNetworkTrouble(m_worst->error.code)
        && m_settings.security == SecurityChoice::Automatic && !manualEndpoint(m_settings);
}

void ServerReach::findWebSockets()
{
    m_state = State::FindWebSockets;
    m_atLast = true;
    m_services.webSockets->find(policy(), m_proxy).then(this, [this](const Result<QList<Endpoint>> &found) {
        if (m_state != State::FindWebSockets)
            return;
        m_candidates = found.value_or(QList<Endpoint>());
        tryNextGroup();
    });
}

void ServerReach::giveUp()
{
    Q_ASSERT(m_worst);
    end(*m_worst);
}

void ServerReach::fail(const Error &error)
{
    end({error, ConnectionStep::FindServer, m_endpoint, CertificateProblem()});
}

void ServerReach::end(const Setback &setback)
{
    m_state = State::Over;
    m_limit.stop();
    m_end.stop();
    dropRace();
    m_endpoint = setback.endpoint;
    Q_EMIT failed(setback);
}

void ServerReach::dropRace()
{
    if (!m_race)
        return;
    m_race->disconnect(this);
    m_race->stop();
    std::exchange(m_race, nullptr)->deleteLater();
}

void ServerReach::report(ConnectionStep step, StepState state, const QString &detail)
{
    Q_EMIT stepChanged({step, state, detail, m_endpoint.security, {}});
}

} // namespace tertulia
