// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SecretStore.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <memory>

namespace QKeychain
{
class Job;
}

namespace tertulia
{

/// Secrets in the keychain of the operating system (SECURITY B16, A125, A126). Never falls back to a file.
///
/// A keychain may take its time, as when it asks the person to unlock it. One question stands for all who
/// read the same key meanwhile, however long it takes. The task of a write or removal ends as KeychainLocked
/// after `patience`, while what was asked goes on by itself.
class KeychainSecretStore : public QObject, public SecretStore
{
    Q_OBJECT
public:
    /// `service` is the name under which entries are kept: the application id.
    explicit KeychainSecretStore(const QString &service, QObject *parent = nullptr);
    ~KeychainSecretStore() override;

    void setPatience(std::chrono::milliseconds patience);

    Task<QString> read(const QString &key) override;
    Task<void> write(const QString &key, const QString &secret) override;
    Task<void> remove(const QString &key) override;
    Task<QString> probe() override;
    /// The backend that answers now, by the name that probe() gives.
    [[nodiscard]] Task<QString> name();

private:
    class Reading;

    Task<void> run(QKeychain::Job *job, const QString &key);

    QString m_service;
    std::chrono::milliseconds m_patience{5000};
    QHash<QString, std::shared_ptr<Reading>> m_readings;
};

} // namespace tertulia
