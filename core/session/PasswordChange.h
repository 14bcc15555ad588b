// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"

#include <QObject>

namespace tertulia
{

class LogInSource;
class RegisterModule;
class SecretStore;

/// What came of a change of password.
struct PasswordChanged {
    bool stored = false; ///< the new one is in the keychain
    Error notStored; ///< else why not; Cancelled if it was not to be
    bool tokenForgotten = false; ///< this device had a token for quick log-ins (XEP-0484): it needs a new one
    int otherDevices = 0; ///< of this account, online now: each must log in again with the new password
};

/// Changes an account's password so that at every moment the keychain holds the one that the server takes:
/// the new one is written beside the old, then the server is asked, then the new one takes the old one's
/// place. A program that is killed on the way finds the right one at the next log-in (SECURITY B20).
class PasswordChange : public QObject
{
    Q_OBJECT
public:
    struct Account {
        QString id;
        bool remember = true; ///< keep the password in the keychain
    };
    enum class State { Idle, Confirming, StoringNew, AskingServer, Promoting, Over };

    PasswordChange(const Account &account, LogInSource &logIn, SecretStore &secrets, RegisterModule &server,
                   QObject *parent = nullptr);
    ~PasswordChange() override;

    /// Once. PasswordNotConfirmed if `current` is not the password in use; PasswordNotRepresentable or
    /// NewPasswordRefused for one that cannot be set; an error of the keychain; those of
    /// RegisterModule::changePassword(). When nobody can know whether the server took it, both stay.
    [[nodiscard]] Task<PasswordChanged> start(const QString &current, const QString &wanted);
    [[nodiscard]] State state() const { return m_state; }

Q_SIGNALS:
    /// From now on, or no more, the keychain may hold two passwords.
    void twoPasswords(bool two);
    void over();

private:
    void storeNew();
    void askServer();
    void promote();
    void forgetToken();
    void clearUp();
    void forgetNew(const Result<PasswordChanged> &outcome);
    void finish(const Result<PasswordChanged> &outcome);

    const Account m_account;
    LogInSource &m_logIn;
    SecretStore &m_secrets;
    RegisterModule &m_server;
    State m_state = State::Idle;
    QString m_current;
    QString m_wanted;
    PasswordChanged m_changed;
    Promise<PasswordChanged> m_promise;
};

} // namespace tertulia
