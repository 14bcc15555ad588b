// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0352_csi/ClientState.h"
#include "tests/support/ModuleRig.h"
#include "tests/support/ScriptedServer.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;
using namespace std::chrono_literals;

namespace
{

const QByteArray kActive = "<active xmlns=\"urn:xmpp:csi:0\"/>";
const QByteArray kInactive = "<inactive xmlns=\"urn:xmpp:csi:0\"/>";
const QByteArray kOffer = "<csi xmlns='urn:xmpp:csi:0'/>";
const QString kClientState = u"urn:xmpp:csi:0"_s;
constexpr auto kPatience = ClientStateModule::kPatience;

struct Rig : ModuleRig {
    explicit Rig(const QByteArray &offer = kOffer)
    {
        streamFeatures = offer;
        goOnline();
    }
    ClientStateModule &state() { return module<ClientStateModule>(); }
    QByteArrayList take()
    {
        const QByteArrayList all = sent();
        forgetSent();
        return all;
    }
};

} // namespace

class ClientStateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void notOffered();
    void offeredByAnotherName();
    void aStreamBeginsAsActive();
    void activeAtOnceAndInactiveAfterAWhile();
    void aGlanceElsewhereSaysNothing();
    void aFloodOfFocusChanges();
    void theSameTwice();
    void whatTheServerSaysOfItIsNothing_data();
    void whatTheServerSaysOfItIsNothing();
    void offlineNothingIsSaid();
    void aNewStreamIsToldAgain();
    void aResumedStreamIsToldAgain();
    void anActiveOneIsNot();
    void toldAlongWithTheLogIn();
    void cameBackDuringTheLogIn();
    void alongWithTheLogInAlone();
    void aResumedOneWasToldForItsFirstConnectionOnly();
    void onTheWire_data();
    void onTheWire();
    void itIsNoStanza();
};

void ClientStateTest::notOffered()
{
    Rig rig(QByteArray{});
    rig.state().setActive(false);
    rig.clock().advance(1h);
    rig.state().setActive(true);
    QVERIFY(rig.take().isEmpty());
}

void ClientStateTest::offeredByAnotherName()
{
    Rig rig("<csi xmlns='urn:xmpp:csi:1'/><inactive xmlns='urn:xmpp:csi:0'/>");
    rig.state().setActive(false);
    rig.clock().advance(1h);
    QVERIFY(rig.take().isEmpty());
}

void ClientStateTest::aStreamBeginsAsActive()
{
    Rig rig;
    rig.state().setActive(true);
    rig.clock().advance(1h);
    QVERIFY(rig.take().isEmpty());
}

void ClientStateTest::activeAtOnceAndInactiveAfterAWhile()
{
    Rig rig;
    rig.state().setActive(false);
    rig.clock().advance(kPatience - 1ms);
    QVERIFY(rig.take().isEmpty());
    rig.clock().advance(1ms);
    QCOMPARE(rig.take(), QByteArrayList{kInactive});
    rig.state().setActive(true);
    QCOMPARE(rig.take(), QByteArrayList{kActive});
}

void ClientStateTest::aGlanceElsewhereSaysNothing()
{
    Rig rig;
    rig.state().setActive(false);
    rig.clock().advance(kPatience / 2);
    rig.state().setActive(true);
    rig.clock().advance(1h);
    QVERIFY(rig.take().isEmpty());
}

void ClientStateTest::aFloodOfFocusChanges()
{
    Rig rig;
    for (int i = 0; i < 10'000; ++i) {
        rig.state().setActive(i % 2);
        rig.clock().advance(10ms);
    }
    QVERIFY(rig.take().isEmpty());
    rig.state().setActive(false);
    rig.clock().advance(kPatience);
    QCOMPARE(rig.take(), QByteArrayList{kInactive});
}

void ClientStateTest::theSameTwice()
{
    Rig rig;
    rig.state().setActive(false);
    rig.clock().advance(kPatience / 2);
    rig.state().setActive(false); // does not begin the wait anew
    rig.clock().advance(kPatience / 2);
    QCOMPARE(rig.take(), QByteArrayList{kInactive});
    rig.state().setActive(false);
    rig.clock().advance(1h);
    QVERIFY(rig.take().isEmpty());
    rig.state().setActive(true);
    rig.state().setActive(true);
    QCOMPARE(rig.take(), QByteArrayList{kActive});
}

/// There is no answer, and nobody may tell us in which state we are.
void ClientStateTest::whatTheServerSaysOfItIsNothing_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("nonza") << QByteArray("<inactive xmlns='urn:xmpp:csi:0'/>");
    QTest::newRow("malformed") << QByteArray("<active xmlns='urn:xmpp:csi:0'>x<y/></active>");
    QTest::newRow("in a message") << QByteArray(
        "<message from='example.org'><inactive xmlns='urn:xmpp:csi:0'/></message>");
}

void ClientStateTest::whatTheServerSaysOfItIsNothing()
{
    QFETCH(QByteArray, xml);
    Rig rig;
    rig.receive(xml);
    rig.clock().advance(1h);
    QVERIFY(rig.take().isEmpty());
}

void ClientStateTest::offlineNothingIsSaid()
{
    Rig rig;
    rig.end();
    rig.forgetSent();
    rig.state().setActive(false);
    rig.clock().advance(1h);
    rig.state().setActive(true);
    QVERIFY(rig.take().isEmpty());
}

