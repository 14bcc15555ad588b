// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/AccountStorage.h"
#include "core/session/XmppSession.h"
#include "core/store/Store.h"
#include "tests/support/SessionRig.h"

#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

QByteArray key(int number)
{
    return QByteArray(32, char(number));
}

struct Rig : SessionRig {
    Rig() { server.streamManagement = false; } // every log-in shall be a whole one
    /// A log-in at a server with this key.
    void logIn(const QByteArray &spki)
    {
        goOnline();
        server.acceptTcp();
        if (!spki.isEmpty())
            server.wire()->setKey(spki);
        server.openPlainStream();
        server.secure();
        server.openSecureStream();
        server.authenticate();
        server.openAuthenticatedStream();
        server.bind();
        serve();
    }
    /// The next process, which remembers what was stored.
    void restart()
    {
        const AccountSettings kept = session->settings();
        makeSession();
        session->setSettings(kept);
    }
    [[nodiscard]] QList<KeyChange> changes() const { return session->connectionDetails().keyChanges; }
};

} // namespace

/// SECURITY B07 and B17: what a person can see later of what changed at the server.
class KeyChangesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstKeyIsNoChange()
    {
        Rig rig;
        QSignalSpy changed(rig.session.get(), &XmppSession::serverKeyChanged);
        rig.logIn(key(1));
        QCOMPARE(rig.session->state(), SessionState::Online);
        QVERIFY(changed.isEmpty());
        QVERIFY(rig.changes().isEmpty());
        QCOMPARE(rig.session->settings().connection.knownKey, key(1));
    }

    void theSameKeyIsNoChange()
    {
        Rig rig;
        rig.logIn(key(1));
        rig.restart();
        QSignalSpy changed(rig.session.get(), &XmppSession::serverKeyChanged);
        rig.logIn(key(1));
        QVERIFY(changed.isEmpty());
        QVERIFY(rig.changes().isEmpty());
    }

    void anUnknownKeyIsNoChange()
    {
        Rig rig;
        rig.logIn(key(1));
        rig.restart();
        rig.logIn({});
        QVERIFY(rig.changes().isEmpty());
        QCOMPARE(rig.session->settings().connection.knownKey, key(1));
    }

    // SECURITY A37
    void anotherKeyIsNoted()
    {
        Rig rig;
        rig.logIn(key(1));
        rig.restart();
        QSignalSpy changed(rig.session.get(), &XmppSession::serverKeyChanged);
        rig.logIn(key(2));
        const KeyChange expected{rig.server.clock.now(), key(1), key(2)};
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<KeyChange>(), expected);
        QCOMPARE(rig.changes(), QList<KeyChange>{expected});
        QCOMPARE(rig.session->settings().connection.knownKey, key(2));
    }

    void aLogInThatFailsNotesNothing()
    {
        Rig rig;
        rig.logIn(key(1));
        rig.restart();
        rig.server.password = u"another"_s;
        rig.goOnline();
        rig.server.acceptTcp();
        rig.server.wire()->setKey(key(2));
        rig.server.openPlainStream();
        rig.server.secure();
        rig.server.openSecureStream();
        rig.server.authenticate();
        QVERIFY(settleUntil([&] { return rig.session->state() == SessionState::Stopped; }));
        QVERIFY(rig.changes().isEmpty());
        QCOMPARE(rig.session->settings().connection.knownKey, key(1));
    }

    void theNewestTwentyAreKept()
    {
        Rig rig;
        AccountSettings settings = rig.session->settings();
        settings.connection.knownKey = key(1);
        for (int i = 0; i < kMostKeyChanges; ++i)
            settings.keyChanges.append({rig.server.clock.now(), key(100 + i), key(101 + i)});
        rig.session->setSettings(settings);
        rig.logIn(key(2));
        QCOMPARE(rig.changes().size(), kMostKeyChanges);
        QCOMPARE(rig.changes().first().after, key(2));
        QCOMPARE(rig.changes().last().before, key(118));
    }

    void theyAreStored()
    {
        SessionRig rig;
        AccountStorage storage(*rig.store);
        AccountSettings settings = rig.session->settings();
        settings.passwordChanging = true;
        settings.outageAddresses = {QUrl(u"https://status.example.org/a?b=c%20d"_s)};
        settings.keyChanges = {{QDateTime({2026, 2, 1}, {1, 2, 3, 4}, Qt::UTC), key(1), key(2)},
                               {QDateTime({2026, 1, 1}, {1, 2, 3}, Qt::UTC), key(3), key(1)}};
        QVERIFY(storage.save(settings, {}));
        const auto all = storage.all();
        QVERIFY(all);
        QCOMPARE(all->first().settings.keyChanges, settings.keyChanges);
        QCOMPARE(all->first().settings.outageAddresses, settings.outageAddresses);
        QVERIFY(all->first().settings.passwordChanging);
        settings.keyChanges.clear();
        settings.outageAddresses.clear();
        QVERIFY(storage.save(settings, {}));
        QVERIFY(storage.all()->first().settings.keyChanges.isEmpty());
        QVERIFY(storage.all()->first().settings.outageAddresses.isEmpty());
    }

    void bindingThatNeverWorkedIsNotLost()
    {
        Rig rig;
        QSignalSpy lost(rig.session.get(), &XmppSession::bindingLost);
        QVERIFY(!rig.session->connectionDetails().bindingLost);
        rig.logIn(key(1));
        QVERIFY(lost.isEmpty());
        QVERIFY(!rig.session->connectionDetails().bindingLost);
    }

    // SECURITY A37
    void lostBindingIsTold()
    {
        Rig rig;
        AccountSettings settings = rig.session->settings();
        settings.connection.bindingWorked = true;
        rig.session->setSettings(settings);
        QSignalSpy lost(rig.session.get(), &XmppSession::bindingLost);
        QVERIFY(!rig.session->connectionDetails().bindingLost); // not before a log-in
        rig.logIn(key(1));
        QCOMPARE(lost.size(), 1);
        QVERIFY(rig.session->connectionDetails().bindingLost);
        QVERIFY(rig.session->settings().connection.bindingWorked); // and told again the next time
    }
};

QTEST_GUILESS_MAIN(KeyChangesTest)
#include "tst_keychanges.moc"
