// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/chat/Chat.h"

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
    /// Whose chat a conversation (row) is; null if it is none of this account.
    [[nodiscard]] Jid peerOf(qint64 conversation) const { return m_peerById.value(conversation); }

    /// Its record is to be written before the turn's commit.
    void markDirty(Chat &chat);
    /// So many more are unread: the cheap half of tellUnread(), for floods.
    void addUnread(const Chat &chat, int more);
    /// Counts what is unread in all chats, and tells if that is news.
    void tellUnread();
    /// A row left the timeline (it is hidden in the store already): what is last and unread follows.
    void takeOff(const MessageRecord &message);
    /// The archive's part is over.
    void forgetArchivePlaces();

    void setDraft(const Jid &peer, const QString &text);
    [[nodiscard]] QString draft(const Jid &peer) const;
    void markRead(const Jid &peer);
    void markReadUpTo(const Jid &peer, const MessageRecord &message);
    void markSeen(const Jid &peer, const MessageRecord &message);
    void markTold(const Jid &peer);
    [[nodiscard]] std::optional<MessageRecord> untold(const Jid &peer) const;
    [[nodiscard]] QList<Jid> untoldPeers() const;
    [[nodiscard]] int unread(const Jid &peer) const;
    [[nodiscard]] int unreadTotal() const { return m_unreadTotal; }
    void setPinned(const Jid &peer, bool pinned);
    void setMuted(const Jid &peer, bool muted);
    [[nodiscard]] bool isMuted(const Jid &peer) const;
    void open(const Jid &peer);
    void close(const Jid &peer);
    void remove(const Jid &peer);
    [[nodiscard]] QList<Jid> peers() const;

private:
    void changed(Chat &chat);
    void findFirstUnread(Chat &chat, MessagePosition behind);
    [[nodiscard]] bool isMuted(const Chat &chat) const;
    [[nodiscard]] int countUnread() const;

    Conversations &m_news;
    const QString m_account;
    Store &m_store;
    Clock &m_clock;
    QHash<Jid, Chat> m_chats;
    QHash<qint64, Jid> m_peerById;
    QList<Jid> m_dirty;
    int m_unreadTotal = 0;
};

} // namespace tertulia
