// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulation/Simulation.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

/// SECURITY R01, R02, R03, R04, R05, R32, F29, F30, F60: whatever is cut, stalled, refused, restarted or
/// killed, no message is lost, doubled or reordered. TERTULIA_SEEDS=N runs the seeds 1 to N, TERTULIA_SEED=N
/// that one, and tells its story.
class SimulationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostDoubledOrReordered()
    {
        const quint64 only = qEnvironmentVariable("TERTULIA_SEED").toULongLong();
        const quint64 count = qEnvironmentVariable("TERTULIA_SEEDS", u"200"_s).toULongLong();
        const quint64 first = only ? only : 1;
        const quint64 last = only ? only : count;
        QElapsedTimer timer;
        timer.start();
        int messages = 0;
        int kills = 0;
        int resumptions = 0;
        int refusals = 0;
        int failures = 0;
        for (quint64 seed = first; seed <= last; ++seed) {
            // In memory where there is such a place: a simulated disk is as good as a slow one.
            QTemporaryDir folder(QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/tertulia-XXXXXX"_s : QString());
            QVERIFY(folder.isValid());
            Simulation simulation(seed, folder.path());
            const QStringList wrong = simulation.run();
            messages += simulation.messages();
            kills += simulation.kills();
            resumptions += simulation.resumptions();
            refusals += simulation.refusedResumptions();
            if (only)
                qInfo().noquote() << simulation.story().join(u'\n');
            if (wrong.isEmpty())
                continue;
            ++failures;
            qWarning().noquote()
                << u"seed %1 broke; to see it again: TERTULIA_SEED=%1 build/tests/tst_simulation\n  %2"_s
                       .arg(seed)
                       .arg(wrong.mid(0, 6).join(u"\n  "_s));
            if (failures == 20)
                break;
        }
        qInfo("%llu seeds in %.1f s: %d messages, %d kills, %d streams resumed, %d resumptions refused",
              static_cast<unsigned long long>(last - first + 1), double(timer.elapsed()) / 1000, messages,
              kills, resumptions, refusals);
        QCOMPARE(failures, 0);
    }
};

int main(int argc, char *argv[])
{
    // Thousands of seeds take longer than Qt thinks a test may.
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "86400000");
    QCoreApplication app(argc, argv);
    SimulationTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_simulation.moc"
