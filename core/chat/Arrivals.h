// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/ArchiveOrder.h"
#include "core/chat/Conversations.h"

#include <optional>

namespace tertulia
{

class Chats;
class Clock;
class DeliveryMarks;
class MessageChanges;
class Store;
struct Chat;

/// What is said to us, and by us elsewhere: finds the copies of what is here, and the place of what is not.
/// A part of Conversations, whose signals tell the news and whose words describe the commands.
class Arrivals
{
public:
    using Added = Conversations::Added;

    Arrivals(Conversations &news, Chats &chats, DeliveryMarks &marks, MessageChanges &changes, Store &store,
             Clock &clock);

    Result<Added> take(const IncomingMessage &message);
    void settle(const QString &stanzaId, qint64 rank);

private:
    /// Tells of a new row.
    Added added(const IncomingMessage &message, const MessageRecord &record);
    /// A retraction or a set of reactions, which has no words of its own.
    Result<Added> takeChange(const IncomingMessage &message);
    [[nodiscard]] MessageRecord recordOf(const IncomingMessage &message, const Chat &chat) const;
    [[nodiscard]] std::optional<MessageRecord> knownFromLog(IncomingMessage::Source source,
                                                            const MessageRecord &message) const;
    [[nodiscard]] bool isCopy(const MessageRecord &known, const MessageRecord &message) const;
    [[nodiscard]] std::optional<MessageRecord> knownByMessageId(const MessageRecord &message) const;
    Added learnFromCopy(const Chat &chat, const MessageRecord &known, const MessageRecord &copy);

    Conversations &m_news;
    Chats &m_chats;
    DeliveryMarks &m_marks;
    MessageChanges &m_changes;
    Store &m_store;
    Clock &m_clock;
    ArchiveOrder m_order;
};

} // namespace tertulia
