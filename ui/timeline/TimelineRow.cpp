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

std::optional<ArchiveGap> gapOf(const QModelIndex &index, int role)
{
    const QVariant gap = index.data(role);
    if (!gap.isValid())
        return {};
    return gap.value<ArchiveGap>();
}

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
    quote.spoiler = index.data(roles::ReplySpoiler).toBool();
    return quote;
}

TimelineRow TimelineRow::readWords(const QModelIndex &index)
{
    TimelineRow facts;
    facts.senderName = index.data(roles::SenderName).toString();
    facts.body = index.data(roles::Body).toString();
    facts.retracted = index.data(roles::Retracted).toBool();
    if (index.data(roles::IsSpoiler).toBool())
        facts.spoiler = index.data(roles::SpoilerHint).toString();
    facts.unstyled = index.data(roles::Unstyled).toBool();
    return facts;
}

TimelineRow TimelineRow::read(const QAbstractItemModel &model, int row, qint64 firstUnread)
{
    const QModelIndex index = model.index(row, 0);
    TimelineRow facts = readWords(index);
    facts.id = index.data(roles::MessageId).toLongLong();
    facts.outgoing = index.data(roles::Outgoing).toBool();
    facts.sender = index.data(roles::Sender).toString();
    facts.avatarFile = index.data(roles::AvatarFile).toString();
    facts.time = localTime(index);
    facts.state = DeliveryState(index.data(roles::State).toInt());
    facts.sendAt = index.data(roles::SendAt).toDateTime().toLocalTime();
    facts.saved = index.data(roles::Saved).toBool();
    facts.error = index.data(roles::FailureError).value<Error>();
    facts.delayed = index.data(roles::Delayed).toBool();
    facts.edited = index.data(roles::Edited).toDateTime().toLocalTime();
    facts.changePending = index.data(roles::ChangePending).toBool();
    facts.quote = QuotedMessage::read(index);
    facts.reactions = index.data(roles::Reactions).value<QList<ReactionSummary>>();
    facts.gapAbove = gapOf(index, roles::GapAbove);
    facts.gapBelow = gapOf(index, roles::GapBelow);
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
        facts.startsGroup
            = facts.startsUnread || facts.gapAbove || !joined(before, timeBefore, index, facts.time);
    }
    // Two people know who is who; the name stands only where reading begins anew.
    facts.showsName = facts.startsUnread && !facts.outgoing;
    if (row + 1 >= model.rowCount()) {
        facts.endsGroup = true;
    } else {
        const QModelIndex after = model.index(row + 1, 0);
        facts.endsGroup = after.data(roles::GapAbove).isValid()
            || (firstUnread != 0 && after.data(roles::MessageId).toLongLong() == firstUnread)
            || !joined(index, facts.time, after, localTime(after));
    }
    return facts;
}

} // namespace tertulia
