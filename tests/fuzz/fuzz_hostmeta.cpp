// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any file as a domain's host-meta: whatever comes of it may be connected to.
#include "core/net/HostMeta.h"

#include <cstdlib>

using namespace tertulia;

namespace
{

void require(bool condition, const char *what)
{
    if (condition)
        return;
    qCritical("%s", what);
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView file(data, qsizetype(size));
    for (const QList<Endpoint> &found : {webSocketsInXrd(file), webSocketsInJrd(file)}) {
        require(found.size() <= 4, "too many");
        for (const Endpoint &endpoint : found) {
            require(endpoint.security == TransportSecurity::WebSocket, "not a WebSocket");
            require(!endpoint.host.isEmpty() && endpoint.port != 0, "nowhere to connect to");
            require(endpoint.path.startsWith(u'/'), "no path");
            // They go into the lines of a request.
            for (const QString &part : {endpoint.host, endpoint.path})
                for (const QChar c : part)
                    require(c.unicode() > 0x20 && c.unicode() < 0x7F, "a character that ends the line");
        }
    }
    return 0;
}
