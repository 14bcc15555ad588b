// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/InMemorySecretStore.h"

namespace tertulia
{

Task<QString> InMemorySecretStore::read(const QString &key)
{
    if (const auto found = m_secrets.constFind(key); found != m_secrets.cend())
        return Task<QString>::completed(*found);
    return Task<QString>::completed(failure(ErrorCode::SecretNotFound, key));
}

Task<void> InMemorySecretStore::write(const QString &key, const QString &secret)
{
    m_secrets.insert(key, secret);
    return Task<void>::completed({});
}

Task<void> InMemorySecretStore::remove(const QString &key)
{
    m_secrets.remove(key);
    return Task<void>::completed({});
}

Task<QString> InMemorySecretStore::probe()
{
    return Task<QString>::completed(failure(ErrorCode::KeychainUnavailable));
}

} // namespace tertulia
