// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"
#include "ui/widgets/Avatar.h"

#include <QAction>
#include <QDateTime>
#include <QMetaType>
#include <QPointer>
#include <QString>

namespace tertulia
{

/// One thing that can be jumped to or done.
struct SwitcherEntry {
    /// A new kind of chat is a new section's heading and a new source; nothing else asks for it.
    enum class Kind { Heading, Chat, Person, Message, Command };

    Kind kind = Kind::Heading;
    QString title = {}; ///< made for showing
    QString detail = {}; ///< softer, below or beside; made for showing
    QString trailing = {}; ///< time or keys
    ConversationKey key = {}; ///< of chats, people and messages
    qint64 message = 0;
    AvatarLook avatar = {};
    QPointer<QAction> action = {}; ///< of commands
    int unread = 0;

    [[nodiscard]] bool isChoosable() const { return kind != Kind::Heading; }
};

} // namespace tertulia

Q_DECLARE_METATYPE(tertulia::SwitcherEntry)
