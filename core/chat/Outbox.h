// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/Conversations.h"
#include "core/store/LinksTable.h"

#include <functional>
#include <optional>

namespace tertulia
{

class Chats;
class Clock;
class MessageChanges;
class IdSource;
class Store;
struct OutboxRecord;

/// What we say: it is on disk before anybody can send it, and waits here until the server has it. A part of
/// Conversations, whose signals tell the news and whose words describe the commands.
class Outbox
{
public:
    Outbox(Conversations &news, Chats &chats, MessageChanges &changes, Store &store, Clock &clock,
           IdSource &ids);

    Result<qint64> compose(const Jid &peer, const Composed &message);
    Result<qint64> correct(qint64 id, const QString &body);
    Result<qint64> retract(qint64 id);
    Result<qint64> react(qint64 id, const QStringList &emojis);
    [[nodiscard]] QList<OutgoingMessage> pending(int count) const;
    [[nodiscard]] std::optional<OutgoingMessage> pending(qint64 id) const;
    [[nodiscard]] std::optional<OutgoingMessage> pending(const QString &originId) const;
    [[nodiscard]] QDateTime nextDue() const;
    QList<qint64> releaseDue();
    Result<void> release(qint64 id);
    Result<void> schedule(qint64 id, const QDateTime &sendAt);
    void noteAttempt(qint64 id);
    Result<void> retry(qint64 id);
    bool remove(qint64 id);

private:
    /// A row of ours that is not shown and speaks of another one; on disk, and waiting to be sent, once
    /// `apply` has done to the other one what it says.
    Result<qint64> queueChange(const MessageRecord &target, MessageLink kind, const QString &content,
                               const std::function<void(const MessageRecord &)> &apply);
    /// On disk, with `write`, at the end of its timeline and as if said now.
    Result<void> sayAgain(const MessageRecord &message, const std::function<Result<void>()> &write);
    [[nodiscard]] bool isScheduled(qint64 id) const;
    [[nodiscard]] bool hasLeft(const MessageRecord &message) const;
    void addChange(OutgoingMessage &outgoing, qint64 id) const;
    [[nodiscard]] std::optional<OutgoingMessage> outgoing(const OutboxRecord &entry) const;

    Conversations &m_news;
    Chats &m_chats;
    MessageChanges &m_changes;
    Store &m_store;
    Clock &m_clock;
    IdSource &m_ids;
};

} // namespace tertulia
