// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SecretStore.h"

#include <QHash>

namespace tertulia
{

/// Secrets that are forgotten with the process: the demo's, whose accounts end with it. probe() says
/// KeychainUnavailable, since nothing is kept.
class InMemorySecretStore : public SecretStore
{
public:
    Task<QString> read(const QString &key) override;
    Task<void> write(const QString &key, const QString &secret) override;
    Task<void> remove(const QString &key) override;
    Task<QString> probe() override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace tertulia
