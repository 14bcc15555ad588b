// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/DeliveryState.h"
#include "core/base/Error.h"
#include "core/chat/ArchiveGap.h"
#include "core/models/ReactionSummary.h"

#include <QDateTime>
#include <QString>

#include <optional>

class QAbstractItemModel;
class QModelIndex;

namespace tertulia
{

/// What a row shows of the message that it answers.
struct QuotedMessage {
    qint64 id = 0; ///< 0 if it is not here
    QString sender; ///< empty if not known
    QString senderName; ///< untrusted
    QString text; ///< untrusted, may be empty
    bool retracted = false;
    bool spoiler = false; ///< `text` is the hint about it

    /// Of the answer at `index`, nothing if it is none.
    static std::optional<QuotedMessage> read(const QModelIndex &index);
};

/// One row of a timeline as the view needs it: what the model says of the message, and how it stands to its
/// neighbours.
struct TimelineRow {
    qint64 id = 0;
    bool outgoing = false;
    QString sender;
    QString senderName; ///< untrusted
    QString avatarFile;
    QString body; ///< untrusted
    std::optional<QString> spoiler; ///< the hint, untrusted, of one to be shown only when asked for
    bool unstyled = false; ///< its writer wants it shown as it is
    QDateTime time; ///< local
    DeliveryState state = DeliveryState::None;
    QDateTime sendAt; ///< local, of one that is not to be sent before; invalid of others
    bool saved = false; ///< marked for later
    Error error;
    bool delayed = false;
    QDateTime edited; ///< local; invalid: never
    bool retracted = false; ///< `body` is empty
    bool changePending = false; ///< a correction, retraction or reaction of ours is on its way
    std::optional<QuotedMessage> quote;
    QList<ReactionSummary> reactions;

    std::optional<ArchiveGap> gapAbove; ///< messages may be missing there
    std::optional<ArchiveGap> gapBelow; ///< the same, behind the last row

    bool startsDay = false; ///< a day separator stands above
    bool startsUnread = false; ///< the unread line stands above
    bool startsGroup = false; ///< another sender, five minutes or a separator before
    bool endsGroup = false; ///< the same after
    bool showsName = false; ///< the sender's name stands in the bubble

    /// Whether it can be answered and reacted to: it was said, and not taken back.
    [[nodiscard]] bool isAnswerable() const
    {
        return !retracted && state != DeliveryState::Failed && !sendAt.isValid();
    }

    /// Only what is said of the words: body, sender's name, how they are shown.
    static TimelineRow readWords(const QModelIndex &index);
    /// Reads row `row`; `firstUnread` is the id of the message below the unread line, 0 if there is none.
    static TimelineRow read(const QAbstractItemModel &model, int row, qint64 firstUnread);
};

} // namespace tertulia
