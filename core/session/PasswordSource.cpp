// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/PasswordSource.h"

#include "core/base/Log.h"

namespace tertulia
{

PasswordSource::PasswordSource(SecretStore &secrets, const QString &accountId, SecretPurpose purpose,
                               QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_key(secretKey(accountId, purpose))
{
}

PasswordSource::~PasswordSource()
{
    wipe();
}

void PasswordSource::request()
{
    if (!m_password.isEmpty()) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (!m_password.isEmpty())
                    Q_EMIT ready(m_password);
            },
            Qt::QueuedConnection);
        return;
    }
    if (m_wasRefused) {
        // The keychain would only give the refused one again.
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT missing(Error{ErrorCode::PasswordNeeded}); }, Qt::QueuedConnection);
        return;
    }
    if (m_reading)
        return;
    m_reading = true;
    m_secrets.read(m_key).then(this, [this](Result<QString> secret) {
        m_reading = false;
        if (!m_password.isEmpty())
            return; // typed meanwhile
        if (!secret) {
            Q_EMIT missing(secret.error());
            return;
        }
        m_password = *secret;
        Q_EMIT ready(m_password);
    });
}

void PasswordSource::setTyped(const QString &password, bool remember)
{
    wipe();
    m_password = password;
    m_typed = true;
    m_storeWhenProven = remember;
    m_wasRefused = false;
}

void PasswordSource::proven()
{
    m_typed = false;
    if (!std::exchange(m_storeWhenProven, false) || m_password.isEmpty())
        return;
    m_secrets.write(m_key, m_password).then(this, [this](Result<void> written) {
        if (!written)
            Q_EMIT notStored(written.error());
    });
}

void PasswordSource::refused()
{
    wipe();
    m_wasRefused = true;
    m_typed = false;
    m_storeWhenProven = false;
}

void PasswordSource::forgetStored()
{
    m_storeWhenProven = false;
    m_secrets.remove(m_key).then(this, [](const Result<void> &removed) {
        if (!removed && removed.error().code != ErrorCode::SecretNotFound)
            qCWarning(logSession) << "the keychain keeps a password that is to be forgotten";
    });
}

Task<bool> PasswordSource::isThis(const QString &secret)
{
    if (!m_password.isEmpty())
        return Task<bool>::completed(m_password == secret);
    return m_secrets.read(m_key).map(this, [secret](const QString &kept) { return kept == secret; });
}

void PasswordSource::replace(const QString &secret)
{
    setTyped(secret, false);
}

void PasswordSource::wipe()
{
    m_password.fill(QChar(u'\0'));
    m_password.clear();
}

} // namespace tertulia
