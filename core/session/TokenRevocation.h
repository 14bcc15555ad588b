// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"
#include "core/stream/XmppStream.h"

#include <QObject>

namespace tertulia
{

/// Has a server forget a token (XEP-0484 "Client requests token invalidation"): logs in with it for that
/// alone. Begins when it is made, ends whatever comes of it, and deletes itself then.
class TokenRevocation : public QObject
{
    Q_OBJECT
public:
    TokenRevocation(const ConnectionSettings &settings, const HashedToken &token,
                    const StreamServices &services, QObject *parent);

private:
    XmppStream m_stream;
    TimerHandle m_limit;
};

} // namespace tertulia
