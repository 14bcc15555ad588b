// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"

#include <QByteArray>
#include <QNetworkProxy>
#include <QUrl>

namespace tertulia
{

/// A small document that everybody may read.
struct PublicDocument {
    QUrl url; ///< https
    qint64 mostBytes = 64 * 1024;
    QNetworkProxy proxy = QNetworkProxy::NoProxy; ///< the way there; it resolves the name
};

/// Fetches documents by HTTPS, and says nothing of who asks: no cookie, no language, no referrer, no name.
class HttpSource
{
public:
    HttpSource() = default;
    virtual ~HttpSource() = default;
    Q_DISABLE_COPY_MOVE(HttpSource)

    /// The whole of it. PeerLimitExceeded for one that is larger, MalformedReply (text: the status) for any
    /// answer but 200, so that no redirection is followed, CertificateInvalid for a server that is not proven
    /// by RFC 9525, NetworkUnreachable for all else, also for any other scheme.
    virtual Task<QByteArray> get(const PublicDocument &document) = 0;
};

} // namespace tertulia
