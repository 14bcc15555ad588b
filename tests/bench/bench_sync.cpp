// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first synchronisation, log-in included, of an account with an archive of 20,000 messages at a real
// Prosody on loopback: wall time beside that of a client that only reads the same pages (stream, TLS and
// parser, nothing kept), processor time and memory of this process, and how long the event loop stalls
// meanwhile. The server's archive is in its memory: its files are read as a whole for each page, beside which
// no client costs anything.
#include "core/chat/ArchiveLedger.h"
#include "core/session/SessionMessages.h"
#include "tests/support/ArchiveReader.h"
#include "tests/support/Figures.h"
#include "tests/support/ProsodyServer.h"
#include "tests/support/RealAccount.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTestEventLoop>
#include <QTimer>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace tertulia;
using namespace tertulia::test;

namespace
{

constexpr int kMessages = 20'000;
constexpr int kRuns = 5;
constexpr int kPage = 100; ///< as ArchiveFill asks
constexpr int kPatience = 300'000;
constexpr int kLookMs = 2; ///< between looks at the event loop

double processorSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

/// MiB that are this process's own.
double residentMegabytes()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

/// How much later than they are due things happen in the event loop, as a window would feel it.
class Turns
{
public:
    Turns()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(kLookMs);
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            m_times.append(std::max(0.0, double(m_clock.nsecsElapsed()) / 1e6 - kLookMs));
            m_clock.start();
        });
        m_clock.start();
        m_timer.start();
    }
    [[nodiscard]] const QList<double> &times() const { return m_times; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    QList<double> m_times; ///< ms
};

struct Sync {
    double ms = -1;
    double processorSeconds = 0;
    double megabytes = 0;
    double firstScreenMs = 0;
    QList<double> turns;
};

Sync synchronise(const RealServer &server)
{
    RealAccount account(server, u"ana"_s, SecurityChoice::DirectTls);
    account.secrets.secrets.insert(account.key(SecretPurpose::Password), u"sesame"_s);
    const ArchiveLedger &ledger = account.session().messages().ledger();
    Sync sync;
    QElapsedTimer time;
    QTestEventLoop loop;
    QObject::connect(&ledger, &ArchiveLedger::gapsChanged, &loop, [&] {
        if (sync.firstScreenMs == 0 && ledger.newest())
            sync.firstScreenMs = double(time.nsecsElapsed()) / 1e6;
        if (ledger.newest() && ledger.newest()->reachesStart)
            loop.exitLoop();
    });
    const double memory = residentMegabytes();
    time.start();
    if (!account.logsIn())
        return {};
    const double processor = processorSeconds();
    {
        Turns turns;
        loop.enterLoopMSecs(kPatience);
        sync.turns = turns.times();
    }
    if (!ledger.newest() || !ledger.newest()->reachesStart)
        return {};
    sync.ms = double(time.nsecsElapsed()) / 1e6;
    sync.processorSeconds = processorSeconds() - processor;
    sync.megabytes = residentMegabytes() - memory;
    return sync;
}

double readOnly(const RealServer &server)
{
    ArchiveReader reader(server, u"ana"_s);
    QElapsedTimer time;
    time.start();
    if (!reader.logsIn())
        return -1;
    if (!reader.reads(kPage) || reader.count() != kMessages)
        return -1;
    return double(time.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    ServerOptions options;
    options.archived = {{u"ana"_s, kMessages}};
    ProsodyServer server(options);
    if (!server.start())
        return 1;
    QList<double> reads;
    QList<double> syncs;
    QList<double> processor;
    QList<double> memory;
    QList<double> firstScreens;
    QList<double> turns;
    // While the server fills its archive it answers nobody; and whoever comes first pays for what is cold.
    constexpr int kPatientTries = 10;
    double warm = -1;
    for (int i = 0; i < kPatientTries && warm < 0; ++i)
        warm = readOnly(server);
    // In turn: what else the machine does falls on both.
    for (int run = 0; run < kRuns; ++run) {
        const double read = readOnly(server);
        const Sync sync = synchronise(server);
        if (read < 0 || sync.ms < 0)
            return 1;
        reads.append(read);
        syncs.append(sync.ms);
        processor.append(sync.processorSeconds);
        memory.append(sync.megabytes);
        firstScreens.append(sync.firstScreenMs);
        turns += sync.turns;
    }
    bench::figure("sync/read only", bench::median(reads), "ms");
    bench::figure("sync/first sync of 20,000", bench::median(syncs), "ms", "sync/read only",
                  bench::median(reads));
    bench::figure("sync/first screen", bench::median(firstScreens), "ms");
    bench::figure("sync/processor", bench::median(processor) * 1000, "ms");
    bench::figure("sync/memory", bench::median(memory), "MiB");
    bench::figure("sync/turn of the event loop, p99", bench::quantile(turns, 0.99), "ms");
    bench::figure("sync/turn of the event loop, longest", bench::quantile(turns, 1), "ms");
    return 0;
}
