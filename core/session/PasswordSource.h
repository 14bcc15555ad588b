// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"

#include <QObject>
#include <QString>

namespace tertulia
{

class SecretStore;

/// The password of one account: kept in memory while it is used, read from the keychain when it is not there,
/// and written to it only after a log-in proved it right (UI e.8). It never touches a file.
class PasswordSource : public QObject
{
    Q_OBJECT
public:
    PasswordSource(SecretStore &secrets, const QString &accountId, QObject *parent = nullptr);
    ~PasswordSource() override;

    /// The keychain's key for this account's password.
    static QString keyFor(const QString &accountId);

    /// The keychain's key for the password of this account's proxy.
    static QString proxyKeyFor(const QString &accountId);

    /// Asks for the password: ready() or missing() follows from the event loop. While the keychain waits to
    /// be unlocked neither does, however long it takes; setTyped() may end that.
    void request();
    [[nodiscard]] bool isWaitingForKeychain() const { return m_reading; }
    /// What is in memory; null if nothing is.
    [[nodiscard]] const QString &known() const { return m_password; }
    /// Typed, and not proven yet.
    [[nodiscard]] bool isUnproven() const { return m_typed; }
    /// What the person typed; `remember` stores it once proven() was called.
    void setTyped(const QString &password, bool remember);
    /// The server accepted it.
    void proven();
    /// The server refused it: forget it here, leave the keychain's entry alone (another backend may be at
    /// fault).
    void refused();

Q_SIGNALS:
    void ready(const QString &password);
    /// SecretNotFound, or why the keychain could not give it.
    void missing(const tertulia::Error &error);
    void notStored(const tertulia::Error &error);

private:
    void wipe();

    SecretStore &m_secrets;
    QString m_key;
    QString m_password;
    bool m_typed = false; ///< and not proven since
    bool m_reading = false;
    bool m_storeWhenProven = false;
    bool m_wasRefused = false;
};

} // namespace tertulia
