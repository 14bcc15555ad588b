// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"

#include <optional>

namespace tertulia
{

/// A chat as Chats holds it in memory.
struct Chat {
    ConversationRecord record;
    std::optional<MessageRecord> last;
    qint64 firstUnreadOrder = 0;
    bool dirty = false; ///< the record is ahead of the store until the turn is committed

    [[nodiscard]] qint64 lastOrder() const { return last ? last->order : 0; }
    /// Stanzas about our messages are believed only from the one they went to.
    [[nodiscard]] bool isAddressee(const Jid &from) const
    {
        return record.kind == ConversationKind::PrivateInRoom ? from == record.peer
                                                              : from.bare() == record.peer;
    }
};

} // namespace tertulia
