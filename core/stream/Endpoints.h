// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/ConnectionSettings.h"

#include <optional>

namespace tertulia
{

/// The endpoint that the settings name by hand, if they do.
std::optional<Endpoint> manualEndpoint(const ConnectionSettings &settings);

/// Those of the found candidates that the settings want.
QList<Endpoint> wantedEndpoints(const QList<Endpoint> &found, const ConnectionSettings &settings);

/// Where to look for a domain's server when nobody is to be asked: 5222, and after it 5223 with direct TLS.
QList<Endpoint> endpointsWithoutDns(const QString &asciiDomain);

/// NoProxy unless the settings name one.
QNetworkProxy proxyByHand(const ProxyChoice &choice, const QString &password);

/// "SOCKS5 proxy.example.org:1080"; empty without.
QString proxyText(const QNetworkProxy &proxy);

/// Where a see-other-host points (RFC 6120 4.9.3.19): host, host:port or [IPv6]:port. TLS begins there as it
/// did here. Nothing if it is no such thing.
std::optional<Endpoint> redirectedEndpoint(const QString &target, TransportSecurity security);

/// "host:port" as the list of steps shows it.
QString endpointText(const Endpoint &endpoint);

/// Whether it is the network that kept us from a server: where HTTPS gets out this may be worth a try.
bool isNetworkTrouble(ErrorCode code);

/// How much a failure to log in by one of several endpoints tells: the certificate of one says more than the
/// closed port of another.
int tellingness(ErrorCode code);

} // namespace tertulia
