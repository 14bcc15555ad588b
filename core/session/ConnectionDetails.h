// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace tertulia
{

/// Another key than before was seen at the server, with a certificate that was in order (SECURITY B07).
struct KeyChange {
    QDateTime when; ///< UTC
    QByteArray before; ///< SPKI SHA-256
    QByteArray after;

    bool operator==(const KeyChange &) const = default;
};

inline constexpr qsizetype kMostKeyChanges = 20;

/// What a person can check of an account's connection (SECURITY B19). Of the present connection, or of the
/// last one while there is none; empty before the first.
struct ConnectionDetails {
    TlsFacts tls;
    QString mechanism; ///< as in <mechanism/>, "SCRAM-SHA-256-PLUS"
    QString bindingType; ///< channel binding of the log-in, "tls-exporter"; empty without
    bool bindingLost = false; ///< log-ins of this account were bound once, and this one is not (SECURITY B17)
    QString server; ///< name and port that were chosen, "xmpp.example.org:5222"
    TransportSecurity security = TransportSecurity::StartTls;
    QString address; ///< reached, "[::1]:5222"
    QString proxy; ///< "SOCKS5 proxy.example.org:1080"; empty without
    bool isSasl2 = false; ///< XEP-0388, and Bind 2 with it
    bool managed = false; ///< stream management is on (XEP-0198)
    int resumptions = 0;
    QList<KeyChange> keyChanges; ///< newest first, at most kMostKeyChanges
};

} // namespace tertulia
