// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"

#include <QByteArrayView>

namespace tertulia
{

/// The WebSockets that a domain's host-meta file names (XEP-0156 2, RFC 6415), in its order, at most 4. Only
/// wss URLs with a host, and without user, password or fragment; of anything else, malformed files of any
/// kind included, nothing is taken. At most 64 KiB are looked at.
QList<Endpoint> webSocketsInXrd(QByteArrayView xrd);
/// The same of host-meta.json.
QList<Endpoint> webSocketsInJrd(QByteArrayView jrd);

constexpr qsizetype kMostHostMetaBytes = 64 * 1024;

} // namespace tertulia
