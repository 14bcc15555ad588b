// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/Conversations.h"

#include <QHash>
#include <QObject>

namespace tertulia
{

class DisplayedSyncModule;
class ModuleHost;
struct DisplayedUpTo;

/// Carries how far chats were read between the conversations and the account's other devices (XEP-0490): what
/// they saw is read here too, what is seen here they hear of, also later if it was seen offline.
class ReadSync : public QObject
{
    Q_OBJECT
public:
    ReadSync(Conversations &conversations, ModuleHost &host, QObject *parent = nullptr);

    /// Something was read in this chat. What another device saw further on is not here yet: nothing is told
    /// that would lie behind it.
    void share(const Jid &peer);
    void streamStarted(bool archiveRead);
    /// All that was read and not told.
    void shareAll();
    /// Whether the archive was read to its end: what is not here then does not come any more.
    void setArchiveRead(bool read);

private:
    /// What another device has seen and is not here yet.
    struct Awaited {
        QString stanzaId;
        bool mayCome = true; ///< from the archive; until then nothing is told that would lie behind it
    };

    void take(const DisplayedUpTo &displayed);
    void learn(const Jid &peer, qint64 message);
    void shareWhatIsKnown();
    void awaitNoMore();

    Conversations &m_conversations;
    DisplayedSyncModule &m_module;
    QHash<Jid, Awaited> m_awaited; ///< by chat
    QHash<Jid, QString> m_told; ///< by chat: what was told last on this stream
    bool m_archiveRead = false;
};

} // namespace tertulia
