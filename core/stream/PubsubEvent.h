// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stream/Manifest.h"

#include <optional>

namespace tertulia
{

inline const QString kPubsubEvent = QStringLiteral("http://jabber.org/protocol/pubsub#event");

/// Reads <event/> of XEP-0060 7.1.2 as far as PEP uses it: items, retractions, purge and delete. Nothing for
/// other events (configuration, subscription) and for one without a node. The sender is left to the caller.
std::optional<PepEvent> readPubsubEvent(const XmlElement &event);

} // namespace tertulia
