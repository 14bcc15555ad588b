// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/MessageActions.h"

#include "core/base/DeliveryState.h"
#include "core/models/Roles.h"
#include "ui/timeline/MessageLayout.h"

#include <QModelIndex>

namespace tertulia
{

QList<MessageAction> MessageActions::of(const QModelIndex &message)
{
    const bool outgoing = message.data(roles::Outgoing).toBool();
    const bool retracted = message.data(roles::Retracted).toBool();
    const auto state = DeliveryState(message.data(roles::State).toInt());
    const bool failed = state == DeliveryState::Failed;
    QList<MessageAction> actions;
    if (!retracted && !failed)
        actions << MessageAction::Reply << MessageAction::React;
    if (outgoing && !retracted)
        actions << MessageAction::Edit;
    if (!retracted)
        actions << MessageAction::Copy;
    if (message.data(roles::ReplyTo).toLongLong() != 0 && !retracted)
        actions << MessageAction::GoToOriginal;
    if (failed)
        actions << MessageAction::Retry;
    if (failed || state == DeliveryState::Queued)
        actions << MessageAction::Delete;
    if (message.data(roles::Edited).toDateTime().isValid() && !retracted)
        actions << MessageAction::EarlierVersions;
    actions << MessageAction::Info;
    if (outgoing && !retracted)
        actions << MessageAction::Retract;
    return actions;
}

bool MessageActions::isEnabled(MessageAction action, const QModelIndex &message)
{
    switch (action) {
    case MessageAction::Edit:
        return message.data(roles::MayCorrect).toBool();
    case MessageAction::Retract:
        return message.data(roles::MayRetract).toBool();
    case MessageAction::Reply:
    case MessageAction::React:
    case MessageAction::Copy:
    case MessageAction::GoToOriginal:
    case MessageAction::Retry:
    case MessageAction::Delete:
    case MessageAction::EarlierVersions:
    case MessageAction::Info:
        break;
    }
    return true;
}

QString MessageActions::text(MessageAction action)
{
    switch (action) {
    case MessageAction::Reply:
        return tr("&Reply");
    case MessageAction::React:
        return tr("Re&act");
    case MessageAction::Edit:
        return tr("&Edit");
    case MessageAction::Copy:
        return tr("&Copy text");
    case MessageAction::GoToOriginal:
        return tr("&Go to the original");
    case MessageAction::Retry:
        return MessageLayout::retryText();
    case MessageAction::Delete:
        return MessageLayout::deleteText();
    case MessageAction::EarlierVersions:
        return tr("Earlier &versions");
    case MessageAction::Info:
        return tr("Message &info");
    case MessageAction::Retract:
        return tr("Re&tract for everyone");
    }
    return {};
}

QString MessageActions::name(MessageAction action)
{
    return text(action).remove(u'&');
}

} // namespace tertulia
