// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/MessagesTable.h"

namespace tertulia
{

/// Throws away the messages of a conversation that were said before a time, a few at a time, with their
/// earlier texts and what people feel about them. What waits to be sent stays, and so does what others have
/// yet to hear a change of.
class MessageSweep
{
public:
    /// `before`: UTC; invalid: all that is there.
    MessageSweep(Database &database, MessagesTable &messages, qint64 conversation, const QDateTime &before);

    /// The time behind the last message that this sweep takes: `before`, or just after the newest one.
    [[nodiscard]] const QDateTime &end() const { return m_end; }
    /// Looks at the next messages, at most `count`; whether there are more.
    Result<bool> removeSome(int count);
    /// Messages removed so far.
    [[nodiscard]] qint64 removed() const { return m_removed; }

private:
    /// What spoke of messages that never came.
    Result<void> removeWaiting();

    Database &m_database;
    MessagesTable &m_messages;
    const qint64 m_conversation;
    QDateTime m_end;
    MessagePosition m_reached;
    qint64 m_removed = 0;
};

} // namespace tertulia
