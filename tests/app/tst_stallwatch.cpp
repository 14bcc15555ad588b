// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/StallWatch.h"

#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTest>
#include <QTimer>

#include <unistd.h>

using namespace tertulia;
using namespace std::chrono_literals;

namespace
{

constexpr auto kStall = 400ms;

void block(std::chrono::milliseconds time)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < time.count()) { }
}

} // namespace

class StallWatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// However the loop came to the work that blocks it.
    void tellsTheTrueLength_data()
    {
        QTest::addColumn<QByteArray>("by");
        for (const char *by : {"posted", "timer", "notifier", "many"})
            QTest::newRow(by) << QByteArray(by);
    }

    void tellsTheTrueLength()
    {
        QFETCH(QByteArray, by);
        QList<std::chrono::microseconds> heard;
        const auto thread = QThread::currentThread();
        StallWatch watch([&](std::chrono::microseconds longest) {
            QCOMPARE(QThread::currentThread(), thread);
            heard.append(longest);
        });
        QTRY_VERIFY(!heard.isEmpty());
        QVERIFY(watch.longest() < kStall / 2);

        bool done = false;
        const auto work = [&] {
            block(kStall);
            done = true;
        };
        int pipes[2];
        QCOMPARE(::pipe(pipes), 0);
        QSocketNotifier notifier(pipes[0], QSocketNotifier::Read);
        connect(&notifier, &QSocketNotifier::activated, this, [&] {
            notifier.setEnabled(false);
            work();
        });
        if (by == "posted") {
            QMetaObject::invokeMethod(this, work, Qt::QueuedConnection);
        } else if (by == "timer") {
            QTimer::singleShot(10ms, this, work);
        } else if (by == "notifier") {
            QCOMPARE(::write(pipes[1], "x", 1), 1);
        } else {
            // One turn of the loop handles all that was posted before: the loop's user waits for their sum.
            for (int i = 0; i < 4; ++i)
                QMetaObject::invokeMethod(this, [] { block(kStall / 4); }, Qt::QueuedConnection);
            QMetaObject::invokeMethod(this, [&] { done = true; }, Qt::QueuedConnection);
        }
        QTRY_VERIFY(done);
        QTRY_VERIFY2(watch.longest() > kStall * 9 / 10,
                     QByteArray::number(watch.longest().count()).constData());
        QVERIFY2(watch.longest() < kStall * 2, QByteArray::number(watch.longest().count()).constData());
        QCOMPARE(heard.last(), watch.longest());
        ::close(pipes[0]);
        ::close(pipes[1]);
    }

    void endsWhileTheLoopDoesNotTurn()
    {
        StallWatch watch([](std::chrono::microseconds) { });
    }
};

QTEST_GUILESS_MAIN(StallWatchTest)
#include "tst_stallwatch.moc"
