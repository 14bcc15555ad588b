// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SessionMessages.h"

#include "core/modules/xep0199_ping/Ping.h"
#include "core/modules/xep0245_me/MeCommand.h"
#include "core/session/SessionChats.h"

#include <utility>

namespace tertulia
{

namespace
{

/// What was kept for us is told so long after the first of it at the latest, whatever the server answers.
constexpr std::chrono::seconds kLongestGathering(10);

/// Up edits the last message of ours if it stands among so many.
constexpr int kFarBack = 50;

/// Stream errors by which a server says that it will not have what it was sent.
bool mayBeOfAMessage(ErrorCode code)
{
    switch (code) {
    case ErrorCode::StreamPolicyViolation:
    case ErrorCode::StreamBadFormat:
    case ErrorCode::StreamInvalidXml:
    case ErrorCode::StreamInvalidNamespace:
    case ErrorCode::StreamNotWellFormed:
    case ErrorCode::StreamRestrictedXml:
    case ErrorCode::StreamUnsupportedStanzaType:
        return true;
    default:
        return false;
    }
}

} // namespace

SessionMessages::SessionMessages(const QString &account, const Jid &own, Conversations &conversations,
                                 SessionChats &chats, ModuleHost &host, Store &store, NameOf nameOf,
                                 QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_chats(chats)
    , m_host(host)
    , m_nameOf(std::move(nameOf))
    , m_binding(conversations, host)
    , m_outbox(conversations, [this](const OutgoingMessage &message) { return m_binding.send(message); })
    , m_schedule(conversations, host.clock(), host.timers())
    , m_ledger(account, own, store)
    , m_catchUp(own, host, conversations, m_ledger, store, [this] { return m_outbox.oldestDoubtful(); })
    , m_fill(account, own, host, m_ledger, store)
{
    connect(&m_schedule, &SendSchedule::due, this, [this](const QList<qint64> &ids) {
        for (const qint64 id : ids)
            m_outbox.queued(id);
    });
    m_schedule.refresh();
    connect(&m_catchUp, &ArchiveCatchUp::over, this, [this] {
        m_chats.setArchiveRead();
        if (m_host.isOnline())
            sendWaiting();
        Q_EMIT caughtUp();
        if (!m_host.isOnline())
            return;
        if (m_catchUp.isUpToDate())
            m_fill.start(m_catchUp.kind());
        else if (m_catchUp.isWithoutArchive())
            m_fill.start(std::nullopt);
    });
    connect(&m_catchUp, &ArchiveCatchUp::lost, &m_fill, &ArchiveFill::stop);
    connect(&m_binding, &MessagesBinding::kept, &m_catchUp, [this](const QString &archiveId, bool delayed) {
        m_catchUp.noteLive({archiveId, delayed, m_outbox.hasUnanswered()});
    });
    connect(&m_outbox, &OutboxSender::allAnswered, &m_catchUp, &ArchiveCatchUp::noteAnswered);
    connect(&m_binding, &MessagesBinding::notKept, &m_catchUp, &ArchiveCatchUp::lose);
    connect(&m_binding, &MessagesBinding::notKept, this, &SessionMessages::notKept);
    connect(&m_binding, &MessagesBinding::arrived, this,
            [this](const Jid &peer, qint64 message, const QString &body, bool live) {
                // Another device may have shown it already, and told us before it came (R10).
                if (m_conversations.unread(peer) == 0 || m_conversations.isStranger(peer))
                    return;
                if (live) {
                    Q_EMIT arrived(peer, message, body);
                    return;
                }
                Q_EMIT missed(peer, message, body);
                if (m_catchUp.isOver())
                    awaitLastKept();
            });
    connect(&m_conversations, &Conversations::reacted, this,
            [this](const Jid &peer, const Jid &, const QStringList &emojis) {
                if (!m_conversations.isStranger(peer))
                    Q_EMIT reacted(peer, emojis);
            });
    connect(&m_binding, &MessagesBinding::bounced, this, &SessionMessages::failed);
    connect(&m_outbox, &OutboxSender::failed, this, &SessionMessages::failed);
}

void SessionMessages::streamStarted(StreamStart start)
{
    m_schedule.refresh();
    if (start == StreamStart::Resumed)
        m_fill.lineChanged();
    else
        m_fill.stop();
    m_catchUp.streamStarted(start);
    m_chats.streamStarted(m_catchUp.isOver());
    sendWaiting();
}

void SessionMessages::streamEnded(const Error &error)
{
    if (mayBeOfAMessage(error.code))
        m_outbox.suspect();
    m_fill.lineChanged();
}

void SessionMessages::awaitLastKept()
{
    if (std::exchange(m_awaitsLastKept, true))
        return;
    // Nothing says which is the last one; but they left together, so that an answer comes behind them all.
    const Jid server = m_host.ownJid().domainOnly();
    m_host.module<PingModule>()->ping(server, kLongestGathering).then(this, [this](const Result<void> &) {
        m_awaitsLastKept = false;
        Q_EMIT caughtUp();
    });
}

void SessionMessages::sendWaiting()
{
    m_chats.tellWaiting();
    // What may have arrived is looked for in the archive first (SECURITY R01, R02); what was written since
    // waits behind it, for the order's sake.
    if (m_catchUp.isOver() || !m_outbox.hasDoubtful())
        m_outbox.start();
}

bool SessionMessages::sendChange(qint64 messageId, const Result<qint64> &change)
{
    if (!change) {
        if (change.error().code != ErrorCode::StanzaBadRequest)
            Q_EMIT failed(m_conversations.peerOf(messageId), messageId, change.error());
        return false;
    }
    if (*change)
        m_outbox.queued(*change);
    return true;
}

void SessionMessages::send(const Jid &peer, const QString &body, qint64 answers,
                           const std::optional<QString> &spoiler)
{
    say(peer, {.body = body, .answers = answers, .spoiler = spoiler});
}

void SessionMessages::sendLater(const Jid &peer, const QString &body, const QDateTime &when, qint64 answers)
{
    say(peer, {.body = body, .answers = answers, .sendAt = when.toUTC()});
    m_schedule.refresh();
}

bool SessionMessages::sendNow(qint64 messageId)
{
    if (!m_conversations.release(messageId))
        return false;
    m_outbox.queued(messageId);
    m_schedule.refresh();
    return true;
}

bool SessionMessages::setSendTime(qint64 messageId, const QDateTime &when)
{
    const bool set = bool(m_conversations.schedule(messageId, when.toUTC()));
    m_schedule.refresh();
    return set;
}

void SessionMessages::setSaved(qint64 messageId, bool saved)
{
    m_conversations.setSaved(messageId, saved);
}

QList<SavedMessage> SessionMessages::saved(int count) const
{
    return m_conversations.savedMessages(count);
}

void SessionMessages::say(const Jid &peer, const Composed &message)
{
    const auto id = m_conversations.compose(peer, message);
    m_chats.shareRead(peer);
    if (id)
        m_outbox.queued(*id);
    else
        Q_EMIT failed(peer, 0, id.error());
}

std::optional<QString> SessionMessages::spoilerOf(qint64 messageId) const
{
    const auto message = m_conversations.message(messageId);
    return message ? message->spoiler : std::nullopt;
}

void SessionMessages::forward(const QList<qint64> &messageIds, const Jid &to)
{
    for (const qint64 id : messageIds) {
        const auto message = m_conversations.message(id);
        if (!message || message->body.isEmpty())
            continue;
        // Who passes on what somebody does does not do it.
        const QString body = isMeCommand(message->body)
            ? QString(m_nameOf(message->sender) + u' ' + meAction(message->body))
            : message->body;
        say(to, {.body = body, .spoiler = message->spoiler, .unstyled = message->unstyled});
    }
}

bool SessionMessages::correct(qint64 messageId, const QString &body)
{
    return sendChange(messageId, m_conversations.correct(messageId, body));
}

QList<MessageVersion> SessionMessages::earlierVersions(qint64 messageId) const
{
    return m_conversations.earlierVersions(messageId);
}

qint64 SessionMessages::lastCorrectable(const Jid &peer) const
{
    const QList<MessageRecord> last = m_conversations.lastMessages(peer, kFarBack);
    for (auto it = last.crbegin(); it != last.crend(); ++it) {
        if (it->outgoing)
            return Conversations::mayCorrect(*it) ? it->id : 0;
    }
    return 0;
}

bool SessionMessages::retract(qint64 messageId)
{
    return sendChange(messageId, m_conversations.retract(messageId));
}

bool SessionMessages::react(qint64 messageId, const QStringList &emojis)
{
    return sendChange(messageId, m_conversations.react(messageId, emojis));
}

bool SessionMessages::toggleReaction(qint64 messageId, const QString &emoji)
{
    QStringList emojis = m_conversations.ownReactions(messageId);
    if (!emojis.removeAll(emoji))
        emojis.append(emoji);
    return react(messageId, emojis);
}

void SessionMessages::retry(qint64 messageId)
{
    if (m_conversations.retry(messageId))
        m_outbox.queued(messageId);
}

bool SessionMessages::remove(qint64 messageId)
{
    return m_conversations.removeMessage(messageId);
}

int SessionMessages::forget(const QList<qint64> &messageIds)
{
    return int(std::count_if(messageIds.cbegin(), messageIds.cend(),
                             [this](qint64 id) { return m_conversations.forgetMessage(id); }));
}

} // namespace tertulia
