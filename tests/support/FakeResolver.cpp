// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeResolver.h"

namespace tertulia
{

Task<QList<Endpoint>> FakeResolver::resolve(const QString &asciiDomain)
{
    m_asked.append(asciiDomain);
    if (m_hangs)
        return m_waiting.emplace_back().task();
    if (m_answer)
        return Task<QList<Endpoint>>::completed(*m_answer);
    return Task<QList<Endpoint>>::completed(
        QList<Endpoint>{{asciiDomain, 5222, TransportSecurity::StartTls}});
}

Task<QList<QHostAddress>> FakeResolver::addresses(const QString &asciiHost)
{
    m_hostsAsked.append(asciiHost);
    if (m_slow.contains(asciiHost)) {
        auto &promise = m_slowAnswers[asciiHost] = Promise<QList<QHostAddress>>();
        return promise.task();
    }
    const QHostAddress literal(asciiHost);
    const QHostAddress address = literal.isNull() ? QHostAddress(QStringLiteral("192.0.2.1")) : literal;
    return Task<QList<QHostAddress>>::completed(m_addresses.value(asciiHost, QList<QHostAddress>{address}));
}

void FakeResolver::answerAddresses(const QString &host, const Result<QList<QHostAddress>> &addresses)
{
    m_slowAnswers.at(host).finish(addresses);
}

} // namespace tertulia
