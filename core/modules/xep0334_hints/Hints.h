// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Message.h"

namespace tertulia
{

/// What to do with a message on its way (XEP-0334).
enum class Hint { NoPermanentStore, NoStore, NoCopy, Store };

void addHint(Message &message, Hint hint);
[[nodiscard]] bool hasHint(const Message &message, Hint hint);

} // namespace tertulia
