// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/LongWork.h"
#include "core/history/ExportFormat.h"

#include <QList>

namespace tertulia
{

/// What of a history is written where.
struct ExportRequest {
    QString account = {}; ///< uuid; empty: all accounts
    Jid peer = {}; ///< null: all chats
    QString file; ///< absolute; its ending says the format
    ExportWords words;
};

/// Writes a history from the store in the file `store` to another file, oldest first, chat by chat, as it was
/// committed last. What is to be sent later was not said; what was not sent is marked. Holds a few hundred
/// messages at a time. The file is there only when it is whole, and readable by its owner only. Works in the
/// thread that calls it, which is not the main one; counts messages, of which it gives the number.
///
/// StanzaItemNotFound (subject: the peer) without such a chat, StoreReadOnly (subject: the file) if it cannot
/// be written, Cancelled.
[[nodiscard]] Result<qint64> exportHistory(const QString &store, const ExportRequest &request,
                                           WorkProgress &progress);

} // namespace tertulia
