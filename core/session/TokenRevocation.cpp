// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TokenRevocation.h"

namespace tertulia
{

namespace
{

/// For each.
constexpr std::chrono::seconds kLimit{30};

} // namespace

TokenRevocation::TokenRevocation(const VoidTokens &order, const StreamServices &services, QObject *parent)
    : QObject(parent)
    , m_order(order)
    , m_timers(services.timers)
    , m_stream(services)
{
    // From the event loop: the stream is in the middle of ending.
    connect(&m_stream, &XmppStream::ended, this, &TokenRevocation::revokeNext, Qt::QueuedConnection);
    revokeNext();
}

TokenRevocation::~TokenRevocation()
{
    for (HashedToken &token : m_order.tokens)
        token.wipe();
    m_order.proxyPassword.fill(u'\0');
}

void TokenRevocation::revokeNext()
{
    if (m_order.tokens.isEmpty()) {
        m_limit.stop();
        deleteLater();
        return;
    }
    m_limit = m_timers.after(kLimit, [this] {
        m_stream.drop();
        revokeNext();
    });
    LogInSecrets secrets;
    secrets.token = m_order.tokens.takeFirst();
    secrets.proxyPassword = m_order.proxyPassword;
    secrets.revokesToken = true;
    m_stream.start(m_order.connection, secrets);
    secrets.wipe();
}

} // namespace tertulia
