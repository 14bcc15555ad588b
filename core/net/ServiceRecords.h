// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/Transport.h"

#include <functional>

namespace tertulia
{

/// One SRV record (RFC 2782) of either XMPP service.
struct ServiceRecord {
    QString target; ///< "." or empty: no such service here
    quint16 port = 0;
    quint16 priority = 0;
    quint16 weight = 0;
    TransportSecurity security = TransportSecurity::StartTls;

    bool operator==(const ServiceRecord &) const = default;
};

/// More than a domain has any use for (SECURITY A33).
constexpr qsizetype kMostServiceRecords = 32;

/// The endpoints in the order in which to try them: both services mixed (XEP-0368), lower priority first,
/// within one priority drawn by weight with numbers of [0, 1). Records without target or port are left out,
/// and so are repetitions.
QList<Endpoint> orderedEndpoints(QList<ServiceRecord> records, const std::function<double()> &fraction);

} // namespace tertulia
