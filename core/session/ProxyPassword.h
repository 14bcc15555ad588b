// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"

#include <QObject>

namespace tertulia
{

class SecretStore;
struct ProxyChoice;

/// The password of an account's proxy, for all that goes by it: what was typed in this process, else what the
/// keychain has.
class ProxyPassword : public QObject
{
    Q_OBJECT
public:
    ProxyPassword(SecretStore &secrets, const QString &accountId, QObject *parent = nullptr);
    ~ProxyPassword() override;

    /// For this process; the keychain is not told.
    void setTyped(const QString &password);
    /// Whether of() asks the keychain: only for a proxy that wants a name and a password that nobody typed.
    [[nodiscard]] bool asksKeychain(const ProxyChoice &proxy) const;
    /// Empty where none is needed, and where none can be had: the proxy may be content with the name, and has
    /// the word. Never an error.
    [[nodiscard]] Task<QString> of(const ProxyChoice &proxy);

private:
    SecretStore &m_secrets;
    const QString m_key;
    QString m_typed;
};

} // namespace tertulia
