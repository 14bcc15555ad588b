// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stanza/Message.h"

#include <QDateTime>

#include <optional>

namespace tertulia
{

/// A one-to-one message as it reached us, with what may be believed of it.
struct ReceivedMessage {
    enum class Source {
        Direct,
        CarbonReceived, ///< another device of ours got it too (XEP-0280)
        CarbonSent, ///< another device of ours sent it
        Archive, ///< said while no stream was there (XEP-0313)
    };

    Message message = {}; ///< the innermost one
    Source source = Source::Direct;
    QDateTime stamp = {}; ///< UTC, when it was said: XEP-0203 or now, never in the future
    bool delayed = false; ///< it came later than it was said
    Jid peer = {}; ///< bare, the other party
    bool outgoing = false; ///< said by this account
    QString originId = {}; ///< XEP-0359, empty if none; unique only for that sender
    qint64 rank = 0; ///< see ArchivedMessage
    bool history = false; ///< see ArchivedMessage
    QString stanzaId = {}; ///< XEP-0359, by our own server and only if it vouches for it (SECURITY A65)
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::ReceivedMessage)
