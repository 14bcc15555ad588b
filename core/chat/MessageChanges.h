// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/AwaitedNames.h"
#include "core/chat/MessageContext.h"
#include "core/chat/MessageVersion.h"
#include "core/store/LinksTable.h"
#include "core/store/MessagesTable.h"

namespace tertulia
{

class Chats;
class Conversations;
class Store;

/// What is said of messages: that they answer, correct or take back others, and what people feel about them.
/// All speaks of the first message, also where it names a correction of it (SECURITY A62), and waits for one
/// that is not here. A part of Conversations, whose signals tell the news.
///
/// The texts that a message had lie with the corrections: each keeps the one whose place it took. What says
/// nothing else tells nobody: announce() does.
class MessageChanges
{
public:
    MessageChanges(Conversations &news, Chats &chats, Store &store);

    /// The row of the timeline that this id names; of this sender only, unless that is null (SECURITY A61,
    /// A63). Where two are called so, the newest.
    [[nodiscard]] std::optional<MessageRecord> named(qint64 conversation, const QString &anyId,
                                                     const Jid &sender) const;

    /// Puts `text` in the place of the target's. `correction` is a row that is not shown; both are of the
    /// same sender. Nothing happens to what was taken back.
    void correct(const MessageRecord &target, const MessageRecord &correction, const QString &text);
    /// The target is gone, and with it all that it ever said; what waited to be sent of it waits no more.
    void retract(const MessageRecord &target, const QDateTime &time);
    /// It is gone from here, with all that was said of it.
    bool forget(const MessageRecord &message);
    /// Takes and tells someone's feelings about `anyId`, which may not be here yet. Those that were `delayed`
    /// do not take the place of newer ones, nor do those that other devices tell the place of ours that were
    /// not said yet. Gives what is new of them, if the message is ours.
    QStringList react(qint64 conversation, const QString &anyId, const Jid &sender, const QStringList &emojis,
                      const QDateTime &time, bool delayed);
    /// Notes what `message` answers; `quoted` serves until that is here.
    void answer(const MessageRecord &message, const QString &anyId, const Jid &sender, const QString &quoted);
    /// Keeps for a message that is not here what `speaking` says of it.
    Result<void> await(const MessageRecord &speaking, MessageLink kind, const QString &anyId);
    /// `arrived` is here: what spoke of it in advance holds for `target`, which is itself or the message that
    /// it corrected. Tells what that changed.
    void settle(const MessageRecord &arrived, qint64 target);
    /// The server or the addressee refused a change of ours: it has not happened. What was taken back stays
    /// away, since nothing is left of it.
    void undo(const MessageRecord &change);

    /// The text that this correction of ours brought.
    [[nodiscard]] QString textOf(const LinkRecord &correction) const;
    [[nodiscard]] QList<MessageVersion> earlierVersions(const MessageRecord &message) const;
    [[nodiscard]] MessageContext context(const MessageRecord &message) const;
    /// Whether this text is the one that a message had first.
    [[nodiscard]] bool wasSaidFirst(const MessageRecord &message, const QString &body) const;

    /// Tells of a row that is different now, and of those that quote it.
    void announce(qint64 id) const;

private:
    /// Whether others have yet to hear of a change to it.
    [[nodiscard]] bool isUnderWay(qint64 target) const;
    void settleOne(const LinkRecord &link, const MessageRecord &arrived, qint64 target);
    void undoCorrection(const LinkRecord &link);
    void undoReactions(const MessageRecord &change, const LinkRecord &link);
    [[nodiscard]] bool waitsToBeSaid(qint64 target, MessageLink kind) const;

    Conversations &m_news;
    Chats &m_chats;
    Store &m_store;
    AwaitedNames m_awaited;
};

} // namespace tertulia
