// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/simulation/SimulatedClient.h"

namespace tertulia
{

/// Two people who write to each other while everything around them fails: ten minutes of messages and
/// faults, then peace until all has arrived. The same seed does the same, to the byte.
class Simulation
{
public:
    /// `folder` exists and is empty.
    Simulation(quint64 seed, const QString &folder);

    /// Nothing, or what went wrong.
    [[nodiscard]] QStringList run();
    /// What happened, a line each.
    [[nodiscard]] const QStringList &story() const { return m_story; }
    [[nodiscard]] int messages() const;
    [[nodiscard]] int kills() const { return m_kills; }
    [[nodiscard]] int resumptions() const { return m_server.resumptions(); }
    [[nodiscard]] int refusedResumptions() const { return m_server.refusals(); }

private:
    void plan();
    void fault();
    void kill(SimulatedClient &client);
    void tell(const QString &what);
    void runUntil(qint64 until);
    void makePeace();
    void checkStates(const SimulatedClient &client, const Jid &peer);
    void checkArchive(const SimulatedClient &of);
    void checkDirection(const SimulatedClient &from, const SimulatedClient &to);

    Dice m_dice;
    SimulatedTime m_time;
    SimulatedServer m_server;
    SimulatedClient m_ana;
    SimulatedClient m_bruno;
    QStringList m_story;
    QStringList m_wrong;
    qint64 m_begin;
    int m_kills = 0;
    bool m_peace = false;
};

} // namespace tertulia
