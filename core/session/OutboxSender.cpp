// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/OutboxSender.h"

#include <algorithm>
#include <utility>

namespace tertulia
{

namespace
{

qint64 shownId(const OutgoingMessage &message)
{
    return message.target ? message.target : message.id;
}

} // namespace

OutboxSender::OutboxSender(Conversations &conversations, Send send, QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_send(std::move(send))
{
}

void OutboxSender::adopt(const QString &originId, Task<void> arrival)
{
    // Nobody waits for one that was removed meanwhile, or that arrived by another proof.
    if (const auto message = m_conversations.pending(originId))
        await(*message, std::move(arrival));
}

QDateTime OutboxSender::oldestDoubtful() const
{
    QDateTime oldest;
    for (const OutgoingMessage &message : m_conversations.pendingOutbox(kOnTheWire)) {
        if (message.attempts > 0 && !m_onTheWire.contains(message.id)
            && (!oldest.isValid() || message.time < oldest))
            oldest = message.time;
    }
    return oldest;
}

void OutboxSender::start()
{
    if (!std::exchange(m_running, true))
        m_onThisStream = m_onTheWire;
    sendWaiting();
}

void OutboxSender::stop()
{
    m_running = false;
}

void OutboxSender::suspect()
{
    const QSet<qint64> sent = std::exchange(m_onThisStream, {});
    QList<qint64> suspects;
    for (const qint64 id : sent) {
        if (m_conversations.pending(id))
            suspects.append(id);
    }
    for (const qint64 id : std::as_const(suspects))
        ++m_suspects[id];
    if (suspects.size() == 1 && m_suspects.value(suspects.first()) >= kMostEnds)
        park(suspects.first());
}

void OutboxSender::park(qint64 id)
{
    m_suspects.remove(id);
    const Error error{ErrorCode::StanzaPolicyViolation};
    const auto message = m_conversations.pending(id);
    if (message && m_conversations.markFailed(id, error))
        Q_EMIT failed(message->peer, shownId(*message), error);
}

void OutboxSender::queued(qint64 id)
{
    if (!m_running)
        return;
    // Behind others that wait it must not overtake them.
    if (!m_suspects.isEmpty() || m_moreWaiting || m_onTheWire.size() >= kOnTheWire) {
        m_moreWaiting = true;
        return;
    }
    if (const auto message = m_conversations.pending(id))
        send(*message);
}

void OutboxSender::sendWaiting()
{
    if (!m_running)
        return;
    m_suspects.removeIf([this](const auto &suspect) { return !m_conversations.pending(suspect.key()); });
    const int most = m_suspects.isEmpty() ? kOnTheWire : 1;
    const QList<OutgoingMessage> waiting = m_conversations.pendingOutbox(most);
    for (const OutgoingMessage &message : waiting)
        send(message);
    // Those on the wire are still in the outbox, so a full answer means that there may be more behind it.
    m_moreWaiting = waiting.size() == most;
}

void OutboxSender::send(const OutgoingMessage &message)
{
    if (m_onTheWire.contains(message.id))
        return;
    m_conversations.noteAttempt(message.id);
    await(message, m_send(message));
}

void OutboxSender::await(const OutgoingMessage &message, Task<void> arrival)
{
    m_onTheWire.insert(message.id);
    m_onThisStream.insert(message.id);
    std::move(arrival).then(this, [this, message](const Result<void> &answer) { onAnswer(message, answer); });
}

void OutboxSender::onAnswer(const OutgoingMessage &message, const Result<void> &answer)
{
    m_onTheWire.remove(message.id);
    if (answer) {
        m_conversations.markSent(message.id);
    } else if (answer.error().code == ErrorCode::NotConnected
               || answer.error().code == ErrorCode::Cancelled) {
        return; // the stream is gone, and start() begins anew
    } else {
        m_conversations.markFailed(message.id, answer.error());
        Q_EMIT failed(message.peer, shownId(message), answer.error());
    }
    if (m_onTheWire.isEmpty())
        Q_EMIT allAnswered();
    if (m_moreWaiting && m_onTheWire.size() < (m_suspects.isEmpty() ? kOnTheWire / 2 : 1))
        sendWaiting();
}

} // namespace tertulia
