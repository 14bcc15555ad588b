// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/net/Transport.h"

namespace tertulia
{

/// Finds where a domain's XMPP service is (RFC 6120 3.2, XEP-0368), and what addresses a host has.
class NameResolver
{
public:
    NameResolver() = default;
    virtual ~NameResolver() = default;
    Q_DISABLE_COPY_MOVE(NameResolver)

    /// Candidates in the order in which to try them: SRV records of _xmpps-client and _xmpp-client merged by
    /// priority and weight, at most 32; without any, domain:5222 with STARTTLS. NoService when SRV says "."
    /// and no other record; NameNotFound only when DNS says so for the domain itself too, or keeps silent
    /// where there must be records. TXT records are never asked (A32).
    virtual Task<QList<Endpoint>> resolve(const QString &asciiDomain) = 0;
    /// The addresses of a host, in the order in which this computer prefers them (RFC 6724), at most 8.
    /// NameNotFound when it has none or nobody said so within 5 s. Literals are their own answer. Of
    /// localhost (RFC 6761) and of .onion (OnionNeedsProxy; RFC 7686) DNS hears nothing, here and above.
    virtual Task<QList<QHostAddress>> addresses(const QString &asciiHost) = 0;
};

/// Whether DNS must not even be asked about this name (RFC 7686 2).
inline bool isOnionName(const QString &name)
{
    const QStringView bare = name.endsWith(u'.') ? QStringView(name).chopped(1) : QStringView(name);
    return bare.endsWith(u".onion", Qt::CaseInsensitive);
}

} // namespace tertulia
