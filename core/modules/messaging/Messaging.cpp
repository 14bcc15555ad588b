// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/messaging/Messaging.h"

#include "core/base/Clock.h"
#include "core/modules/xep0191_blocking/Blocking.h"
#include "core/modules/xep0203_delay/Delay.h"
#include "core/modules/xep0280_carbons/Carbons.h"
#include "core/modules/xep0313_archive/Archive.h"
#include "core/modules/xep0359_stableids/StableIds.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr int kAfterEverythingElse = 1'000;

} // namespace

MessagingModule::MessagingModule(ModuleHost &host, CarbonsModule &carbons, StableIdsModule &stableIds,
                                 BlockingModule &blocking, QObject *parent)
    : Module(host, parent)
    , m_stableIds(stableIds)
    , m_blocking(blocking)
{
    connect(&carbons, &CarbonsModule::copied, this, &MessagingModule::handleCarbon);
}

Manifest MessagingModule::manifest()
{
    Manifest manifest;
    manifest.name = u"messaging"_s;
    manifest.messages.append({kAfterEverythingElse, {}, {}, Sender::Anyone, [this](const Message &message) {
                                  return handleMessage(message);
                              }});
    return manifest;
}

Task<void> MessagingModule::send(const Message &message)
{
    return host().sendTracked(message);
}

bool MessagingModule::handleMessage(const Message &message)
{
    if (message.type == Message::Type::Groupchat)
        return false;
    ReceivedMessage direct;
    direct.message = message;
    direct.outgoing = message.from.bare() == host().ownJid().bare();
    direct.peer = message.from.bare();
    report(std::move(direct));
    return true;
}

void MessagingModule::handleCarbon(const CarbonCopy &copy)
{
    const bool sent = copy.direction == CarbonCopy::Direction::Sent;
    ReceivedMessage received;
    received.message = copy.message;
    received.source = sent ? ReceivedMessage::Source::CarbonSent : ReceivedMessage::Source::CarbonReceived;
    received.outgoing = copy.message.from.bare() == host().ownJid().bare();
    received.peer = sent ? copy.message.to.bare() : copy.message.from.bare();
    received.stamp = copy.stamp;
    report(std::move(received));
}

void MessagingModule::takeArchived(const ArchivedMessage &archived)
{
    const Jid own = host().ownJid().bare();
    ReceivedMessage received;
    received.message = archived.message;
    received.source = ReceivedMessage::Source::Archive;
    received.outgoing = archived.message.from.bare() == own;
    received.peer = archived.peer(own);
    received.stamp = archived.stamp;
    received.rank = archived.rank;
    received.history = archived.history;
    received.stanzaId = archived.id;
    const bool ours = received.outgoing || archived.message.to.isNull() || archived.message.to.bare() == own;
    if (archived.message.type == Message::Type::Groupchat || received.peer.isNull() || !ours)
        return;
    report(received);
}

void MessagingModule::report(ReceivedMessage received)
{
    const Message &message = received.message;
    if (message.type == Message::Type::Error) {
        if (!message.id.isEmpty() && !received.outgoing)
            Q_EMIT failed(message.id, received.peer, message.error.value_or(StanzaError{}));
        return;
    }
    // BlockingModule stops what comes directly; a copy comes from our own account (SECURITY F57).
    if (!received.outgoing && m_blocking.isBlocked(message.from))
        return;
    const QDateTime now = host().clock().now();
    const auto delayed = delayedSince(message.payloads, host().ownJid(), message.from, now);
    const bool archived = received.source == ReceivedMessage::Source::Archive;
    received.delayed = delayed.has_value() || archived;
    if (delayed)
        received.stamp = *delayed;
    else if (!received.stamp.isValid())
        received.stamp = now;
    received.originId = StableIdsModule::originIn(message);
    if (!archived)
        received.stanzaId = m_stableIds.ownStanzaId(message);
    Q_EMIT this->received(received);
}

} // namespace tertulia
