// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/OutageWatch.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/net/HttpSource.h"

namespace tertulia
{

namespace
{

/// Nobody is there, or whoever is there cannot serve.
bool isAway(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NameNotFound:
    case ErrorCode::NoService:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionTimedOut:
    case ErrorCode::NetworkUnreachable:
    case ErrorCode::ConnectionLost:
    case ErrorCode::LinkDead:
    case ErrorCode::NotXmpp:
    case ErrorCode::TlsTimedOut:
    case ErrorCode::TlsHandshakeFailed:
    case ErrorCode::StreamTimedOut:
    case ErrorCode::StreamConnectionTimeout:
    case ErrorCode::StreamHostGone:
    case ErrorCode::StreamHostUnknown:
    case ErrorCode::StreamInternalServerError:
    case ErrorCode::StreamRemoteConnectionFailed:
    case ErrorCode::StreamReset:
    case ErrorCode::StreamResourceConstraint:
    case ErrorCode::StreamSystemShutdown:
    case ErrorCode::TemporaryAuthenticationFailure:
        return true;
    default:
        return false;
    }
}

/// The way that the account's own connection takes: whoever hides behind a proxy is not to be seen here.
/// nullopt where it is not known.
std::optional<QNetworkProxy> wayOf(const ProxyChoice &choice)
{
    constexpr quint16 kSocksPort = 1080;
    constexpr quint16 kHttpPort = 8080;
    switch (choice.kind) {
    case ProxyKind::None:
        return QNetworkProxy(QNetworkProxy::NoProxy);
    case ProxyKind::System:
        return std::nullopt;
    case ProxyKind::Socks5:
        if (!choice.user.isEmpty())
            return std::nullopt;
        return QNetworkProxy(QNetworkProxy::Socks5Proxy, choice.host, choice.port ? choice.port : kSocksPort);
    case ProxyKind::Http:
        if (!choice.user.isEmpty())
            return std::nullopt;
        return QNetworkProxy(QNetworkProxy::HttpProxy, choice.host, choice.port ? choice.port : kHttpPort);
    }
    return std::nullopt;
}

} // namespace

OutageWatch::OutageWatch(HttpSource *http, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
{
}

void OutageWatch::update(const AccountSettings &settings, SessionState state, const Error &error)
{
    const bool gaveUp = state == SessionState::Waiting || state == SessionState::Stopped;
    if (state == SessionState::Connecting)
        return; // it is being found out
    if (!gaveUp || !isAway(error.code)) {
        ++m_question;
        m_askedAt.reset();
        setOutage(std::nullopt);
        return;
    }
    const auto way = wayOf(settings.connection.proxy);
    const qint64 now = m_clock.monotonicMs();
    const bool lately = m_askedAt && now - *m_askedAt < std::chrono::milliseconds(kPatience).count();
    if (!m_http || !way || lately || settings.outageAddresses.isEmpty())
        return;
    m_askedAt = now;
    ++m_question;
    ask(settings.outageAddresses, *way);
}

void OutageWatch::ask(const QList<QUrl> &addresses, const QNetworkProxy &proxy)
{
    PublicDocument document;
    document.url = addresses.first();
    document.proxy = proxy;
    m_http->get(document).then(
        this, [this, asked = m_question, rest = addresses.sliced(1), proxy](const Result<QByteArray> &json) {
            if (asked != m_question)
                return;
            const auto outage = json ? ServiceOutage::fromJson(*json) : Failure(json.error());
            if (outage)
                setOutage(*outage);
            else if (!rest.isEmpty())
                ask(rest, proxy);
            else
                qCDebug(logSession) << "nobody says why the server is away:" << int(outage.error().code);
        });
}

void OutageWatch::setOutage(const std::optional<ServiceOutage> &outage)
{
    if (m_outage == outage)
        return;
    m_outage = outage;
    Q_EMIT outageChanged();
}

} // namespace tertulia
