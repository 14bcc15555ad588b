// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"

#include <QList>
#include <QSslError>

namespace tertulia
{

/// What we hold of a certificate that a server showed.
struct CertificateVerdict {
    bool accepted = false;
    CertificateProblem problem; ///< when not accepted; `all` and `chain` always
};

/// Judges by what the TLS library found, by our own name check and by the pins of the policy. Of the
/// library's errors a wrong host name is the only one that our check may overrule, and only where an SRVName
/// certifies the domain. A pin accepts exactly its key with exactly its defects; with another key the error
/// is CertificateChanged (SECURITY B06).
CertificateVerdict judgeCertificate(const QList<QSslCertificate> &chain, const QList<QSslError> &errors,
                                    const TlsPolicy &policy);

/// In the middle of a handshake, before all defects are known: whether the account's own certificate may be
/// shown to who has this one. It is the account's server by its key, if that is pinned, else by its name and
/// a path to a trusted root.
[[nodiscard]] bool mayBeShownOurs(const QSslCertificate &server, bool trusted, const TlsPolicy &policy);

/// SHA-256 of the SubjectPublicKeyInfo as it stands in the certificate, 32 bytes; empty for a null one.
QByteArray spkiSha256(const QSslCertificate &certificate);

} // namespace tertulia
