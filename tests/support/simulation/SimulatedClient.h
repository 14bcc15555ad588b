// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/IdSource.h"
#include "core/session/XmppSession.h"
#include "core/store/MessagesTable.h"
#include "core/store/Store.h"
#include "tests/support/FakeResolver.h"
#include "tests/support/FakeSecretStore.h"
#include "tests/support/simulation/SimulatedServer.h"

namespace tertulia
{

/// Ids and chance from the dice of the simulation.
class SimulatedIds : public IdSource
{
public:
    SimulatedIds(Dice &dice, const QString &prefix)
        : m_dice(dice)
        , m_prefix(prefix)
    {
    }
    [[nodiscard]] QString next() override { return m_prefix + QString::number(m_dice.next(), 36); }
    [[nodiscard]] double fraction() override { return m_dice.fraction(); }

private:
    Dice &m_dice;
    QString m_prefix;
};

/// The program as one person runs it: an XmppSession over a store, which can die at any moment and begin
/// again with what was committed.
class SimulatedClient
{
public:
    /// `folder` is its own.
    SimulatedClient(const QString &name, const QString &folder, SimulatedTime &time, Dice &dice,
                    SimulatedServer &server);
    ~SimulatedClient();

    void start();
    [[nodiscard]] bool isRunning() const { return m_session != nullptr && *m_alive; }
    /// It dies at the `moments`-th moment from now at which something leaves or is committed; 0: now. Nothing
    /// that it does afterwards has any effect. `died` is called from the time line.
    void killAfter(int moments, bool serverLearns, std::function<void()> died);

    /// It lives on, if it still does.
    void spare();

    [[nodiscard]] XmppSession &session() const { return *m_session; }
    [[nodiscard]] Store &store() const { return *m_store; }
    [[nodiscard]] SimulatedClock &clock() { return m_clock; }
    [[nodiscard]] const Jid &jid() const { return m_jid; }
    [[nodiscard]] QByteArray name() const { return m_name.toLatin1(); }

    /// The end of a turn of the event loop.
    void commit();
    /// Writes a message; its number is promised() if the process lived to say so.
    void write(const Jid &peer);
    [[nodiscard]] const QStringList &promised() const { return m_promised; }
    [[nodiscard]] QList<MessageRecord> timeline(const Jid &peer) const;
    [[nodiscard]] bool nothingWaits() const;

private:
    void moment();
    void freeze();

    const QString m_name;
    const QString m_folder;
    const Jid m_jid;
    SimulatedTime &m_time;
    Dice &m_dice;
    SimulatedServer &m_server;
    SimulatedClock m_clock;
    SimulatedIds m_ids;
    FakeSecretStore m_secrets;
    FakeResolver m_resolver;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<XmppSession> m_session;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(false);
    QList<std::weak_ptr<SimulatedLink>> m_links;
    QStringList m_promised;
    std::function<void()> m_died;
    int m_fuse = -1;
    int m_lives = 0;
    int m_written = 0;
    bool m_serverLearns = true;
};

} // namespace tertulia
