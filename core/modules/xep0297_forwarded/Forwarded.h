// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0203_delay/Delay.h"
#include "core/stanza/Message.h"

namespace tertulia
{

inline const QString kForwardNamespace = QStringLiteral("urn:xmpp:forward:0");

/// A message inside another (XEP-0297). Whoever unwraps it decides whether to believe the wrapper.
struct Forwarded {
    Message message = {};
    std::optional<Delay> delay = {};

    /// From a <forwarded/>; MalformedReply unless exactly one valid message of jabber:client is in it.
    static Result<Forwarded> fromXml(const XmlElement &element);
};

} // namespace tertulia
