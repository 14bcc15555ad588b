// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/chat/Chat.h"
#include "core/chat/Draft.h"
#include "core/chat/Strangers.h"

#include <QHash>
#include <QList>

namespace tertulia
{

class Clock;
class Conversations;
class Store;

/// The state of each chat of one account: what is unread, drafts, pins, mutes, what stands on the list. It is
/// in memory and, at the latest when the turn is committed, in the store. A part of Conversations, whose
/// signals tell the news and whose words describe what the commands do.
class Chats
{
public:
    Chats(Conversations &news, const QString &account, Store &store, Clock &clock);

    void load();
    /// After writes were lost: reads everything anew, and tells.
    void reload();
    /// Writes what markDirty() named.
    void writeDirty();

    /// Null if there is none. What is found stays valid until another chat is made or removed, which may be
    /// by anybody who listens to a signal.
    [[nodiscard]] Chat *find(const Jid &peer);
    [[nodiscard]] const Chat *find(const Jid &peer) const { return const_cast<Chats *>(this)->find(peer); }
    Result<Chat *> findOrMake(const Jid &peer, ConversationKind kind);
    /// One that stays off the list until something is said there. Null if it cannot be kept.
    Chat *makeHidden(const Jid &peer, ConversationKind kind);
    /// Whose chat a conversation (row) is; null if it is none of this account.
    [[nodiscard]] Jid peerOf(qint64 conversation) const { return m_peerById.value(conversation); }

    /// Its record is to be written before the turn's commit.
    void markDirty(Chat &chat);
    /// What was said up to there is no news, neither here nor to other devices.
    void passHistory(Chat &chat, qint64 order);
    /// So many more are unread: the cheap half of tellUnread(), for floods.
    void addUnread(const Chat &chat, int more);
    /// Counts what is unread in all chats, and tells if that is news.
    void tellUnread();
    /// A row left the timeline (it is hidden in the store already): what is last and unread follows.
    void takeOff(const MessageRecord &message);
    /// A row of the timeline has another order key than `from` now. `pushed`: so have those behind it, in
    /// their old order.
    void moved(const MessageRecord &row, qint64 from, bool pushed);

    void setDraft(const Jid &peer, const Draft &draft);
    [[nodiscard]] Draft draft(const Jid &peer) const;
    void markRead(const Jid &peer);
    void markReadUpTo(const Jid &peer, const MessageRecord &message);
    /// Another device of ours told the other side of it.
    void markToldElsewhere(const Jid &peer, const MessageRecord &message);
    void markSeen(const Jid &peer, const MessageRecord &message);
    void markTold(const Jid &peer);
    void markShared(const Jid &peer, qint64 order);
    /// The newest that was read of which our other devices do not know.
    [[nodiscard]] std::optional<MessageRecord> unshared(const Jid &peer) const;
    [[nodiscard]] QList<Jid> unsharedPeers() const;
    [[nodiscard]] std::optional<MessageRecord> untold(const Jid &peer) const;
    [[nodiscard]] QList<Jid> untoldPeers() const;
    [[nodiscard]] int unread(const Jid &peer) const;
    [[nodiscard]] int unreadTotal() const { return m_unreadTotal; }
    void setPinned(const Jid &peer, bool pinned);
    void setPinOrder(const Jid &peer, qint64 order);
    void setMuted(const Jid &peer, bool muted);
    void mute(const Jid &peer, const QDateTime &until);
    [[nodiscard]] bool isMuted(const Jid &peer) const;
    [[nodiscard]] QDateTime nextMuteEnd() const;
    void endMutes();
    void setArchived(const Jid &peer, bool archived);
    void setMarkedUnread(const Jid &peer, bool unread);
    /// What is said now brings it back to where it is seen; gives how many unread messages join the sum.
    int bringBack(Chat &chat);
    void open(const Jid &peer);
    void close(const Jid &peer);
    void remove(const Jid &peer);
    [[nodiscard]] QList<Jid> peers() const;
    /// Also those that are closed.
    [[nodiscard]] QList<Jid> allPeers() const { return m_chats.keys(); }
    /// Messages went or came without a word: what is last and unread follows, and that is told.
    void recount(const Jid &peer);
    void setKnownTest(Strangers::KnownTest isKnown);
    [[nodiscard]] bool isStranger(const Jid &peer) const;
    void admit(const Jid &peer);
    /// Whether `peer` is known may have changed.
    void reconsider(const Jid &peer);

private:
    void changed(Chat &chat);
    void findFirstUnread(Chat &chat, MessagePosition behind);
    [[nodiscard]] bool isMuted(const Chat &chat) const;
    [[nodiscard]] bool counts(const Chat &chat) const;
    [[nodiscard]] int countUnread() const;

    Conversations &m_news;
    const QString m_account;
    Store &m_store;
    Clock &m_clock;
    QHash<Jid, Chat> m_chats;
    QHash<qint64, Jid> m_peerById;
    QList<Jid> m_dirty;
    Strangers m_strangers;
    int m_unreadTotal = 0;
};

} // namespace tertulia
