// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SecretStore.h"

#include <QHash>

#include <optional>
#include <vector>

namespace tertulia
{

/// A keychain in memory that can be made to fail, to wait, or to be absent.
class FakeSecretStore : public SecretStore
{
public:
    Task<QString> read(const QString &key) override;
    Task<void> write(const QString &key, const QString &secret) override;
    Task<void> remove(const QString &key) override;
    Task<QString> probe() override;

    /// Every later call fails so; nullopt: works.
    void failWith(std::optional<ErrorCode> code) { m_failure = code; }
    /// Reads wait (the unlock prompt is open) until unlock().
    void lock() { m_locked = true; }
    void unlock();

    QHash<QString, QString> secrets;
    int reads = 0;

private:
    struct Waiting {
        QString key;
        Promise<QString> promise;
    };
    Result<QString> lookUp(const QString &key) const;

    std::optional<ErrorCode> m_failure;
    bool m_locked = false;
    std::vector<Waiting> m_waiting;
};

} // namespace tertulia
