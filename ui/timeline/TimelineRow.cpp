// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/TimelineRow.h"

#include "core/models/Roles.h"

#include <QAbstractItemModel>

namespace tertulia
{

namespace
{

constexpr qint64 kGroupGapSeconds = 5 * 60;

QDateTime localTime(const QModelIndex &index)
{
    return index.data(roles::Time).toDateTime().toLocalTime();
}

} // namespace

std::optional<QuotedMessage> QuotedMessage::read(const QModelIndex &index)
{
    if (!index.data(roles::IsReply).toBool())
        return {};
    QuotedMessage quote;
    quote.id = index.data(roles::ReplyTo).toLongLong();
    quote.sender = index.data(roles::ReplySender).toString();
    quote.senderName = index.data(roles::ReplySenderName).toString();
    quote.text = index.data(roles::ReplyText).toString();
    quote.retracted = index.data(roles::ReplyRetracted).toBool();
    return quote;
}

TimelineRow TimelineRow::read(const QAbstractItemModel &model, int row, qint64 firstUnread)
{
    const QModelIndex index = model.index(row, 0);
    TimelineRow facts;
    facts.id = index.data(roles::MessageId).toLongLong();
    facts.outgoing = index.data(roles::Outgoing).toBool();
    facts.sender = index.data(roles::Sender).toString();
    facts.senderName = index.data(roles::SenderName).toString();
    facts.avatarFile = index.data(roles::AvatarFile).toString();
    facts.body = index.data(roles::Body).toString();
    facts.time = localTime(index);
    facts.state = DeliveryState(index.data(roles::State).toInt());
    facts.error = index.data(roles::FailureError).value<Error>();
    facts.delayed = index.data(roles::Delayed).toBool();
    facts.edited = index.data(roles::Edited).toDateTime().toLocalTime();
    facts.retracted = index.data(roles::Retracted).toBool();
    facts.changePending = index.data(roles::ChangePending).toBool();
    facts.quote = QuotedMessage::read(index);
    facts.reactions = index.data(roles::Reactions).value<QList<ReactionSummary>>();
    facts.startsUnread = firstUnread != 0 && facts.id == firstUnread;

    const auto joined
        = [](const QModelIndex &a, const QDateTime &timeOfA, const QModelIndex &b, const QDateTime &timeOfB) {
              return a.data(roles::Outgoing).toBool() == b.data(roles::Outgoing).toBool()
                  && a.data(roles::Sender).toString() == b.data(roles::Sender).toString()
                  && timeOfA.date() == timeOfB.date() && qAbs(timeOfA.secsTo(timeOfB)) < kGroupGapSeconds;
          };
    if (row == 0) {
        facts.startsDay = true;
        facts.startsGroup = true;
    } else {
        const QModelIndex before = model.index(row - 1, 0);
        const QDateTime timeBefore = localTime(before);
        facts.startsDay = timeBefore.date() != facts.time.date();
        facts.startsGroup = facts.startsUnread || !joined(before, timeBefore, index, facts.time);
    }
    // Two people know who is who; the name stands only where reading begins anew.
    facts.showsName = facts.startsUnread && !facts.outgoing;
    if (row + 1 >= model.rowCount()) {
        facts.endsGroup = true;
    } else {
        const QModelIndex after = model.index(row + 1, 0);
        facts.endsGroup = (firstUnread != 0 && after.data(roles::MessageId).toLongLong() == firstUnread)
            || !joined(index, facts.time, after, localTime(after));
    }
    return facts;
}

} // namespace tertulia
