// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/Hmac.h"

#include <openssl/core_names.h>
#include <openssl/params.h>

namespace tertulia
{

namespace
{

const char *digestName(Mechanism mechanism)
{
    switch (mechanism) {
    case Mechanism::ScramSha512:
        return "SHA512";
    case Mechanism::ScramSha256:
        return "SHA256";
    case Mechanism::ScramSha1:
    case Mechanism::Plain:
    case Mechanism::External:
    case Mechanism::Anonymous:
        break;
    }
    return "SHA1";
}

} // namespace

Hmac::Hmac(Mechanism mechanism, QByteArrayView key)
    : m_size(size_t(size(mechanism)))
{
    EVP_MAC *mac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    if (!mac)
        return;
    m_context = EVP_MAC_CTX_new(mac);
    EVP_MAC_free(mac);
    // OpenSSL does not write to it, but its parameter type is not const.
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, const_cast<char *>(digestName(mechanism)), 0),
        OSSL_PARAM_construct_end()};
    // An empty key is a key; a null pointer would mean the previous one.
    static const uchar kNothing = 0;
    const auto *data = key.isEmpty() ? &kNothing : reinterpret_cast<const uchar *>(key.data());
    if (m_context && EVP_MAC_init(m_context, data, size_t(key.size()), parameters) != 1) {
        EVP_MAC_CTX_free(m_context);
        m_context = nullptr;
    }
}

Hmac::~Hmac()
{
    EVP_MAC_CTX_free(m_context);
}

qsizetype Hmac::size(Mechanism mechanism)
{
    return mechanism == Mechanism::ScramSha512 ? 64 : mechanism == Mechanism::ScramSha256 ? 32 : 20;
}

bool Hmac::digest(QByteArrayView message, uchar *out)
{
    size_t written = 0;
    return m_context && EVP_MAC_init(m_context, nullptr, 0, nullptr) == 1
        && EVP_MAC_update(m_context, reinterpret_cast<const uchar *>(message.data()), size_t(message.size()))
        == 1
        && EVP_MAC_final(m_context, out, &written, m_size) == 1 && written == m_size;
}

SecretBytes Hmac::of(Mechanism mechanism, QByteArrayView key, QByteArrayView message)
{
    Hmac hmac(mechanism, key);
    SecretBytes out(size(mechanism));
    if (!hmac.digest(message, out.data()))
        return {};
    return out;
}

SecretBytes Hmac::hash(Mechanism mechanism, QByteArrayView message)
{
    SecretBytes out(size(mechanism));
    size_t written = 0;
    if (EVP_Q_digest(nullptr, digestName(mechanism), nullptr, message.data(), size_t(message.size()),
                     out.data(), &written)
        != 1)
        return {};
    return out;
}

} // namespace tertulia
