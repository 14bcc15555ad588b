// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/roster/Roster.h"
#include "core/modules/subscription/Subscription.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const Jid kEva = jid(u"eva@example.net"_s);
const QByteArray kAsk = "<presence type='subscribe' from='eva@example.net'><status>It is me</status>"
                        "<nick xmlns='http://jabber.org/protocol/nick'> Eva\n </nick></presence>";

} // namespace

class TestSubscription : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sends_data();
    void sends();
    void tellsTheOwnNickname();
    void reportsARequestOnce();
    void neverApprovesByItself();
    void manyRequestsAreOneEach();
    void requestTextIsPlainAndShort();
    void ignoredRequests_data();
    void ignoredRequests();
    void answering_data();
    void answering();
    void withdrawnByThem();
    void answeredOnAnotherDevice();
    void preApproval();
    void pendingLivesWithTheStream();
};

void TestSubscription::sends_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("request") << QByteArray("request")
                             << QByteArray("<presence to='eva@example.net' type='subscribe'/>");
    QTest::newRow("unsubscribe") << QByteArray("unsubscribe")
                                 << QByteArray("<presence to='eva@example.net' type='unsubscribe'/>");
    QTest::newRow("cancel") << QByteArray("cancel")
                            << QByteArray("<presence to='eva@example.net' type='unsubscribed'/>");
    QTest::newRow("deny") << QByteArray("deny")
                          << QByteArray("<presence to='eva@example.net' type='unsubscribed'/>");
}

void TestSubscription::sends()
{
    QFETCH(QByteArray, command);
    QFETCH(QByteArray, sent);
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<SubscriptionModule>();
    const Jid full = jid(u"eva@example.net/phone"_s); // the bare address is what is sent to
    if (command == "request")
        module.request(full);
    else if (command == "unsubscribe")
        module.unsubscribe(full);
    else if (command == "cancel")
        module.cancel(full);
    else
        module.deny(full);
    QCOMPARE(rig.takeOnly(), parsedXml(sent));
}

void TestSubscription::tellsTheOwnNickname()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<SubscriptionModule>();
    module.setOwnNickname(u"Ana"_s);
    module.request(kEva, u"Hello"_s);
    QCOMPARE(rig.takeOnly(),
             parsedXml("<presence to='eva@example.net' type='subscribe'><status>Hello</status>"
                       "<nick xmlns='http://jabber.org/protocol/nick'>Ana</nick></presence>"));
}

void TestSubscription::reportsARequestOnce()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<SubscriptionModule>();
    QSignalSpy requested(&module, &SubscriptionModule::requested);
    rig.receive(kAsk + kAsk);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().at(0).value<Jid>(), kEva);
    QCOMPARE(requested.first().at(1).toString(), u"Eva"_s);
    QCOMPARE(requested.first().at(2).toString(), u"It is me"_s);
    rig.receive("<presence type='subscribe' from='eva@example.net'/>");
    QCOMPARE(requested.size(), 2); // another text
    QCOMPARE(module.pending().size(), 1);
}

void TestSubscription::neverApprovesByItself() // SECURITY A71
{
    ModuleRig rig;
    rig.goOnline();
    const auto before = rig.module<RosterModule>().items();
    rig.receive(kAsk
                + "<presence type='subscribed' from='mallory@example.net'/>"
                  "<presence type='unsubscribed' from='mallory@example.net'/>"
                  "<presence type='unsubscribe' from='mallory@example.net'/>");
    QVERIFY(rig.sent().isEmpty());
    QCOMPARE(rig.module<RosterModule>().items(), before);
}

