// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/ScramClient.h"

#include "core/sasl/Hmac.h"
#include "core/sasl/SaslPrep.h"

#include <QList>

#include <algorithm>
#include <optional>

namespace tertulia
{

namespace
{

struct Attribute {
    char name = 0;
    QByteArrayView value;
};

/// attr-val *("," attr-val) of RFC 5802 7: one letter each, no name twice.
std::optional<QList<Attribute>> attributesOf(QByteArrayView message)
{
    QList<Attribute> attributes;
    quint64 seen = 0; // by letter
    while (true) {
        const qsizetype comma = message.indexOf(',');
        const QByteArrayView part = comma < 0 ? message : message.first(comma);
        if (part.size() < 2 || part[1] != '=')
            return {};
        const char name = part[0];
        if (!((name >= 'a' && name <= 'z') || (name >= 'A' && name <= 'Z')))
            return {};
        const quint64 bit = quint64(1) << (name - 'A');
        if ((seen & bit) != 0 || part.contains('\0'))
            return {};
        seen |= bit;
        attributes.append({name, part.sliced(2)});
        if (comma < 0)
            return attributes;
        message = message.sliced(comma + 1);
    }
}

bool isNonce(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x21 && c <= 0x7E && c != ','; });
}

/// posit-number within our limits.
std::optional<int> iterationCount(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 8 || text[0] == '0')
        return {};
    int count = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return {};
        count = count * 10 + (c - '0');
    }
    if (count < ScramClient::kFewestIterations || count > ScramClient::kMostIterations)
        return {};
    return count;
}

std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    if (text.isEmpty() || text.size() % 4 != 0)
        return {};
    auto decoded = QByteArray::fromBase64Encoding(
        text.toByteArray(), QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).isEmpty())
        return {};
    return *std::move(decoded);
}

QByteArray saslName(QByteArrayView name)
{
    return name.toByteArray().replace('=', "=3D").replace(',', "=2C");
}

} // namespace

ScramClient::ScramClient(Mechanism mechanism, const QString &username, const QByteArray &nonce,
                         Gs2Binding binding, ScramProtection protection)
    : m_mechanism(mechanism)
    , m_username(username)
    , m_nonce(nonce)
    , m_binding(std::move(binding))
    , m_protection(std::move(protection))
{
    Q_ASSERT(isScram(mechanism));
    Q_ASSERT(isNonce(nonce));
}

Failure ScramClient::fail(ErrorCode code, const QString &text)
{
    m_state = State::Failed;
    const bool bound = m_binding.flag == Gs2Binding::Flag::Used;
    return failure(code, mechanismName(m_mechanism, bound), shownRemoteText(text));
}

bool ScramClient::isProtected(QByteArrayView hash, QByteArrayView version) const
{
    if (!version.isNull() && !m_protection.tlsVersion.isEmpty() && version != m_protection.tlsVersion)
        return false;
    if (hash.isNull())
        return !m_protection.announcementNeeded;
    return hash == Hmac::hash(m_mechanism, m_protection.announcement).view().toByteArray().toBase64();
}

QByteArray ScramClient::gs2Header() const
{
    switch (m_binding.flag) {
    case Gs2Binding::Flag::NotSupported:
        return "n,,";
    case Gs2Binding::Flag::NotOffered:
        return "y,,";
    case Gs2Binding::Flag::Used:
        break;
    }
    return "p=" + m_binding.type + ",,";
}

Result<QByteArray> ScramClient::clientFirst()
{
    if (m_state != State::Initial)
        return fail(ErrorCode::AuthenticationMessageInvalid);
    const auto name = saslPrep(m_username);
    if (!name)
        return fail(ErrorCode::InvalidAuthorizationId);
    m_clientFirstBare = "n=" + saslName(name->view()) + ",r=" + m_nonce;
    m_state = State::FirstSent;
    return gs2Header() + m_clientFirstBare;
}

