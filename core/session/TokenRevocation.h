// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/TimerSource.h"
#include "core/stream/XmppStream.h"

#include <QMetaType>
#include <QObject>

namespace tertulia
{

/// Tokens of an account that are of no more use to it, and what it takes to tell the server so.
struct VoidTokens {
    ConnectionSettings connection;
    QString proxyPassword; ///< of ProxyChoice::user
    QList<HashedToken> tokens;
};

/// Has a server forget tokens (XEP-0484 "Client requests token invalidation"): logs in with each for that
/// alone, the same way as the account does. Nobody can do that for a token that the server does not take any
/// more, and then there is no need. Begins when it is made, ends whatever comes of it, and deletes itself
/// then.
class TokenRevocation : public QObject
{
    Q_OBJECT
public:
    TokenRevocation(const VoidTokens &order, const StreamServices &services, QObject *parent);
    ~TokenRevocation() override;

private:
    void revokeNext();

    VoidTokens m_order;
    TimerSource &m_timers;
    XmppStream m_stream;
    TimerHandle m_limit;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::VoidTokens)