void TestSubscription::manyRequestsAreOneEach()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy requested(&rig.module<SubscriptionModule>(), &SubscriptionModule::requested);
    QByteArray flood;
    for (int i = 0; i < 1'100; ++i)
        flood += "<presence type='subscribe' from='u" + QByteArray::number(i) + "@example.net'/>";
    rig.receive(flood + flood);
    QCOMPARE(requested.size(), 1'000);
    QCOMPARE(rig.module<SubscriptionModule>().pending().size(), 1'000);
}

void TestSubscription::requestTextIsPlainAndShort()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive("<presence type='subscribe' from='eva@example.net'><status>" + QByteArray(5'000, 'x')
                + "</status><nick xmlns='http://jabber.org/protocol/nick'>" + QByteArray(5'000, 'y')
                + "</nick></presence>");
    const auto request = rig.module<SubscriptionModule>().pending().value(0);
    QCOMPARE(request.text.size(), 500);
    QCOMPARE(request.nickname.size(), 200);
}

void TestSubscription::ignoredRequests_data()
{
    QTest::addColumn<QByteArray>("stanza");
    QTest::newRow("from ourselves") << QByteArray(
        "<presence type='subscribe' from='ana@example.org/phone'/>");
    QTest::newRow("who sees us already")
        << QByteArray("<presence type='subscribe' from='bruno@example.com'/>");
    QTest::newRow("bad address") << QByteArray("<presence type='subscribe' from='@@'/>");
    QTest::newRow("bad type") << QByteArray("<presence type='Subscribe' from='eva@example.net'/>");
    QTest::newRow("in another namespace")
        << QByteArray("<presence xmlns='urn:x' type='subscribe' from='e@x.net'/>");
}

void TestSubscription::ignoredRequests()
{
    QFETCH(QByteArray, stanza);
    ModuleRig rig;
    rig.goOnline();
    rig.receive(stanza);
    QVERIFY(rig.module<SubscriptionModule>().pending().isEmpty());
}

void TestSubscription::answering_data()
{
    QTest::addColumn<bool>("approve");
    QTest::newRow("approve") << true;
    QTest::newRow("deny") << false;
}

void TestSubscription::answering()
{
    QFETCH(bool, approve);
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<SubscriptionModule>();
    QSignalSpy withdrawn(&module, &SubscriptionModule::requestWithdrawn);
    rig.receive(kAsk);
    if (approve)
        module.approve(kEva);
    else
        module.deny(kEva);
    QCOMPARE(rig.takeOnly().attribute(u"type"), approve ? u"subscribed"_s : u"unsubscribed"_s);
    QCOMPARE(withdrawn.size(), 1);
    QVERIFY(module.pending().isEmpty());
}

void TestSubscription::withdrawnByThem()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy withdrawn(&rig.module<SubscriptionModule>(), &SubscriptionModule::requestWithdrawn);
    rig.receive(kAsk + "<presence type='unsubscribe' from='mallory@example.net'/>");
    QCOMPARE(withdrawn.size(), 0);
    rig.receive("<presence type='unsubscribe' from='eva@example.net'/>");
    QCOMPARE(withdrawn.size(), 1);
}

void TestSubscription::answeredOnAnotherDevice()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy withdrawn(&rig.module<SubscriptionModule>(), &SubscriptionModule::requestWithdrawn);
    rig.receive(kAsk);
    rig.receive("<iq type='set' id='p'><query xmlns='jabber:iq:roster'>"
                "<item jid='eva@example.net' subscription='from'/></query></iq>");
    QCOMPARE(withdrawn.size(), 1);
}

void TestSubscription::preApproval()
{
    ModuleRig rig;
    rig.goOnline();
    rig.module<SubscriptionModule>().approve(kEva);
    QVERIFY(rig.sent().isEmpty()); // this server cannot
    rig.streamFeatures += "<sub xmlns='urn:xmpp:features:pre-approval'/>";
    rig.goOnline();
    rig.module<SubscriptionModule>().approve(kEva);
    QCOMPARE(rig.takeOnly(), parsedXml("<presence to='eva@example.net' type='subscribed'/>"));
}

void TestSubscription::pendingLivesWithTheStream()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(kAsk);
    rig.suspend();
    rig.resume();
    QCOMPARE(rig.module<SubscriptionModule>().pending().size(), 1);
    rig.goOnline();
    QVERIFY(rig.module<SubscriptionModule>().pending().isEmpty());
}

QTEST_GUILESS_MAIN(TestSubscription)
#include "tst_subscription.moc"
