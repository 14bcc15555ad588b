// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>

class QModelIndex;

namespace tertulia
{

/// What a person can do with a message of a timeline.
enum class MessageAction {
    Spoiler,
    Reply,
    React,
    Edit,
    Copy,
    CopyQuote,
    CopyCode,
    GoToOriginal,
    Forward,
    MarkForLater,
    RemoveMark,
    Select,
    SendNow,
    ChangeTime,
    Retry,
    Delete, ///< what has not left
    Forget, ///< here only, whoever said it
    EarlierVersions,
    Info,
    Retract
};

/// Which of them a message offers and what they are called: one place for menu, keyboard and accessibility.
class MessageActions
{
    Q_DECLARE_TR_FUNCTIONS(tertulia::MessageActions)
public:
    /// Those that make sense for the message, in the order of the menu; some may be of no use now.
    [[nodiscard]] static QList<MessageAction> of(const QModelIndex &message);
    [[nodiscard]] static bool isEnabled(MessageAction action, const QModelIndex &message);
    /// As a menu shows it, with its mnemonic.
    [[nodiscard]] static QString text(MessageAction action);
    /// The same without (UI section 3).
    [[nodiscard]] static QString name(MessageAction action);
};

} // namespace tertulia
