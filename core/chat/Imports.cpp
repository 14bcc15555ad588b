// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/Imports.h"

#include "core/base/Clock.h"
#include "core/chat/Chats.h"
#include "core/chat/Conversations.h"
#include "core/chat/MessageOrder.h"
#include "core/store/Store.h"

#include <utility>

namespace tertulia
{

namespace
{
/// Nothing was said before there was XMPP.
constexpr int kFirstYear = 1999;
constexpr qint64 kDaySecs = qint64(24) * 60 * 60;
} // namespace

Imports::Imports(Conversations &news, Chats &chats, Store &store, Clock &clock)
    : m_news(news)
    , m_chats(chats)
    , m_store(store)
    , m_clock(clock)
{
}

qint64 Imports::begin(qint64 brokenOff)
{
    m_met.clear();
    if (brokenOff == 0)
        return m_store.messages().behindLast();
    for (const Jid &peer : m_chats.allPeers()) {
        if (const Chat *chat = m_chats.find(peer); chat && chat->last && chat->last->id >= brokenOff)
            m_touched.insert(peer);
    }
    return brokenOff;
}

Result<bool> Imports::take(const Jid &peer, const ImportedMessage &message, qint64 before)
{
    if (peer.isNull() || message.body.isEmpty() || !message.time.isValid()
        || message.time.date().year() < kFirstYear || message.time > m_clock.now().addSecs(kDaySecs))
        return failure(ErrorCode::StanzaBadRequest);
    const bool isNew = !m_chats.find(peer);
    const auto found = m_chats.findOrMake(peer, ConversationKind::Person);
    if (!found)
        return Failure(found.error());
    Chat &chat = **found;
    MessageRecord record;
    record.conversation = chat.record.id;
    record.order = MessageOrder::at(message.time);
    record.outgoing = message.outgoing;
    record.sender = message.outgoing ? m_news.own() : peer;
    record.time = message.time;
    record.body = message.body;
    record.messageId = message.messageId;
    record.stanzaId = message.stanzaId;
    record.stanzaIdBy = message.stanzaId.isEmpty() ? Jid() : m_news.own();
    record.state = message.outgoing ? DeliveryState::Sent : DeliveryState::None;
    record.protection = message.protection;
    if (isNew) // or else the first word of each would be a request to look at
        m_chats.admit(peer);
    if (isHere(record, before))
        return false;
    const auto inserted = m_store.messages().insert(record);
    if (!inserted)
        return Failure(inserted.error());
    if (*inserted)
        m_touched.insert(peer);
    return inserted->has_value();
}

bool Imports::isHere(const MessageRecord &record, qint64 before)
{
    for (const MessageRecord &twin : m_store.messages().likeLogged(record)) {
        // Two that were said twice are two in the log too.
        if (twin.id < before && !m_met.contains(twin.id)) {
            m_met.insert(twin.id);
            return true;
        }
    }
    return false;
}

void Imports::end()
{
    m_met.clear();
    for (const Jid &peer : std::exchange(m_touched, {})) {
        Chat *chat = m_chats.find(peer);
        if (!chat)
            continue;
        // What was known to be read still is, and so is what stands behind it now.
        if (chat->record.unread == 0) {
            const auto last = m_store.messages().newest(chat->record.id);
            const qint64 read = last ? last->order : 0;
            for (qint64 *order : {&chat->record.readOrder, &chat->record.seenOrder, &chat->record.sharedOrder,
                                  &chat->record.toldOrder})
                *order = std::max(*order, read);
        }
        m_chats.recount(peer);
    }
}

} // namespace tertulia
