// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What MessageLayout says in words of its own, for painter, menu and accessibility.
#include "ui/text/TimeText.h"
#include "ui/timeline/MessageLayout.h"

namespace tertulia
{

QString MessageLayout::retryText()
{
    return tr("Retry");
}

QString MessageLayout::deleteText()
{
    return tr("Delete");
}

QString MessageLayout::moreText()
{
    return tr("Show more");
}

QString MessageLayout::retractedText()
{
    return tr("This message was retracted");
}

QString MessageLayout::editedText()
{
    return tr("Edited");
}

QString MessageLayout::changePendingText()
{
    return tr("the change is waiting to be sent");
}

QString MessageLayout::stateText(DeliveryState state)
{
    switch (state) {
    case DeliveryState::None:
        return {};
    case DeliveryState::Queued:
        return tr("waiting to be sent");
    case DeliveryState::Sent:
        return tr("sent");
    case DeliveryState::Delivered:
        return tr("received");
    case DeliveryState::Displayed:
        return tr("read");
    case DeliveryState::Failed:
        return tr("not sent");
    }
    return {};
}

QString MessageLayout::stateText(DeliveryState state, const QDateTime &sendAt)
{
    if (state != DeliveryState::Queued || !sendAt.isValid())
        return stateText(state);
    return tr("to be sent at %1").arg(fullTime(sendAt));
}

QString MessageLayout::markText()
{
    return tr("marked for later");
}

QString MessageLayout::revealText(bool revealed)
{
    return revealed ? tr("Hide") : tr("Show");
}

MessageText MessageLayout::textOf(const TimelineRow &row, Qt::LayoutDirection fallback, const View &view)
{
    if (row.retracted)
        return MessageText::notice(retractedText(), fallback);
    if (row.spoiler && !view.revealed)
        return MessageText::notice({}, fallback);
    return MessageText::from(row.body, row.senderName, view.limit, fallback,
                             row.unstyled ? Styling::Ignored : view.styling);
}

} // namespace tertulia
