// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/net/DnsNameResolver.h"
#include "core/net/HttpsHostMeta.h"
#include "core/net/SystemHttp.h"
#include "core/stream/XmppStream.h"

namespace tertulia
{

/// The real world as core sees it: time, chance, names and sockets. One for the whole program.
class SystemServices
{
public:
    [[nodiscard]] StreamServices stream();
    [[nodiscard]] HttpSource &http() { return m_http; }

private:
    SystemClock m_clock;
    EventLoopTimers m_timers;
    RandomIds m_ids;
    DnsNameResolver m_resolver{m_timers, m_ids};
    SystemHttp m_http{m_timers};
    HttpsHostMeta m_webSockets{m_http};
};

} // namespace tertulia
