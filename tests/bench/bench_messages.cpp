// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Messages and receipts between the whole program and one of our own streams, by a real Prosody on loopback.
#include "core/base/Clock.h"
#include "core/base/IdSource.h"
#include "core/base/TimerSource.h"
#include "core/modules/BuiltinModules.h"
#include "core/modules/messaging/Messaging.h"
#include "core/modules/roster/Roster.h"
#include "core/modules/xep0184_receipts/Receipts.h"
#include "core/net/DnsNameResolver.h"
#include "core/net/SslTransport.h"
#include "core/stream/XmppStream.h"
#include "tests/support/Figures.h"
#include "tests/support/MeasuredProgram.h"
#include "tests/support/ProsodyServer.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace tertulia;
using namespace tertulia::test;
using namespace std::chrono_literals;

namespace
{

/// One of our own streams as the other side.
class Peer
{
public:
    explicit Peer(const RealServer &server, const QString &localpart)
        : m_stream(StreamServices{m_clock, m_timers, m_ids, m_resolver,
                                  [] { return std::make_unique<SslTransport>(); }})
    {
        m_stream.setModules(makeBuiltinModules(m_stream.host()));
        auto *roster = m_stream.host().module<RosterModule>();
        m_stream.setContactTest([roster](const Jid &jid) { return roster->isContact(jid); });
        m_stream.start(measuredAccount(server, localpart).connection, kMeasuredPassword);
    }
    bool online()
    {
        return QTest::qWaitFor([this] { return m_stream.isOnline(); }, 10'000);
    }
    template <class M>
    M *module()
    {
        return m_stream.host().module<M>();
    }

    Message chat(const Jid &to, const QString &body)
    {
        Message message;
        message.to = to;
        message.id = m_ids.next();
        message.body = body;
        return message;
    }

private:
    SystemClock m_clock;
    EventLoopTimers m_timers;
    RandomIds m_ids;
    DnsNameResolver m_resolver{m_timers, m_ids};
    XmppStream m_stream;
};

/// Messages a second until the last receipt is back; 0 if some do not come.
double receiptsPerSecond(Peer &sender, const Jid &to, int count)
{
    int received = 0;
    const auto connection = QObject::connect(sender.module<ReceiptsModule>(), &ReceiptsModule::delivered,
                                             sender.module<ReceiptsModule>(), [&received] { ++received; });
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i) {
        sender.module<MessagingModule>()
            ->send(
                sender.chat(to, QStringLiteral("Message %1 of a long row, as long as people write").arg(i)))
            .ignore();
        if (i % 100 == 0)
            QCoreApplication::processEvents();
    }
    const bool all = QTest::qWaitFor([&] { return received >= count; }, 120'000);
    QObject::disconnect(connection);
    return all ? count * 1000.0 / double(timer.elapsed()) : 0;
}

/// Median milliseconds from sending a message to its receipt.
double receiptRoundTripMs(Peer &sender, const Jid &to)
{
    QList<double> times;
    for (int i = 0; i < 100; ++i) {
        bool back = false;
        const auto connection = QObject::connect(sender.module<ReceiptsModule>(), &ReceiptsModule::delivered,
                                                 sender.module<ReceiptsModule>(), [&back] { back = true; });
        QElapsedTimer timer;
        timer.start();
        sender.module<MessagingModule>()->send(sender.chat(to, QStringLiteral("ping"))).ignore();
        while (!back && timer.elapsed() < 5000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
        times.append(double(timer.nsecsElapsed()) / 1e6);
        QObject::disconnect(connection);
    }
    return bench::median(times);
}

bool measureStall(const QString &profile, const MeasuredDesk &desk, Peer &bruno, const Jid &ana)
{
    MeasuredProgram program(profile, desk, MeasuredProgram::Watch::TimesAndStalls);
    if (program.waitFor("roster") < 0)
        return false;
    program.run(2s);
    receiptsPerSecond(bruno, ana, 1000);
    program.run(1s);
    bench::figure("messages_longest_stall", program.longestStallMs(), "ms", "Dino 120 ms", 120);
    return true;
}

bool measureReceipts(const QString &profile, const MeasuredDesk &desk, Peer &bruno, const Jid &ana,
                     double possible, double bareRoundTrip)
{
    MeasuredProgram program(profile, desk);
    if (program.waitFor("roster") < 0)
        return false;
    program.run(2s);
    const double before = program.processorSeconds();
    const double rate = receiptsPerSecond(bruno, ana, 5000);
    const double used = program.processorSeconds() - before;
    program.run(2s);
    bench::figure("messages_with_receipts", rate, "1/s", "modules without store and windows", possible);
    bench::figure("messages_with_receipts_against_gajim", rate, "1/s", "Gajim 565/s of 1,040/s", 565);
    bench::figure("messages_processor", used, "s", "Gajim 4.7 s", 4.7);
    const double roundTrip = receiptRoundTripMs(bruno, ana);
    bench::figure("receipt_round_trip", roundTrip, "ms", "Gajim 2.5 ms", 2.5);
    bench::figure("receipt_round_trip_of_possible", roundTrip, "ms", "modules without store and windows",
                  bareRoundTrip);
    return true;
}

bool measure(const MeasuredDesk &desk)
{
    QTemporaryDir folder;
    const QString profile = folder.filePath(QStringLiteral("profile"));
    ServerOptions options;
    options.extraConfiguration = prosodyWithContacts(3, folder.path());
    ProsodyServer server(options);
    if (!server.start() || !makeMeasuredProfile(profile, server))
        return false;
    const Jid ana = *Jid::parse(QStringLiteral("ana@") + server.domain());
    const Jid carla = *Jid::parse(QStringLiteral("carla@") + server.domain());
    Peer bruno(server, QStringLiteral("bruno"));
    Peer bare(server, QStringLiteral("carla"));
    if (!bruno.online() || !bare.online())
        return false;
    const double possible = receiptsPerSecond(bruno, carla, 5000);
    const double bareRoundTrip = receiptRoundTripMs(bruno, carla);
    return measureReceipts(profile, desk, bruno, ana, possible, bareRoundTrip)
        && measureStall(profile, desk, bruno, ana);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    MeasuredDesk desk;
    return desk.start() && measure(desk) ? 0 : 1;
}
