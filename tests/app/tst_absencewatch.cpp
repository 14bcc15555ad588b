// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/idle/AbsenceWatch.h"
#include "app/idle/DBusIdleSource.h"
#include "app/idle/XssIdleSource.h"
#include "tests/support/FakeClock.h"
#include "tests/support/PrivateBus.h"
#include "tests/support/Settle.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace
{

/// A machine that has not been touched for `idle`.
class FakeIdle : public IdleSource
{
public:
    Task<IdleTime> idleTime() override
    {
        ++asked;
        return Task<IdleTime>::completed(idle);
    }

    IdleTime idle = 0ms;
    int asked = 0;
};

/// One that says nothing until it goes.
class SilentIdle : public IdleSource
{
public:
    Task<IdleTime> idleTime() override { return m_promise.task(); }

private:
    Promise<IdleTime> m_promise;
};

struct Rig {
    Rig()
    {
        AbsenceWatch::Sources sources;
        for (FakeIdle *&source : fakes) {
            source = new FakeIdle;
            sources.emplace_back(source);
        }
        fakes[0]->idle.reset();
        watch = std::make_unique<AbsenceWatch>(std::move(sources), [this] { return rules; }, clock, clock);
        settle();
    }

    /// Nobody touches anything for so long.
    void rest(milliseconds time, bool touched = false)
    {
        for (; time > 0ms; time -= 1s) {
            if (fakes[1]->idle)
                fakes[1]->idle = touched ? 0ms : *fakes[1]->idle + 1s;
            clock.advance(1s);
            settle();
        }
    }

    FakeClock clock;
    AbsenceWatch::Rules rules;
    std::array<FakeIdle *, 2> fakes{}; ///< the first knows nothing
    std::unique_ptr<AbsenceWatch> watch;
};

/// Each of the three desktops, on one bus.
class FakeMutter : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.Mutter.IdleMonitor")
public Q_SLOTS:
    qulonglong GetIdletime() { return 61'000; }
};

class FakeScreenSaver : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")
public Q_SLOTS:
    uint GetSessionIdleTime() { return 62'000; }
};

class FakeSession : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Session")
    Q_PROPERTY(bool IdleHint MEMBER hint)
    Q_PROPERTY(qulonglong IdleSinceHint MEMBER since)
public:
    bool hint = false;
    qulonglong since = 0;
};

} // namespace

class AbsenceWatchTest : public QObject
{
    Q_OBJECT