Result<ScramKeyRequest> ScramClient::challenge(QByteArrayView serverFirst, const QString &password)
{
    if (m_state != State::FirstSent || serverFirst.size() > kLongestMessage)
        return fail(ErrorCode::AuthenticationMessageInvalid);
    const auto attributes = attributesOf(serverFirst);
    // r, s and i come first and in this order; m (mandatory extensions) may only stand before them, and
    // nobody here understands one. Optional extensions may follow.
    if (!attributes || attributes->size() < 3 || attributes->at(0).name != 'r'
        || attributes->at(1).name != 's' || attributes->at(2).name != 'i')
        return fail(ErrorCode::AuthenticationMessageInvalid);
    QByteArrayView announced;
    QByteArrayView version;
    for (const Attribute &attribute : *attributes) {
        if (attribute.name == 'm')
            return fail(ErrorCode::AuthenticationMessageInvalid);
        if (attribute.name == 'h')
            announced = attribute.value;
        if (attribute.name == 't')
            version = attribute.value;
    }

    const QByteArrayView nonce = attributes->at(0).value;
    if (!isNonce(nonce) || !nonce.startsWith(m_nonce) || nonce.size() == m_nonce.size())
        return fail(ErrorCode::AuthenticationMessageInvalid);
    const auto salt = fromBase64(attributes->at(1).value);
    const auto iterations = iterationCount(attributes->at(2).value);
    if (!salt || !iterations)
        return fail(ErrorCode::AuthenticationMessageInvalid);
    // Before the password is touched: whoever changed the offer gets nothing to guess at.
    if (!isProtected(announced, version))
        return fail(ErrorCode::AuthenticationDowngraded);
    auto secret = saslPrep(password);
    if (!secret)
        return fail(secret.error().code);

    m_nonce = nonce.toByteArray();
    m_serverFirst = serverFirst.toByteArray();
    m_state = State::Challenged;
    return ScramKeyRequest{m_mechanism, *std::move(secret), *salt, *iterations};
}

Result<QByteArray> ScramClient::clientFinal(const ScramKeys &keys)
{
    if (m_state != State::Challenged)
        return fail(ErrorCode::AuthenticationMessageInvalid);
    QByteArray binding = gs2Header();
    if (m_binding.flag == Gs2Binding::Flag::Used)
        binding += m_binding.data;
    const QByteArray withoutProof = "c=" + binding.toBase64() + ",r=" + m_nonce;
    const QByteArray authMessage = m_clientFirstBare + ',' + m_serverFirst + ',' + withoutProof;

    const SecretBytes storedKey = Hmac::hash(m_mechanism, keys.clientKey.view());
    SecretBytes proof = Hmac::of(m_mechanism, storedKey.view(), authMessage);
    m_serverSignature = Hmac::of(m_mechanism, keys.serverKey.view(), authMessage);
    if (storedKey.size() == 0 || m_serverSignature.size() == 0 || proof.size() != keys.clientKey.size())
        return fail(ErrorCode::AuthenticationAborted);
    for (qsizetype i = 0; i < proof.size(); ++i)
        proof.data()[i] ^= keys.clientKey.data()[i];
    m_state = State::FinalSent;
    return withoutProof + ",p=" + proof.view().toByteArray().toBase64();
}

Result<void> ScramClient::finish(QByteArrayView serverFinal)
{
    if (m_state != State::FinalSent || serverFinal.size() > kLongestMessage)
        return fail(ErrorCode::ServerNotProven);
    const auto attributes = attributesOf(serverFinal);
    if (!attributes)
        return fail(ErrorCode::ServerNotProven);
    const Attribute &first = attributes->first();
    if (first.name == 'e') {
        for (const QByteArrayView condition :
             {"channel-bindings-dont-match", "server-does-support-channel-binding",
              "channel-binding-not-supported", "unsupported-channel-binding-type"})
            if (first.value == condition)
                return fail(ErrorCode::ChannelBindingFailed, QString::fromUtf8(first.value));
        const bool wrong = first.value == "invalid-proof" || first.value == "unknown-user"
            || first.value == "invalid-username-encoding";
        return fail(wrong ? ErrorCode::WrongPassword : ErrorCode::AuthenticationMessageInvalid,
                    QString::fromUtf8(first.value));
    }
    const auto signature = first.name == 'v' ? fromBase64(first.value) : std::nullopt;
    if (!signature || signature->size() != m_serverSignature.size()
        || CRYPTO_memcmp(signature->constData(), m_serverSignature.data(), size_t(signature->size())) != 0)
        return fail(ErrorCode::ServerNotProven);
    m_state = State::Proven;
    return {};
}

} // namespace tertulia
