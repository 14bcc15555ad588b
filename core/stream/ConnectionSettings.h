// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/net/Transport.h"

#include <QList>
#include <QMetaType>
#include <QString>

namespace tertulia
{

enum class SecurityChoice { Automatic, StartTls, DirectTls };

/// How the account proves who it is.
enum class LogInWay {
    Password, ///< SCRAM, or PLAIN by consent
    ClientCertificate, ///< EXTERNAL (XEP-0178)
    Anonymous, ///< ANONYMOUS (XEP-0175): the server gives an address for this session
};

enum class ProxyKind { None, System, Socks5, Http };

/// What stands between this computer and the server. Names are resolved by the proxy, never here.
struct ProxyChoice {
    ProxyKind kind = ProxyKind::None;
    QString host; ///< of Socks5 and Http
    quint16 port = 0; ///< 0: 1080 for Socks5, 8080 for Http
    QString user; ///< empty: the proxy asks for none; its password is in the keychain

    bool operator==(const ProxyChoice &) const = default;
};

/// What one account needs to connect.
struct ConnectionSettings {
    Jid account; ///< bare
    QString resource; ///< wish; empty: the server chooses
    QString host; ///< by hand; empty: found by DNS
    quint16 port = 0; ///< by hand; 0: 5222, or 5223 for direct TLS
    SecurityChoice security = SecurityChoice::Automatic;
    ProxyChoice proxy;
    LogInWay logInWay = LogInWay::Password;
    QString certificateFile; ///< of ClientCertificate: PKCS #12, or PEM with the key; its passphrase is in
                             ///< the keychain
    bool allowPlain = false; ///< consent of this account's person; void once SCRAM worked (SECURITY A39)
    bool scramWorked = false;
    bool requireBinding = false; ///< no log-in that is not tied to its TLS connection (SECURITY B17)
    bool bindingWorked = false; ///< a log-in was tied once; losing that is told
    QByteArray knownKey; ///< SPKI SHA-256 of the server at the last log-in (SECURITY B07); may be empty
    QString userAgentId; ///< random UUID of this account on this device (XEP-0388, SECURITY B13)
    QList<QSslCertificate> extraAuthorities;
    QList<CertificatePin> pins;
};

/// `from` of a stream header: who wants to log in; empty for an account that has no name of its own.
[[nodiscard]] inline QString headerAddress(const ConnectionSettings &settings)
{
    return settings.logInWay == LogInWay::Anonymous ? QString() : settings.account.toString();
}

/// The steps of connecting, in order, for the list that the log-in page shows live.
enum class ConnectionStep { FindServer, Connect, Secure, Authenticate, Bind, LoadContacts };
enum class StepState { Waiting, Running, Done, Failed };

struct StepReport {
    ConnectionStep step = ConnectionStep::FindServer;
    StepState state = StepState::Waiting;
    /// Fact to show: "example.org:5223" for FindServer and Connect, the issuer for Secure, the mechanism for
    /// Authenticate, the full address for Bind.
    QString detail = {};
    TransportSecurity security = TransportSecurity::StartTls; ///< of FindServer, Connect and Secure
    Error error = {}; ///< when Failed

    bool operator==(const StepReport &) const = default;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::StepReport)
