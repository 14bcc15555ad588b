// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SecretStore.h"

#include <QObject>

#include <functional>

namespace tertulia
{

class Store;

/// A SecretStore that remembers which keychain has which secret. Another one may answer at the next start,
/// which never had it: that is told apart from a secret that is nowhere (SECURITY A126).
class KnownKeychains : public QObject, public SecretStore
{
    Q_OBJECT
public:
    /// The keychain that answers now, as SecretStore::probe() calls it.
    using Name = std::function<Task<QString>()>;

    /// `keychain` and `store` must outlive this. Without a `name` nothing is remembered.
    KnownKeychains(SecretStore &keychain, Store &store, Name name, QObject *parent = nullptr);

    /// SecretNotFound has the name of the keychain that was given it as its text, if that is another one.
    Task<QString> read(const QString &key) override;
    Task<void> write(const QString &key, const QString &secret) override;
    Task<void> remove(const QString &key) override;
    Task<QString> probe() override;

private:
    void remember(const QString &key);

    SecretStore &m_keychain;
    Store &m_store;
    Name m_name;
};

} // namespace tertulia
