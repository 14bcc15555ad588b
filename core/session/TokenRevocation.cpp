// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TokenRevocation.h"

namespace tertulia
{

namespace
{

constexpr std::chrono::seconds kLimit{30};

} // namespace

TokenRevocation::TokenRevocation(const ConnectionSettings &settings, const HashedToken &token,
                                 const StreamServices &services, QObject *parent)
    : QObject(parent)
    , m_stream(services)
    , m_limit(services.timers.after(kLimit, [this] { deleteLater(); }))
{
    connect(&m_stream, &XmppStream::ended, this, &QObject::deleteLater);
    LogInSecrets secrets;
    secrets.token = token;
    secrets.revokesToken = true;
    m_stream.start(settings, secrets);
    secrets.wipe();
}

} // namespace tertulia
