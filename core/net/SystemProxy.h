// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"

#include <QNetworkProxy>

namespace tertulia
{

/// By which proxy the desktop's settings lead to a host: the first that they name of those that can carry any
/// connection (SOCKS5, HTTP CONNECT), or NoProxy. A worker asks, since a script or a search for one may take
/// a while; there is no limit here.
Task<QNetworkProxy> systemProxy(const QString &asciiHost);

} // namespace tertulia
