// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ProxyPassword.h"

#include "core/session/SecretStore.h"
#include "core/stream/ConnectionSettings.h"

namespace tertulia
{

namespace
{

bool takesAName(const ProxyChoice &proxy)
{
    return !proxy.user.isEmpty() && (proxy.kind == ProxyKind::Socks5 || proxy.kind == ProxyKind::Http);
}

} // namespace

ProxyPassword::ProxyPassword(SecretStore &secrets, const QString &accountId, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_key(secretKey(accountId, SecretPurpose::ProxyPassword))
{
}

ProxyPassword::~ProxyPassword()
{
    m_typed.fill(u'\0');
}

void ProxyPassword::setTyped(const QString &password)
{
    m_typed.fill(u'\0');
    m_typed = password;
}

bool ProxyPassword::asksKeychain(const ProxyChoice &proxy) const
{
    return takesAName(proxy) && m_typed.isEmpty();
}

Task<QString> ProxyPassword::of(const ProxyChoice &proxy)
{
    if (!asksKeychain(proxy))
        return Task<QString>::completed(takesAName(proxy) ? m_typed : QString());
    auto promise = std::make_shared<Promise<QString>>();
    auto task = promise->task();
    m_secrets.read(m_key).then(
        this, [promise](const Result<QString> &secret) { promise->finish(secret.value_or(QString())); });
    return task;
}

} // namespace tertulia
