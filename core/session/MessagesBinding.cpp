// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/MessagesBinding.h"

#include "core/base/Clock.h"
#include "core/base/Log.h"
#include "core/modules/messaging/Messaging.h"
#include "core/modules/xep0184_receipts/Receipts.h"
#include "core/modules/xep0203_delay/Delay.h"
#include "core/modules/xep0308_correction/Correction.h"
#include "core/modules/xep0333_markers/Markers.h"
#include "core/modules/xep0382_spoiler/Spoiler.h"
#include "core/modules/xep0393_styling/Styling.h"
#include "core/modules/xep0424_retraction/Retraction.h"
#include "core/modules/xep0444_reactions/Reactions.h"
#include "core/modules/xep0461_reply/Reply.h"

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
    auto *markers = host.module<MarkersModule>();
    connect(markers, &MarkersModule::displayed, this,
            [this](const QString &id, const Jid &from) { m_conversations.markDisplayed(from, id, from); });
    connect(markers, &MarkersModule::displayedElsewhere, this,
            [this](const QString &id, const Jid &peer) { m_conversations.markReadElsewhere(peer, id); });
}

Task<void> MessagesBinding::send(const OutgoingMessage &outgoing)
{
    Message message;
    message.to = outgoing.peer;
    message.id = outgoing.originId;
    message.type = Message::Type::Chat;
    switch (outgoing.what) {
    case OutgoingMessage::What::Said:
        message.body = outgoing.body;
        break;
    case OutgoingMessage::What::Correction:
        message.body = outgoing.body;
        CorrectionModule::mark(message, {outgoing.targetId});
        break;
    case OutgoingMessage::What::Retraction:
        RetractionModule::mark(message, {outgoing.targetId});
        break;
    case OutgoingMessage::What::Reactions:
        ReactionsModule::mark(message, {outgoing.targetId, outgoing.emojis});
        break;
    }
    if (outgoing.unstyled && !message.body.isNull())
        StylingModule::markUnstyled(message);
    if (outgoing.spoiler && !message.body.isNull())
        SpoilerModule::mark(message, *outgoing.spoiler);
    if (!outgoing.answers.isEmpty() && !message.body.isNull())
        ReplyModule::mark(message, {outgoing.answers, outgoing.answersSender}, outgoing.quoted);
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
    const Message &said = received.message;
    const auto retraction = RetractionModule::retractionIn(said);
    const auto reactions = ReactionsModule::reactionsIn(said);
    if (retraction)
        receiveRetraction(received, *retraction);
    else if (reactions)
        receiveReactions(received, *reactions);
    else if (said.body.isNull() && received.source == ReceivedMessage::Source::Archive)
        receiveTombstone(received);
    if (said.body.isNull())
        return;

    IncomingMessage message = envelopeOf(received);
    message.body = retraction ? RetractionModule::saidBesides(said)
        : reactions           ? ReactionsModule::saidBesides(said)
                              : said.body;
    if (const auto reply = ReplyModule::replyIn(said)) {
        const ReplyModule::Said parts = ReplyModule::saidIn(said);
        message.body = parts.text;
        message.answers = reply->id;
        message.answersSender = reply->to.bare();
        message.quoted = parts.quoted;
    }
    if (const auto correction = CorrectionModule::correctionIn(said))
        message.corrects = correction->id;
    message.markable = MarkersModule::isMarkable(said);
    message.unstyled = StylingModule::isUnstyled(said);
    message.spoiler = SpoilerModule::spoilerIn(said);
    if (message.body.isNull())
        return;

    const auto added = take(received, message);
    if (!added)
        return;
    const bool archived = received.source == ReceivedMessage::Source::Archive;
    const bool direct = received.source == ReceivedMessage::Source::Direct;
    const bool news = added->isNew && !message.outgoing && (direct || archived)
        && (!received.delayed || received.stamp >= m_startedAt) && !m_conversations.isMuted(message.peer);
    if (news)
        Q_EMIT arrived(message.peer, added->id, message.body, direct && !received.delayed);
}

void MessagesBinding::receiveRetraction(const ReceivedMessage &received, const Retraction &retraction)
{
    IncomingMessage message = envelopeOf(received);
    message.retracts = retraction.id;
    std::ignore = take(received, message);
}

void MessagesBinding::receiveReactions(const ReceivedMessage &received, const Reactions &reactions)
{
    IncomingMessage message = envelopeOf(received);
    message.reactsTo = reactions.id;
    message.emojis = reactions.emojis;
    std::ignore = take(received, message);
}

void MessagesBinding::receiveTombstone(const ReceivedMessage &received)
{
    const auto tombstone = RetractionModule::tombstoneIn(received.message);
    if (!tombstone)
        return;
    IncomingMessage message = envelopeOf(received);
    message.retracted = tombstone->stamp.isValid() ? tombstone->stamp : received.stamp;
    std::ignore = take(received, message);
}

IncomingMessage MessagesBinding::envelopeOf(const ReceivedMessage &received) const
{
    IncomingMessage message;
    message.peer = received.peer;
    message.sender = received.outgoing ? m_conversations.own() : received.peer;
    message.outgoing = received.outgoing;
    if (received.delayed)
        message.delay = received.stamp;
    message.messageId = received.message.id;
    message.originId = received.originId;
    message.stanzaId = received.stanzaId;
    if (!message.stanzaId.isEmpty())
        message.stanzaIdBy = m_host.ownJid().bare();
    message.rank = received.rank;
    message.history = received.history;
    const bool direct = received.source == ReceivedMessage::Source::Direct;
    message.source = received.source == ReceivedMessage::Source::Archive ? IncomingMessage::Source::Archive
        : !direct                                                        ? IncomingMessage::Source::CarbonCopy
        : received.delayed                                               ? IncomingMessage::Source::Offline
                                                                         : IncomingMessage::Source::Live;
    return message;
}

std::optional<Conversations::Added> MessagesBinding::take(const ReceivedMessage &received,
                                                          const IncomingMessage &message)
{
    const auto added = m_conversations.incoming(message);
    if (!added) {
        qCWarning(logSession) << "a message could not be stored:" << int(added.error().code);
        if (added.error().code != ErrorCode::StanzaBadRequest)
            Q_EMIT notKept(added.error());
        return {};
    }
    if (received.source != ReceivedMessage::Source::Archive && !received.stanzaId.isEmpty())
        Q_EMIT kept(received.stanzaId, received.delayed);
    return *added;
}

} // namespace tertulia
