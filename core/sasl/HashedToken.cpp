// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/HashedToken.h"

#include "core/sasl/Hmac.h"
#include "core/sasl/SaslPrep.h"

#include <openssl/crypto.h>

#include <array>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

struct Kind {
    QLatin1String mechanism;
    QByteArrayView binding;
};
constexpr std::array<Kind, 4> kKinds{{
    {QLatin1String("HT-SHA-256-EXPR"), "tls-exporter"},
    {QLatin1String("HT-SHA-256-UNIQ"), "tls-unique"},
    {QLatin1String("HT-SHA-256-ENDP"), "tls-server-end-point"},
    {QLatin1String("HT-SHA-256-NONE"), ""},
}};

} // namespace

void HashedToken::wipe()
{
    secret.fill(u'\0');
    secret.clear();
}

std::optional<QByteArray> hashedTokenBinding(const QString &mechanism)
{
    for (const Kind &kind : kKinds)
        if (mechanism == kind.mechanism)
            return kind.binding.toByteArray();
    return std::nullopt;
}

QString chooseHashedToken(const QStringList &offered, const QList<QByteArray> &bindingTypes,
                          bool mayBeUnbound)
{
    const auto offeredFor = [&](QByteArrayView binding) {
        for (const Kind &kind : kKinds)
            if (kind.binding == binding && offered.contains(kind.mechanism))
                return QString(kind.mechanism);
        return QString();
    };
    for (const QByteArray &type : bindingTypes)
        if (const QString mechanism = offeredFor(type); !mechanism.isEmpty())
            return mechanism;
    return mayBeUnbound ? offeredFor("") : QString();
}

HashedTokenClient::HashedTokenClient(const QString &username, HashedToken token, QByteArray binding)
    : m_username(username)
    , m_token(std::move(token))
    , m_binding(std::move(binding))
{
}

QByteArray HashedTokenClient::hashed(QByteArrayView role) const
{
    const SecretBytes key(m_token.secret.toUtf8());
    // The name of a mechanism stands for its hash function here.
    return Hmac::of(Mechanism::ScramSha256, key.view(), QByteArray(role.toByteArray() + m_binding))
        .view()
        .toByteArray();
}

Result<QByteArray> HashedTokenClient::initiation() const
{
    const auto name = saslPrep(m_username);
    if (!name)
        return failure(ErrorCode::InvalidAuthorizationId);
    const QByteArray hash = hashed("Initiator");
    if (hash.isEmpty())
        return failure(ErrorCode::AuthenticationAborted);
    return name->view().toByteArray() + '\0' + hash;
}

Result<void> HashedTokenClient::finish(QByteArrayView message) const
{
    const QByteArray expected = hashed("Responder");
    if (expected.isEmpty() || message.size() != expected.size()
        || CRYPTO_memcmp(message.data(), expected.constData(), size_t(expected.size())) != 0)
        return failure(ErrorCode::ServerNotProven, m_token.mechanism);
    return {};
}

} // namespace tertulia
