// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ServerSearch.h"

#include "core/chat/Conversations.h"
#include "core/modules/xep0431_fulltext/FullText.h"
#include "core/session/ChatChoices.h"
#include "core/session/SessionChats.h"
#include "core/store/LinkedContents.h"
#include "core/store/MessagesTable.h"
#include "core/store/Store.h"

namespace tertulia
{

ServerSearch::ServerSearch(Conversations &conversations, const ChatChoices &choices, ModuleHost &host,
                           Store &store, QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_choices(choices)
    , m_host(host)
    , m_store(store)
{
}

Task<FoundPage> ServerSearch::find(const QString &text, const MessageQuery &query, int count)
{
    m_text = text;
    m_query = query;
    m_before.clear();
    auto promise = std::make_shared<Promise<FoundPage>>();
    auto task = promise->task();
    m_host.module<FullTextModule>()->support().then(
        this, [this, promise, count](const Result<void> &offered) {
            if (!offered) {
                promise->finish(Failure(offered.error()));
                return;
            }
            more(count).then(this, [promise](const Result<FoundPage> &page) { promise->finish(page); });
        });
    return task;
}

Task<FoundPage> ServerSearch::more(int count)
{
    return m_host.module<FullTextModule>()
        ->page(m_text, m_before, count)
        .map(this, [this](const ArchivePage &page) { return Result<FoundPage>(made(page)); });
}

FoundPage ServerSearch::made(const ArchivePage &page)
{
    FoundPage found;
    // A server that repeats a page would go on for ever.
    found.complete = page.complete || page.first.isEmpty() || page.first == m_before;
    m_before = page.first;
    const Jid own = m_conversations.own();
    for (auto archived = page.messages.crbegin(); archived != page.messages.crend(); ++archived) {
        FoundMessage message;
        message.account = m_conversations.account();
        message.sender = archived->message.from.bare();
        message.outgoing = message.sender == own;
        message.peer = message.outgoing ? archived->message.to.bare() : message.sender;
        message.time = archived->stamp;
        message.body = archived->message.body;
        if (message.body.isEmpty() || message.peer.isNull() || !fits(message))
            continue;
        if (const auto chat = m_conversations.facts(message.peer)) {
            if (const auto here = m_store.messages().byStanzaId(chat->record.id, archived->id, own))
                message.id = here->id;
        }
        found.messages.append(message);
    }
    return found;
}

bool ServerSearch::fits(const FoundMessage &message) const
{
    const QVariant searched = m_choices.value(message.peer, SessionChats::kSearched);
    if (searched.isValid() && !searched.toBool())
        return false;
    if (m_query.chats && !m_query.chats->contains(MessageQuery::Chat{message.account, message.peer}))
        return false;
    if (m_query.senders || m_query.fromMe) {
        const bool said = message.outgoing ? m_query.fromMe
                                           : m_query.senders && m_query.senders->contains(message.sender);
        if (!said)
            return false;
    }
    return (!m_query.since.isValid() || message.time >= m_query.since)
        && (!m_query.before.isValid() || message.time < m_query.before)
        && linkedContents(message.body, m_query.contents) == m_query.contents;
}

} // namespace tertulia
