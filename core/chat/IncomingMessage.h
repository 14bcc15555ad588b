// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"

#include <QDateTime>

namespace tertulia
{

/// A message as the network told it, after every check of who may say what.
struct IncomingMessage {
    enum class Source {
        Live, ///< said now
        CarbonCopy, ///< to or from another of our devices, said now (XEP-0280)
        Offline, ///< kept by the server while we were away (XEP-0203)
        Archive, ///< from the archive (XEP-0313)
    };

    Jid peer; ///< whom the conversation is with, bare (an occupant's full address for PrivateInRoom)
    Jid sender; ///< who said it: bare; own bare address when `outgoing`
    ConversationKind kind = ConversationKind::Person;
    bool outgoing = false; ///< said by us, on another device
    QString body;
    /// When it was said if that is not now (XEP-0203), UTC; else invalid.
    QDateTime delay = {};
    QString messageId = {};
    QString originId = {};
    /// Only if the entity `stanzaIdBy` announces urn:xmpp:sid:0 and wrote it itself (SECURITY A65).
    QString stanzaId = {};
    Jid stanzaIdBy = {};
    MessageProtection protection = MessageProtection::None;
    Source source = Source::Live;
    qint64 rank = 0; ///< where it stands in the archive (ArchiveRank); 0: not known
    bool history = false; ///< said before this account was here: it was read, or never will be
    bool markable = false; ///< who said it wants to know when it is seen (XEP-0333)
    bool unstyled = false; ///< it is to be shown as it was typed (XEP-0393)
    /// It is to be shown only when asked for (XEP-0382); then the hint about it.
    std::optional<QString> spoiler = {};

    // What it says of other messages of the conversation, by their ids on the wire. Nothing of it is believed
    // before the other one is known (SECURITY A61-A63).
    QString corrects = {}; ///< `body` is to take the place of that one's (XEP-0308)
    QString answers = {}; ///< XEP-0461
    Jid answersSender = {}; ///< who is said to have said that one, bare; null if not said
    QString quoted = {}; ///< what it quotes of that one
    QString retracts = {}; ///< that one is taken back (XEP-0424); it has no words of its own
    QString reactsTo = {}; ///< XEP-0444; it has no words of its own
    QStringList emojis = {}; ///< all that its sender feels about that one from now on
    /// The archive has nothing but the memory that it was taken back, then (XEP-0424 4); else invalid.
    QDateTime retracted = {};
};

} // namespace tertulia
