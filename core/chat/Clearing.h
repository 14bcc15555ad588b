// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"
#include "core/store/MessageSweep.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <memory>

namespace tertulia
{

class Chats;
class Conversations;
class Store;

/// Throws away what was said in chats before a time, a few messages a turn of the event loop. What was begun
/// stands in the store, and is gone on with after a restart. A part of Conversations, whose words describe
/// what the command does.
class Clearing : public QObject
{
    Q_OBJECT
public:
    Clearing(Conversations &news, Chats &chats, const QString &account, Store &store);

    [[nodiscard]] Task<qint64> clear(const QList<Jid> &peers, const QDateTime &before);

private:
    /// One command, of the person or of an earlier run.
    struct Command {
        QList<Jid> peers; ///< those that wait
        QDateTime before;
        qint64 removed = 0;
        Promise<qint64> promise = {};
    };
    void resume();
    void goOn();
    /// Begins with the next chat; whether there is one.
    [[nodiscard]] bool takeNext();
    [[nodiscard]] QString noteFor(const Jid &peer) const;
    void finish(Command command, const Result<void> &done);

    Conversations &m_news;
    Chats &m_chats;
    const QString m_account;
    Store &m_store;
    std::vector<Command> m_commands; ///< the first one is being done
    Jid m_peer; ///< whose chat is being swept
    std::unique_ptr<MessageSweep> m_sweep;
    QTimer m_next;
};

} // namespace tertulia
