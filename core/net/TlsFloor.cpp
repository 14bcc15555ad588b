// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/TlsFloor.h"

#include <QSslCipher>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

bool isStrong(const QSslCipher &suite)
{
    if (suite.protocol() == QSsl::TlsV1_3) // which has no others
        return true;
    const QString name = suite.name();
    const bool forwardSecret = name.startsWith("ECDHE-"_L1) || name.startsWith("DHE-"_L1);
    return forwardSecret && !name.contains("PSK"_L1)
        && (name.contains("-GCM-"_L1) || name.endsWith("-CHACHA20-POLY1305"_L1));
}

const QList<QSslCipher> &strongSuites()
{
    static const QList<QSslCipher> suites = [] {
        QList<QSslCipher> all = QSslConfiguration::supportedCiphers();
        all.removeIf([](const QSslCipher &suite) { return !isStrong(suite); });
        return all;
    }();
    return suites;
}

} // namespace

QSslConfiguration tlsConfiguration(const QList<QSslCertificate> &extraAuthorities)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setCiphers(strongSuites());
    // Added, not set: so the system's own are still looked up as needed, which is much quicker than loading
    // all of them for each connection.
    configuration.addCaCertificates(extraAuthorities);
    return configuration;
}

} // namespace tertulia
