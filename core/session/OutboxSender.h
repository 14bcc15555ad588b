// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/chat/Conversations.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

namespace tertulia
{

/// Takes messages from the outbox to the stream: in the order composed, each once at a time, at most
/// kOnTheWire unacknowledged; again, under the same id, when a stream ended before the server was known to
/// have it.
class OutboxSender : public QObject
{
    Q_OBJECT
public:
    /// Hands one message to the stream; completes when the server has it (ModuleHost::sendTracked).
    using Send = std::function<Task<void>(const OutgoingMessage &)>;

    OutboxSender(Conversations &conversations, Send send, QObject *parent = nullptr);

    /// A message of the outbox, by its origin id, is on the wire since before this process began.
    void adopt(const QString &originId, Task<void> arrival);
    /// Whether a message was sent on a stream that has ended, and may or may not have arrived.
    [[nodiscard]] bool hasDoubtful() const { return oldestDoubtful().isValid(); }
    /// When the first of those was written; invalid: there is none.
    [[nodiscard]] QDateTime oldestDoubtful() const;
    /// Whether messages are on the wire of which the server has not said that it has them.
    [[nodiscard]] bool hasUnanswered() const { return !m_onTheWire.isEmpty(); }
    /// The stream is up: everything waiting goes out.
    void start();
    /// The stream is gone: nothing goes out until start().
    void stop();
    /// The server ended the stream, and not for want of a network: one of the messages that it had not
    /// acknowledged may be the reason. They go out one by one from now on; the one alone on the wire when
    /// that happens again is not sent a third time (SECURITY F10).
    void suspect();
    /// One more message was composed.
    void queued(qint64 id);

    static constexpr int kOnTheWire = 1000; ///< SECURITY (f)
    static constexpr int kMostEnds = 2; ///< of streams, by one message

Q_SIGNALS:
    /// `id` is the message, or the one that it was to change.
    void failed(const tertulia::Jid &peer, qint64 id, const tertulia::Error &error);
    /// The server has answered for all that was sent: hasUnanswered() has become false.
    void allAnswered();

private:
    void sendWaiting();
    void send(const OutgoingMessage &message);
    void await(const OutgoingMessage &message, Task<void> arrival);
    void park(qint64 id);
    void onAnswer(const OutgoingMessage &message, const Result<void> &answer);

    Conversations &m_conversations;
    Send m_send;
    QSet<qint64> m_onTheWire;
    QSet<qint64> m_onThisStream; ///< that were on the wire since start()
    QHash<qint64, int> m_suspects; ///< how many streams ended with it on the wire
    bool m_running = false;
    bool m_moreWaiting = false; ///< the outbox holds more than was let onto the wire
};

} // namespace tertulia
