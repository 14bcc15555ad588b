// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ChatFixture.h"

namespace tertulia
{

ChatFixture::ChatFixture()
{
    auto opened = Store::open(path());
    if (!opened)
        qFatal("no store: %s", qPrintable(opened.error().text));
    m_store = std::move(*opened);
    if (!m_store->accounts().save({.uuid = account, .jid = ana}))
        qFatal("no account");
    m_chats = std::make_unique<Conversations>(account, ana, *m_store, clock, ids);
    m_roster = std::make_unique<RosterModel>(account);
}

void ChatFixture::reopen()
{
    m_chats.reset();
    m_store.reset();
    auto opened = Store::open(path());
    if (!opened)
        qFatal("no store: %s", qPrintable(opened.error().text));
    m_store = std::move(*opened);
    m_chats = std::make_unique<Conversations>(account, ana, *m_store, clock, ids);
}

IncomingMessage ChatFixture::said(const QString &body, const QString &originId) const
{
    return {.peer = bruno, .sender = bruno, .body = body, .messageId = originId, .originId = originId};
}

QStringList ChatFixture::bodies() const
{
    QStringList bodies;
    for (const MessageRecord &message : m_chats->lastMessages(bruno, 100000))
        bodies.append(message.body);
    return bodies;
}

DeliveryState ChatFixture::stateOf(qint64 id) const
{
    const auto message = m_chats->message(id);
    return message ? message->state : DeliveryState::None;
}

} // namespace tertulia
