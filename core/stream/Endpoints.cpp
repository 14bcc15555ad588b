// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/Endpoints.h"

#include "core/base/CheckedNumber.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr quint16 kStartTlsPort = 5222;
constexpr quint16 kDirectTlsPort = 5223;
constexpr quint16 kSocks5Port = 1080;
constexpr quint16 kHttpProxyPort = 8080;

QString asciiHost(const QString &host)
{
    const QByteArray ace = QUrl::toAce(host.trimmed());
    return ace.isEmpty() ? host.trimmed() : QString::fromLatin1(ace);
}

} // namespace

std::optional<Endpoint> manualEndpoint(const ConnectionSettings &settings)
{
    if (settings.host.trimmed().isEmpty() && settings.port == 0)
        return std::nullopt;
    Endpoint endpoint;
    endpoint.host
        = settings.host.trimmed().isEmpty() ? settings.account.asciiDomain() : asciiHost(settings.host);
    const bool direct = settings.security == SecurityChoice::DirectTls
        || (settings.security == SecurityChoice::Automatic && settings.port == kDirectTlsPort);
    endpoint.security = direct ? TransportSecurity::DirectTls : TransportSecurity::StartTls;
    endpoint.port = settings.port != 0 ? settings.port : direct ? kDirectTlsPort : kStartTlsPort;
    return endpoint;
}

QList<Endpoint> wantedEndpoints(const QList<Endpoint> &found, const ConnectionSettings &settings)
{
    if (settings.security == SecurityChoice::Automatic)
        return found;
    const bool direct = settings.security == SecurityChoice::DirectTls;
    const auto security = direct ? TransportSecurity::DirectTls : TransportSecurity::StartTls;
    QList<Endpoint> wanted;
    for (const Endpoint &endpoint : found)
        if (endpoint.security == security)
            wanted.append(endpoint);
    if (wanted.isEmpty())
        wanted.append({settings.account.asciiDomain(), direct ? kDirectTlsPort : kStartTlsPort, security});
    return wanted;
}

QList<Endpoint> endpointsWithoutDns(const QString &asciiDomain)
{
    return {{asciiDomain, kStartTlsPort, TransportSecurity::StartTls, 0},
            {asciiDomain, kDirectTlsPort, TransportSecurity::DirectTls, 1}};
}

QNetworkProxy proxyByHand(const ProxyChoice &choice, const QString &password)
{
    const QString host = asciiHost(choice.host);
    switch (choice.kind) {
    case ProxyKind::Socks5:
        return {QNetworkProxy::Socks5Proxy, host, choice.port != 0 ? choice.port : kSocks5Port, choice.user,
                password};
    case ProxyKind::Http:
        return {QNetworkProxy::HttpProxy, host, choice.port != 0 ? choice.port : kHttpProxyPort, choice.user,
                password};
    case ProxyKind::None:
    case ProxyKind::System:
        break;
    }
    return QNetworkProxy::NoProxy;
}

QString proxyText(const QNetworkProxy &proxy)
{
    const bool socks = proxy.type() == QNetworkProxy::Socks5Proxy;
    if (!socks && proxy.type() != QNetworkProxy::HttpProxy)
        return {};
    return (socks ? u"SOCKS5 "_s : u"HTTP "_s) + proxy.hostName() + u':' + QString::number(proxy.port());
}

std::optional<Endpoint> redirectedEndpoint(const QString &target, TransportSecurity security)
{
    constexpr qsizetype kLongest = 300;
    if (target.isEmpty() || target.size() > kLongest)
        return std::nullopt;
    for (const QChar c : target)
        if (c.isSpace() || c == u'/' || c == u'@' || c.category() == QChar::Other_Control)
            return std::nullopt;
    Endpoint endpoint;
    endpoint.security = security;
    endpoint.port = security == TransportSecurity::DirectTls ? kDirectTlsPort : kStartTlsPort;
    QString host = target;
    QString port;
    if (target.startsWith(u'[')) {
        const qsizetype close = target.indexOf(u']');
        if (close < 0)
            return std::nullopt;
        host = target.mid(1, close - 1);
        const QString rest = target.mid(close + 1);
        if (!rest.isEmpty() && !rest.startsWith(u':'))
            return std::nullopt;
        port = rest.mid(1);
    } else if (target.count(u':') == 1) {
        host = target.section(u':', 0, 0);
        port = target.section(u':', 1);
        if (port.isEmpty())
            return std::nullopt;
    } else {
        host = target;
    }
    if (host.isEmpty())
        return std::nullopt;
    if (!port.isEmpty()) {
        const auto number = checkedNumber(port, 1, 65535);
        if (!number)
            return std::nullopt;
        endpoint.port = quint16(*number);
    }
    endpoint.host = asciiHost(host);
    return endpoint;
}

QString endpointText(const Endpoint &endpoint)
{
    const bool literal = endpoint.host.contains(u':');
    const QString host = literal ? QString(u'[' + endpoint.host + u']') : endpoint.host;
    return host + u':' + QString::number(endpoint.port);
}

bool isNetworkTrouble(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NameNotFound:
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionTimedOut:
    case ErrorCode::ConnectionLost:
    case ErrorCode::NetworkUnreachable:
    case ErrorCode::ProxyFailed:
    case ErrorCode::TlsTimedOut:
    case ErrorCode::StreamTimedOut:
        return true;
    default:
        return false;
    }
}

int tellingness(ErrorCode code)
{
    switch (code) {
    case ErrorCode::CertificateExpired:
    case ErrorCode::CertificateNotYetValid:
    case ErrorCode::CertificateUntrusted:
    case ErrorCode::CertificateWrongName:
    case ErrorCode::CertificateInvalid:
    case ErrorCode::CertificateChanged:
    case ErrorCode::CertificateRefused:
        return 5;
    case ErrorCode::TlsNotOffered:
    case ErrorCode::TlsRefused:
    case ErrorCode::TlsVersionTooOld:
    case ErrorCode::TlsHandshakeFailed:
    case ErrorCode::ProxyAuthenticationFailed:
    case ErrorCode::OnionNeedsProxy:
        return 4;
    case ErrorCode::TlsTimedOut:
    case ErrorCode::ConnectionLost:
    case ErrorCode::StreamTimedOut:
        return 2;
    case ErrorCode::ConnectionRefused:
    case ErrorCode::ConnectionTimedOut:
    case ErrorCode::ProxyFailed:
        return 1;
    case ErrorCode::NetworkUnreachable:
    case ErrorCode::NameNotFound:
        return 0;
    default:
        return 3; // somebody answered, and said something
    }
}

} // namespace tertulia
