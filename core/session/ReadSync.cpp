// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ReadSync.h"

#include "core/modules/xep0490_displayed/DisplayedSync.h"

namespace tertulia
{

ReadSync::ReadSync(Conversations &conversations, ModuleHost &host, QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_module(*host.module<DisplayedSyncModule>())
{
    connect(&m_module, &DisplayedSyncModule::displayed, this, &ReadSync::take);
    connect(&m_module, &DisplayedSyncModule::told, this, [this](const DisplayedUpTo &displayed) {
        m_conversations.markShared(displayed.chat, displayed.stanzaId);
    });
    connect(&m_module, &DisplayedSyncModule::ready, this, &ReadSync::shareWhatIsKnown);
    connect(&conversations, &Conversations::messageAdded, this,
            [this](const Jid &peer, qint64 id) { learn(peer, id); });
    connect(&conversations, &Conversations::messageChanged, this, &ReadSync::learn);
}

void ReadSync::share(const Jid &peer)
{
    if (!m_module.isReady() || (m_awaited.contains(peer) && m_awaited.value(peer).mayCome))
        return;
    const QString id = m_conversations.unsharedRead(peer);
    if (id.isEmpty() || m_told.value(peer) == id)
        return;
    m_told.insert(peer, id);
    m_module.tell({peer, id, m_conversations.own()});
}

void ReadSync::shareAll()
{
    for (const Jid &peer : m_conversations.peersToShare())
        share(peer);
}

void ReadSync::streamStarted(bool archiveRead)
{
    m_told.clear(); // nobody answers to what was told before
    setArchiveRead(archiveRead);
}

void ReadSync::setArchiveRead(bool read)
{
    m_archiveRead = read;
    if (read && m_module.isReady())
        awaitNoMore();
}

/// A copy that is on its way may still bring it; then it is read.
void ReadSync::awaitNoMore()
{
    for (Awaited &awaited : m_awaited)
        awaited.mayCome = false;
}

void ReadSync::shareWhatIsKnown()
{
    if (m_archiveRead)
        awaitNoMore();
    shareAll();
}

void ReadSync::take(const DisplayedUpTo &displayed)
{
    // Others number the messages of a room; of a person's it is our own server that does.
    if (displayed.by != m_conversations.own() || !displayed.chat.isBare())
        return;
    if (m_conversations.markReadElsewhereUpTo(displayed.chat, displayed.stanzaId))
        m_awaited.remove(displayed.chat);
    else
        m_awaited.insert(displayed.chat, {displayed.stanzaId});
}

/// The archive, or a copy, may bring the message later than the news that it was read.
void ReadSync::learn(const Jid &peer, qint64 message)
{
    const auto awaited = m_awaited.constFind(peer);
    if (awaited == m_awaited.cend())
        return;
    const auto record = m_conversations.message(message);
    if (!record || record->stanzaId != awaited->stanzaId)
        return;
    const QString id = awaited->stanzaId;
    m_awaited.erase(awaited);
    std::ignore = m_conversations.markReadElsewhereUpTo(peer, id);
}

} // namespace tertulia
