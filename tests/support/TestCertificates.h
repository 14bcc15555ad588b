// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSslCertificate>
#include <QSslKey>
#include <QStringList>

#include <openssl/types.h>

#include <memory>

namespace tertulia::test
{

/// What a certificate for a test says. Every defect that SECURITY A26-A31 asks for can be made.
struct CertificateWish {
    QString commonName = QStringLiteral("Tertulia test");
    /// subjectAltName entries in OpenSSL's configuration syntax: "DNS:example.org", "IP:127.0.0.1",
    /// "URI:xmpp:example.org", "otherName:1.3.6.1.5.5.7.8.7;IA5STRING:_xmpp-client.example.org" (SRVName),
    /// "otherName:1.3.6.1.5.5.7.8.5;UTF8:example.org" (xmppAddr).
    QStringList names = {};
    QDateTime notBefore = QDateTime::currentDateTimeUtc().addDays(-1);
    QDateTime notAfter = QDateTime::currentDateTimeUtc().addDays(30);
    bool authority = false;
    QString nameConstraints = {}; ///< "permitted;DNS:example.com"
    bool unknownCriticalExtension = false;
    bool weakSignature = false; ///< SHA-1
};

/// A certificate with its key, made in memory (ECDSA P-256), and those that lead to its root.
class TestIdentity
{
public:
    static TestIdentity selfSigned(const CertificateWish &wish);
    /// A self-signed root that may sign.
    static TestIdentity authority(const QString &commonName = QStringLiteral("Tertulia test root"));
    /// A certificate signed by this one, whether this one may sign or not.
    [[nodiscard]] TestIdentity issue(const CertificateWish &wish) const;
    /// The usual good one: dNSName `domain`.
    [[nodiscard]] TestIdentity issueFor(const QString &domain) const;

    [[nodiscard]] const QSslCertificate &certificate() const { return m_certificate; }
    [[nodiscard]] const QSslKey &key() const { return m_key; }
    /// The certificate and its issuers, the root left out unless it is the certificate itself.
    [[nodiscard]] QList<QSslCertificate> chain() const;
    [[nodiscard]] QByteArray certificatePem() const { return m_certificate.toPem(); }
    [[nodiscard]] QByteArray chainPem() const;
    [[nodiscard]] QByteArray keyPem() const { return m_keyPem; }
    [[nodiscard]] QByteArray keyPem(const QByteArray &passphrase) const;
    enum class Pkcs12 {
        Modern,
        Legacy, ///< RC2 and triple DES, as programs wrote it for twenty years
    };
    /// The chain and the key.
    [[nodiscard]] QByteArray pkcs12(const QByteArray &passphrase, Pkcs12 kind = Pkcs12::Modern) const;

private:
    TestIdentity(const CertificateWish &wish, const TestIdentity *issuer);

    std::shared_ptr<EVP_PKEY> m_privateKey;
    std::shared_ptr<X509> m_x509;
    QByteArray m_keyPem;
    QSslCertificate m_certificate;
    QSslKey m_key;
    QList<QSslCertificate> m_issuers;
};

} // namespace tertulia::test
