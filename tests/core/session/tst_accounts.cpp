// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0082_datetime/DateTime.h"
#include "core/session/AccountStorage.h"
#include "core/session/Accounts.h"
#include "core/session/PasswordSource.h"
#include "core/store/AccountsTable.h"
#include "core/store/Store.h"
#include "tests/support/FakeSecretStore.h"
#include "tests/support/ScriptedServer.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tertulia;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

const QString kId = u"a1"_s;

struct Rig {
    Rig()
        : store(std::move(*Store::open(folder.filePath(u"store.db"_s))))
    {
        secrets.secrets.insert(PasswordSource::keyFor(kId), server.password);
        makeAccounts();
        AccountSettings settings;
        settings.id = kId;
        settings.connection = server.settings;
        session = *accounts->add(settings);
    }

    void makeAccounts()
    {
        accounts.reset();
        accounts = std::make_unique<Accounts>(SessionServices{
            {server.clock, server.clock, server.ids, server.resolver, server.network.factory()},
            secrets,
            *store,
            folder.filePath(u"avatars"_s)});
    }

    void startConnecting()
    {
        session->setPresence({Availability::Available, {}});
        settle();
    }

    void bringOnline()
    {
        startConnecting();
        server.acceptTcp();
        server.openPlainStream();
        server.secure();
        server.openSecureStream();
        server.authenticate();
        server.openAuthenticatedStream();
        server.bind();
        server.enableManagement();
    }

    /// Asks for the account's removal and remembers how that ended.
    void remove()
    {
        accounts->remove(kId).then(&context, [this](const Result<void> &result) { removed = result; });
    }

    [[nodiscard]] bool isForgotten() const
    {
        return accounts->sessions().isEmpty() && store->accounts().all()->isEmpty()
            && secrets.secrets.isEmpty();
    }

    QTemporaryDir folder;
    ScriptedServer server;
    std::unique_ptr<Store> store;
    FakeSecretStore secrets;
    std::unique_ptr<Accounts> accounts;
    QPointer<XmppSession> session;
    std::optional<Result<void>> removed;
    QObject context;
};

} // namespace

class AccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void howToConnectIsRemembered()
    {
        Rig rig;
        AccountSettings settings = rig.session->settings();
        settings.connection.proxy = {ProxyKind::Socks5, u"proxy.example.org"_s, 9050, u"ana"_s};
        settings.connection.logInWay = LogInWay::ClientCertificate;
        settings.connection.certificateFile = u"/home/ana/ana.p12"_s;
        rig.session->setSettings(settings);
        const auto stored = AccountStorage(*rig.store).all();
        QVERIFY(stored && stored->size() == 1);
        const ConnectionSettings &kept = stored->first().settings.connection;
        QCOMPARE(kept.proxy, settings.connection.proxy);
        QCOMPARE(kept.logInWay, LogInWay::ClientCertificate);
        QCOMPARE(kept.certificateFile, settings.connection.certificateFile);
    }

    void oneAccountMayBeSomethingElse()
    {
        Rig rig;
        AccountSettings more;
        more.id = u"a2"_s;
        more.connection = rig.server.settings;
        more.connection.account = Jid::fromNormalized(u"bruno@example.org"_s);
        XmppSession *other = *rig.accounts->add(more);
        const PresenceChoice lunch{Availability::Away, u"lunch"_s};
        const PresenceChoice busy{Availability::DoNotDisturb, {}};
        rig.accounts->setOwnPresence(u"nobody"_s, busy);
        rig.accounts->setPresence(lunch);
        QCOMPARE(other->presence(), lunch);
        rig.accounts->setOwnPresence(u"a2"_s, busy);
        rig.accounts->setPresence({Availability::ExtendedAway, {}});
        QCOMPARE(other->presence(), busy);
        // It is asked what the others are, even if the one is nearer.
        QCOMPARE(rig.accounts->presence().availability, Availability::ExtendedAway);

        rig.makeAccounts();
        QVERIFY(rig.accounts->load());
        rig.accounts->connectAll();
        other = rig.accounts->session(u"a2"_s);
        QCOMPARE(other->presence(), busy);
        QVERIFY(other->settings().ownPresence);
        QSignalSpy changed(rig.accounts.get(), &Accounts::presenceChanged);
        rig.accounts->setOwnPresence(u"a2"_s, {});
        QVERIFY(changed.size() > 0);
        QCOMPARE(other->presence().availability, Availability::ExtendedAway);

        // "Available" at the start is for those alone who follow.
        rig.accounts->setOwnPresence(u"a2"_s, busy);
        rig.accounts->connectAll(PresenceChoice());
        QCOMPARE(rig.accounts->session(kId)->presence(), PresenceChoice());
        QCOMPARE(other->presence(), busy);
        QVERIFY(other->settings().ownPresence);

        // A choice for all that nobody would follow is followed by all.
        rig.accounts->setOwnPresence(kId, busy);
        rig.accounts->setOwnPresence(u"a2"_s, busy);
        rig.accounts->setPresence(lunch);
        for (const XmppSession *session : rig.accounts->sessions()) {
            QCOMPARE(session->presence(), lunch);
            QVERIFY(!session->settings().ownPresence);
        }
    }

    void aChoiceEnds()
    {
        Rig rig;
        const PresenceChoice meeting{Availability::DoNotDisturb, u"in a meeting"_s};
        const PresenceChoice back{Availability::Available, {}};
        const auto inHalfAnHour = [&] { return rig.server.clock.now().addSecs(30 * 60); };
        rig.accounts->setPresence(meeting);
        rig.accounts->setPresenceEnd(inHalfAnHour());
        rig.server.clock.advance(29min);
        QCOMPARE(rig.session->presence(), meeting);
        rig.server.clock.advance(1min);
        QCOMPARE(rig.session->presence(), back);
        QVERIFY(!rig.accounts->presenceEnd().isValid());

        // What is chosen anew does not end with what was before.
        rig.accounts->setPresenceEnd(inHalfAnHour());
        rig.accounts->setPresence(meeting);
        rig.server.clock.advance(1h);
        QCOMPARE(rig.session->presence(), meeting);

        // It is forgotten that one wanted to be alone, and not that one wanted to be away altogether.
        rig.accounts->setPresence({Availability::Offline, u"gone fishing"_s});
        rig.accounts->setPresenceEnd(inHalfAnHour());
        rig.server.clock.advance(31min);
        QCOMPARE(rig.session->presence().availability, Availability::Offline);
    }

    void aChoiceEndsWhileTheProgramIsNotThere_data()
    {
        QTest::addColumn<bool>("ended");
        QTest::newRow("still to come") << false;
        QTest::newRow("come") << true;
    }

    void aChoiceEndsWhileTheProgramIsNotThere()
    {
        QFETCH(bool, ended);
        Rig rig;
        const PresenceChoice meeting{Availability::DoNotDisturb, u"in a meeting"_s};
        rig.accounts->setPresence(meeting);
        const QDateTime end = rig.server.clock.now().addSecs(30 * 60);
        rig.accounts->setPresenceEnd(end);
        rig.accounts.reset();
        rig.server.clock.advance(ended ? 31min : 20min);
        rig.makeAccounts();
        QVERIFY(rig.accounts->load());
        QCOMPARE(rig.accounts->presenceEnd(), end);
        rig.server.clock.advance(1ms);
        rig.accounts->connectAll();
        QCOMPARE(rig.accounts->sessions().first()->presence(),
                 ended ? (PresenceChoice{Availability::Available, {}}) : meeting);
        QCOMPARE(rig.accounts->presenceEnd().isValid(), !ended);
    }

    void absenceIsSeenAndNotChosen()
    {
        Rig rig;
        rig.bringOnline();
        rig.accounts->setPresence({Availability::Chat, u"hello"_s});
        rig.server.skip();
        const QDateTime since = rig.server.clock.now().addSecs(-300);
        const auto seen = [&](Absence::Level level) {
            rig.accounts->setAbsence({level, level == Absence::Level::Here ? QDateTime() : since});
            const QList<QByteArray> said = rig.server.skip();
            return said.isEmpty() ? QByteArray() : said.last();
        };
        const auto shows = [](const QByteArray &presence, const char *show) {
            const QByteArray element = QByteArray("<show>") + show + "</show>";
            return presence.contains(element) && presence.contains("<status>hello</status>");
        };
        const QByteArray idle = "urn:xmpp:idle:1";
        const QByteArray away = seen(Absence::Level::Away);
        QVERIFY(shows(away, "away"));
        const QByteArray told = formatDateTime(since).toUtf8();
        QVERIFY2(away.contains(idle) && away.contains(told), away.constData());
        QVERIFY(seen(Absence::Level::Away).isEmpty());
        QVERIFY(shows(seen(Absence::Level::Gone), "xa"));
        QCOMPARE(rig.session->presence().availability, Availability::Chat);
        const QByteArray back = seen(Absence::Level::Here);
        QVERIFY(shows(back, "chat") && !back.contains(idle));
        rig.accounts->setPresence({Availability::DoNotDisturb, u"hello"_s});
        rig.server.skip();
        QVERIFY(seen(Absence::Level::Gone).isEmpty());
        // Chosen while away: it is seen when the person is back.
        rig.accounts->setPresence({Availability::Available, u"hello"_s});
        QVERIFY(shows(rig.server.skip().value(0), "xa"));
        QVERIFY(seen(Absence::Level::Here).contains("<status>hello</status>"));
    }

    void anOfflineAccountIsRemoved()
    {
        Rig rig;
        rig.remove();
        settle();
        QVERIFY(rig.removed && *rig.removed);
        QVERIFY(rig.session.isNull());
        QVERIFY(rig.isForgotten());
    }

    /// The session tells of its own end while it is being ended: it must outlive that.
    void anOnlineAccountSaysGoodbyeFirst_data()
    {
        QTest::addColumn<bool>("polite");
        QTest::newRow("the server answers") << true;
        QTest::newRow("the server does not") << false;
    }

    void anOnlineAccountSaysGoodbyeFirst()
    {
        QFETCH(bool, polite);
        Rig rig;
        rig.bringOnline();
        QCOMPARE(rig.session->state(), SessionState::Online);
        QSignalSpy states(rig.session, &XmppSession::stateChanged);
        rig.remove();
        settle();
        QVERIFY(!rig.removed);
        QVERIFY(rig.accounts->sessions().isEmpty());
        QVERIFY(rig.server.skip().contains("<presence type='unavailable'/>")
                || rig.server.written().contains("unavailable"));
        if (polite)
            rig.server.send("</stream:stream>");
        else
            rig.server.clock.advance(2s);
        settle();
        QCOMPARE(states.last()[0].value<SessionState>(), SessionState::Offline);
        QVERIFY(rig.removed && *rig.removed);
        QVERIFY(rig.session.isNull());
        QVERIFY(rig.isForgotten());
    }

    /// SECURITY F58.
    void anAccountIsRemovedWhileItConnects()
    {
        Rig rig;
        rig.startConnecting();
        rig.server.acceptTcp();
        rig.remove();
        settle();
        QVERIFY(rig.removed && *rig.removed);
        QVERIFY(rig.session.isNull());
        QVERIFY(rig.isForgotten());
    }

    void theProgramEndsWhileAnAccountIsRemoved()
    {
        Rig rig;
        rig.bringOnline();
        rig.remove();
        rig.accounts.reset();
        settle();
        QVERIFY(rig.session.isNull());
    }

    /// UI e.8: the key is named, so that the person can delete the entry by hand.
    void aKeychainThatKeepsTheEntryIsTold()
    {
        Rig rig;
        rig.secrets.failWith(ErrorCode::KeychainDenied);
        rig.remove();
        settle();
        QVERIFY(rig.removed && !*rig.removed);
        QCOMPARE(rig.removed->error().code, ErrorCode::KeychainDenied);
        QCOMPARE(rig.removed->error().subject, PasswordSource::keyFor(kId));
    }
};

QTEST_GUILESS_MAIN(AccountsTest)
#include "tst_accounts.moc"
