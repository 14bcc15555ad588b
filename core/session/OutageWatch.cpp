// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/OutageWatch.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/stream/Endpoints.h"

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

} // namespace

OutageWatch::OutageWatch(HttpSource *http, const StreamServices &services, ProxyPassword &proxyPassword,
                         QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_services(services)
    , m_proxyPassword(proxyPassword)
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
    const qint64 now = m_services.clock.monotonicMs();
    const bool lately = m_askedAt && now - *m_askedAt < std::chrono::milliseconds(kPatience).count();
    if (!m_http || lately || settings.outageAddresses.isEmpty())
        return;
    m_askedAt = now;
    m_settings = settings;
    ++m_question;
    ask(settings.outageAddresses);
}

Task<QNetworkProxy> OutageWatch::wayTo(const QString &host)
{
    const ProxyChoice &choice = m_settings.connection.proxy;
    if (choice.kind == ProxyKind::System && m_services.systemProxy)
        return m_services.systemProxy(host);
    return m_proxyPassword.of(choice).map(
        this, [choice](const QString &password) { return proxyByHand(choice, password); });
}

void OutageWatch::ask(const QList<QUrl> &addresses)
{
    const QUrl url = addresses.first();
    const auto next = [this, rest = addresses.sliced(1)](const Error &error) {
        if (!rest.isEmpty())
            ask(rest);
        else
            qCDebug(logSession) << "nobody says why the server is away:" << int(error.code);
    };
    wayTo(url.host()).then(this, [this, asked = m_question, url, next](const Result<QNetworkProxy> &way) {
        if (asked != m_question)
            return;
        if (!way) {
            next(way.error());
            return;
        }
        PublicDocument document;
        document.url = url;
        document.proxy = *way;
        document.extraAuthorities = m_settings.connection.extraAuthorities;
        m_http->get(document).then(this, [this, asked, next](const Result<QByteArray> &json) {
            if (asked != m_question)
                return;
            const auto outage = json ? ServiceOutage::fromJson(*json) : Failure(json.error());
            if (outage)
                setOutage(*outage);
            else
                next(outage.error());
        });
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
