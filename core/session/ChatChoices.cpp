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
    // What was chosen is gone with the chat's row, which one that is only closed keeps.
    connect(&conversations, &Conversations::messagesCleared, this, [this](const Jid &peer) {
        for (Chosen &known : m_known)
            known.remove(peer);
    });
    connect(&conversations, &Conversations::reloaded, this, [this] { m_known.clear(); });
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
    const auto facts = m_conversations.facts(peer);
    return facts ? facts->record.id : 0;
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
    if (const auto kept = m_store.conversationSettings().setValue(row, key, value); !kept) {
        qCWarning(logSession) << "what was chosen for a chat is not kept:" << int(kept.error().code);
        m_known.remove(key);
    } else if (value.isValid()) {
        m_known[key].insert(peer, value);
    } else {
        m_known[key].remove(peer);
    }
    Q_EMIT changed(peer, key);
}

} // namespace tertulia
