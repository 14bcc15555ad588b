// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ClientBytes.h"
#include "tests/support/simulation/SimulatedLink.h"

#include <QHash>
#include <QSet>

#include <deque>

namespace tertulia
{

/// A server with the manners of the real ones: PLAIN over a pretended TLS, resource binding, XEP-0198 with
/// resumption, hibernation and its end, and stamps of whole seconds. It loses nothing that it acknowledged:
/// either there is offline storage, or an archive (XEP-0313), and then what waited for somebody when a stream
/// or the server died is nowhere else, as with Prosody.
class SimulatedServer
{
public:
    SimulatedServer(SimulatedTime &time, Dice &dice, qint64 clockWrong);
    ~SimulatedServer();

    struct Faults {
        bool refusesConnections = false;
        double refusesResumption = 0; ///< probability
        double hangsAfterAccepting = 0; ///< the link opens, and nothing ever comes
        qint64 hibernationMs = 300'000;
    };
    Faults faults;
    /// What the program did against the rules.
    QStringList problems;
    bool managesStreams = true; ///< offers XEP-0198
    bool archives = false; ///< offers XEP-0313, and stores nothing offline
    int mostOnAPage = 50; ///< of the archive, whatever is asked

    /// For SimulatedTransport.
    [[nodiscard]] std::shared_ptr<SimulatedLink> dial(SimulatedTransport *client);
    /// Leaves with or without a word, and is back after `awayMs`; only what is on its disk survives.
    void restart(qint64 awayMs, bool politely);
    /// Ends this user's stream with a stream error. The session stays resumable if `resumable`.
    void throwOut(const QByteArray &bare, const QByteArray &condition, bool resumable);
    /// The newest living link of this user, or null.
    [[nodiscard]] std::shared_ptr<SimulatedLink> linkOf(const QByteArray &bare) const;

    /// Sends <r/> wherever something waits for acknowledgement.
    void askForAcknowledgements();

    /// Ids of messages that it took responsibility for.
    [[nodiscard]] const QSet<QByteArray> &taken() const { return m_taken; }
    /// Nothing waits for anybody.
    [[nodiscard]] bool isIdle() const { return waiting().isEmpty(); }
    /// What waits for whom.
    [[nodiscard]] QStringList waiting() const;
    /// Ids of the messages in this user's archive, in its order.
    [[nodiscard]] QList<QByteArray> archived(const QByteArray &bare) const;
    [[nodiscard]] int resumptions() const { return m_resumptions; }
    [[nodiscard]] int refusals() const { return m_refusals; }

private:
    struct Connection;
    struct Session;
    struct Stored {
        QByteArray xml;
        qint64 atMs = 0;
        QByteArray archiveId; ///< in the archive of whose it is
        quint64 number = 0; ///< in the order in which they came
    };

    void take(const std::shared_ptr<Connection> &connection, const ClientBytes::Piece &piece);
    void takeHeader(Connection &connection);
    void authenticate(Connection &connection, const QByteArray &xml);
    void takeBeforeSession(const std::shared_ptr<Connection> &connection, const QByteArray &xml);
    void bind(const std::shared_ptr<Connection> &connection, const QByteArray &xml);
    void resume(const std::shared_ptr<Connection> &connection, const QByteArray &xml);
    void takeStanza(const std::shared_ptr<Session> &session, const QByteArray &xml);
    void answerRequest(Session &session, const QByteArray &xml);
    void answerArchive(Session &session, const QByteArray &xml);
    void archive(const QByteArray &bare, Stored &message);
    void takePresence(const std::shared_ptr<Session> &session, const QByteArray &xml);
    void route(const QByteArray &to, const Stored &message);
    void deliver(Session &session, const Stored &stanza);
    void write(Session &session, const QByteArray &xml);
    void acknowledge(Session &session, quint32 count);
    void tellWrongCount(const Session &session, quint32 count);
    void close(Connection &connection);
    void lost(const std::shared_ptr<Connection> &connection);
    void hibernate(const std::shared_ptr<Session> &session);
    void destroy(const std::shared_ptr<Session> &session);
    /// By the server's own clock, in whole seconds.
    [[nodiscard]] QDateTime archivedAt(qint64 atMs) const;
    [[nodiscard]] QByteArray stamp(qint64 atMs) const;

    SimulatedTime &m_time;
    Dice &m_dice;
    SimulatedClock m_clock;
    QList<std::shared_ptr<Connection>> m_connections;
    QList<std::shared_ptr<Session>> m_sessions;
    QHash<QByteArray, std::deque<Stored>> m_offline;
    QHash<QByteArray, QList<Stored>> m_archives;
    QHash<QByteArray, quint32> m_forgotten; ///< last count of streams that timed out
    QSet<QByteArray> m_taken;
    quint64 m_made = 0;
    int m_resumptions = 0;
    int m_refusals = 0;
    bool m_away = false;
    quint64 m_life = 0; ///< counts restarts
};

} // namespace tertulia
