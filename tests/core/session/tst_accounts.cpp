// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
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
        accounts = std::make_unique<Accounts>(SessionServices{
            {server.clock, server.clock, server.ids, server.resolver, server.network.factory()},
            secrets,
            *store,
            folder.filePath(u"avatars"_s)});
        AccountSettings settings;
        settings.id = kId;
        settings.connection = server.settings;
        session = *accounts->add(settings);
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
