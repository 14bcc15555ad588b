// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/net/Transport.h"

namespace tertulia
{

/// Finds where a domain's XMPP service is (RFC 6120 3.2, XEP-0368).
class NameResolver
{
public:
    NameResolver() = default;
    virtual ~NameResolver() = default;
    Q_DISABLE_COPY_MOVE(NameResolver)

    /// Candidates in the order in which to try them: SRV records of _xmpps-client and _xmpp-client merged by
    /// priority and weight, at most 32; without any, domain:5222 with STARTTLS. NoService when SRV says "."
    /// for both; NameNotFound only when DNS says so for the domain itself too. TXT records are never asked
    /// (A32).
    virtual Task<QList<Endpoint>> resolve(const QString &asciiDomain) = 0;
};

} // namespace tertulia
