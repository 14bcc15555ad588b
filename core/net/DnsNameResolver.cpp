// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/DnsNameResolver.h"

#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/net/SystemDns.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr std::chrono::seconds kPatience{5};
constexpr std::chrono::seconds kGrace{1};
constexpr qsizetype kMostAddresses = 8;

/// What DNS said of one service.
struct ServiceAnswer {
    bool answered = false; ///< an answer or an error came
    bool certain = false; ///< DNS did answer
    QList<ServiceRecord> records;

    /// A single record with target "." (RFC 2782).
    [[nodiscard]] bool isDenied() const
    {
        return records.size() == 1 && (records.first().target.isEmpty() || records.first().target == "."_L1);
    }
};

/// True for names about which DNS need not be asked (RFC 6761 6.3 for localhost).
bool isLocal(const QString &domain)
{
    return domain == "localhost"_L1 || domain.endsWith(".localhost"_L1);
}

} // namespace

/// One question and its answers.
class DnsNameResolver::Resolution : public QObject
{
public:
    Resolution(DnsNameResolver &resolver, const QString &domain, QObject *parent)
        : QObject(parent)
        , m_resolver(resolver)
        , m_domain(domain)
    {
    }

    Task<QList<Endpoint>> start()
    {
        m_patience = m_resolver.m_timers.after(kPatience, [this] { decide(); });
        ask(u"_xmpps-client._tcp."_s, TransportSecurity::DirectTls, m_direct);
        ask(u"_xmpp-client._tcp."_s, TransportSecurity::StartTls, m_startTls);
        return m_promise.task();
    }

private:
    void ask(const QString &service, TransportSecurity security, ServiceAnswer &answer)
    {
        m_resolver.m_questions->serviceRecords(service + m_domain, security)
            .then(this, [this, &answer](const Result<QList<ServiceRecord>> &records) {
                answer.answered = true;
                answer.certain = records.has_value();
                if (records)
                    answer.records = *records;
                if (m_direct.answered && m_startTls.answered)
                    decide();
                else if (!answer.records.isEmpty() && !answer.isDenied())
                    m_grace = m_resolver.m_timers.after(kGrace, [this] { decide(); });
            });
    }

    void decide()
    {
        if (m_decided)
            return;
        m_decided = true;
        m_grace.stop();
        const auto endpoints = orderedEndpoints(m_direct.records + m_startTls.records,
                                                [this] { return m_resolver.m_ids.fraction(); });
        if (!endpoints.isEmpty())
            return finish(endpoints);
        if (m_startTls.isDenied() || (m_direct.isDenied() && m_startTls.certain))
            return finish(failure(ErrorCode::NoService, m_domain));
        // Who has a record for the one service does not mean the domain's own host by none for the other
        // (XEP-0368 5).
        if (m_direct.isDenied())
            return finish(failure(ErrorCode::NameNotFound, m_domain));
        const QList<Endpoint> fallback{{m_domain, 5222, TransportSecurity::StartTls}};
        // Without any word from DNS an attempt to connect tells more than a further question.
        if (!m_startTls.certain && !m_direct.certain)
            return finish(fallback);
        m_resolver.m_questions->addresses(m_domain).then(
            this, [this, fallback](const Result<QList<QHostAddress>> &known) {
                if (known && known->isEmpty())
                    finish(failure(ErrorCode::NameNotFound, m_domain));
                else
                    finish(fallback);
            });
        m_patience = m_resolver.m_timers.after(kGrace, [this, fallback] { finish(fallback); });
    }

    void finish(Result<QList<Endpoint>> result)
    {
        m_patience.stop();
        m_promise.finish(std::move(result));
        deleteLater();
    }

    DnsNameResolver &m_resolver;
    QString m_domain;
    ServiceAnswer m_direct;
    ServiceAnswer m_startTls;
    TimerHandle m_patience;
    TimerHandle m_grace;
    Promise<QList<Endpoint>> m_promise;
    bool m_decided = false;
};

/// One host's addresses.
class DnsNameResolver::AddressLookup : public QObject
{
public:
    AddressLookup(DnsNameResolver &resolver, const QString &host)
        : QObject(&resolver.m_context)
        , m_host(host)
    {
        m_patience = resolver.m_timers.after(kPatience,
                                             [this] { finish(failure(ErrorCode::NameNotFound, m_host)); });
        resolver.m_questions->addresses(host).then(this, [this](Result<QList<QHostAddress>> found) {
            if (!found || found->isEmpty())
                return finish(
                    failure(ErrorCode::NameNotFound, m_host, found ? QString() : found.error().text));
            finish(found->first(std::min(found->size(), kMostAddresses)));
        });
    }

    Task<QList<QHostAddress>> answer() { return m_promise.task(); }

private:
    void finish(Result<QList<QHostAddress>> result)
    {
        m_patience.stop();
        m_promise.finish(std::move(result));
        deleteLater();
    }

    QString m_host;
    TimerHandle m_patience;
    Promise<QList<QHostAddress>> m_promise;
};

DnsNameResolver::DnsNameResolver(TimerSource &timers, IdSource &ids, std::unique_ptr<DnsQuestions> questions)
    : m_timers(timers)
    , m_ids(ids)
    , m_questions(questions ? std::move(questions) : std::make_unique<SystemDns>())
{
}

DnsNameResolver::~DnsNameResolver() = default;

Task<QList<Endpoint>> DnsNameResolver::resolve(const QString &asciiDomain)
{
    QString host = asciiDomain;
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    if (isLocal(host) || !QHostAddress(host).isNull())
        return Task<QList<Endpoint>>::completed(QList<Endpoint>{{host, 5222, TransportSecurity::StartTls}});
    if (isOnionName(host))
        return Task<QList<Endpoint>>::completed(failure(ErrorCode::OnionNeedsProxy, host));
    auto *resolution = new Resolution(*this, asciiDomain, &m_context);
    return resolution->start();
}

Task<QList<QHostAddress>> DnsNameResolver::addresses(const QString &asciiHost)
{
    using Addresses = QList<QHostAddress>;
    const QHostAddress literal(asciiHost);
    if (!literal.isNull())
        return Task<Addresses>::completed(Addresses{literal});
    if (isLocal(asciiHost))
        return Task<Addresses>::completed(
            Addresses{QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)});
    if (isOnionName(asciiHost))
        return Task<Addresses>::completed(failure(ErrorCode::OnionNeedsProxy, asciiHost));
    return (new AddressLookup(*this, asciiHost))->answer();
}

} // namespace tertulia
