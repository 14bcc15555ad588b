// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/DnsNameResolver.h"

namespace tertulia
{

/// The machine's resolver, through QDnsLookup and QHostInfo.
class SystemDns : public DnsQuestions
{
public:
    Task<QList<ServiceRecord>> serviceRecords(const QString &name, TransportSecurity security) override;
    Task<QList<QHostAddress>> addresses(const QString &name) override;

private:
    QObject m_context;
};

} // namespace tertulia
