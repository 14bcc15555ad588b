// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TokenSource.h"

#include "core/base/Log.h"
#include "core/session/SecretStore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr qsizetype kMostTokens = 2;

void logFailure(const Result<void> &done)
{
    if (!done && done.error().code != ErrorCode::SecretNotFound)
        qCWarning(logSession) << "the keychain could not be written; a later log-in takes the password";
}

} // namespace

TokenSource::TokenSource(SecretStore &secrets, const QString &accountId, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_key(keyFor(accountId))
{
}

TokenSource::~TokenSource()
{
    wipe();
}

QString TokenSource::keyFor(const QString &accountId)
{
    return secretKey(accountId, SecretPurpose::Token);
}

QString TokenSource::toText(const QList<HashedToken> &tokens)
{
    QJsonArray list;
    for (const HashedToken &token : tokens)
        list.append(QJsonObject{{u"mechanism"_s, token.mechanism},
                                {u"expiry"_s, token.expiry.toString(Qt::ISODate)},
                                {u"secret"_s, token.secret}});
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

QList<HashedToken> TokenSource::fromText(const QString &text)
{
    QList<HashedToken> tokens;
    for (const auto &value : QJsonDocument::fromJson(text.toUtf8()).array()) {
        const QJsonObject object = value.toObject();
        const HashedToken token{object[u"mechanism"_s].toString(), object[u"secret"_s].toString(),
                                QDateTime::fromString(object[u"expiry"_s].toString(), Qt::ISODate).toUTC()};
        if (!token.isNull() && token.expiry.isValid() && tokens.size() < kMostTokens)
            tokens.append(token);
    }
    return tokens;
}

void TokenSource::request()
{
    if (m_known) {
        QMetaObject::invokeMethod(this, &TokenSource::give, Qt::QueuedConnection);
        return;
    }
    if (m_reading)
        return;
    m_reading = true;
    m_secrets.read(m_key).then(this, [this](Result<QString> text) {
        m_reading = false;
        if (!text && text.error().code != ErrorCode::SecretNotFound) {
            Q_EMIT missing(text.error());
            return;
        }
        // One that came meanwhile is newer than any that was kept.
        if (!std::exchange(m_known, true)) {
            m_kept = text.has_value();
            m_tokens = fromText(text.value_or(QString()));
        }
        give();
    });
}

void TokenSource::give()
{
    if (m_tokens.isEmpty()) {
        Q_EMIT missing({ErrorCode::SecretNotFound, m_key});
        return;
    }
    m_used = m_tokens.first().secret;
    Q_EMIT ready(m_tokens.first());
}

void TokenSource::take(const HashedToken &token)
{
    // The one in use worked a moment ago; a new one that was never used is void by now.
    m_tokens.removeIf([this](const HashedToken &known) { return known.secret != m_used; });
    m_tokens.prepend(token);
    m_known = true;
    store();
}

void TokenSource::proven()
{
    const auto used = std::find_if(m_tokens.begin(), m_tokens.end(),
                                   [this](const HashedToken &token) { return token.secret == m_used; });
    if (used == m_tokens.end() || used + 1 == m_tokens.end())
        return;
    m_tokens.erase(used + 1, m_tokens.end());
    store();
}

void TokenSource::refused()
{
    if (m_tokens.removeIf([this](const HashedToken &token) { return token.secret == m_used; }) > 0)
        store();
}

Task<ForgottenTokens> TokenSource::forget()
{
    auto promise = std::make_shared<Promise<ForgottenTokens>>();
    auto task = promise->task();
    const bool known = std::exchange(m_known, true);
    const QList<HashedToken> tokens = std::exchange(m_tokens, {});
    wipe();
    if (known) {
        if (std::exchange(m_kept, false))
            discard(tokens, std::move(*promise));
        else
            promise->finish({});
        return task;
    }
    m_secrets.read(m_key).then(this, [this, promise](const Result<QString> &text) {
        // What cannot be read can perhaps be deleted.
        if (!text && text.error().code == ErrorCode::SecretNotFound)
            promise->finish({});
        else
            discard(fromText(text.value_or(QString())), std::move(*promise));
    });
    return task;
}

void TokenSource::discard(const QList<HashedToken> &tokens, Promise<ForgottenTokens> promise)
{
    auto held = std::make_shared<Promise<ForgottenTokens>>(std::move(promise));
    m_secrets.remove(m_key).then(this, [tokens, held](const Result<void> &removed) {
        logFailure(removed);
        held->finish(ForgottenTokens{tokens, removed.has_value()});
    });
}

void TokenSource::store()
{
    m_kept = !m_tokens.isEmpty();
    auto stored = m_tokens.isEmpty() ? m_secrets.remove(m_key) : m_secrets.write(m_key, toText(m_tokens));
    std::move(stored).then(this, [](const Result<void> &done) { logFailure(done); });
}

void TokenSource::wipe()
{
    for (HashedToken &token : m_tokens)
        token.wipe();
    m_tokens.clear();
    m_used.fill(u'\0');
    m_used.clear();
}

} // namespace tertulia
