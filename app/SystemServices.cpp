// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SystemServices.h"

#include "core/net/SslTransport.h"
#include "core/net/SystemProxy.h"

namespace tertulia
{

StreamServices SystemServices::stream()
{
    return {m_clock,      m_timers,     m_ids, m_resolver, [] { return std::make_unique<SslTransport>(); },
            &systemProxy, &m_webSockets};
}

} // namespace tertulia
