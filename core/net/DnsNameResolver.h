// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/NameResolver.h"
#include "core/net/ServiceRecords.h"

namespace tertulia
{

class IdSource;
class TimerSource;

/// The questions that finding a server puts to DNS; there is none for TXT records (SECURITY A32).
class DnsQuestions
{
public:
    DnsQuestions() = default;
    virtual ~DnsQuestions() = default;
    Q_DISABLE_COPY_MOVE(DnsQuestions)

    /// SRV records of a name like "_xmpp-client._tcp.example.org", with `security` filled in. An empty list:
    /// DNS says that there are none. An error: DNS gave no answer.
    virtual Task<QList<ServiceRecord>> serviceRecords(const QString &name, TransportSecurity security) = 0;
    /// Addresses in the system's order of preference. An empty list: DNS says that there are none. An error:
    /// it gave no answer.
    virtual Task<QList<QHostAddress>> addresses(const QString &name) = 0;
};

/// NameResolver over the system's DNS. Both services are asked at once; no answer within 5 s counts as none,
/// and once one service is known the other has 1 s more.
class DnsNameResolver : public NameResolver
{
public:
    /// `questions` replaces the system's DNS in tests.
    DnsNameResolver(TimerSource &timers, IdSource &ids, std::unique_ptr<DnsQuestions> questions = {});
    ~DnsNameResolver() override;

    Task<QList<Endpoint>> resolve(const QString &asciiDomain) override;
    Task<QList<QHostAddress>> addresses(const QString &asciiHost) override;

private:
    class Resolution;
    class AddressLookup;

    TimerSource &m_timers;
    IdSource &m_ids;
    std::unique_ptr<DnsQuestions> m_questions;
    QObject m_context; ///< parent of the questions under way
};

} // namespace tertulia
