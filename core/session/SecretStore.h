// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"

#include <QString>

#include <array>

namespace tertulia
{

/// What a secret of an account is for.
enum class SecretPurpose {
    Password,
    NewPassword, ///< while it is being changed: the one that the server is asked to take
    Token, ///< what FAST gave (XEP-0484)
    CertificatePassphrase, ///< of the account's certificate file
    ProxyPassword,
};
inline constexpr std::array kSecretPurposes{SecretPurpose::Password, SecretPurpose::NewPassword,
                                            SecretPurpose::Token, SecretPurpose::CertificatePassphrase,
                                            SecretPurpose::ProxyPassword};

/// The keychain's key for it, "account-uuid/purpose" (UI e.8).
QString secretKey(const QString &accountId, SecretPurpose purpose);

/// Where passwords live: the OS keychain, or nothing (SECURITY B16). Keys are "account-uuid/purpose".
class SecretStore
{
public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    Q_DISABLE_COPY_MOVE(SecretStore)

    /// SecretNotFound, KeychainUnavailable, KeychainDenied or KeychainFailed. Waits for as long as the person
    /// takes to unlock it (UI e.8); KeychainLocked only where that cannot be waited for.
    virtual Task<QString> read(const QString &key) = 0;
    /// Ends as KeychainLocked after some seconds without an answer, and goes on by itself; so does remove().
    virtual Task<void> write(const QString &key, const QString &secret) = 0;
    virtual Task<void> remove(const QString &key) = 0;
    /// Whether a secret can be kept: writes, reads and deletes a random value. The name of the backend
    /// ("GNOME Keyring") or KeychainUnavailable.
    virtual Task<QString> probe() = 0;
};

} // namespace tertulia
