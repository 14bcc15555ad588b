// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/DeliveryState.h"
#include "core/base/Error.h"

#include <QDateTime>
#include <QString>

class QAbstractItemModel;

namespace tertulia
{

/// One row of a timeline as the view needs it: what the model says of the message, and how it stands to its
/// neighbours.
struct TimelineRow {
    qint64 id = 0;
    bool outgoing = false;
    QString sender;
    QString senderName; ///< untrusted
    QString avatarFile;
    QString body; ///< untrusted
    QDateTime time; ///< local
    DeliveryState state = DeliveryState::None;
    Error error;
    bool delayed = false;

    bool startsDay = false; ///< a day separator stands above
    bool startsUnread = false; ///< the unread line stands above
    bool startsGroup = false; ///< another sender, five minutes or a separator before
    bool endsGroup = false; ///< the same after
    bool showsName = false; ///< the sender's name stands in the bubble

    /// Reads row `row`; `firstUnread` is the id of the message below the unread line, 0 if there is none.
    static TimelineRow read(const QAbstractItemModel &model, int row, qint64 firstUnread);
};

} // namespace tertulia
