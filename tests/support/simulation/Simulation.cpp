// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulation/Simulation.h"

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr qint64 kSeconds = 1000;
constexpr qint64 kTrouble = 600 * kSeconds;
constexpr qint64 kPatience = 3 * 3600 * kSeconds;

QStringList bodies(const QList<MessageRecord> &messages, bool outgoing)
{
    QStringList texts;
    for (const MessageRecord &message : messages) {
        if (message.outgoing == outgoing)
            texts.append(message.body);
    }
    return texts;
}

} // namespace

Simulation::Simulation(quint64 seed, const QString &folder)
    : m_dice(seed)
    , m_server(m_time, m_dice, m_dice.between(-120 * kSeconds, 120 * kSeconds))
    , m_ana(u"ana"_s, folder, m_time, m_dice, m_server)
    , m_bruno(u"bruno"_s, folder, m_time, m_dice, m_server)
    , m_begin(m_time.nowMs())
{
    m_server.archives = m_dice.chance(0.5);
    m_server.mostOnAPage = int(m_dice.between(1, 20));
}

int Simulation::messages() const
{
    return int(m_ana.promised().size() + m_bruno.promised().size());
}

void Simulation::tell(const QString &what)
{
    m_story.append(u"%1 s  %2"_s.arg(double(m_time.nowMs() - m_begin) / 1000, 9, 'f', 3).arg(what));
}

void Simulation::plan()
{
    for (SimulatedClient *client : {&m_ana, &m_bruno}) {
        const Jid &peer = client == &m_ana ? m_bruno.jid() : m_ana.jid();
        const qint64 occasions = m_dice.between(2, 8);
        for (qint64 i = 0; i < occasions; ++i) {
            const qint64 burst = m_dice.chance(0.2) ? m_dice.between(2, 12) : 1;
            m_time.later(m_dice.below(kTrouble), [client, peer, burst] {
                for (qint64 j = 0; j < burst; ++j)
                    client->write(peer);
            });
        }
    }
    const qint64 faults = m_dice.between(1, 14);
    for (qint64 i = 0; i < faults; ++i)
        m_time.later(m_dice.below(kTrouble), [this] { fault(); });
}

void Simulation::kill(SimulatedClient &client)
{
    const int moments = m_dice.chance(0.3) ? 0 : int(m_dice.between(1, 40));
    const bool serverLearns = m_dice.chance(0.6);
    const qint64 away = m_dice.chance(0.7) ? m_dice.below(20 * kSeconds) : m_dice.below(400 * kSeconds);
    tell(u"%1 will die after %2 moments"_s.arg(QString::fromLatin1(client.name())).arg(moments));
    client.killAfter(moments, serverLearns, [this, &client, away] {
        ++m_kills;
        tell(u"%1 died, and is back in %2 s"_s.arg(QString::fromLatin1(client.name())).arg(away / 1000));
        m_time.later(away, [this, &client] {
            client.start();
            checkStates(client, &client == &m_ana ? m_bruno.jid() : m_ana.jid());
        });
    });
}

