// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/Strangers.h"

#include "core/store/ConversationSettingsTable.h"
#include "core/store/Store.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

const QString kAdmitted = u"admitted"_s;

} // namespace

Strangers::Strangers(const QString &account, Store &store)
    : m_account(account)
    , m_store(store)
{
}

void Strangers::load()
{
    m_answered.clear();
    const QHash<qint64, QVariant> admitted = m_store.conversationSettings().chosen(m_account, kAdmitted);
    m_admitted = QSet<qint64>(admitted.keyBegin(), admitted.keyEnd());
}

bool Strangers::includes(const Chat &chat) const
{
    const ConversationRecord &record = chat.record;
    // Where nobody has said a word, the person opened it.
    if (!m_isKnown || record.kind != ConversationKind::Person || !chat.last || m_isKnown(record.peer)
        || m_admitted.contains(record.id))
        return false;
    auto answered = m_answered.constFind(record.id);
    if (answered == m_answered.cend())
        answered = m_answered.insert(record.id, m_store.messages().hasOutgoing(record.id));
    return !*answered;
}

bool Strangers::admit(const Chat &chat)
{
    const ConversationRecord &record = chat.record;
    if (!m_isKnown || m_admitted.contains(record.id))
        return false;
    // Also for who is known today, and may not be any more tomorrow.
    const bool news = !m_isKnown(record.peer);
    m_admitted.insert(record.id);
    std::ignore = m_store.conversationSettings().setValue(record.id, kAdmitted, true);
    return news;
}

} // namespace tertulia
