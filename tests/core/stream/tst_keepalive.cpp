// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stream/KeepAlive.h"

#include "tests/support/FakeClock.h"

#include <QTest>

using namespace tertulia;
using namespace std::chrono_literals;

/// SECURITY R12, F21.
class KeepAliveTest : public QObject
{
    Q_OBJECT

    struct Link {
        FakeClock clock;
        int asked = 0;
        int dead = 0;
        KeepAlive keepAlive{clock, clock, {[this] { ++asked; }, [this] { ++dead; }}};
        Link() { keepAlive.start(); }
    };

private Q_SLOTS:
    void anIdleLinkIsDeadAfter90Seconds()
    {
        Link link;
        link.clock.advance(75s - 1ms);
        QCOMPARE(link.asked, 0);
        link.clock.advance(1ms);
        QCOMPARE(link.asked, 1);
        link.clock.advance(15s - 1ms);
        QCOMPARE(link.dead, 0);
        link.clock.advance(1ms);
        QCOMPARE(link.dead, 1);
        link.clock.advance(600s);
        QCOMPARE(link.dead, 1);
        QCOMPARE(link.asked, 1);
    }

    void whatIsSentMustArriveIn15Seconds()
    {
        Link link;
        link.clock.advance(60s);
        link.keepAlive.sent();
        link.keepAlive.asked();
        link.clock.advance(15s - 1ms);
        QCOMPARE(link.dead, 0);
        link.clock.advance(1ms);
        QCOMPARE(link.dead, 1);
    }

    void sendingAsksByItself()
    {
        Link link;
        link.keepAlive.sent();
        link.keepAlive.sent();
        link.clock.advance(3s);
        QCOMPARE(link.asked, 1);
        link.keepAlive.answered(true);
        link.clock.advance(60s);
        QCOMPARE(link.asked, 1);
        QCOMPARE(link.dead, 0);
    }

    void anAnswerThatLeavesSomethingOpenAsksAgain()
    {
        Link link;
        link.keepAlive.sent();
        link.clock.advance(3s);
        link.keepAlive.answered(false);
        link.clock.advance(3s);
        QCOMPARE(link.asked, 2);
    }

    /// SECURITY F04.
    void hearingThemDoesNotProveThatTheyHearUs()
    {
        Link link;
        link.clock.advance(60s);
        link.keepAlive.heard();
        QCOMPARE(link.asked, 0);
        // F04: we hear them, but do they hear us?
        for (int i = 0; i < 15; ++i) {
            link.clock.advance(1s);
            link.keepAlive.heard();
        }
        QCOMPARE(link.asked, 1);
        for (int i = 0; i < 59; ++i) {
            link.clock.advance(1s);
            link.keepAlive.heard();
        }
        QCOMPARE(link.dead, 0);
        link.clock.advance(1s);
        QCOMPARE(link.dead, 1);
    }

    void answersKeepItAlive()
    {
        Link link;
        for (int i = 0; i < 10; ++i) {
            link.clock.advance(75s);
            QCOMPARE(link.asked, i + 1);
            link.clock.advance(10s);
            link.keepAlive.heard();
            link.keepAlive.answered(true);
        }
        QCOMPARE(link.dead, 0);
    }

    void trafficBuysTimeButNotForEver()
    {
        Link link;
        link.keepAlive.asked();
        for (int i = 0; i < 59; ++i) {
            link.clock.advance(1s);
            link.keepAlive.heard();
        }
        QCOMPARE(link.dead, 0);
        link.clock.advance(1s);
        QCOMPARE(link.dead, 1);
    }

    void aProbeIsAnsweredIn4Seconds()
    {
        Link link;
        link.keepAlive.asked(); // before the machine slept
        link.clock.advance(10s);
        link.keepAlive.probe();
        QCOMPARE(link.asked, 1);
        link.clock.advance(4s - 1ms);
        QCOMPARE(link.dead, 0);
        link.clock.advance(1ms);
        QCOMPARE(link.dead, 1);
    }

    void anAnsweredProbeIsOver()
    {
        Link link;
        link.keepAlive.probe();
        link.clock.advance(3s);
        link.keepAlive.heard();
        link.keepAlive.answered(true);
        link.clock.advance(70s);
        QCOMPARE(link.dead, 0);
        QCOMPARE(link.asked, 1);
    }

    void aStoppedOneIsQuiet()
    {
        Link link;
        link.keepAlive.asked();
        link.keepAlive.stop();
        link.keepAlive.probe();
        link.keepAlive.sent();
        link.clock.advance(600s);
        QCOMPARE(link.dead, 0);
        QCOMPARE(link.asked, 0);
        QCOMPARE(link.clock.runningTimers(), 0);
    }
};

QTEST_GUILESS_MAIN(KeepAliveTest)
#include "tst_keepalive.moc"
