// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Message.h"

#include <functional>

namespace tertulia
{

/// Who only looks on: messages as they came, well formed, and ours as they go.
struct MessageWatch {
    std::function<void(const XmlElement &)> received;
    std::function<void(const Message &, const QByteArray &xml)> sent;
};

} // namespace tertulia
