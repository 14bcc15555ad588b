// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/NetworkWatch.h"
#include "app/QtNetworkSource.h"
#include "app/dbus/SleepWatch.h"
#include "tests/support/PrivateBus.h"

#include <QDBusMessage>
#include <QSignalSpy>
#include <QtTest>

#include <array>

#include <fcntl.h>
#include <unistd.h>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kPath = u"/org/freedesktop/login1"_s;
const QString kManager = u"org.freedesktop.login1.Manager"_s;

/// logind, as far as sleep goes: who holds the machine up has the other end of a pipe.
class FakeManager : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    ~FakeManager() override
    {
        if (m_end >= 0)
            ::close(m_end);
    }
    /// Somebody still holds the last inhibitor.
    [[nodiscard]] bool isHeldUp() const
    {
        char byte = 0;
        return m_end >= 0 && ::read(m_end, &byte, 1) < 0; // EAGAIN; 0 is the end
    }

    QStringList asked;

public Q_SLOTS:
    QDBusUnixFileDescriptor Inhibit(const QString &what, const QString &, const QString &,
                                    const QString &mode)
    {
        asked.append(what + u' ' + mode);
        if (m_end >= 0)
            ::close(m_end);
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
            return {};
        m_end = ends[0];
        const QDBusUnixFileDescriptor theirs(ends[1]);
        ::close(ends[1]);
        return theirs;
    }

private:
    int m_end = -1;
};

class FakeNetwork : public NetworkSource
{
public:
    [[nodiscard]] bool isReachable() const override { return reachable; }
    [[nodiscard]] QString medium() const override { return by; }
    void become(bool isThere, const QString &what)
    {
        reachable = isThere;
        by = what;
        Q_EMIT changed();
    }

    bool reachable = true;
    QString by = u"Ethernet"_s;
};

} // namespace

class tst_SleepWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_bus.start());
        QVERIFY(server().registerService(u"org.freedesktop.login1"_s));
    }

    /// SECURITY F27, R13: the machine is held up until what had to be said has left, and no longer.
    void sleepWaitsForUs()
    {
        FakeManager manager;
        QVERIFY(server().registerObject(kPath, &manager, QDBusConnection::ExportAllSlots));
        SleepWatch watch(client());
        QSignalSpy woke(&watch, &SleepWatch::woke);
        QSignalSpy asleep(&watch, &SleepWatch::aboutToSleep);
        QTRY_COMPARE(manager.asked, QStringList{u"sleep delay"_s});
        QTRY_VERIFY(manager.isHeldUp());
        bool heldWhenTold = false;
        connect(&watch, &SleepWatch::aboutToSleep, this, [&] { heldWhenTold = manager.isHeldUp(); });

        prepareForSleep(true);
        QTRY_COMPARE(asleep.size(), 1);
        QVERIFY(heldWhenTold);
        QCOMPARE(woke.size(), 0);
        QTRY_VERIFY(!manager.isHeldUp());

        prepareForSleep(false);
        QTRY_COMPARE(woke.size(), 1);
        QCOMPARE(asleep.size(), 1);
        // For the next time.
        QTRY_COMPARE(manager.asked.size(), 2);
        QTRY_VERIFY(manager.isHeldUp());
        server().unregisterObject(kPath);
    }

    /// A logind that lets nobody hold it up still tells.
    void sleepThatDoesNotWait()
    {
        QObject nothing;
        SleepWatch watch(client());
        QSignalSpy woke(&watch, &SleepWatch::woke);
        prepareForSleep(true);
        prepareForSleep(false);
        QTRY_COMPARE(woke.size(), 1);
    }

    /// SECURITY F36: without a bus there are no hints, and that is all.
    void withoutABus()
    {
        const SleepWatch watch(QDBusConnection::connectToBus(u"unix:path=/nonexistent"_s, u"none"_s));
    }

    void aBusThatDies()
    {
        PrivateBus bus;
        QVERIFY(bus.start());
        const QString name = u"dying"_s;
        auto watch = std::make_unique<SleepWatch>(QDBusConnection::connectToBus(bus.address(), name));
        QDBusConnection::disconnectFromBus(name);
        QCoreApplication::processEvents();
        watch.reset();
    }

    void theNetworkChanges_data()
    {
        QTest::addColumn<QList<QPair<bool, QString>>>("changes");
        QTest::addColumn<int>("told");
        using Changes = QList<QPair<bool, QString>>;
        const QString wire = u"Ethernet"_s;
        const QString radio = u"WiFi"_s;
        QTest::newRow("nothing") << Changes{} << 0;
        QTest::newRow("the same again") << Changes{{true, wire}, {true, wire}} << 0;
        QTest::newRow("gone") << Changes{{false, wire}, {false, {}}} << 0;
        QTest::newRow("gone and back") << Changes{{false, {}}, {true, wire}} << 1;
        QTest::newRow("another one") << Changes{{true, radio}} << 1;
        QTest::newRow("another one by way of none") << Changes{{false, {}}, {true, radio}} << 1;
        QTest::newRow("flapping") << Changes{{false, {}}, {true, wire}, {false, {}}, {true, wire}} << 2;
    }

    void theNetworkChanges()
    {
        using Changes = QList<QPair<bool, QString>>;
        QFETCH(Changes, changes);
        QFETCH(int, told);
        FakeNetwork network;
        NetworkWatch watch(network);
        QSignalSpy changed(&watch, &NetworkWatch::networkChanged);
        for (const auto &[reachable, medium] : changes)
            network.become(reachable, medium);
        QCOMPARE(changed.size(), told);
    }

    void whereNobodyKnowsTheNetworkIsThere()
    {
        // Whether there is a plugin or not: it must answer, and a machine that runs tests has a network or
        // nobody who knows better.
        const QtNetworkSource source;
        std::ignore = source.isReachable();
        std::ignore = source.medium();
    }

private:
    QDBusConnection server() { return QDBusConnection::connectToBus(m_bus.address(), u"server"_s); }
    QDBusConnection client() { return QDBusConnection::connectToBus(m_bus.address(), u"client"_s); }
    void prepareForSleep(bool starting)
    {
        QDBusMessage signal = QDBusMessage::createSignal(kPath, kManager, u"PrepareForSleep"_s);
        signal << starting;
        server().send(signal);
    }

    PrivateBus m_bus;
};

QTEST_GUILESS_MAIN(tst_SleepWatch)
#include "tst_sleepwatch.moc"
