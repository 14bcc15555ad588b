// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The bubbles of those who ask to be a contact, over a connection: what the server says of them comes as
// bytes.
#include "core/models/RequestsModel.h"
#include "core/session/Accounts.h"
#include "core/session/PasswordSource.h"
#include "core/session/SessionContacts.h"
#include "core/store/Store.h"
#include "tests/support/FakeSecretStore.h"
#include "tests/support/ScriptedServer.h"
#include "ui/notifications/ChatNotices.h"
#include "ui/settings/UiSettings.h"

#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const Jid kEva = Jid::fromNormalized(u"eva@example.net"_s);

class Recorder : public Notifier
{
public:
    void show(const Notice &notice) override { shown.append(notice.tag); }
    void withdraw(const QString &tag) override { withdrawn.append(tag); }
    bool isInhibited() const override { return false; }
    QString description() const override { return {}; }

    QStringList shown;
    QStringList withdrawn;
};

/// Ana online, with the bubbles that she would see.
struct Rig {
    Rig()
        : store(std::move(*Store::open(folder.filePath(u"store.db"_s))))
        , accounts({{server.clock, server.clock, server.ids, server.resolver, server.network.factory()},
                    secrets,
                    *store,
                    folder.filePath(u"avatars"_s)})
        , settings(folder.filePath(u"ui.ini"_s))
        , notices(accounts, settings, notifier, [](const ConversationKey &) { return false; })
    {
        secrets.secrets.insert(PasswordSource::keyFor(u"a1"_s), server.password);
        AccountSettings account;
        account.id = u"a1"_s;
        account.connection = server.settings;
        session = *accounts.add(account);
        connect();
    }

    void connect()
    {
        session->setPresence({Availability::Available, {}});
        settle();
        server.acceptTcp();
        server.openPlainStream();
        server.secure();
        server.openSecureStream();
        server.authenticate();
        server.openAuthenticatedStream();
        server.bind();
        server.enableManagement();
        hear();
    }
    void reconnect()
    {
        session->setPresence({Availability::Offline, {}});
        hear();
        server.send("</stream:stream>");
        settle();
        QVERIFY(session->state() == SessionState::Offline);
        connect();
        QVERIFY(session->state() == SessionState::Online);
    }
    /// What the program has said meanwhile.
    QByteArray hear()
    {
        settle();
        QByteArray all;
        for (QList<QByteArray> pieces = server.skip(); !pieces.isEmpty(); pieces = server.skip()) {
            all += pieces.join();
            settle();
        }
        return all;
    }
    void tell(const QByteArray &xml)
    {
        server.send(xml);
        settle();
    }
    void ask() { tell("<presence from='eva@example.net' type='subscribe'/>"); }
    void takeBack() { tell("<presence from='eva@example.net' type='unsubscribe'/>"); }
    void write()
    {
        session->contacts().requests().setWritten(kEva, u"hello"_s, QDateTime::currentDateTimeUtc());
    }

    QTemporaryDir folder;
    ScriptedServer server;
    std::unique_ptr<Store> store;
    FakeSecretStore secrets;
    Accounts accounts;
    UiSettings settings;
    Recorder notifier;
    ChatNotices notices;
    XmppSession *session = nullptr;
};

} // namespace

class tst_RequestNotices : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoOnlyWritesIsNotLetIn_data()
    {
        QTest::addColumn<bool>("asks");
        QTest::newRow("took it back") << false;
        QTest::newRow("still asks") << true;
    }
    void whoOnlyWritesIsNotLetIn()
    {
        QFETCH(bool, asks);
        Rig rig;
        rig.ask();
        QCOMPARE(rig.notifier.shown.size(), 1);
        const QString tag = rig.notifier.shown[0];
        rig.write();
        QCOMPARE(rig.notifier.withdrawn.count(tag), 0);
        if (!asks) {
            rig.takeBack();
            QCOMPARE(rig.session->requests()->rowCount(), 1);
            QCOMPARE(rig.notifier.withdrawn.count(tag), 1);
        }
        rig.hear();
        // The click was on its way.
        Q_EMIT rig.notifier.answered(tag, true);
        const QByteArray said = rig.hear();
        QCOMPARE(said.contains("'subscribed'") || said.contains("\"subscribed\""), asks);
        QCOMPARE(said.contains("'subscribe'") || said.contains("\"subscribe\""), asks);
    }

    void aStaleBubbleLetsNobodyIn()
    {
        Rig rig;
        rig.ask();
        rig.reconnect();
        // The server does not repeat it, and she writes.
        rig.write();
        rig.hear();
        Q_EMIT rig.notifier.answered(rig.notifier.shown[0], true);
        QVERIFY(!rig.hear().contains("subscribe"));
    }

    void askingAnewIsNews_data()
    {
        QTest::addColumn<bool>("declined");
        QTest::newRow("after taking it back") << false;
        QTest::newRow("after being declined") << true;
    }
    void askingAnewIsNews()
    {
        QFETCH(bool, declined);
        Rig rig;
        rig.ask();
        rig.ask();
        QCOMPARE(rig.notifier.shown.size(), 1);
        if (declined)
            rig.session->contacts().declineRequest(kEva);
        else
            rig.takeBack();
        QCOMPARE(rig.notifier.withdrawn.count(rig.notifier.shown[0]), 1);
        rig.ask();
        QCOMPARE(rig.notifier.shown.size(), 2);
    }

    void repeatedAtEachLogInItIsNot()
    {
        Rig rig;
        rig.ask();
        for (int i = 0; i < 3; ++i) {
            rig.reconnect();
            rig.ask();
        }
        QCOMPARE(rig.notifier.shown.size(), 1);
        QCOMPARE(rig.notifier.withdrawn.count(rig.notifier.shown[0]), 0);
    }

    void answeredOnAnotherDeviceItIsForgotten()
    {
        Rig rig;
        rig.ask();
        const QString tag = rig.notifier.shown[0];
        rig.reconnect();
        QCOMPARE(rig.notifier.withdrawn.count(tag), 0);
        rig.reconnect();
        QCOMPARE(rig.notifier.withdrawn.count(tag), 1);
        rig.ask();
        QCOMPARE(rig.notifier.shown.size(), 2);
    }
};

QTEST_MAIN(tst_RequestNotices)
#include "tst_requestnotices.moc"
