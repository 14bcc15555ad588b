// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/ChannelBinding.h"

#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/x509.h>

#include <array>
#include <memory>

namespace tertulia
{

QByteArray serverEndPoint(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *bytes = reinterpret_cast<const uchar *>(der.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> x509(d2i_X509(nullptr, &bytes, long(der.size())),
                                                           &X509_free);
    int hash = NID_undef;
    if (!x509 || X509_get_signature_info(x509.get(), &hash, nullptr, nullptr, nullptr) != 1
        || hash == NID_undef)
        return {};
    if (hash == NID_md5 || hash == NID_sha1)
        hash = NID_sha256;
    const EVP_MD *digest = EVP_get_digestbynid(hash);
    std::array<uchar, EVP_MAX_MD_SIZE> out{};
    uint size = 0;
    if (!digest || EVP_Digest(der.constData(), size_t(der.size()), out.data(), &size, digest, nullptr) != 1)
        return {};
    return {reinterpret_cast<const char *>(out.data()), qsizetype(size)};
}

} // namespace tertulia
