// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QDateTime>
#include <QSet>

namespace tertulia
{

class Database;

/// Whom a conversation is with. Stored: append only.
enum class ConversationKind { Person = 0, Room = 1, PrivateInRoom = 2 };

/// One chat of one account.
struct ConversationRecord {
    qint64 id = 0;
    Jid peer; ///< bare, or an occupant's full address for PrivateInRoom
    ConversationKind kind = ConversationKind::Person;
    bool open = true; ///< shows in the chat list
    bool archived = false;
    bool pinned = false;
    qint64 pinOrder = 0;
    QDateTime mutedUntil = {}; ///< UTC; invalid: not muted; kForever: until switched on again
    QString draft = {};
    QDateTime draftTime = {}; ///< UTC, when the draft was last changed
    qint64 draftAnswers = 0; ///< message that the draft answers, 0: none; it may be gone
    qint64 corrected = 0; ///< message of ours that is being changed, 0: none; it may be gone
    QString correction = {}; ///< what that is to say
    qint64 readOrder = 0; ///< order key up to which everything was seen
    qint64 firstUnread = 0; ///< message, 0: none
    int unread = 0;
    qint64 seenOrder = 0; ///< order key of the last message that was before the person's eyes here
    qint64 sharedOrder = 0; ///< up to which our other devices know that it was read (XEP-0490), or need not
    qint64 toldOrder = 0; ///< up to which the other one knows that it was seen (XEP-0333), or need not
    bool markedUnread = false; ///< by hand, whatever was read

    bool operator==(const ConversationRecord &) const = default;
};

/// The chats of all accounts.
class ConversationsTable
{
public:
    explicit ConversationsTable(Database &database);

    [[nodiscard]] QList<ConversationRecord> all(const QString &account) const;
    /// With whom there are at least so many messages.
    [[nodiscard]] QSet<Jid> peersWith(int messages, const QString &account) const;
    /// Adds it and gives its row id.
    Result<qint64> add(const QString &account, const ConversationRecord &conversation);
    /// Writes everything but id, peer and kind.
    Result<void> update(const ConversationRecord &conversation);
    /// Removes it with its messages.
    Result<void> remove(qint64 id);

private:
    Database &m_database;
};

} // namespace tertulia
