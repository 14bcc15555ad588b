// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Message.h"
#include "core/stream/Module.h"

#include <QDateTime>

namespace tertulia
{

struct DiscoInfo;
class DiscoModule;

/// What another device of the account received or sent, as its server copied it to us.
struct CarbonCopy {
    enum class Direction { Received, Sent };

    Direction direction = Direction::Received;
    Message message = {}; ///< the copied one; never routed as if it had come directly
    QDateTime stamp = {}; ///< UTC, from the wrapping's delay; invalid if none
};

/// Message carbons (XEP-0280). Copies are believed from the own bare address alone, only while enabled, and
/// only when the copied message concerns this account (SECURITY A56).
class CarbonsModule : public Module
{
    Q_OBJECT
public:
    CarbonsModule(ModuleHost &host, DiscoModule &disco, QObject *parent = nullptr);

    [[nodiscard]] Manifest manifest() override;
    void streamStarted(StreamStart start) override;

    [[nodiscard]] bool isEnabled() const { return m_stream.enabled; }

Q_SIGNALS:
    void enabled();
    void copied(const tertulia::CarbonCopy &copy);

private:
    void enable(const DiscoInfo &server);
    bool take(const Message &message, CarbonCopy::Direction direction);

    struct StreamState {
        bool enabled = false;
    };
    StreamState m_stream;
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::CarbonCopy)
