// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/xml/XmlElement.h"

#include <chrono>

namespace tertulia
{

/// What a server says it takes (XEP-0478).
struct StreamLimits {
    qint64 maxBytes = 0; ///< of one stanza; 0: not said
    std::chrono::seconds idle{0}; ///< without a word of ours; 0: not said

    /// From <stream:features/>; a number that is none, or too low to be meant (RFC 6120 13.12: a server takes
    /// 10,000 bytes at least), is as if it were not said.
    static StreamLimits fromFeatures(const XmlElement &features);
};

} // namespace tertulia
