// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/MessageValues.h"

#include "core/chat/Conversations.h"
#include "core/models/Roles.h"
#include "core/models/RosterModel.h"
#include "core/models/WireIds.h"

#include <algorithm>

namespace tertulia
{

MessageValues::MessageValues(Conversations &conversations, RosterModel &roster, const Jid &peer,
                             const QString &ownName)
    : m_conversations(conversations)
    , m_roster(roster)
    , m_peer(peer)
    , m_ownName(ownName)
    , m_peerName(roster.nameOf(peer))
    , m_peerAvatar(roster.avatarFile(peer))
{
}

const QList<int> &MessageValues::changeable()
{
    static const QList<int> all{
        roles::State,       roles::FailureError,    roles::Time,       roles::Body,
        roles::Edited,      roles::Retracted,       roles::MayCorrect, roles::MayRetract,
        roles::IsReply,     roles::ChangePending,   roles::ReplyTo,    roles::ReplyOutgoing,
        roles::ReplySender, roles::ReplySenderName, roles::ReplyText,  roles::ReplyRetracted,
        roles::Reactions,   roles::SendAt,          roles::Saved,      roles::WireIds};
    return all;
}

const QList<int> &MessageValues::ofPerson()
{
    static const QList<int> all{roles::SenderName, roles::AvatarFile, roles::ReplySenderName,
                                roles::Reactions};
    return all;
}

bool MessageValues::readPerson()
{
    // Presence and typing are of no interest here.
    QString name = m_roster.nameOf(m_peer);
    QString avatar = m_roster.avatarFile(m_peer);
    if (name == m_peerName && avatar == m_peerAvatar)
        return false;
    m_peerName = std::move(name);
    m_peerAvatar = std::move(avatar);
    return true;
}

/// Read when a row is first looked at: of a thousand rows some twenty are.
const MessageContext &MessageValues::contextOf(const MessageRecord &message) const
{
    auto known = m_contexts.find(message.id);
    if (known == m_contexts.end())
        known = m_contexts.insert(message.id, m_conversations.context(message));
    return *known;
}

QString MessageValues::nameOf(const Jid &sender) const
{
    if (sender.isNull())
        return {};
    if (sender == m_conversations.own())
        return m_ownName;
    return sender == m_peer ? m_peerName : m_roster.nameOf(sender);
}

QVariant MessageValues::answered(const MessageRecord &message, int role) const
{
    const auto &answers = contextOf(message).answers;
    const AnsweredMessage other = answers.value_or(AnsweredMessage{});
    switch (role) {
    case roles::IsReply:
        return answers.has_value();
    case roles::ReplyTo:
        return other.id;
    case roles::ReplyOutgoing:
        return other.outgoing;
    case roles::ReplySender:
        return other.sender.toString();
    case roles::ReplySenderName:
        return nameOf(other.sender);
    case roles::ReplyText:
        return other.text;
    case roles::ReplySpoiler:
        return other.spoiler;
    default:
        return other.retracted;
    }
}

QList<ReactionSummary> MessageValues::reactions(const MessageRecord &message) const
{
    QList<ReactionSummary> summaries;
    for (const ReactionRecord &reaction : contextOf(message).reactions) {
        auto summary = std::find_if(summaries.begin(), summaries.end(),
                                    [&](const auto &candidate) { return candidate.emoji == reaction.emoji; });
        if (summary == summaries.end())
            summary = summaries.insert(summaries.end(), {reaction.emoji, 0, false, {}});
        ++summary->count;
        if (reaction.sender == m_conversations.own())
            summary->mine = true;
        else
            summary->who.append(nameOf(reaction.sender));
    }
    return summaries;
}

QVariant MessageValues::value(const MessageRecord &message, int role) const
{
    switch (role) {
    case roles::Account:
        return m_conversations.account();
    case roles::Address:
        return m_peer.toString();
    case roles::MessageId:
        return message.id;
    case roles::Outgoing:
        return message.outgoing;
    case roles::Sender:
        return message.sender.toString();
    case roles::SenderName:
        return message.outgoing ? m_ownName : nameOf(message.sender);
    case roles::AvatarFile:
        return message.outgoing ? QString() : m_roster.avatarFile(message.sender);
    case roles::Body:
    case Qt::DisplayRole:
        return message.body;
    case roles::Unstyled:
        return message.unstyled;
    case roles::Time:
        return message.time;
    case roles::State:
        return int(message.state);
    case roles::FailureError:
        return message.error ? QVariant::fromValue(*message.error) : QVariant();
    case roles::Edited:
        return message.edited;
    case roles::Retracted:
        return message.retracted.isValid();
    case roles::MayCorrect:
        return Conversations::mayCorrect(message);
    case roles::MayRetract:
        return Conversations::mayRetract(message);
    case roles::ChangePending:
        return contextOf(message).changePending;
    case roles::IsReply:
    case roles::ReplyTo:
    case roles::ReplyOutgoing:
    case roles::ReplySender:
    case roles::ReplySenderName:
    case roles::ReplyText:
    case roles::ReplyRetracted:
    case roles::ReplySpoiler:
        return answered(message, role);
    case roles::IsSpoiler:
        return message.spoiler.has_value();
    case roles::SpoilerHint:
        return message.spoiler.value_or(QString());
    case roles::SendAt:
        return contextOf(message).sendAt;
    case roles::Saved:
        return message.saved.isValid();
    case roles::WireIds:
        return QVariant::fromValue(
            WireIds{message.messageId, message.originId, message.stanzaId, message.stanzaIdBy.toString()});
    case roles::Markable:
        return message.markable;
    case roles::Reactions:
        return QVariant::fromValue(reactions(message));
    case roles::Delayed:
        return message.delayed;
    case roles::Protection:
        return int(message.protection);
    default:
        return {};
    }
}

} // namespace tertulia
