// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ChatChoices.h"

#include "core/base/Log.h"
#include "core/chat/Conversations.h"
#include "core/store/ConversationSettingsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/Store.h"

namespace tertulia
{

ChatChoices::ChatChoices(const QString &account, Conversations &conversations, Store &store, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_conversations(conversations)
    , m_store(store)
{
    // Rows may be gone, and with them what was chosen.
    const auto forget = [this] { m_known.clear(); };
    connect(&conversations, &Conversations::messagesCleared, this, forget);
    connect(&conversations, &Conversations::conversationRemoved, this, forget);
    connect(&conversations, &Conversations::reloaded, this, forget);
}

const ChatChoices::Chosen &ChatChoices::chosen(const QString &key) const
{
    const auto known = m_known.constFind(key);
    if (known != m_known.cend())
        return *known;
    Chosen chosen;
    const QHash<qint64, QVariant> rows = m_store.conversationSettings().chosen(m_account, key);
    if (!rows.isEmpty()) {
        for (const ConversationRecord &chat : m_store.conversations().all(m_account))
            if (const QVariant value = rows.value(chat.id); value.isValid())
                chosen.insert(chat.peer, value);
    }
    return *m_known.insert(key, chosen);
}

QVariant ChatChoices::value(const Jid &peer, const QString &key) const
{
    return chosen(key).value(peer);
}

qint64 ChatChoices::rowOf(const Jid &peer) const
{
    for (const ConversationRecord &chat : m_store.conversations().all(m_account))
        if (chat.peer == peer)
            return chat.id;
    return 0;
}

void ChatChoices::choose(const Jid &peer, const QString &key, const QVariant &value)
{
    if (this->value(peer, key) == value)
        return;
    qint64 row = rowOf(peer);
    if (row == 0) {
        m_conversations.open(peer);
        row = rowOf(peer);
    }
    const auto kept = m_store.conversationSettings().setValue(row, key, value);
    if (!kept)
        qCWarning(logSession) << "what was chosen for a chat is not kept:" << int(kept.error().code);
    m_known.remove(key);
    Q_EMIT changed(peer, key);
}

} // namespace tertulia
