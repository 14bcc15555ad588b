// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ConnectionRace.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace tertulia
{

namespace
{

// RFC 8305 8.
constexpr std::chrono::milliseconds kAttemptDelay{250};
constexpr std::chrono::milliseconds kResolutionDelay{50};
/// For a handshake to finish before others are tried beside it; most take a tenth of it.
constexpr std::chrono::seconds kHandshakeLead{1};
// SECURITY section (f).
constexpr std::chrono::seconds kConnectLimit{15};
constexpr std::chrono::seconds kTlsLimit{15};

/// Families in turn, beginning with that of the first (RFC 8305 4).
QList<QHostAddress> interleaved(const QList<QHostAddress> &addresses)
{
    QList<QHostAddress> first;
    QList<QHostAddress> second;
    for (const QHostAddress &address : addresses)
        (address.protocol() == addresses.first().protocol() ? first : second).append(address);
    QList<QHostAddress> mixed;
    for (qsizetype i = 0; i < std::max(first.size(), second.size()); ++i) {
        if (i < first.size())
            mixed.append(first[i]);
        if (i < second.size())
            mixed.append(second[i]);
    }
    return mixed;
}

QString subjectOf(const Endpoint &endpoint)
{
    return endpoint.host + u':' + QString::number(endpoint.port);
}

} // namespace

ConnectionRace::ConnectionRace(NameResolver &names, TimerSource &timers, const TransportFactory &transport,
                               QObject *parent)
    : QObject(parent)
    , m_names(names)
    , m_timers(timers)
    , m_transport(transport)
{
}

ConnectionRace::~ConnectionRace()
{
    for (const auto &runner : m_runners) {
        runner->transport->disconnect(this);
        runner->transport->abort();
    }
}

void ConnectionRace::start(const QList<Endpoint> &endpoints, const TlsPolicy &policy, int mostAttempts)
{
    Q_ASSERT(!m_running && m_hosts.empty());
    m_policy = policy;
    m_mostAttempts = mostAttempts;
    m_running = true;
    m_late = m_timers.after(kConnectLimit, [this] { onLate(); });
    for (const Endpoint &endpoint : endpoints)
        m_hosts.push_back({endpoint, true, {}});
    for (size_t host = 0; host < m_hosts.size(); ++host)
        ask(host);
}

void ConnectionRace::resume()
{
    m_running = true;
    m_late = m_timers.after(kConnectLimit, [this] { onLate(); });
    startNext();
}

void ConnectionRace::stop()
{
    m_running = false;
    m_pace.stop();
    m_resolutionDelay.stop();
    m_late.stop();
    for (const auto &runner : std::exchange(m_runners, {}))
        drop(*runner);
}

std::unique_ptr<Transport> ConnectionRace::takeWinner()
{
    return std::move(m_winner);
}

void ConnectionRace::ask(size_t host)
{
    const Endpoint &endpoint = m_hosts[host].endpoint;
    const bool known = !endpoint.address.isNull() || endpoint.proxy.type() != QNetworkProxy::NoProxy;
    auto answer = known ? Task<QList<QHostAddress>>::completed(QList<QHostAddress>{endpoint.address})
                        : m_names.addresses(endpoint.host);
    std::move(answer).then(
        this, [this, host](const Result<QList<QHostAddress>> &found) { onAddresses(host, found); });
}

void ConnectionRace::onAddresses(size_t index, const Result<QList<QHostAddress>> &found)
{
    Host &host = m_hosts[index];
    if (!std::exchange(host.asked, false))
        return; // too late
    if (found && !found->isEmpty()) {
        for (const QHostAddress &address : interleaved(*found)) {
            Endpoint endpoint = host.endpoint;
            endpoint.address = address;
            host.waiting.append(endpoint);
        }
    } else {
        const QPointer<ConnectionRace> alive(this);
        Q_EMIT fell({host.endpoint,
                     found ? Error{ErrorCode::NameNotFound, host.endpoint.host} : found.error(),
                     CertificateProblem(), false});
        if (!alive)
            return;
    }
    if (m_running && !m_pace.isActive())
        startNext();
}

void ConnectionRace::startNext()
{
    m_pace.stop();
    if (const auto next = takeNext()) {
        m_pace = m_timers.after(kAttemptDelay, [this] { startNext(); });
        run(*next);
    } else if (m_runners.empty() && !isAnybodyAsked()) {
        m_running = false;
        m_late.stop();
        m_resolutionDelay.stop();
        Q_EMIT lost();
    }
}

std::optional<Endpoint> ConnectionRace::takeNext()
{
    if (m_attempts >= m_mostAttempts)
        return std::nullopt;
    if (!m_again.isEmpty())
        return m_again.takeFirst();
    // Who is wanted more is waited for, but not long (XEP-0495 4.3).
    for (Host &host : m_hosts) {
        if (!host.waiting.isEmpty())
            return host.waiting.takeFirst();
        if (host.asked && !m_skipAsked)
            break;
    }
    const auto ready = [](const Host &host) { return !host.waiting.isEmpty(); };
    if (!m_resolutionDelay.isActive() && std::any_of(m_hosts.cbegin(), m_hosts.cend(), ready))
        m_resolutionDelay = m_timers.after(kResolutionDelay, [this] {
            m_skipAsked = true;
            if (m_running && !m_pace.isActive())
                startNext();
        });
    return std::nullopt;
}

void ConnectionRace::run(const Endpoint &endpoint)
{
    ++m_attempts;
    auto runner = std::make_unique<Runner>();
    runner->endpoint = endpoint;
    Transport *transport = m_transport().release();
    runner->transport = transport;
    transport->setParent(this);
    m_runners.push_back(std::move(runner));
    connect(transport, &Transport::connected, this, [this, transport] { onConnected(transport); });
    connect(transport, &Transport::secured, this, [this, transport] { win(transport); });
    connect(transport, &Transport::certificateRejected, this,
            [this, transport](const CertificateProblem &problem) {
                if (Runner *rejected = runnerOf(transport))
                    rejected->problem = problem;
            });
    connect(transport, &Transport::failed, this,
            [this, transport](const Error &error) { onFailed(transport, error); });
    connect(transport, &Transport::closed, this, [this, transport] {
        if (const Runner *closed = runnerOf(transport))
            onFailed(transport, {ErrorCode::ConnectionLost, closed->endpoint.host});
    });
    const QPointer<Transport> alive(transport);
    Q_EMIT trying(endpoint);
    if (alive && runnerOf(transport))
        transport->open(endpoint, m_policy);
}

void ConnectionRace::onConnected(Transport *transport)
{
    Runner *runner = runnerOf(transport);
    if (!runner)
        return;
    if (runner->endpoint.security == TransportSecurity::StartTls)
        return win(transport);
    runner->connected = true;
    runner->handshake = m_timers.after(kTlsLimit, [this, transport] {
        if (const Runner *stalled = runnerOf(transport))
            onFailed(transport, {ErrorCode::TlsTimedOut, stalled->endpoint.host});
    });
    m_pace = m_timers.after(kHandshakeLead, [this] { startNext(); });
}

void ConnectionRace::onFailed(Transport *transport, const Error &error)
{
    const auto fallen = std::find_if(m_runners.begin(), m_runners.end(),
                                     [&](const auto &runner) { return runner->transport == transport; });
    if (fallen == m_runners.end())
        return;
    const std::unique_ptr<Runner> runner = std::move(*fallen);
    m_runners.erase(fallen);
    drop(*runner);
    const QPointer<ConnectionRace> alive(this);
    Q_EMIT fell({runner->endpoint, error, runner->problem, runner->connected});
    if (!alive || !m_running)
        return;
    const bool led = std::any_of(m_runners.cbegin(), m_runners.cend(),
                                 [](const auto &other) { return other->connected; });
    if (!led)
        startNext();
}

void ConnectionRace::win(Transport *transport)
{
    m_running = false;
    m_pace.stop();
    m_late.stop();
    Endpoint endpoint;
    QList<Endpoint> unheard;
    for (const auto &runner : std::exchange(m_runners, {})) {
        if (runner->transport == transport) {
            endpoint = runner->endpoint;
            transport->disconnect(this);
            transport->setParent(nullptr);
            m_winner.reset(transport);
        } else {
            unheard.append(runner->endpoint);
            drop(*runner);
        }
    }
    m_again = unheard + m_again;
    Q_EMIT won(endpoint);
}

void ConnectionRace::onLate()
{
    m_again.clear();
    for (Host &host : m_hosts) {
        host.waiting.clear();
        if (std::exchange(host.asked, false)) {
            const QPointer<ConnectionRace> alive(this);
            Q_EMIT fell(
                {host.endpoint, {ErrorCode::NameNotFound, host.endpoint.host}, CertificateProblem(), false});
            if (!alive || !m_running)
                return;
        }
    }
    QList<Transport *> late;
    for (const auto &runner : m_runners)
        if (!runner->connected)
            late.append(runner->transport);
    const QPointer<ConnectionRace> alive(this);
    for (Transport *transport : late) {
        if (const Runner *runner = alive ? runnerOf(transport) : nullptr)
            onFailed(transport, {ErrorCode::ConnectionTimedOut, subjectOf(runner->endpoint)});
    }
    if (alive && m_running && m_runners.empty())
        startNext();
}

bool ConnectionRace::isAnybodyAsked() const
{
    return std::any_of(m_hosts.cbegin(), m_hosts.cend(), [](const Host &host) { return host.asked; });
}

ConnectionRace::Runner *ConnectionRace::runnerOf(const Transport *transport)
{
    for (const auto &runner : m_runners)
        if (runner->transport == transport)
            return runner.get();
    return nullptr;
}

void ConnectionRace::drop(const Runner &runner)
{
    runner.transport->disconnect(this);
    runner.transport->abort();
    runner.transport->deleteLater(); // it may be telling us something
}

} // namespace tertulia
