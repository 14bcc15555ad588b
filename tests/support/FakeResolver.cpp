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

} // namespace tertulia