void Simulation::fault()
{
    if (m_peace)
        return;
    SimulatedClient &client = m_dice.chance(0.5) ? m_ana : m_bruno;
    const QByteArray bare = client.name() + "@example.org";
    const QString who = QString::fromLatin1(client.name());
    const auto link = m_server.linkOf(bare);
    switch (m_dice.below(14)) {
    case 0:
    case 1:
    case 2:
        if (link) {
            const bool clientLearns = m_dice.chance(0.6);
            const bool serverLearns = m_dice.chance(0.6);
            tell(u"%1's link is cut; known to client %2, server %3"_s.arg(who)
                     .arg(clientLearns)
                     .arg(serverLearns));
            link->cut(clientLearns, serverLearns);
        }
        break;
    case 3:
        if (link) {
            const bool up = m_dice.chance(0.5);
            tell(u"%1's link goes deaf, %2"_s.arg(who, up ? u"upwards"_s : u"downwards"_s));
            link->goDeaf(up, !up);
        }
        break;
    case 4:
        if (link) {
            const qint64 ms = m_dice.below(m_dice.chance(0.7) ? 10 * kSeconds : 200 * kSeconds);
            tell(u"%1's link stalls for %2 ms"_s.arg(who).arg(ms));
            link->stall(ms);
        }
        break;
    case 5: {
        const bool politely = m_dice.chance(0.5);
        tell(u"the server restarts, %1"_s.arg(politely ? u"politely"_s : u"at once"_s));
        m_server.restart(m_dice.below(60 * kSeconds), politely);
        break;
    }
    case 6:
    case 7:
    case 8:
        kill(client);
        break;
    case 9: {
        static const char *const kConditions[] = {"reset", "connection-timeout", "undefined-condition",
                                                  "internal-server-error", "policy-violation"};
        const QByteArray condition = kConditions[m_dice.below(5)];
        tell(u"%1 is thrown out: %2"_s.arg(who, QString::fromLatin1(condition)));
        m_server.throwOut(bare, condition, m_dice.chance(0.5));
        break;
    }
    case 10:
        tell(u"connections are refused for a while"_s);
        m_server.faults.refusesConnections = true;
        m_time.later(m_dice.below(120 * kSeconds), [this] { m_server.faults.refusesConnections = false; });
        break;
    case 11:
        m_server.faults.refusesResumption = m_dice.fraction();
        m_server.faults.hangsAfterAccepting = m_dice.fraction() * 0.3;
        m_server.faults.hibernationMs = m_dice.between(5, 400) * kSeconds;
        tell(u"the server's temper changes: refuses %1, hangs %2, hibernates %3 s"_s
                 .arg(m_server.faults.refusesResumption)
                 .arg(m_server.faults.hangsAfterAccepting)
                 .arg(m_server.faults.hibernationMs / 1000));
        break;
    case 12:
        if (client.isRunning()) {
            tell(u"%1 goes offline and comes back"_s.arg(who));
            client.session().setPresence({Availability::Offline, {}});
            m_time.later(m_dice.below(60 * kSeconds), [&client] {
                if (client.isRunning())
                    client.session().setPresence({Availability::Available, {}});
            });
        }
        break;
    case 13:
        if (client.isRunning()) {
            const qint64 wrong = m_dice.between(-7200, 7200) * kSeconds;
            tell(u"%1's clock is %2 s wrong, and the machine wakes"_s.arg(who).arg(wrong / 1000));
            client.clock().setWrong(wrong);
            client.session().wake();
        }
        break;
    default:
        break;
    }
}

void Simulation::runUntil(qint64 until)
{
    while (m_time.step(until)) {
        // The store's timer belongs to the real event loop; here the dice say which turns it joins.
        for (SimulatedClient *client : {&m_ana, &m_bruno}) {
            if (m_dice.chance(0.8))
                client->commit();
        }
    }
}

void Simulation::makePeace()
{
    m_peace = true;
    m_server.faults = {};
    m_ana.spare();
    m_bruno.spare();
    tell(u"peace"_s);
    const qint64 end = m_time.nowMs() + kPatience;
    while (m_time.nowMs() < end) {
        runUntil(m_time.nowMs() + 10 * kSeconds);
        m_ana.commit();
        m_bruno.commit();
        m_server.askForAcknowledgements();
        if (m_ana.nothingWaits() && m_bruno.nothingWaits() && m_server.isIdle())
            break;
    }
    for (const SimulatedClient *client : {&m_ana, &m_bruno}) {
        if (!client->nothingWaits()) {
            m_wrong.append(u"%1 is not at rest: running %2, state %3, error %4"_s
                               .arg(QString::fromLatin1(client->name()))
                               .arg(client->isRunning())
                               .arg(client->isRunning() ? int(client->session().state()) : -1)
                               .arg(client->isRunning() ? int(client->session().lastError().code) : -1));
        }
    }
    m_wrong += m_server.waiting();
    // A line may be dead without its client's knowing (SECURITY R12: for 90 s), and then an archive is read,
    // page by page.
    runUntil(m_time.nowMs() + 240 * kSeconds);
}

