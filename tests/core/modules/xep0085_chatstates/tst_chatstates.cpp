// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0085_chatstates/ChatStates.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;
using namespace std::chrono_literals;

namespace
{

const Jid kBruno = jid(u"bruno@example.com"_s);

QByteArray state(const QByteArray &name, const QByteArray &more = {}, const QByteArray &type = "chat",
                 const QByteArray &from = "bruno@example.com/x")
{
    return "<message type='" + type + "' from='" + from + "'>" + more + "<" + name
        + " xmlns='http://jabber.org/protocol/chatstates'/></message>";
}

QString sentState(const XmlElement &message)
{
    return message.firstChildIn(u"http://jabber.org/protocol/chatstates").name();
}

/// A rig whose bruno is known to understand chat states.
void meet(ModuleRig &rig)
{
    rig.goOnline();
    rig.receive(state("active", "<body>Hi</body>"));
    rig.forgetSent();
}

} // namespace

class TestChatStates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void heard_data();
    void heard();
    void notHeard_data();
    void notHeard();
    void bodyEndsTyping();
    void offlineIsGone();
    void streamEndsAll();
    void streamResumedKeeps();
    void notToldToStrangers();
    void notToldToWhoRepliedWithout();
    void toldOnce();
    void pausedAfterTenSeconds();
    void emptiedField();
    void messageEndsOwnTyping();
    void firstMessageAsks();
    void toldToWhoAnnouncesIt();
    void switchedOff();
    void nothingWhileOffline();
};

void TestChatStates::heard_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("expected");
    QTest::newRow("active") << QByteArray("active") << int(ChatState::Active);
    QTest::newRow("inactive") << QByteArray("inactive") << int(ChatState::Inactive);
    QTest::newRow("composing") << QByteArray("composing") << int(ChatState::Composing);
    QTest::newRow("paused") << QByteArray("paused") << int(ChatState::Paused);
}

void TestChatStates::heard()
{
    QFETCH(QByteArray, name);
    QFETCH(int, expected);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<ChatStatesModule>(), &ChatStatesModule::stateChanged);
    rig.receive(state(name) + state(name));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).value<Jid>(), kBruno);
    QCOMPARE(int(changed.first().at(1).value<ChatState>()), expected);
    rig.receive(state("gone"));
    QCOMPARE(rig.module<ChatStatesModule>().stateOf(kBruno), ChatState::Gone);
}

void TestChatStates::notHeard_data()
{
    QTest::addColumn<QByteArray>("stanza");
    QTest::newRow("groupchat") << state("composing", {}, "groupchat");
    QTest::newRow("error") << state("composing", {}, "error");
    QTest::newRow("unknown state") << state("dancing");
    QTest::newRow("from ourselves") << state("composing", {}, "chat", "ana@example.org/phone");
    QTest::newRow("long ago") << state("composing",
                                       "<delay xmlns='urn:xmpp:delay' stamp='2026-01-01T00:00:00Z'/>");
    QTest::newRow("another namespace")
        << QByteArray("<message type='chat' from='bruno@example.com'><composing xmlns='urn:x'/></message>");
}

void TestChatStates::notHeard()
{
    QFETCH(QByteArray, stanza);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<ChatStatesModule>(), &ChatStatesModule::stateChanged);
    rig.receive(stanza);
    QCOMPARE(changed.size(), 0);
    QVERIFY(rig.sent().isEmpty());
}

void TestChatStates::bodyEndsTyping()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(state("composing"));
    rig.receive("<message type='chat' from='bruno@example.com/x'><body>done</body></message>");
    QCOMPARE(rig.module<ChatStatesModule>().stateOf(kBruno), ChatState::Active);
}

void TestChatStates::offlineIsGone()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive("<presence from='bruno@example.com/x'/>" + state("composing"));
    rig.receive("<presence type='unavailable' from='bruno@example.com/x'/>");
    QCOMPARE(rig.module<ChatStatesModule>().stateOf(kBruno), ChatState::Gone);
}

void TestChatStates::streamEndsAll()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(state("composing"));
    QSignalSpy changed(&rig.module<ChatStatesModule>(), &ChatStatesModule::stateChanged);
    rig.end();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(1).value<ChatState>(), ChatState::Gone);
}

void TestChatStates::streamResumedKeeps()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(state("composing"));
    rig.suspend();
    rig.resume();
    QCOMPARE(rig.module<ChatStatesModule>().stateOf(kBruno), ChatState::Composing);
}

void TestChatStates::notToldToStrangers() // SECURITY A78
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<ChatStatesModule>();
    module.setTyping(kBruno, true);
    module.setTyping(jid(u"mallory@example.net"_s), true);
    rig.clock().advance(11s);
    module.setTyping(kBruno, false);
    QVERIFY(rig.sent().isEmpty());
}

