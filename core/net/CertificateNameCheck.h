// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QString>

namespace tertulia
{

/// By what a certificate vouches for a domain.
enum class NameMatch {
    None,
    DnsName, ///< a dNSName
    ServiceName, ///< an SRVName _xmpp-client.domain (RFC 4985), which QSslSocket does not know
    Address, ///< an iPAddress, for a domain that is an address literal
};

/// The check of RFC 9525 6, which QSslSocket does not make: only subjectAltName counts, never the common
/// name; a * only as the whole left-most label of a name with at least three, for exactly one label. `domain`
/// is in A-labels, or an address literal. xmppAddr and URI names are not taken (SECURITY A30).
NameMatch certifiedBy(const QSslCertificate &certificate, const QString &domain);

/// Whether a presented dNSName covers `domain`.
bool dnsNameMatches(QByteArrayView presented, const QString &domain);

} // namespace tertulia
