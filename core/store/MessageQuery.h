// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/base/SearchWords.h"

#include <QDateTime>

#include <optional>

namespace tertulia
{

/// Which messages are looked for. Everything that is set must hold.
struct MessageQuery {
    struct Chat {
        QString account; ///< uuid
        Jid peer;

        bool operator==(const Chat &) const = default;
    };
    /// What a message has beside words, told by the links in its text.
    enum Content { Link = 1, Image = 2, File = 4 };

    SearchWords words = {};
    std::optional<QList<Chat>> chats = {}; ///< one of these; nothing: all
    std::optional<QList<Jid>> senders = {}; ///< one of these others (bare), or
    bool fromMe = false; ///< the person
    QDateTime since = {}; ///< not said before; invalid: no matter
    QDateTime before = {}; ///< said before; invalid: no matter
    int contents = 0; ///< all of these kinds of Content

    /// Nothing is looked for.
    [[nodiscard]] bool isEmpty() const
    {
        return words.isEmpty() && !chats && !senders && !fromMe && !since.isValid() && !before.isValid()
            && contents == 0;
    }
    bool operator==(const MessageQuery &) const = default;
};

/// A message that was looked for.
struct FoundMessage {
    QString account; ///< uuid
    Jid peer;
    qint64 id = 0;
    QDateTime time; ///< UTC
    bool outgoing = false;
    Jid sender; ///< bare; an occupant's full address in rooms
    QString body; ///< untrusted
    std::optional<QString> spoiler; ///< it is one, with this hint
};

/// Some of them, newest first.
struct FoundPage {
    QList<FoundMessage> messages = {};
    bool complete = true; ///< no older ones are left
};

} // namespace tertulia
