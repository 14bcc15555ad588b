// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/LogInSource.h"

#include "core/base/Clock.h"

#include <utility>

namespace tertulia
{

LogInSource::LogInSource(SecretStore &secrets, Clock &clock, const AccountSettings &settings, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_settings(settings)
    , m_password(secrets, settings.id, SecretPurpose::Password)
    , m_newPassword(secrets, settings.id, SecretPurpose::NewPassword)
    , m_passphrase(secrets, settings.id, SecretPurpose::CertificatePassphrase)
    , m_token(secrets, settings.id)
    , m_proxyPassword(secrets, settings.id)
{
    connect(&m_token, &TokenSource::ready, this, [this](const HashedToken &token) {
        if (std::exchange(m_asksForToken, false))
            give({.password = m_password.known(), .token = token});
    });
    connect(&m_token, &TokenSource::missing, this, &LogInSource::onTokenMissing);
    connect(&m_password, &PasswordSource::ready, this,
            [this](const QString &password) { give({.password = password}); });
    connect(&m_password, &PasswordSource::missing, this, &LogInSource::missing);
    connect(&m_password, &PasswordSource::notStored, this, &LogInSource::notStored);
    connect(&m_newPassword, &PasswordSource::ready, this, [this](const QString &password) {
        if (m_triesNew)
            give({.password = password});
    });
    // The old one was refused, and there is no new one: the person knows.
    connect(&m_newPassword, &PasswordSource::missing, this, [this] {
        if (std::exchange(m_triesNew, false))
            Q_EMIT missing(Error{ErrorCode::PasswordNeeded});
    });
    connect(&m_passphrase, &PasswordSource::ready, this, &LogInSource::loadCertificate);
    connect(&m_passphrase, &PasswordSource::missing, this, &LogInSource::onPassphraseMissing);
    connect(&m_passphrase, &PasswordSource::notStored, this, &LogInSource::notStored);
}

void LogInSource::setSettings(const AccountSettings &settings)
{
    if (settings.connection.certificateFile != m_settings.connection.certificateFile)
        m_passphrase.replace({});
    const bool forgets = m_settings.rememberPassword && !settings.rememberPassword;
    m_settings = settings;
    if (forgets)
        forgetRemembered();
}

void LogInSource::request()
{
    ++m_request;
    m_triesNew = false;
    m_asksForToken = false;
    switch (m_settings.connection.logInWay) {
    case LogInWay::Password:
        // Where there is a token the password stays where it is.
        m_asksForToken = usesTokens() && !m_password.isUnproven();
        if (m_asksForToken)
            m_token.request();
        else
            m_password.request();
        return;
    case LogInWay::ClientCertificate:
        loadCertificate(m_passphrase.known());
        return;
    case LogInWay::Anonymous:
        break;
    }
    const quint64 asked = m_request;
    QMetaObject::invokeMethod(
        this,
        [this, asked] {
            if (asked == m_request)
                give({});
        },
        Qt::QueuedConnection);
}

bool LogInSource::isWaitingForKeychain() const
{
    return m_token.isWaitingForKeychain() || m_password.isWaitingForKeychain()
        || m_newPassword.isWaitingForKeychain() || m_passphrase.isWaitingForKeychain();
}

SecretPurpose LogInSource::wanted() const
{
    return m_settings.connection.logInWay == LogInWay::ClientCertificate
        ? SecretPurpose::CertificatePassphrase
        : SecretPurpose::Password;
}

void LogInSource::setTyped(const QString &secret, bool remember)
{
    (wanted() == SecretPurpose::Password ? m_password : m_passphrase).setTyped(secret, remember);
}

void LogInSource::setProxyPassword(const QString &password, bool remember)
{
    m_proxyPassword.setTyped(password);
    if (!remember || password.isEmpty())
        return;
    m_secrets.write(secretKey(m_settings.id, SecretPurpose::ProxyPassword), password)
        .then(this, [this](const Result<void> &kept) {
            if (!kept)
                Q_EMIT notStored(kept.error());
        });
}

void LogInSource::proven(const QString &mechanism)
{
    if (m_settings.connection.logInWay != LogInWay::Password)
        return;
    if (hashedTokenBinding(mechanism)) { // which says nothing of the password
        m_token.proven();
        return;
    }
    if (std::exchange(m_triesNew, false))
        m_password.setTyped(m_newPassword.known(), m_settings.rememberPassword);
    if (!m_settings.passwordChanging)
        m_password.proven();
    else if (!m_changeUnderWay)
        settleChange();
}

bool LogInSource::refused()
{
    if (m_settings.connection.logInWay != LogInWay::Password)
        return false;
    if (std::exchange(m_triesNew, false)) {
        m_newPassword.refused();
        return false;
    }
    m_password.refused();
    // The program may have ended between the server's answer and the keychain (SECURITY B20).
    if (!m_settings.passwordChanging)
        return false;
    m_triesNew = true;
    m_newPassword.request();
    if (m_newPassword.isWaitingForKeychain())
        Q_EMIT waitingForKeychain();
    return true;
}

bool LogInSource::usesTokens() const
{
    return m_settings.rememberPassword && m_settings.connection.logInWay == LogInWay::Password;
}

void LogInSource::give(LogInSecrets secrets)
{
    m_asksForToken = false;
    secrets.wantsToken = usesTokens();
    const ProxyChoice &proxy = m_settings.connection.proxy;
    const bool waits = m_proxyPassword.asksKeychain(proxy);
    m_proxyPassword.of(proxy).then(
        this,
        [this, asked = m_request, secrets = std::move(secrets)](const Result<QString> &password) mutable {
            secrets.proxyPassword = password.value_or(QString());
            if (asked == m_request)
                Q_EMIT ready(secrets);
            secrets.wipe();
        });
    if (waits)
        Q_EMIT waitingForKeychain();
}

void LogInSource::onTokenMissing(const Error &error)
{
    if (!std::exchange(m_asksForToken, false))
        return;
    // A keychain that cannot be read now is not asked a second time.
    if (error.code == ErrorCode::SecretNotFound || !m_password.known().isEmpty())
        m_password.request();
    else
        Q_EMIT missing(error);
}

void LogInSource::takeToken(const HashedToken &token)
{
    if (usesTokens())
        m_token.take(token);
}

void LogInSource::tokenRefused()
{
    m_token.refused();
}

Task<bool> LogInSource::forgetTokens()
{
    auto promise = std::make_shared<Promise<bool>>();
    auto task = promise->task();
    m_token.forget().then(this, [this, promise](const Result<ForgottenTokens> &forgotten) {
        if (!forgotten || forgotten->tokens.isEmpty()) {
            promise->finish(forgotten && forgotten->gone);
            return;
        }
        m_proxyPassword.of(m_settings.connection.proxy)
            .then(this, [this, promise, forgotten](const Result<QString> &password) {
                Q_EMIT tokensVoid({m_settings.connection, password.value_or(QString()), forgotten->tokens});
                promise->finish(forgotten->gone);
            });
    });
    return task;
}

void LogInSource::forgetRemembered()
{
    forgetTokens().ignore();
    m_password.forgetStored();
    m_passphrase.forgetStored();
}

Task<bool> LogInSource::isPassword(const QString &typed)
{
    auto promise = std::make_shared<Promise<bool>>();
    auto task = promise->task();
    m_password.isThis(typed).then(this, [this, promise, typed](const Result<bool> &is) {
        if ((is && *is) || !m_settings.passwordChanging) {
            promise->finish(is);
            return;
        }
        m_newPassword.isThis(typed).then(this,
                                         [promise](const Result<bool> &isNew) { promise->finish(isNew); });
    });
    return task;
}

void LogInSource::replacePassword(const QString &password)
{
    m_password.replace(password);
}

void LogInSource::loadCertificate(const QString &passphrase)
{
    const quint64 asked = m_request;
    const bool given = !passphrase.isEmpty();
    ClientCertificate::loadOnWorker(m_settings.connection.certificateFile, passphrase, m_clock.now())
        .then(this, [this, asked, given](Result<ClientCertificate::Pointer> loaded) {
            if (asked != m_request)
                return;
            if (loaded) {
                m_passphrase.proven();
                give({.certificate = *loaded});
            } else if (loaded.error().code != ErrorCode::ClientCertificateLocked) {
                Q_EMIT unusable(loaded.error());
            } else {
                if (given)
                    m_passphrase.refused();
                m_passphrase.request();
                if (m_passphrase.isWaitingForKeychain())
                    Q_EMIT waitingForKeychain();
            }
        });
}

void LogInSource::onPassphraseMissing(const Error &error)
{
    const bool none = error.code == ErrorCode::SecretNotFound || error.code == ErrorCode::PasswordNeeded;
    Q_EMIT missing(none ? Error{ErrorCode::ClientCertificateLocked, m_settings.connection.certificateFile}
                        : error);
}

void LogInSource::settleChange()
{
    if (!m_settings.rememberPassword)
        return forgetNewPassword();
    // The one that let us in is the right one, whichever it is. It is kept before the other is forgotten.
    m_secrets.write(secretKey(m_settings.id, SecretPurpose::Password), m_password.known())
        .then(this, [this](const Result<void> &written) {
            if (written)
                forgetNewPassword();
            else
                Q_EMIT notStored(written.error());
        });
}

void LogInSource::forgetNewPassword()
{
    m_secrets.remove(secretKey(m_settings.id, SecretPurpose::NewPassword))
        .then(this, [this](const Result<void> &removed) {
            m_newPassword.replace({});
            if (removed || removed.error().code == ErrorCode::SecretNotFound)
                Q_EMIT changeSettled();
        });
}

} // namespace tertulia
