// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SecretStore.h"

#include <QObject>
#include <QString>

namespace tertulia
{

/// One password of an account, or of what it stands on: kept in memory while it is used, read from the
/// keychain when it is not there, and written to it only after it was proven right (UI e.8). It never touches
/// a file.
class PasswordSource : public QObject
{
    Q_OBJECT
public:
    PasswordSource(SecretStore &secrets, const QString &accountId,
                   SecretPurpose purpose = SecretPurpose::Password, QObject *parent = nullptr);
    ~PasswordSource() override;

    /// The keychain's key for this account's password.
    static QString keyFor(const QString &accountId) { return secretKey(accountId, SecretPurpose::Password); }

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
    /// It was accepted.
    void proven();
    /// It was refused: forget it here, leave the keychain's entry alone (another backend may be at
    /// fault).
    void refused();
    /// The keychain is not to have it any more; memory keeps it.
    void forgetStored();
    /// Whether it is this one; an error of the keychain where it is not in memory and cannot be read.
    [[nodiscard]] Task<bool> isThis(const QString &secret);
    /// From now on this one, which somebody else keeps.
    void replace(const QString &secret);

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