void TestChatStates::notToldToWhoRepliedWithout()
{
    ModuleRig rig;
    meet(rig);
    rig.receive("<message type='chat' from='bruno@example.com/old'><body>Hi</body></message>");
    rig.module<ChatStatesModule>().setTyping(kBruno, true);
    QVERIFY(rig.sent().isEmpty());
    rig.host().send(Message{.to = kBruno, .body = u"x"_s});
    QVERIFY(sentState(rig.takeOnly()).isEmpty());
}

void TestChatStates::toldOnce()
{
    ModuleRig rig;
    meet(rig);
    auto &module = rig.module<ChatStatesModule>();
    for (int i = 0; i < 20; ++i)
        module.setTyping(kBruno, true);
    const XmlElement sent = rig.takeOnly();
    QCOMPARE(sentState(sent), u"composing"_s);
    QCOMPARE(sent.attribute(u"to"), u"bruno@example.com"_s);
    QCOMPARE(sent.attribute(u"type"), u"chat"_s);
    QVERIFY(sent.child(u"body", u"jabber:client").isNull());
    QVERIFY(sent.child(u"request", u"urn:xmpp:receipts").isNull());
    QVERIFY(!sent.child(u"no-store", u"urn:xmpp:hints").isNull());
}

void TestChatStates::pausedAfterTenSeconds()
{
    ModuleRig rig;
    meet(rig);
    auto &module = rig.module<ChatStatesModule>();
    module.setTyping(kBruno, true);
    rig.forgetSent();
    rig.clock().advance(9s);
    module.setTyping(kBruno, true);
    rig.clock().advance(9s);
    QVERIFY(rig.sent().isEmpty());
    rig.clock().advance(2s);
    QCOMPARE(sentState(rig.takeOnly()), u"paused"_s);
    rig.clock().advance(60s);
    QVERIFY(rig.sent().isEmpty());
    module.setTyping(kBruno, true);
    QCOMPARE(sentState(rig.takeOnly()), u"composing"_s);
}

void TestChatStates::emptiedField()
{
    ModuleRig rig;
    meet(rig);
    auto &module = rig.module<ChatStatesModule>();
    module.setTyping(kBruno, false);
    QVERIFY(rig.sent().isEmpty());
    module.setTyping(kBruno, true);
    rig.forgetSent();
    module.setTyping(kBruno, false);
    QCOMPARE(sentState(rig.takeOnly()), u"active"_s);
    rig.clock().advance(60s);
    QVERIFY(rig.sent().isEmpty());
}

void TestChatStates::messageEndsOwnTyping()
{
    ModuleRig rig;
    meet(rig);
    auto &module = rig.module<ChatStatesModule>();
    module.setTyping(kBruno, true);
    rig.forgetSent();
    rig.host().send(Message{.to = kBruno, .body = u"x"_s});
    QCOMPARE(sentState(rig.takeOnly()), u"active"_s);
    rig.clock().advance(60s);
    QVERIFY(rig.sent().isEmpty());
}

void TestChatStates::firstMessageAsks()
{
    ModuleRig rig;
    rig.goOnline();
    rig.host().send(Message{.to = kBruno, .body = u"x"_s});
    QCOMPARE(sentState(rig.takeOnly()), u"active"_s);
    rig.host().send(Message{.to = kBruno, .type = Message::Type::Groupchat, .body = u"x"_s});
    QVERIFY(sentState(rig.takeOnly()).isEmpty());
}

void TestChatStates::toldToWhoAnnouncesIt()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(
        "<presence from='bruno@example.com/x'><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' "
        "node='n' ver='AAAAAAAAAAAAAAAAAAAAAAAAAAA='/></presence>");
    rig.answer(rig.takeRequest(u"http://jabber.org/protocol/disco#info"_s),
               "<query xmlns='http://jabber.org/protocol/disco#info'>"
               "<feature var='http://jabber.org/protocol/chatstates'/></query>");
    rig.module<ChatStatesModule>().setTyping(kBruno, true);
    QCOMPARE(sentState(rig.takeOnly()), u"composing"_s);
}

void TestChatStates::switchedOff()
{
    ModuleRig rig;
    meet(rig);
    auto &module = rig.module<ChatStatesModule>();
    module.setTellingTest([](const Jid &bare) { return bare != kBruno; });
    module.setTyping(kBruno, true);
    QVERIFY(rig.sent().isEmpty());
    rig.host().send(Message{.to = kBruno, .body = u"x"_s});
    QVERIFY(sentState(rig.takeOnly()).isEmpty());
}

void TestChatStates::nothingWhileOffline()
{
    ModuleRig rig;
    meet(rig);
    rig.suspend();
    rig.module<ChatStatesModule>().setTyping(kBruno, true);
    rig.clock().advance(60s);
    rig.resume();
    QVERIFY(rig.sent().isEmpty());
}

QTEST_GUILESS_MAIN(TestChatStates)
#include "tst_chatstates.moc"
