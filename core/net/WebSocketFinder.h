// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/net/Transport.h"

namespace tertulia
{

/// Finds the WebSockets of a domain, for where nothing but HTTPS gets out (XEP-0156).
class WebSocketFinder
{
public:
    WebSocketFinder() = default;
    virtual ~WebSocketFinder() = default;
    Q_DISABLE_COPY_MOVE(WebSocketFinder)

    /// What the domain's host-meta file says, fetched by way of `proxy`; empty when it names none or cannot
    /// be had. Whose certificate is not in order by `policy` says nothing.
    virtual Task<QList<Endpoint>> find(const TlsPolicy &policy, const QNetworkProxy &proxy) = 0;
};

} // namespace tertulia
