// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/ScramKeys.h"

namespace tertulia
{

/// What the client says about channel binding (RFC 5802 6).
struct Gs2Binding {
    enum class Flag {
        NotSupported, ///< n: we cannot bind
        NotOffered, ///< y: we could, but the server does not offer it
        Used, ///< p=
    };
    Flag flag = Flag::NotSupported;
    QByteArray type = {}; ///< "tls-exporter" and so on, when used
    QByteArray data = {};
};

/// What a server may sign along with the password, so that nobody can change it on the way.
struct ScramProtection {
    QByteArray announcement = {}; ///< text whose hash is attribute h (XEP-0474)
    QByteArray tlsVersion = {}; ///< attribute t, "0304" for TLS 1.3 (XEP-0515); empty: not known
    bool announcementNeeded = false; ///< without h the exchange fails
};

/// The client's side of one SCRAM exchange (RFC 5802, 7677), without I/O: clientFirst(), challenge(), the
/// keys from deriveScramKeys(), clientFinal(), finish(). Whatever is out of order or breaks the rules or our
/// limits (SECURITY A44) is AuthenticationMessageInvalid and ends the exchange.
class ScramClient
{
public:
    /// `nonce` must be fresh random printable ASCII without comma (IdSource::next()).
    ScramClient(Mechanism mechanism, const QString &username, const QByteArray &nonce,
                Gs2Binding binding = {}, ScramProtection protection = {});

    static constexpr int kFewestIterations = 4096;
    static constexpr int kMostIterations = 10'000'000;
    static constexpr qsizetype kLongestMessage = 4096;

    [[nodiscard]] Mechanism mechanism() const { return m_mechanism; }
    /// InvalidAuthorizationId if the name cannot be represented.
    Result<QByteArray> clientFirst();
    /// Checks server-first-message; gives what to derive the keys from, PasswordNotRepresentable, or
    /// AuthenticationDowngraded if the server announced something else than what arrived (SECURITY A42).
    Result<ScramKeyRequest> challenge(QByteArrayView serverFirst, const QString &password);
    /// The message that proves us.
    Result<QByteArray> clientFinal(const ScramKeys &keys);
    /// Checks server-final-message. ServerNotProven unless the server's signature is there and right
    /// (SECURITY A45); WrongPassword or ChannelBindingFailed when the server says so here.
    Result<void> finish(QByteArrayView serverFinal);
    /// True only after finish() succeeded.
    [[nodiscard]] bool isServerProven() const { return m_state == State::Proven; }

private:
    enum class State { Initial, FirstSent, Challenged, FinalSent, Proven, Failed };

    Failure fail(ErrorCode code, const QString &text = {});
    [[nodiscard]] QByteArray gs2Header() const;
    [[nodiscard]] bool isProtected(QByteArrayView hash, QByteArrayView version) const;

    Mechanism m_mechanism;
    QString m_username;
    QByteArray m_nonce; ///< ours; both after the challenge
    Gs2Binding m_binding;
    ScramProtection m_protection;
    State m_state = State::Initial;
    QByteArray m_clientFirstBare;
    QByteArray m_serverFirst;
    SecretBytes m_serverSignature; ///< expected
};

} // namespace tertulia
