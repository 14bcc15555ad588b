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
};

} // namespace tertulia
