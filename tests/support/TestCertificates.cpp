// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestCertificates.h"

#include <QRandomGenerator>

#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/x509v3.h>

namespace tertulia::test
{

namespace
{

QByteArray pemOf(EVP_PKEY *key)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
    // The traditional form, since QSslKey of Qt 6.4 wants to be told the algorithm and finds it there.
    PEM_write_bio_PrivateKey_traditional(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, qsizetype(size)};
}

QByteArray derOf(X509 *certificate)
{
    uchar *data = nullptr;
    const int size = i2d_X509(certificate, &data);
    const QByteArray der(reinterpret_cast<const char *>(data), size);
    OPENSSL_free(data);
    return der;
}

void addExtension(X509 *certificate, X509 *issuer, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData());
    if (!extension)
        qFatal("cannot make extension %s", value.constData());
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

void addUnknownCritical(X509 *certificate)
{
    ASN1_OBJECT *object = OBJ_txt2obj("1.3.6.1.4.1.32473.1", 1); // the enterprise number for examples
    ASN1_OCTET_STRING *value = ASN1_OCTET_STRING_new();
    ASN1_OCTET_STRING_set(value, reinterpret_cast<const uchar *>("\x05\x00"), 2);
    X509_EXTENSION *extension = X509_EXTENSION_create_by_OBJ(nullptr, object, 1, value);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
    ASN1_OCTET_STRING_free(value);
    ASN1_OBJECT_free(object);
}

} // namespace

TestIdentity::TestIdentity(const CertificateWish &wish, const TestIdentity *issuer)
    : m_privateKey(EVP_EC_gen("P-256"), &EVP_PKEY_free)
    , m_x509(X509_new(), &X509_free)
{
    X509 *x509 = m_x509.get();
    X509_set_version(x509, X509_VERSION_3);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(x509), QRandomGenerator::global()->generate64() >> 1);
    ASN1_TIME_set(X509_getm_notBefore(x509), time_t(wish.notBefore.toSecsSinceEpoch()));
    ASN1_TIME_set(X509_getm_notAfter(x509), time_t(wish.notAfter.toSecsSinceEpoch()));
    X509_set_pubkey(x509, m_privateKey.get());
    const QByteArray commonName = wish.commonName.toUtf8();
    X509_NAME *name = X509_get_subject_name(x509);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const uchar *>(commonName.constData()), -1, -1, 0);
    X509 *signer = issuer ? issuer->m_x509.get() : x509;
    X509_set_issuer_name(x509, X509_get_subject_name(signer));

    addExtension(x509, signer, NID_subject_key_identifier, "hash");
    addExtension(x509, signer, NID_basic_constraints,
                 wish.authority ? "critical,CA:TRUE" : "critical,CA:FALSE");
    addExtension(x509, signer, NID_key_usage,
                 wish.authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature");
    if (!wish.names.isEmpty())
        addExtension(x509, signer, NID_subject_alt_name, wish.names.join(u',').toUtf8());
    if (!wish.nameConstraints.isEmpty())
        addExtension(x509, signer, NID_name_constraints, wish.nameConstraints.toUtf8());
    if (wish.unknownCriticalExtension)
        addUnknownCritical(x509);
    X509_sign(x509, issuer ? issuer->m_privateKey.get() : m_privateKey.get(),
              wish.weakSignature ? EVP_sha1() : EVP_sha256());

    m_keyPem = pemOf(m_privateKey.get());
    m_key = QSslKey(m_keyPem, QSsl::Ec);
    m_certificate = QSslCertificate(derOf(x509), QSsl::Der);
    if (m_key.isNull() || m_certificate.isNull())
        qFatal("cannot make a certificate");
    if (issuer) {
        m_issuers = issuer->m_issuers;
        m_issuers.prepend(issuer->m_certificate);
    }
}

TestIdentity TestIdentity::selfSigned(const CertificateWish &wish)
{
    return {wish, nullptr};
}

TestIdentity TestIdentity::authority(const QString &commonName)
{
    CertificateWish wish;
    wish.commonName = commonName;
    wish.authority = true;
    return {wish, nullptr};
}

TestIdentity TestIdentity::issue(const CertificateWish &wish) const
{
    return {wish, this};
}

TestIdentity TestIdentity::issueFor(const QString &domain) const
{
    CertificateWish wish;
    wish.commonName = domain;
    wish.names = {QStringLiteral("DNS:") + domain};
    return issue(wish);
}

QList<QSslCertificate> TestIdentity::chain() const
{
    QList<QSslCertificate> chain{m_certificate};
    for (const QSslCertificate &issuer : m_issuers)
        if (!issuer.isSelfSigned())
            chain.append(issuer);
    return chain;
}

QByteArray TestIdentity::chainPem() const
{
    QByteArray pem;
    for (const QSslCertificate &certificate : chain())
        pem += certificate.toPem();
    return pem;
}

QByteArray TestIdentity::keyPem(const QByteArray &passphrase) const
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), &BIO_free);
    PEM_write_bio_PKCS8PrivateKey(out.get(), m_privateKey.get(), EVP_aes_256_cbc(), passphrase.constData(),
                                  int(passphrase.size()), nullptr, nullptr);
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(out.get(), &bytes);
    return QByteArray(bytes, qsizetype(size));
}

QByteArray TestIdentity::pkcs12(const QByteArray &passphrase, Pkcs12 kind) const
{
    const bool legacy = kind == Pkcs12::Legacy;
    const std::unique_ptr<OSSL_LIB_CTX, decltype(&OSSL_LIB_CTX_free)> library(OSSL_LIB_CTX_new(),
                                                                              &OSSL_LIB_CTX_free);
    OSSL_PROVIDER *const modern = OSSL_PROVIDER_load(library.get(), "default");
    OSSL_PROVIDER *const old = OSSL_PROVIDER_load(library.get(), "legacy");
    STACK_OF(X509) *others = sk_X509_new_null();
    const QList<QSslCertificate> links = chain();
    for (const QSslCertificate &issuer : links.sliced(1)) {
        const QByteArray der = issuer.toDer();
        const auto *in = reinterpret_cast<const uchar *>(der.constData());
        sk_X509_push(others, d2i_X509(nullptr, &in, long(der.size())));
    }
    PKCS12 *box
        = PKCS12_create_ex(passphrase.constData(), "Tertulia test", m_privateKey.get(), m_x509.get(), others,
                           legacy ? NID_pbe_WithSHA1And3_Key_TripleDES_CBC : 0,
                           legacy ? NID_pbe_WithSHA1And40BitRC2_CBC : 0, 0, 0, 0, library.get(), nullptr);
    if (!box)
        qFatal("cannot make a PKCS #12 file");
    uchar *der = nullptr;
    const int size = i2d_PKCS12(box, &der);
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    PKCS12_free(box);
    sk_X509_pop_free(others, X509_free);
    OSSL_PROVIDER_unload(old);
    OSSL_PROVIDER_unload(modern);
    return bytes;
}

} // namespace tertulia::test
