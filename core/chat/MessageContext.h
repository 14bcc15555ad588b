// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/ReactionsTable.h"

#include <optional>

namespace tertulia
{

/// The message that another one answers.
struct AnsweredMessage {
    qint64 id = 0; ///< row; 0 if it is not here
    bool outgoing = false;
    Jid sender; ///< bare; null if that is not known
    QString text; ///< untrusted: its present text; if it is not here, what the answer quotes; the hint of a
                  ///< spoiler
    bool retracted = false;
    bool spoiler = false;

    bool operator==(const AnsweredMessage &) const = default;
};

/// What a timeline shows of a message beside its own words.
struct MessageContext {
    std::optional<AnsweredMessage> answers;
    QList<ReactionRecord> reactions;
    QDateTime sendAt = {}; ///< UTC; of ours that is not to be sent before
    bool changePending = false; ///< a correction, retraction or reaction of ours is not known to be sent

    bool operator==(const MessageContext &) const = default;
};

} // namespace tertulia
