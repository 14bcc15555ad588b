// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/MessagesBinding.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/modules/messaging/Messaging.h"
#include "core/modules/xep0184_receipts/Receipts.h"
#include "core/modules/xep0203_delay/Delay.h"

namespace tertulia
{

namespace
{

/// A message that waited longer than this for a connection carries the time at which it was written.
constexpr int kWorthTellingSeconds = 30;

} // namespace

MessagesBinding::MessagesBinding(Conversations &conversations, ModuleHost &host, QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_host(host)
    , m_startedAt(host.clock().now())
{
    auto *messaging = host.module<MessagingModule>();
    connect(messaging, &MessagingModule::received, this, &MessagesBinding::receive);
    connect(messaging, &MessagingModule::failed, this,
            [this](const QString &id, const Jid &peer, const StanzaError &error) {
                if (const auto row = m_conversations.markBounced(peer, id, peer, error.toError()))
                    Q_EMIT bounced(peer, *row, error.toError());
            });
    connect(host.module<ReceiptsModule>(), &ReceiptsModule::delivered, this,
            [this](const QString &id, const Jid &from) { m_conversations.markDelivered(from, id, from); });
}

Task<void> MessagesBinding::send(const OutgoingMessage &outgoing)
{
    Message message;
    message.to = outgoing.peer;
    message.id = outgoing.originId;
    message.type = Message::Type::Chat;
    message.body = outgoing.body;
    if (outgoing.attempts > 0 || outgoing.time.secsTo(m_host.clock().now()) > kWorthTellingSeconds) {
        Delay delay;
        delay.from = m_host.ownJid().bare();
        delay.stamp = outgoing.time;
        message.payloads.append(delay.toElement());
    }
    return m_host.module<MessagingModule>()->send(message);
}

void MessagesBinding::receive(const ReceivedMessage &received)
{
    IncomingMessage message;
    message.peer = received.peer;
    message.sender = received.outgoing ? m_conversations.own() : received.peer;
    message.outgoing = received.outgoing;
    message.body = received.message.body;
    if (received.delayed)
        message.delay = received.stamp;
    message.messageId = received.message.id;
    message.originId = received.originId;
    message.stanzaId = received.stanzaId;
    if (!message.stanzaId.isEmpty())
        message.stanzaIdBy = m_host.ownJid().bare();
    const bool direct = received.source == ReceivedMessage::Source::Direct;
    const bool archived = received.source == ReceivedMessage::Source::Archive;
    message.source = archived ? IncomingMessage::Source::Archive
        : !direct             ? IncomingMessage::Source::CarbonCopy
        : received.delayed    ? IncomingMessage::Source::Offline
                              : IncomingMessage::Source::Live;

    const auto added = m_conversations.incoming(message);
    if (!added) {
        qCWarning(logSession) << "a message could not be stored:" << int(added.error().code);
        if (added.error().code != ErrorCode::StanzaBadRequest)
            Q_EMIT notKept(added.error());
        return;
    }
    if (!archived && !received.stanzaId.isEmpty())
        Q_EMIT kept(received.stanzaId);
    const bool news = added->isNew && !message.outgoing && (direct || archived)
        && (!received.delayed || received.stamp >= m_startedAt) && !m_conversations.isMuted(message.peer);
    if (news)
        Q_EMIT arrived(message.peer, added->id, message.body);
}

} // namespace tertulia
