// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/chat/Conversations.h"
#include "core/stream/Module.h"

#include <QObject>

namespace tertulia
{

struct Reactions;
struct ReceivedMessage;
struct Retraction;

/// Carries messages, what they say of other messages, receipts, markers and errors from the modules into the
/// conversations, and what is to be sent from there to the stream.
class MessagesBinding : public QObject
{
    Q_OBJECT
public:
    MessagesBinding(Conversations &conversations, ModuleHost &host, QObject *parent = nullptr);

    /// Hands one message to the stream; completes when the server has it.
    [[nodiscard]] Task<void> send(const OutgoingMessage &outgoing);

Q_SIGNALS:
    /// Worth a notification (R10): incoming, said since the program runs, no copy of another device's, not
    /// muted. `live`: it came when it was said, and was kept nowhere on its way.
    void arrived(const tertulia::Jid &peer, qint64 id, const QString &body, bool live);
    /// A message that did not come from the archive is stored, or was already; the archive calls it `id`.
    void kept(const QString &archiveId, bool delayed);
    /// It could not be stored; whoever sent it has to send it again.
    void notKept(const tertulia::Error &error);
    void bounced(const tertulia::Jid &peer, qint64 id, const tertulia::Error &error);

private:
    void receive(const ReceivedMessage &received);
    void receiveRetraction(const ReceivedMessage &received, const Retraction &retraction);
    void receiveReactions(const ReceivedMessage &received, const Reactions &reactions);
    /// What an archive keeps in the place of a message that was taken back.
    void receiveTombstone(const ReceivedMessage &received);
    [[nodiscard]] IncomingMessage envelopeOf(const ReceivedMessage &received) const;
    /// Nothing if it could not be stored.
    std::optional<Conversations::Added> take(const ReceivedMessage &received, const IncomingMessage &message);

    Conversations &m_conversations;
    ModuleHost &m_host;
    QDateTime m_startedAt;
};

} // namespace tertulia
