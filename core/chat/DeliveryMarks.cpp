// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/DeliveryMarks.h"

#include "core/chat/Chats.h"
#include "core/chat/Conversations.h"
#include "core/chat/DeliveryRules.h"
#include "core/chat/MessageChanges.h"
#include "core/store/OutboxTable.h"
#include "core/store/Store.h"

namespace tertulia
{

namespace
{

/// Markers reach back over at most so many messages.
constexpr int kMostDisplayedAtOnce = 500;

} // namespace

DeliveryMarks::DeliveryMarks(Conversations &news, Chats &chats, MessageChanges &changes, Store &store)
    : m_news(news)
    , m_chats(chats)
    , m_changes(changes)
    , m_store(store)
{
}

bool DeliveryMarks::sent(qint64 id)
{
    const auto message = m_store.messages().message(id);
    return message && change(*message, DeliveryState::Sent);
}

bool DeliveryMarks::delivered(const Jid &peer, const QString &originId, const Jid &from)
{
    const Chat *chat = m_chats.find(peer);
    if (!chat || !chat->isAddressee(from))
        return false;
    const auto message = m_store.messages().ownMessage(chat->record.id, originId);
    return message && change(*message, DeliveryState::Delivered);
}

bool DeliveryMarks::displayed(const Jid &peer, const QString &originId, const Jid &from)
{
    const Chat *chat = m_chats.find(peer);
    if (!chat || !chat->isAddressee(from))
        return false;
    const qint64 conversation = chat->record.id;
    const auto message = m_store.messages().ownMessage(conversation, originId);
    if (!message || !change(*message, DeliveryState::Displayed))
        return false;
    const auto earlier = m_store.messages().before(conversation, message->position(), kMostDisplayedAtOnce);
    for (auto it = earlier.crbegin(); it != earlier.crend(); ++it) {
        if (it->outgoing && it->state == DeliveryState::Displayed)
            break;
        if (it->state == DeliveryState::Sent || it->state == DeliveryState::Delivered)
            change(*it, DeliveryState::Displayed);
    }
    return true;
}

std::optional<qint64> DeliveryMarks::bounced(const Jid &peer, const QString &messageId, const Jid &from,
                                             const Error &error)
{
    const Chat *chat = m_chats.find(peer);
    if (!chat || !chat->isAddressee(from))
        return {};
    const auto message = m_store.messages().ownMessage(chat->record.id, messageId);
    if (!message)
        return {};
    const auto link = message->shown ? std::nullopt : m_store.links().change(message->id);
    if (!change(*message, DeliveryState::Failed, error))
        return {};
    return link ? link->target : message->id;
}

bool DeliveryMarks::failed(qint64 id, const Error &error)
{
    const auto message = m_store.messages().message(id);
    return message && change(*message, DeliveryState::Failed, error);
}

bool DeliveryMarks::change(const MessageRecord &message, DeliveryState state,
                           const std::optional<Error> &error)
{
    if (!message.outgoing || !mayBecome(message.state, state))
        return false;
    if (message.state == DeliveryState::Queued) {
        if (!m_store.outbox().remove(message.id))
            return false;
    }
    if (!m_store.messages().setState(message.id, state, error))
        return false;
    if (!message.shown) {
        changeUnseen(message, state);
        return true;
    }
    const Jid peer = m_chats.peerOf(message.conversation);
    Chat *chat = m_chats.find(peer);
    const bool isLast = chat && chat->last && chat->last->id == message.id;
    if (isLast) {
        chat->last->state = state;
        chat->last->error = state == DeliveryState::Failed ? error : std::nullopt;
    }
    Q_EMIT m_news.messageChanged(peer, message.id);
    if (isLast)
        Q_EMIT m_news.conversationChanged(peer);
    return true;
}

void DeliveryMarks::changeUnseen(const MessageRecord &change, DeliveryState state)
{
    const auto link = m_store.links().change(change.id);
    if (state == DeliveryState::Failed)
        m_changes.undo(change);
    if (link && link->target)
        m_changes.announce(link->target);
}

} // namespace tertulia
