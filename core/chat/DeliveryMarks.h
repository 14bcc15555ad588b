// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/DeliveryState.h"
#include "core/base/Error.h"
#include "core/base/Jid.h"

#include <optional>

namespace tertulia
{

class Chats;
class Conversations;
class MessageChanges;
class Store;
struct MessageRecord;

/// What became of our messages, by the rules of DeliveryRules.h and believed only from those who may know
/// (SECURITY R05, A67). A part of Conversations, whose signals tell the news and whose words describe the
/// commands.
class DeliveryMarks
{
public:
    DeliveryMarks(Conversations &news, Chats &chats, MessageChanges &changes, Store &store);

    bool sent(qint64 id);
    bool delivered(const Jid &peer, const QString &originId, const Jid &from);
    bool displayed(const Jid &peer, const QString &originId, const Jid &from);
    std::optional<qint64> bounced(const Jid &peer, const QString &messageId, const Jid &from,
                                  const Error &error);
    bool failed(qint64 id, const Error &error);

    /// Changes the state of one of our messages if the rules allow it. Where it was Queued, it leaves the
    /// outbox. A change that fails is undone.
    bool change(const MessageRecord &message, DeliveryState state, const std::optional<Error> &error = {});

private:
    void changeUnseen(const MessageRecord &change, DeliveryState state);

    Conversations &m_news;
    Chats &m_chats;
    MessageChanges &m_changes;
    Store &m_store;
};

} // namespace tertulia
