// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/DeliveryState.h"

namespace tertulia
{

/// Which news about an outgoing message may change its state (SECURITY R05, A67): proof of arrival is never
/// taken back, and overrides an error that another device of the recipient caused.
inline bool mayBecome(DeliveryState from, DeliveryState to)
{
    switch (to) {
    case DeliveryState::None:
        return false;
    case DeliveryState::Queued: // retry
        return from == DeliveryState::Failed;
    case DeliveryState::Sent:
        return from == DeliveryState::Queued;
    case DeliveryState::Delivered:
        return from == DeliveryState::Queued || from == DeliveryState::Sent || from == DeliveryState::Failed;
    case DeliveryState::Displayed:
        return from == DeliveryState::Queued || from == DeliveryState::Sent || from == DeliveryState::Failed
            || from == DeliveryState::Delivered;
    case DeliveryState::Failed:
        return from == DeliveryState::Queued || from == DeliveryState::Sent;
    }
    return false;
}

} // namespace tertulia
