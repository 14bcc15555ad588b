// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chat/Clearing.h"

#include "core/chat/Chats.h"
#include "core/chat/Conversations.h"
#include "core/store/ForgottenTable.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"

#include <QElapsedTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{
constexpr int kAtATime = 20;
/// Of a turn of the event loop.
constexpr int kLongestTurnMs = 6;
constexpr int kWaitMs = 5;
} // namespace

Clearing::Clearing(Conversations &news, Chats &chats, const QString &account, Store &store)
    : m_news(news)
    , m_chats(chats)
    , m_account(account)
    , m_store(store)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Clearing::goOn);
    resume();
}

QString Clearing::noteFor(const Jid &peer) const
{
    return u"clearing/"_s + m_account + u'/' + peer.toString();
}

void Clearing::resume()
{
    const QString prefix = noteFor({});
    for (const QString &note : m_store.settings().keys(prefix)) {
        const qint64 before = m_store.settings().value(note).toLongLong();
        m_commands.push_back({.peers = {Jid::fromNormalized(note.mid(prefix.size()))},
                              .before = QDateTime::fromMSecsSinceEpoch(before, Qt::UTC)});
    }
    if (!m_commands.empty())
        m_next.start(0);
}

Task<qint64> Clearing::clear(const QList<Jid> &peers, const QDateTime &before)
{
    // Where a time is given, the last of many chats is not forgotten by a restart either.
    if (before.isValid()) {
        for (const Jid &peer : peers)
            std::ignore = m_store.settings().setValue(noteFor(peer), before.toMSecsSinceEpoch());
    }
    m_commands.push_back({.peers = peers, .before = before});
    m_next.start(0);
    return m_commands.back().promise.task();
}

bool Clearing::takeNext()
{
    Command &command = m_commands.front();
    while (!command.peers.isEmpty()) {
        m_peer = command.peers.takeFirst();
        const Chat *chat = m_chats.find(m_peer);
        if (!chat) {
            std::ignore = m_store.settings().setValue(noteFor(m_peer), {});
            continue;
        }
        m_sweep = m_store.sweep(chat->record.id, command.before);
        if (!m_sweep->end().isValid()) {
            m_sweep.reset();
            continue;
        }
        // Who had been answered is no stranger because that is forgotten.
        if (!m_chats.isStranger(m_peer))
            m_chats.admit(m_peer);
        std::ignore = m_store.forgotten().forget(m_account, m_peer, m_sweep->end());
        std::ignore = m_store.settings().setValue(noteFor(m_peer), m_sweep->end().toMSecsSinceEpoch());
        return true;
    }
    return false;
}

void Clearing::goOn()
{
    if (!m_sweep && !takeNext()) {
        Command command = std::move(m_commands.front());
        m_commands.erase(m_commands.begin());
        if (!m_commands.empty())
            m_next.start(0);
        finish(std::move(command), {});
        return;
    }
    if (m_store.isBehind()) {
        m_next.start(kWaitMs);
        return;
    }
    QElapsedTimer turn;
    turn.start();
    Result<bool> more = true;
    while (more && *more && turn.elapsed() < kLongestTurnMs)
        more = m_sweep->removeSome(kAtATime);
    if (more && *more) {
        m_next.start(0);
        return;
    }
    m_commands.front().removed += m_sweep->removed();
    m_sweep.reset();
    if (!more) {
        Command command = std::move(m_commands.front());
        m_commands.erase(m_commands.begin());
        finish(std::move(command), Failure(more.error()));
        return;
    }
    std::ignore = m_store.settings().setValue(noteFor(m_peer), {});
    m_next.start(0);
    m_chats.recount(m_peer);
}

void Clearing::finish(Command command, const Result<void> &done)
{
    m_store.forgetWords();
    if (done)
        command.promise.finish(command.removed);
    else
        command.promise.finish(Failure(done.error()));
}

} // namespace tertulia