QStringList Simulation::run()
{
    m_ana.start();
    m_bruno.start();
    plan();
    runUntil(m_time.nowMs() + kTrouble);
    makePeace();
    if (!m_wrong.isEmpty())
        return m_wrong;
    m_wrong += m_server.problems;
    checkDirection(m_ana, m_bruno);
    checkDirection(m_bruno, m_ana);
    if (m_server.archives) {
        checkArchive(m_ana);
        checkArchive(m_bruno);
    }
    return m_wrong;
}

void Simulation::checkStates(const SimulatedClient &client, const Jid &peer)
{
    // Honest at every start (SECURITY R05): what is called sent is in the server's hands.
    for (const MessageRecord &message : client.timeline(peer)) {
        const bool claimed = message.outgoing
            && (message.state == DeliveryState::Sent || message.state == DeliveryState::Delivered);
        if (claimed && !m_server.taken().contains(message.originId.toLatin1()))
            m_wrong.append(u"'%1' is called sent, and the server never had it"_s.arg(message.body));
    }
}

void Simulation::checkDirection(const SimulatedClient &from, const SimulatedClient &to)
{
    const QList<MessageRecord> sent = from.timeline(to.jid());
    const QStringList said = bodies(sent, true);
    const QStringList heard = bodies(to.timeline(from.jid()), false);
    const QString way = QString::fromLatin1(from.name() + " to " + to.name());
    for (const QString &promise : from.promised()) {
        if (said.count(promise) != 1)
            m_wrong.append(
                u"%1: '%2' was written and is there %3 times"_s.arg(way, promise).arg(said.count(promise)));
    }
    for (const QString &text : said) {
        if (heard.count(text) == 0)
            m_wrong.append(u"%1: '%2' is lost"_s.arg(way, text));
        else if (heard.count(text) > 1)
            m_wrong.append(u"%1: '%2' is doubled"_s.arg(way, text));
    }
    if (m_wrong.isEmpty() && said != heard) {
        for (const MessageRecord &row : to.timeline(from.jid()))
            tell(u"  %1: row %2, order key %3, rank %4, archive id %5"_s.arg(row.body)
                     .arg(row.id)
                     .arg(row.order)
                     .arg(row.rank)
                     .arg(row.stanzaId));
        m_wrong.append(u"%1: reordered: said %2; heard %3"_s.arg(way, said.join(u", "), heard.join(u", ")));
    }
    const auto number = [](const QString &text) { return text.section(u' ', 1).toInt(); };
    if (!std::is_sorted(said.cbegin(), said.cend(),
                        [&](const QString &a, const QString &b) { return number(a) < number(b); }))
        m_wrong.append(u"%1: not in the order written: %2"_s.arg(way, said.join(u", ")));
    for (const MessageRecord &message : sent) {
        if (message.outgoing && message.state != DeliveryState::Sent
            && message.state != DeliveryState::Delivered)
            m_wrong.append(u"%1: '%2' ends in state %3"_s.arg(way, message.body).arg(int(message.state)));
    }
    checkStates(from, to.jid());
}

void Simulation::checkArchive(const SimulatedClient &of)
{
    const QList<QByteArray> ids = m_server.archived(of.name() + "@example.org");
    const QSet<QByteArray> different(ids.cbegin(), ids.cend());
    for (const QByteArray &id : different) {
        if (ids.count(id) > 1)
            m_wrong.append(u"%1 is %2 times in %3's archive"_s.arg(QString::fromLatin1(id))
                               .arg(ids.count(id))
                               .arg(QString::fromLatin1(of.name())));
    }
}

} // namespace tertulia
