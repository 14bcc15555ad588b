// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/Conversations.h"

#include <optional>

namespace tertulia
{

class Chats;
class Clock;
class IdSource;
class Store;
struct OutboxRecord;

/// What we say: it is on disk before anybody can send it, and waits here until the server has it. A part of
/// Conversations, whose signals tell the news and whose words describe the commands.
class Outbox
{
public:
    Outbox(Conversations &news, Chats &chats, Store &store, Clock &clock, IdSource &ids);

    Result<qint64> compose(const Jid &peer, const QString &body);
    [[nodiscard]] QList<OutgoingMessage> pending(int count) const;
    [[nodiscard]] std::optional<OutgoingMessage> pending(qint64 id) const;
    [[nodiscard]] std::optional<OutgoingMessage> pending(const QString &originId) const;
    void noteAttempt(qint64 id);
    Result<void> retry(qint64 id);
    bool remove(qint64 id);

private:
    [[nodiscard]] std::optional<OutgoingMessage> outgoing(const OutboxRecord &entry) const;

    Conversations &m_news;
    Chats &m_chats;
    Store &m_store;
    Clock &m_clock;
    IdSource &m_ids;
};

} // namespace tertulia
