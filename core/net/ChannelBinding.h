// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QSslCertificate>

namespace tertulia
{

/// What ties an authentication to one TLS connection (RFC 5056): the name of the type and its bytes.
struct ChannelBinding {
    QByteArray type; ///< "tls-exporter"
    QByteArray data;

    bool operator==(const ChannelBinding &) const = default;
};

/// tls-server-end-point (RFC 5929 4.1): the hash of the server's certificate by the hash of its signature,
/// MD5 and SHA-1 replaced by SHA-256. Empty where that is undefined, as for Ed25519 signatures.
QByteArray serverEndPoint(const QSslCertificate &certificate);

} // namespace tertulia
