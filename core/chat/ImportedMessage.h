// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/MessagesTable.h"

namespace tertulia
{

/// A message as another program's log tells it.
struct ImportedMessage {
    bool outgoing = false;
    QDateTime time; ///< UTC, as precise as the log is
    QString body; ///< untrusted
    QString messageId = {};
    QString stanzaId = {}; ///< of the account's own archive
    MessageProtection protection = MessageProtection::None;
};

} // namespace tertulia
