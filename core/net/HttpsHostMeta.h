// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/WebSocketFinder.h"

#include <QObject>

namespace tertulia
{

class TimerSource;

/// WebSocketFinder over HTTPS: https://domain/.well-known/host-meta, and host-meta.json where that names
/// none. HTTPS alone, also where it redirects (5 times at most, each host proven by a certificate of its own,
/// the first by the domain's), no cookies, no cache, no stored log-ins; at most 64 KiB and 15 s in all.
class HttpsHostMeta : public WebSocketFinder
{
public:
    explicit HttpsHostMeta(TimerSource &timers)
        : m_timers(timers)
    {
    }

    Task<QList<Endpoint>> find(const TlsPolicy &policy, const QNetworkProxy &proxy) override;

    /// For tests; 443 otherwise.
    void setPort(quint16 port) { m_port = port; }

private:
    class Request;

    TimerSource &m_timers;
    quint16 m_port = 443;
    QObject m_context; ///< parent of the requests under way
};

} // namespace tertulia
