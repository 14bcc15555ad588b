// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/MessageActions.h"

#include "core/base/DeliveryState.h"
#include "core/models/Roles.h"
#include "core/modules/xep0393_styling/StyledText.h"
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
    const bool scheduled = message.data(roles::SendAt).toDateTime().isValid();
    QList<MessageAction> actions;
    if (message.data(roles::IsSpoiler).toBool() && !retracted)
        actions << MessageAction::Spoiler;
    if (scheduled)
        actions << MessageAction::SendNow << MessageAction::ChangeTime;
    if (!retracted && !failed && !scheduled)
        actions << MessageAction::Reply << MessageAction::React;
    if (outgoing && !retracted)
        actions << MessageAction::Edit;
    if (!retracted)
        actions << MessageAction::Copy << MessageAction::CopyQuote;
    if (!retracted && !message.data(roles::Unstyled).toBool()
        && !StyledText::of(message.data(roles::Body).toString()).codes.isEmpty())
        actions << MessageAction::CopyCode;
    if (message.data(roles::ReplyTo).toLongLong() != 0 && !retracted)
        actions << MessageAction::GoToOriginal;
    if (!retracted) {
        const bool saved = message.data(roles::Saved).toBool();
        actions << MessageAction::Forward
                << (saved ? MessageAction::RemoveMark : MessageAction::MarkForLater);
    }
    actions << MessageAction::Select;
    if (failed)
        actions << MessageAction::Retry;
    // What has not left goes at once; of the rest the others keep theirs.
    if (failed || state == DeliveryState::Queued)
        actions << MessageAction::Delete;
    else
        actions << MessageAction::Forget;
    if (message.data(roles::Edited).toDateTime().isValid() && !retracted)
        actions << MessageAction::EarlierVersions;
    actions << MessageAction::Info;
    if (outgoing && !retracted && !scheduled)
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
    case MessageAction::Spoiler:
    case MessageAction::Reply:
    case MessageAction::React:
    case MessageAction::Copy:
    case MessageAction::CopyQuote:
    case MessageAction::CopyCode:
    case MessageAction::GoToOriginal:
    case MessageAction::Forward:
    case MessageAction::MarkForLater:
    case MessageAction::RemoveMark:
    case MessageAction::SendNow:
    case MessageAction::ChangeTime:
    case MessageAction::Select:
    case MessageAction::Retry:
    case MessageAction::Delete:
    case MessageAction::Forget:
    case MessageAction::EarlierVersions:
    case MessageAction::Info:
        break;
    }
    return true;
}

QString MessageActions::text(MessageAction action)
{
    switch (action) {
    case MessageAction::Spoiler:
        return tr("&Show or hide the spoiler");
    case MessageAction::Reply:
        return tr("&Reply");
    case MessageAction::React:
        return tr("Re&act");
    case MessageAction::Edit:
        return tr("&Edit");
    case MessageAction::Copy:
        return tr("&Copy text");
    case MessageAction::CopyCode:
        return tr("Copy co&de");
    case MessageAction::CopyQuote:
        return tr("Copy as &quotation");
    case MessageAction::GoToOriginal:
        return tr("&Go to the original");
    case MessageAction::Forward:
        return tr("&Forward");
    case MessageAction::MarkForLater:
        return tr("&Mark for later");
    case MessageAction::RemoveMark:
        return tr("Remove the &mark");
    case MessageAction::SendNow:
        return tr("Send &now");
    case MessageAction::ChangeTime:
        return tr("C&hange the time…");
    case MessageAction::Select:
        return tr("Se&lect");
    case MessageAction::Retry:
        return MessageLayout::retryText();
    case MessageAction::Delete:
        return MessageLayout::deleteText();
    case MessageAction::Forget:
        return tr("Remove here…");
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
