// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/DemoCertificates.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <memory>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

struct Free {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(BIO *bio) const { BIO_free(bio); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Certificate = std::unique_ptr<X509, Free>;

bool addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    const bool added = extension && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool setName(X509 *certificate, const QByteArray &commonName)
{
    X509_NAME *name = X509_get_subject_name(certificate);
    const auto *organisation = reinterpret_cast<const unsigned char *>("Tertulia demonstration");
    const auto *common = reinterpret_cast<const unsigned char *>(commonName.constData());
    return X509_NAME_add_entry_by_txt(name, "O", MBSTRING_UTF8, organisation, -1, -1, 0) == 1
        && X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, common, -1, -1, 0) == 1;
}

/// A certificate for `key`, not signed yet.
Certificate blank(EVP_PKEY *key, const QByteArray &commonName)
{
    constexpr long kHour = 60L * 60;
    Certificate certificate(X509_new());
    unsigned char serial[16];
    if (!certificate || RAND_bytes(serial, sizeof serial) != 1)
        return {};
    serial[0] &= 0x7f;
    ASN1_INTEGER *number = X509_get_serialNumber(certificate.get());
    BIGNUM *value = BN_bin2bn(serial, sizeof serial, nullptr);
    BN_to_ASN1_INTEGER(value, number);
    BN_free(value);
    X509_set_version(certificate.get(), 2);
    // A clock that is a little behind is common.
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kHour);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 48 * kHour);
    X509_set_pubkey(certificate.get(), key);
    if (!setName(certificate.get(), commonName))
        return {};
    return certificate;
}

template <class Write>
QByteArray pem(Write write)
{
    const std::unique_ptr<BIO, Free> bio(BIO_new(BIO_s_mem()));
    if (!bio || write(bio.get()) != 1)
        return {};
    char *start = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &start);
    return QByteArray(start, size);
}

} // namespace

std::optional<DemoCertificates> DemoCertificates::make(const QString &domain)
{
    const Key authorityKey(EVP_EC_gen("P-256"));
    const Key serverKey(EVP_EC_gen("P-256"));
    if (!authorityKey || !serverKey)
        return std::nullopt;

    const Certificate authority = blank(authorityKey.get(), "Tertulia demonstration authority");
    const Certificate server = blank(serverKey.get(), domain.toUtf8());
    if (!authority || !server)
        return std::nullopt;
    X509_set_issuer_name(authority.get(), X509_get_subject_name(authority.get()));
    X509_set_issuer_name(server.get(), X509_get_subject_name(authority.get()));

    const QByteArray names = QByteArray("DNS:" + domain.toUtf8() + ",DNS:rooms." + domain.toUtf8());
    const bool extended
        = addExtension(authority.get(), authority.get(), NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
        && addExtension(authority.get(), authority.get(), NID_key_usage, "critical,keyCertSign,cRLSign")
        && addExtension(authority.get(), authority.get(), NID_subject_key_identifier, "hash")
        && addExtension(server.get(), authority.get(), NID_basic_constraints, "critical,CA:FALSE")
        && addExtension(server.get(), authority.get(), NID_key_usage, "critical,digitalSignature")
        && addExtension(server.get(), authority.get(), NID_ext_key_usage, "serverAuth")
        && addExtension(server.get(), authority.get(), NID_subject_alt_name, names);
    if (!extended || X509_sign(authority.get(), authorityKey.get(), EVP_sha256()) == 0
        || X509_sign(server.get(), authorityKey.get(), EVP_sha256()) == 0) {
        return std::nullopt;
    }

    DemoCertificates made;
    made.authority = pem([&](BIO *bio) { return PEM_write_bio_X509(bio, authority.get()); });
    made.certificate = pem([&](BIO *bio) { return PEM_write_bio_X509(bio, server.get()); });
    made.key = pem([&](BIO *bio) {
        return PEM_write_bio_PKCS8PrivateKey(bio, serverKey.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    if (made.authority.isEmpty() || made.certificate.isEmpty() || made.key.isEmpty())
        return std::nullopt;
    return made;
}

} // namespace tertulia
