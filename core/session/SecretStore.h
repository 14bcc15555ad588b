// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"

#include <QString>

namespace tertulia
{

/// Where passwords live: the OS keychain, or nothing (SECURITY B16). Keys are "account-uuid/purpose".
class SecretStore
{
public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    Q_DISABLE_COPY_MOVE(SecretStore)

    /// SecretNotFound, KeychainUnavailable, KeychainLocked, KeychainDenied or KeychainFailed. KeychainLocked
    /// comes after some seconds without an answer, as while the person is asked to unlock it; the question
    /// stays open, and reading the key again waits on for the same answer.
    virtual Task<QString> read(const QString &key) = 0;
    virtual Task<void> write(const QString &key, const QString &secret) = 0;
    virtual Task<void> remove(const QString &key) = 0;
    /// Whether a secret can be kept: writes, reads and deletes a random value. The name of the backend
    /// ("GNOME Keyring") or KeychainUnavailable.
    virtual Task<QString> probe() = 0;
};

} // namespace tertulia
