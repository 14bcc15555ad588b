// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/KnownKeychains.h"

#include "core/store/SettingsTable.h"
#include "core/store/Store.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// Among what is kept of the account whose secret it is, and gone with that.
QString settingKey(const QString &key)
{
    return u"account/"_s + key.section(u'/', 0, 0) + u"/keychain/"_s + key.section(u'/', 1);
}

} // namespace

KnownKeychains::KnownKeychains(SecretStore &keychain, Store &store, Name name, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_store(store)
    , m_name(std::move(name))
{
}

void KnownKeychains::remember(const QString &key)
{
    if (!m_name)
        return;
    m_name().then(this, [this, key](const Result<QString> &name) {
        if (name && m_store.settings().value(settingKey(key)).toString() != *name)
            std::ignore = m_store.settings().setValue(settingKey(key), *name);
    });
}

Task<QString> KnownKeychains::read(const QString &key)
{
    auto promise = std::make_shared<Promise<QString>>();
    auto task = promise->task();
    m_keychain.read(key).then(this, [this, key, promise](Result<QString> secret) {
        const QString known = m_store.settings().value(settingKey(key)).toString();
        if (secret)
            remember(key);
        if (secret || secret.error().code != ErrorCode::SecretNotFound || known.isEmpty() || !m_name) {
            promise->finish(std::move(secret));
            return;
        }
        m_name().then(this, [promise, known, error = secret.error()](const Result<QString> &name) {
            const bool elsewhere = name && *name != known;
            promise->finish(Failure(Error{error.code, error.subject, elsewhere ? known : error.text}));
        });
    });
    return task;
}

Task<void> KnownKeychains::write(const QString &key, const QString &secret)
{
    return m_keychain.write(key, secret).map(this, [this, key] { remember(key); });
}

Task<void> KnownKeychains::remove(const QString &key)
{
    return m_keychain.remove(key).map(
        this, [this, key] { std::ignore = m_store.settings().setValue(settingKey(key), {}); });
}

Task<QString> KnownKeychains::probe()
{
    return m_keychain.probe();
}

} // namespace tertulia
