// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/WebSocketFinder.h"

#include <QObject>

#include <memory>

namespace tertulia
{

class HttpSource;

/// WebSocketFinder over HTTPS: https://domain/.well-known/host-meta, and host-meta.json where that names
/// none. A host that cannot be reached, or is not proven, is asked for one file only.
class HttpsHostMeta : public WebSocketFinder
{
public:
    /// `http` must outlive it.
    explicit HttpsHostMeta(HttpSource &http)
        : m_http(http)
    {
    }

    Task<QList<Endpoint>> find(const TlsPolicy &policy, const QNetworkProxy &proxy) override;

    /// For tests; 443 otherwise.
    void setPort(quint16 port) { m_port = port; }

private:
    struct Question;
    void ask(const std::shared_ptr<Question> &question);

    HttpSource &m_http;
    quint16 m_port = 443;
    QObject m_context;
};

} // namespace tertulia
