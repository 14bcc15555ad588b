// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QDateTime>

namespace tertulia
{

/// A message that was marked for later.
struct SavedMessage {
    qint64 id = 0; ///< row
    Jid peer; ///< of the chat
    Jid sender;
    bool spoiler = false; ///< `text` is the hint about it
    QString text; ///< untrusted
    QDateTime time; ///< UTC, when it was said
};

} // namespace tertulia
