// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/Conversations.h"
#include "core/session/ChatChoices.h"
#include "core/session/MuteEnds.h"
#include "core/session/Privacy.h"
#include "core/session/ReadSync.h"

#include <QObject>

#include <memory>

namespace tertulia
{

class MessageSearch;
class ModuleHost;
class ServerSearch;
class Store;

/// What a person does with the chats of one account, whatever is said in them: opens, pins and mutes them,
/// writes drafts, has seen them. What was seen is told, also later if it happened offline.
class SessionChats : public QObject
{
    Q_OBJECT
public:
    /// The choice whether what is said in a chat is found by search; it is, unless chosen otherwise.
    static constexpr QLatin1String kSearched{"searched"};
    /// The choice of the folder that a chat is in: its name.
    static constexpr QLatin1String kFolder{"folder"};

    SessionChats(const QString &account, Conversations &conversations, ModuleHost &host, Store &store,
                 QObject *parent = nullptr);

    /// Makes the chat show in the list although nothing was said yet. The person looks at it: it is not
    /// marked as unread any more.
    void open(const Jid &peer);
    /// Takes the chat off the list; messages stay.
    void close(const Jid &peer);
    // See Conversations.
    void setPinned(const Jid &peer, bool pinned);
    void setPinOrder(const Jid &peer, qint64 order);
    void setMuted(const Jid &peer, bool muted);
    void mute(const Jid &peer, const QDateTime &until);
    void setArchived(const Jid &peer, bool archived);
    void markUnread(const Jid &peer);
    // As it is now; the model of the list follows in its own time (FrameGate).
    [[nodiscard]] int unread(const Jid &peer) const;
    [[nodiscard]] bool isMuted(const Jid &peer) const;
    /// The first message that was not read; 0 if all were.
    [[nodiscard]] qint64 firstUnread(const Jid &peer) const;
    /// The first message of the chat that is not older, or the last one; 0 without messages.
    [[nodiscard]] qint64 messageSince(const Jid &peer, const QDateTime &time) const;
    void setDraft(const Jid &peer, const Draft &draft);
    [[nodiscard]] Draft draft(const Jid &peer) const;
    /// The person is typing, or stopped (XEP-0085; paused after 10 s by itself). Told if privacy() has it
    /// told.
    void setTyping(const Jid &peer, bool typing);

    /// Everything in this chat is known to the person, also without having been seen here ("Mark as read").
    void markRead(const Jid &peer);
    /// The person has this message of the chat, and with it all before it, before their eyes: it lies in the
    /// visible part of a window that is in use (R16). Who wrote it is told (XEP-0333), once, if they asked to
    /// be, may see our presence, and privacy() has it told; after a reconnect if it happened offline. Call it
    /// as often as you like.
    void markSeen(const Jid &peer, qint64 messageId);
    /// What others learn of the person beside what the person says.
    [[nodiscard]] Privacy &privacy() { return m_privacy; }
    /// A search of its own over what is stored.
    [[nodiscard]] std::unique_ptr<MessageSearch> makeSearch() const;
    /// And one over what the server keeps.
    [[nodiscard]] std::unique_ptr<ServerSearch> makeServerSearch();
    /// The chats themselves: what was said, for what is done with all of it.
    [[nodiscard]] Conversations &conversations() { return m_conversations; }
    /// What the person chose for single chats.
    [[nodiscard]] ChatChoices &choices() { return m_choices; }

    /// The person has said something there: what stands before it was read. The account's other devices are
    /// told.
    void shareRead(const Jid &peer) { m_readSync.share(peer); }
    void streamStarted(bool archiveRead) { m_readSync.streamStarted(archiveRead); }
    void setArchiveRead() { m_readSync.setArchiveRead(true); }
    /// Tells what was seen and could not be told at the time.
    void tellWaiting();

Q_SIGNALS:
    /// The unread count went to zero (read here or on another device): withdraw the chat's bubble.
    void read(const tertulia::Jid &peer);

private:
    void tellSeen(const Jid &peer);
    void followSearched(const Jid &peer);

    Conversations &m_conversations;
    ModuleHost &m_host;
    ChatChoices m_choices;
    Privacy m_privacy;
    ReadSync m_readSync;
    MuteEnds m_muteEnds;
    Store &m_store;
};

} // namespace tertulia
