// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"

#include <QByteArray>
#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QUrl>

#include <chrono>

namespace tertulia
{

/// A small document that everybody may read.
struct PublicDocument {
    QUrl url; ///< https
    QNetworkProxy proxy = QNetworkProxy::NoProxy; ///< the way there; it resolves the name
    QList<QSslCertificate> extraAuthorities = {}; ///< trusted beside the system's
};

/// Fetches documents by HTTPS alone, and says nothing of who asks: no cookie, no language, no referrer, no
/// stored log-in. The same limits hold for everybody (SECURITY section f).
class HttpSource
{
public:
    static constexpr qint64 kMostBytes = 64 * 1024;
    /// Each to https, of a host that is proven by a certificate of its own.
    static constexpr int kMostRedirects = 5;
    /// For all of it.
    static constexpr std::chrono::seconds kLimit{15};

    HttpSource() = default;
    virtual ~HttpSource() = default;
    Q_DISABLE_COPY_MOVE(HttpSource)

    /// The whole of it. MalformedReply (text: the status) for any answer but 200 and for a redirection that
    /// is not followed, PeerLimitExceeded for a document that is larger, CertificateInvalid for a server that
    /// is not proven by RFC 9525, ConnectionTimedOut for one that takes longer, NetworkUnreachable for all
    /// else, also for any other scheme.
    virtual Task<QByteArray> get(const PublicDocument &document) = 0;
};

} // namespace tertulia
