// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace tertulia
{

/// What a row tells, by role. Facts only: no colour, icon, HTML or translated text. Qt::DisplayRole repeats
/// the row's name or text.
namespace roles
{
enum Role {
    // Any row about a person or a chat.
    Account = Qt::UserRole + 1, ///< QString, uuid of the account
    Address, ///< QString, bare address
    Name, ///< QString, untrusted: roster name, published nickname, or the address
    Availability, ///< int of tertulia::Availability, the best resource's
    StatusText, ///< QString, untrusted
    AvatarFile, ///< QString, path of a checked image file, or empty
    Typing, ///< bool, composing right now (XEP-0085)
    Blocked, ///< bool (XEP-0191)

    // Chat list rows.
    LastText, ///< QString, untrusted: the last message's body
    LastTime, ///< QDateTime UTC, invalid without messages
    LastOutgoing, ///< bool
    LastState, ///< int of DeliveryState
    Draft, ///< QString, unsent text, empty if none
    Unread, ///< int, messages
    Pinned, ///< bool
    Muted, ///< bool

    // Contact rows.
    Subscription, ///< int of tertulia::SubscriptionState
    AskPending, ///< bool, our request to see their presence was not answered yet
    Groups, ///< QStringList, sorted
    IsGroup, ///< bool, a group's row in ContactTreeModel
    OnlineCount, ///< int, of a group
    TotalCount, ///< int, of a group
    Resources, ///< QStringList, resources online, best first
    LastAway, ///< QDateTime UTC since when away or offline, invalid if unknown

    // Timeline rows.
    MessageId, ///< qint64, the store's row id; stable
    Outgoing, ///< bool
    Sender, ///< QString, bare address of who wrote it
    SenderName, ///< QString, untrusted
    Body, ///< QString, untrusted plain text
    Time, ///< QDateTime UTC, when it was said
    State, ///< int of DeliveryState
    FailureError, ///< tertulia::Error, why it failed
    Delayed, ///< bool, it came when later ones were there already (XEP-0203)

    Activity, ///< qint64, of a chat: bigger is later; what the chat list is sorted by
    DraftTime, ///< QDateTime UTC, of a chat, when the draft was changed; invalid without
    Protection, ///< int of MessageProtection

    // Request rows.
    RequestText, ///< QString, untrusted: what they wrote with it
    RequestTime, ///< QDateTime UTC

    OwnAddress, ///< bool, of a chat: it is with the account's own address
    LastRetracted, ///< bool, of a chat: its last message was taken back; LastText is empty
    LastSpoiler, ///< bool, of a chat: its last message is a spoiler; LastText is the hint about it

    // Timeline rows: what was said of the message later, and of which it speaks.
    Edited, ///< QDateTime UTC, when it was last corrected (XEP-0308), invalid: never. Body is the newest
            ///< text; XmppSession::earlierVersions() gives the others
    Retracted, ///< bool, it was taken back by who said it (XEP-0424): Body is empty for good
    MayCorrect, ///< bool, SessionMessages::correct() takes it
    MayRetract, ///< bool, SessionMessages::retract() takes it
    ChangePending, ///< bool, a correction, retraction or reaction of ours is not known to be at the server
                   ///< yet
    IsReply, ///< bool, it answers another message (XEP-0461), also one that is not here
    ReplyTo, ///< qint64, MessageId of that one, for ConversationModel::goTo(); 0 if it is not here
    ReplyOutgoing, ///< bool, that one was said by us
    ReplySender, ///< QString, bare address of who said that one, empty if that is not known
    ReplySenderName, ///< QString, untrusted; empty like ReplySender
    ReplyText, ///< QString, untrusted plain text, at most 300 characters: what that one says at present; if
               ///< it is not here, what the answer quotes of it, which may be nothing
    ReplyRetracted, ///< bool, that one was taken back; ReplyText is empty
    ReplySpoiler, ///< bool, that one is a spoiler; ReplyText is the hint about it
    IsSpoiler, ///< bool, it is to be shown only when that is asked for (XEP-0382)
    SpoilerHint, ///< QString, untrusted, may be empty: what a spoiler is about
    Unstyled, ///< bool, its writer wants no styling seen in it (XEP-0393 6)
    SendAt, ///< QDateTime UTC, of ours that is not to be sent before; else invalid
    Saved, ///< bool, the person marked it for later
    WireIds, ///< tertulia::WireIds, what it is called on the wire and in archives
    Markable, ///< bool, who said it wants to know when it is seen (XEP-0333)
    GapAbove, ///< tertulia::ArchiveGap, messages may be missing between it and the one before; else invalid
    GapBelow, ///< the same, behind it: of the last row
    Reactions, ///< QList<ReactionSummary> (XEP-0444), who was first stands first; empty without

    // Chat list rows.
    ChatKind, ///< int of ConversationKind
    PinOrder, ///< qint64, the smallest stands first among the pinned ones
    MutedUntil, ///< QDateTime UTC, of a muted chat; Conversations::forever(): until switched off
    Archived, ///< bool, it is put away
    MarkedUnread, ///< bool, by hand; Unread may be 0
    Folder, ///< QString, where the person put it; empty: nowhere
};
} // namespace roles

} // namespace tertulia