    static IdleTime answerOf(IdleSource &source)
    {
        std::optional<Result<IdleTime>> answer;
        QObject context;
        source.idleTime().then(&context, [&](const Result<IdleTime> &idle) { answer = idle; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
            qFatal("a source never answered");
        return answer->value_or(IdleTime());
    }

private Q_SLOTS:
    void goesWhileItAsks()
    {
        FakeClock clock;
        AbsenceWatch::Sources sources;
        sources.push_back(std::make_unique<SilentIdle>());
        auto watch = std::make_unique<AbsenceWatch>(
            std::move(sources), [] { return AbsenceWatch::Rules{}; }, clock, clock);
        settle();
        QSignalSpy changed(watch.get(), &AbsenceWatch::changed);
        watch.reset();
        QCOMPARE(clock.runningTimers(), 0);
        QVERIFY(changed.isEmpty());
    }

    void nobodyKnows()
    {
        Rig rig;
        rig.fakes[1]->idle.reset();
        rig.rest(1h);
        QCOMPARE(rig.watch->absence().level, Absence::Level::Here);
        QVERIFY2(rig.fakes[1]->asked < 9, qPrintable(QString::number(rig.fakes[1]->asked)));
        // The lock tells by itself.
        rig.watch->setLocked(true);
        QCOMPARE(rig.watch->absence().level, Absence::Level::Away);
    }

    void awayAndGoneAndBack()
    {
        Rig rig;
        QSignalSpy changed(rig.watch.get(), &AbsenceWatch::changed);
        const QDateTime start = rig.clock.now();
        rig.rest(4min + 59s);
        QCOMPARE(changed.size(), 0);
        rig.rest(2s);
        QCOMPARE(rig.watch->absence().level, Absence::Level::Away);
        const QDateTime since = rig.watch->absence().since;
        QCOMPARE(since, start);
        rig.rest(9min + 50s);
        QCOMPARE(rig.watch->absence().level, Absence::Level::Away);
        rig.rest(10s);
        QCOMPARE(rig.watch->absence(), (Absence{Absence::Level::Gone, start}));
        rig.rest(AbsenceWatch::kUntilBack, true);
        QCOMPARE(rig.watch->absence(), Absence());
        QCOMPARE(changed.size(), 3);
    }

    void eachLevelHasItsMessage()
    {
        Rig rig;
        QSignalSpy changed(rig.watch.get(), &AbsenceWatch::changed);
        rig.rules.awayStatus = u"Back soon"_s;
        rig.rest(6min);
        QCOMPARE(rig.watch->absence().status, u"Back soon"_s);
        rig.rest(10min);
        QCOMPARE(rig.watch->absence().level, Absence::Level::Gone);
        QCOMPARE(rig.watch->absence().status, QString());
        // Another one while nobody is there is told at once.
        const qsizetype told = changed.size();
        rig.rules.goneStatus = u"Gone for today"_s;
        rig.watch->check();
        QTRY_COMPARE(rig.watch->absence().status, u"Gone for today"_s);
        QCOMPARE(changed.size(), told + 1);
        rig.rest(AbsenceWatch::kUntilBack, true);
        QCOMPARE(rig.watch->absence().status, QString());
    }

    void othersReadTheMessageMeanwhile()
    {
        const PresenceChoice chosen{Availability::Available, u"In the garden"_s};
        const Absence silent{Absence::Level::Away};
        const Absence told{.level = Absence::Level::Gone, .status = u"Asleep"_s};
        QCOMPARE(seenChoice(chosen, {}), chosen);
        QCOMPARE(seenChoice(chosen, silent), (PresenceChoice{Availability::Away, u"In the garden"_s}));
        QCOMPARE(seenChoice(chosen, told), (PresenceChoice{Availability::ExtendedAway, u"Asleep"_s}));
        // Who chose to be seen otherwise stays that, with their own words.
        const PresenceChoice busy{Availability::DoNotDisturb, u"Writing"_s};
        QCOMPARE(seenChoice(busy, told), busy);
    }

    void whoIsThereIsSeldomAskedFor()
    {
        Rig rig;
        const int before = rig.fakes[1]->asked;
        rig.rest(1h, true);
        QCOMPARE(rig.watch->absence().level, Absence::Level::Here);
        QVERIFY2(rig.fakes[1]->asked - before <= 12, qPrintable(QString::number(rig.fakes[1]->asked)));
        QCOMPARE(rig.fakes[0]->asked, 1); // it knew nothing
    }

    void aSourceThatGoesAway()
    {
        Rig rig;
        rig.rest(6min);
        QCOMPARE(rig.watch->absence().level, Absence::Level::Away);
        rig.fakes[1]->idle.reset();
        rig.rest(AbsenceWatch::kUntilBack + 1s);
        QCOMPARE(rig.watch->absence().level, Absence::Level::Here);
        rig.fakes[0]->idle = 20min; // another came instead
        rig.rest(AbsenceWatch::kWithoutAnswer);
        QCOMPARE(rig.watch->absence().level, Absence::Level::Gone);
    }

    void rulesHoldAtOnce()
    {
        Rig rig;
        rig.rest(6min);
        rig.rules.byTime = false;
        rig.watch->check();
        QCOMPARE(rig.watch->absence().level, Absence::Level::Here);
        const int before = rig.fakes[1]->asked;
        rig.rest(1h);
        QCOMPARE(rig.fakes[1]->asked, before);
        rig.watch->setLocked(true);
        QCOMPARE(rig.watch->absence().level, Absence::Level::Away);
        rig.rules.byLock = false;
        rig.watch->check();
        QCOMPARE(rig.watch->absence().level, Absence::Level::Here);
        rig.rules = {true, 1min, 2min, false};
        rig.watch->check();
        settle();
        QCOMPARE(rig.watch->absence().level, Absence::Level::Gone);
    }

    /// What is unlocked was idle for long, too.
    void lockedAndGone()
    {
        Rig rig;
        rig.watch->setLocked(true);
        rig.rest(16min);
        QCOMPARE(rig.watch->absence().level, Absence::Level::Gone);
        rig.rest(AbsenceWatch::kUntilBack, true);
        QCOMPARE(rig.watch->absence().level, Absence::Level::Away);
        rig.watch->setLocked(false);
        QCOMPARE(rig.watch->absence().level, Absence::Level::Here);
    }

    void asksTheDesktops()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        QDBusConnection server = QDBusConnection::connectToBus(bus.address(), u"idle-server"_s);
        const QDBusConnection client = QDBusConnection::connectToBus(bus.address(), u"idle-client"_s);
        const QDBusConnection none
            = QDBusConnection::connectToBus(u"unix:path=/nonexistent"_s, u"idle-none"_s);
        using Kind = DBusIdleSource::Kind;
        for (const Kind kind : {Kind::Mutter, Kind::ScreenSaver, Kind::Logind}) {
            DBusIdleSource nobody(kind, client);
            QVERIFY(!answerOf(nobody));
            DBusIdleSource nowhere(kind, none);
            QVERIFY(!answerOf(nowhere));
        }
        FakeMutter mutter;
        FakeScreenSaver saver;
        FakeSession session;
        QVERIFY(server.registerService(u"org.gnome.Mutter.IdleMonitor"_s));
        DBusIdleSource ofMutter(Kind::Mutter, client);
        QVERIFY(!answerOf(ofMutter)); // a service that has no such object
        QVERIFY(server.registerObject(u"/org/gnome/Mutter/IdleMonitor/Core"_s, &mutter,
                                      QDBusConnection::ExportAllSlots));
        QCOMPARE(answerOf(ofMutter), IdleTime(61s));
        QVERIFY(server.registerService(u"org.freedesktop.ScreenSaver"_s));
        QVERIFY(server.registerObject(u"/org/freedesktop/ScreenSaver"_s, &saver,
                                      QDBusConnection::ExportAllSlots));
        DBusIdleSource ofSaver(Kind::ScreenSaver, client);
        QCOMPARE(answerOf(ofSaver), IdleTime(62s));
        QVERIFY(server.registerService(u"org.freedesktop.login1"_s));
        QVERIFY(server.registerObject(u"/org/freedesktop/login1/session/auto"_s, &session,
                                      QDBusConnection::ExportAllProperties));
        DBusIdleSource ofLogind(Kind::Logind, client);
        QCOMPARE(answerOf(ofLogind), IdleTime(0ms));
        session.hint = true;
        session.since = qulonglong(QDateTime::currentMSecsSinceEpoch() - 600'000) * 1000;
        const IdleTime idle = answerOf(ofLogind);
        QVERIFY(idle && *idle >= 10min && *idle < 11min);
    }

    void withoutAnXServerNobodyIsAsked()
    {
        XssIdleSource source;
        QVERIFY(!answerOf(source));
    }
};

QTEST_MAIN(AbsenceWatchTest)
#include "tst_absencewatch.moc"
