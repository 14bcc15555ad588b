// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/AccountSettings.h"
#include "core/session/PasswordSource.h"
#include "core/session/ProxyPassword.h"
#include "core/session/TokenRevocation.h"
#include "core/session/TokenSource.h"
#include "core/stream/LogInSecrets.h"

namespace tertulia
{

class Clock;

/// Brings together what an account proves itself with: a token or a password, or a certificate and the
/// passphrase of its file, or nothing at all; and with what its proxy asks for. A password whose change was
/// cut short is looked for under both of its names.
class LogInSource : public QObject
{
    Q_OBJECT
public:
    LogInSource(SecretStore &secrets, Clock &clock, const AccountSettings &settings,
                QObject *parent = nullptr);

    /// Takes effect at the next request(). From an account that is not to be remembered any more the keychain
    /// takes back what it has of it, and the server its tokens.
    void setSettings(const AccountSettings &settings);
    /// Asks for what the account logs in with. One of ready(), missing() and unusable() follows from the
    /// event loop, but not while the keychain waits to be unlocked.
    void request();
    [[nodiscard]] bool isWaitingForKeychain() const;
    /// What the person is asked for when it is missing.
    [[nodiscard]] SecretPurpose wanted() const;
    void setTyped(const QString &secret, bool remember);
    /// Of ProxyChoice::user.
    void setProxyPassword(const QString &password, bool remember);
    [[nodiscard]] ProxyPassword &proxyPassword() { return m_proxyPassword; }
    /// The server let us in by this mechanism.
    void proven(const QString &mechanism);
    /// The server did not. True if there is another password to try, which is asked for already.
    [[nodiscard]] bool refused();

    // Tokens (XEP-0484).
    void takeToken(const HashedToken &token);
    void tokenRefused();
    /// None is to be used any more, or kept, here or at the server (tokensVoid()). True if there were some.
    Task<bool> forgetTokens();

    // Changing the password.
    /// Whether it is the present password. While nobody knows which of two is, either will do.
    [[nodiscard]] Task<bool> isPassword(const QString &typed);
    /// The server takes this one from now on; whoever changed it keeps it.
    void replacePassword(const QString &password);
    /// While it is being changed, what is in the keychain belongs to whoever changes it.
    void setChangeUnderWay(bool underWay) { m_changeUnderWay = underWay; }

Q_SIGNALS:
    void ready(const tertulia::LogInSecrets &secrets);
    /// The person has to be asked.
    void missing(const tertulia::Error &error);
    /// The certificate's file is of no use, whatever is typed.
    void unusable(const tertulia::Error &error);
    void waitingForKeychain();
    /// The server should forget these.
    void tokensVoid(const tertulia::VoidTokens &order);
    void notStored(const tertulia::Error &error);
    /// The keychain holds the right password under its own name alone: AccountSettings::passwordChanging is
    /// over.
    void changeSettled();

private:
    [[nodiscard]] bool usesTokens() const;
    void give(LogInSecrets secrets);
    void onTokenMissing(const Error &error);
    void loadCertificate(const QString &passphrase);
    void onPassphraseMissing(const Error &error);
    void forgetRemembered();
    void settleChange();
    void forgetNewPassword();

    SecretStore &m_secrets;
    Clock &m_clock;
    AccountSettings m_settings;
    PasswordSource m_password;
    PasswordSource m_newPassword;
    PasswordSource m_passphrase;
    TokenSource m_token;
    ProxyPassword m_proxyPassword;
    quint64 m_request = 0; ///< a slow answer to an older one counts no more
    bool m_asksForToken = false;
    bool m_triesNew = false; ///< the old password was refused; the new one of a change is tried
    bool m_changeUnderWay = false;
};

} // namespace tertulia
