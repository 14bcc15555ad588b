// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sasl/Mechanism.h"
#include "core/sasl/SecretBytes.h"

#include <openssl/evp.h>

namespace tertulia
{

/// HMAC with one key over many messages, with the hash function of a SCRAM mechanism.
class Hmac
{
public:
    Hmac(Mechanism mechanism, QByteArrayView key);
    ~Hmac();
    Q_DISABLE_COPY_MOVE(Hmac)

    [[nodiscard]] bool isValid() const { return m_context != nullptr; }
    /// Octets of a digest.
    [[nodiscard]] static qsizetype size(Mechanism mechanism);
    /// HMAC of `message` into `out` of size(); false if OpenSSL fails.
    bool digest(QByteArrayView message, uchar *out);

    /// HMAC(key, message) as one call, and the bare hash; empty if OpenSSL fails.
    static SecretBytes of(Mechanism mechanism, QByteArrayView key, QByteArrayView message);
    static SecretBytes hash(Mechanism mechanism, QByteArrayView message);

private:
    EVP_MAC_CTX *m_context = nullptr;
    size_t m_size = 0;
};

} // namespace tertulia
