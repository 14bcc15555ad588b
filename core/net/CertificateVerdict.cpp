// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/CertificateVerdict.h"

#include "core/net/CertificateNameCheck.h"

#include <QCryptographicHash>

#include <openssl/x509.h>

#include <algorithm>
#include <memory>

namespace tertulia
{

namespace
{

ErrorCode codeOf(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return ErrorCode::CertificateExpired;
    case QSslError::CertificateNotYetValid:
        return ErrorCode::CertificateNotYetValid;
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
        return ErrorCode::CertificateUntrusted;
    case QSslError::HostNameMismatch:
        return ErrorCode::CertificateWrongName;
    default:
        return ErrorCode::CertificateInvalid;
    }
}

/// The one to speak of first.
ErrorCode worst(const QList<ErrorCode> &codes)
{
    for (const ErrorCode code : {ErrorCode::CertificateInvalid, ErrorCode::CertificateWrongName,
                                 ErrorCode::CertificateUntrusted, ErrorCode::CertificateNotYetValid})
        if (codes.contains(code))
            return code;
    return ErrorCode::CertificateExpired;
}

} // namespace

CertificateVerdict judgeCertificate(const QList<QSslCertificate> &chain, const QList<QSslError> &errors,
                                    const TlsPolicy &policy)
{
    CertificateVerdict verdict;
    CertificateProblem &problem = verdict.problem;
    problem.domain = policy.domain;
    problem.chain = chain;
    if (!chain.isEmpty())
        problem.certificate = chain.first();

    const NameMatch match = certifiedBy(problem.certificate, policy.domain);
    QString text;
    for (const QSslError &error : errors) {
        // Our own check is stricter about names; only an SRVName is beyond the library.
        if (error.error() == QSslError::HostNameMismatch && match == NameMatch::ServiceName)
            continue;
        if (error.error() == QSslError::NoError)
            continue;
        problem.all.append(codeOf(error.error()));
        if (text.isEmpty())
            text = error.errorString();
    }
    if (problem.certificate.isNull())
        problem.all.append(ErrorCode::CertificateInvalid);
    else if (match == NameMatch::None)
        problem.all.append(ErrorCode::CertificateWrongName);
    std::sort(problem.all.begin(), problem.all.end());
    problem.all.erase(std::unique(problem.all.begin(), problem.all.end()), problem.all.end());
    if (problem.all.isEmpty()) {
        verdict.accepted = true;
        return verdict;
    }

    const QByteArray key = spkiSha256(problem.certificate);
    bool pinnedOtherwise = false;
    for (const CertificatePin &pin : policy.pins) {
        if (pin.domain != policy.domain)
            continue;
        if (!key.isEmpty() && pin.spkiSha256 == key) {
            if (pin.accepted == problem.all) {
                verdict.accepted = true;
                return verdict;
            }
        } else {
            pinnedOtherwise = true;
        }
    }
    problem.error = {pinnedOtherwise ? ErrorCode::CertificateChanged : worst(problem.all), policy.domain,
                     shownRemoteText(text)};
    return verdict;
}

bool mayBeShownOurs(const QSslCertificate &server, bool trusted, const TlsPolicy &policy)
{
    const QByteArray key = spkiSha256(server);
    const bool pinned = std::any_of(policy.pins.cbegin(), policy.pins.cend(), [&](const CertificatePin &pin) {
        return pin.domain == policy.domain && !key.isEmpty() && pin.spkiSha256 == key;
    });
    return pinned || (trusted && certifiedBy(server, policy.domain) != NameMatch::None);
}

QByteArray spkiSha256(const QSslCertificate &certificate)
{
    const QByteArray der = certificate.toDer();
    const auto *bytes = reinterpret_cast<const uchar *>(der.constData());
    const std::unique_ptr<X509, decltype(&X509_free)> x509(d2i_X509(nullptr, &bytes, long(der.size())),
                                                           &X509_free);
    if (!x509)
        return {};
    uchar *encoded = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(x509.get()), &encoded);
    if (size <= 0)
        return {};
    const QByteArray key(reinterpret_cast<const char *>(encoded), size);
    OPENSSL_free(encoded);
    return QCryptographicHash::hash(key, QCryptographicHash::Sha256);
}

} // namespace tertulia