void ClientStateTest::aNewStreamIsToldAgain()
{
    Rig rig;
    rig.state().setActive(false);
    rig.clock().advance(kPatience);
    rig.end();
    rig.forgetSent();
    rig.startFresh();
    QCOMPARE(rig.take().count(kInactive), 1);
    rig.state().setActive(true);
    QCOMPARE(rig.take(), QByteArrayList{kActive});
}

/// XEP-0352 5.2: resumption does not bring the state back.
void ClientStateTest::aResumedStreamIsToldAgain()
{
    Rig rig;
    rig.state().setActive(false);
    rig.clock().advance(kPatience);
    rig.forgetSent();
    rig.suspend();
    rig.resume();
    QCOMPARE(rig.take(), QByteArrayList{kInactive});
    // What came to pass while nobody could be told.
    rig.suspend();
    rig.state().setActive(true);
    rig.resume();
    QVERIFY(rig.take().isEmpty());
    rig.suspend();
    rig.state().setActive(false);
    rig.clock().advance(kPatience);
    rig.resume();
    QCOMPARE(rig.take(), QByteArrayList{kInactive});
}

void ClientStateTest::anActiveOneIsNot()
{
    Rig rig;
    rig.suspend();
    rig.resume();
    QVERIFY(rig.take().isEmpty());
}

/// XEP-0386: who is idle is bound as inactive, and not told a second time.
void ClientStateTest::toldAlongWithTheLogIn()
{
    Rig rig;
    rig.state().setActive(false);
    rig.clock().advance(kPatience);
    rig.end();
    rig.inlined = {kClientState};
    rig.forgetSent();
    rig.startFresh();
    QCOMPARE(rig.take().count(kInactive), 0);
    rig.state().setActive(true);
    QCOMPARE(rig.take(), QByteArrayList{kActive});
}

/// It was asked for while nobody looked, and granted when somebody did.
void ClientStateTest::cameBackDuringTheLogIn()
{
    Rig rig;
    rig.state().setActive(false);
    rig.clock().advance(kPatience);
    rig.end();
    rig.inlined = {kClientState};
    rig.state().setActive(true);
    rig.forgetSent();
    rig.startFresh();
    QCOMPARE(rig.take().count(kActive), 1);
}

/// A server that does not repeat its offer in the features after the log-in is not left in the dark.
void ClientStateTest::alongWithTheLogInAlone()
{
    Rig rig(QByteArray{});
    rig.state().setActive(false);
    rig.clock().advance(kPatience);
    rig.end();
    rig.inlined = {kClientState};
    rig.startFresh();
    rig.forgetSent();
    rig.state().setActive(true);
    QCOMPARE(rig.take(), QByteArrayList{kActive});
}

/// XEP-0352 5.2.
void ClientStateTest::aResumedOneWasToldForItsFirstConnectionOnly()
{
    Rig rig;
    rig.state().setActive(false);
    rig.clock().advance(kPatience);
    rig.end();
    rig.inlined = {kClientState};
    rig.startFresh();
    rig.forgetSent();
    rig.suspend();
    rig.resume();
    QCOMPARE(rig.take(), QByteArrayList{kInactive});
    rig.state().setActive(true);
    rig.forgetSent();
    rig.suspend();
    rig.resume();
    QVERIFY(rig.take().isEmpty());
}

void ClientStateTest::onTheWire_data()
{
    QTest::addColumn<bool>("idle");
    QTest::addColumn<bool>("offered");
    QTest::newRow("idle") << true << true;
    QTest::newRow("active") << false << true;
    QTest::newRow("idle, not offered") << true << false;
}

void ClientStateTest::onTheWire()
{
    QFETCH(bool, idle);
    QFETCH(bool, offered);
    ScriptedServer server;
    server.extraFeatures = kOffer;
    server.mechanisms = {};
    server.authentication = "<mechanism>SCRAM-SHA-1</mechanism>" + ScriptedServer::inlineOffer();
    if (!offered)
        server.authentication.replace("<feature var='urn:xmpp:csi:0'/>", "");
    auto *state = server.add<ClientStateModule>();
    if (idle) {
        state->setActive(false);
        server.clock.advance(kPatience);
    }
    server.secureLine();
    const QByteArray request = server.authenticateAlong();
    QVERIFY(request.contains("<bind"));
    QCOMPARE(request.count(kInactive), idle && offered ? 1 : 0);
    QVERIFY(!request.contains(kActive));
    server.succeedBound();
    if (idle && !offered)
        server.expect(kInactive);
    server.expectNothing();
    server.cut();
    server.resume();
    if (idle)
        server.expect(kInactive);
    server.expectNothing();
}

/// XEP-0198 4 counts stanzas alone: a program that counted this one would believe the server one behind.
void ClientStateTest::itIsNoStanza()
{
    ScriptedServer server;
    server.extraFeatures = kOffer;
    auto *state = server.add<ClientStateModule>();
    server.bringOnline();
    server.stream.host().send(Presence());
    state->setActive(false);
    server.clock.advance(kPatience);
    server.expect("<presence/>");
    server.expect(kInactive);
    // The server has acknowledged the one stanza that it counts.
    QVERIFY(server.stream.kept().stanzas.isEmpty());
    server.cut();
    server.resume();
    server.expect(kInactive); // as every resumed stream is told, and not sent twice
    server.expectNothing();
}

QTEST_GUILESS_MAIN(ClientStateTest)
#include "tst_clientstate.moc"
