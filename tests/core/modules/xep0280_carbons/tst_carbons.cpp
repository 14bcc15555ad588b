// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/messaging/Messaging.h"
#include "core/modules/xep0280_carbons/Carbons.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QString kCarbons = u"urn:xmpp:carbons:2"_s;
const QByteArray kFromBruno = "<message xmlns='jabber:client' from='bruno@example.com/x' "
                              "to='ana@example.org/phone' type='chat' id='c1'><body>Hello</body></message>";
const QByteArray kToBruno = "<message xmlns='jabber:client' from='ana@example.org/phone' "
                            "to='bruno@example.com' type='chat' id='c2'><body>Yes</body></message>";

QByteArray forwarded(const QByteArray &inner)
{
    return "<forwarded xmlns='urn:xmpp:forward:0'>" + inner + "</forwarded>";
}

QByteArray carbon(const QByteArray &from, const QByteArray &name, const QByteArray &content,
                  const QByteArray &type = "chat")
{
    return "<message" + (from.isEmpty() ? QByteArray() : " from='" + from + "'")
        + " to='ana@example.org/desk' type='" + type + "'><" + name + " xmlns='urn:xmpp:carbons:2'>" + content
        + "</" + name + "></message>";
}

} // namespace

class TestCarbons : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void enabledWhereOffered();
    void enabledWithTheLogIn();
    void notEnabledWhereNotOffered();
    void enablingRefused();
    void copies_data();
    void copies();
    void refusedCopies_data();
    void refusedCopies();
    void withoutBeingEnabled();
    void innerDelay();
    void errorCopies();
    void resumedStaysEnabled();
    void freshStreamEnablesAgain();
};

void TestCarbons::enabledWhereOffered()
{
    ModuleRig rig;
    QSignalSpy enabled(&rig.module<CarbonsModule>(), &CarbonsModule::enabled);
    rig.goOnline();
    QCOMPARE(enabled.size(), 1);
    QVERIFY(rig.module<CarbonsModule>().isEnabled());
}

void TestCarbons::enabledWithTheLogIn()
{
    ModuleRig rig;
    rig.inlined = {kCarbons};
    QSignalSpy enabled(&rig.module<CarbonsModule>(), &CarbonsModule::enabled);
    rig.startFresh();
    QCOMPARE(enabled.size(), 1);
    QSignalSpy copied(&rig.module<CarbonsModule>(), &CarbonsModule::copied);
    rig.receive(carbon("ana@example.org", "received", forwarded(kFromBruno)));
    QCOMPARE(copied.size(), 1);
    // What is on already is not asked for.
    rig.answer(
        rig.takeRequest(u"http://jabber.org/protocol/disco#info"_s, u"example.org"_s),
        "<query xmlns='http://jabber.org/protocol/disco#info'><feature var='urn:xmpp:carbons:2'/></query>");
    QVERIFY(rig.takeRequest(kCarbons).isNull());
    rig.suspend();
    rig.resume();
    QVERIFY(rig.module<CarbonsModule>().isEnabled());
    // The next stream is another.
    rig.inlined.clear();
    rig.startFresh();
    QVERIFY(!rig.module<CarbonsModule>().isEnabled());
}

void TestCarbons::notEnabledWhereNotOffered()
{
    ModuleRig rig;
    rig.serverFeatures.clear();
    rig.goOnline();
    QVERIFY(rig.takeRequest(kCarbons).isNull());
    QVERIFY(!rig.module<CarbonsModule>().isEnabled());
}

void TestCarbons::enablingRefused()
{
    ModuleRig rig;
    rig.startFresh();
    rig.answer(
        rig.takeRequest(u"http://jabber.org/protocol/disco#info"_s, u"example.org"_s),
        "<query xmlns='http://jabber.org/protocol/disco#info'><feature var='urn:xmpp:carbons:2'/></query>");
    const XmlElement asked = rig.takeRequest(kCarbons);
    QCOMPARE(asked.firstChild(), parsedXml("<enable xmlns='urn:xmpp:carbons:2'/>"));
    rig.refuse(asked, "not-allowed");
    QVERIFY(!rig.module<CarbonsModule>().isEnabled());
}

void TestCarbons::copies_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<bool>("sent");
    QTest::newRow("received") << QByteArray("ana@example.org") << false;
    QTest::newRow("received, from left out") << QByteArray() << false;
    QTest::newRow("sent") << QByteArray("ana@example.org") << true;
}

void TestCarbons::copies()
{
    QFETCH(QByteArray, from);
    QFETCH(bool, sent);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy spy(&rig.module<MessagingModule>(), &MessagingModule::received);
    rig.receive(carbon(from, sent ? "sent" : "received", forwarded(sent ? kToBruno : kFromBruno)));
    QCOMPARE(spy.size(), 1);
    const auto copy = spy.first().first().value<ReceivedMessage>();
    QCOMPARE(copy.source,
             sent ? ReceivedMessage::Source::CarbonSent : ReceivedMessage::Source::CarbonReceived);
    QCOMPARE(copy.outgoing, sent);
    QCOMPARE(copy.peer, jid(u"bruno@example.com"_s));
    QCOMPARE(copy.message.id, sent ? u"c2"_s : u"c1"_s);
    QVERIFY(!copy.delayed);
}

void TestCarbons::refusedCopies_data() // SECURITY A56
{
    QTest::addColumn<QByteArray>("stanza");
    for (const char *from :
         {"mallory@example.net", "mallory@example.net/x", "bruno@example.com/x", "ana@example.org/phone",
          "ana@example.org/desk", "example.org", "room@muc.example.org"})
        for (const char *name : {"received", "sent"})
            QTest::addRow("%s from %s", name, from)
                << carbon(from, name, forwarded(*name == 's' ? kToBruno : kFromBruno));
    const QByteArray own = "ana@example.org";
    const auto inner
        = [](const QByteArray &from, const QByteArray &to, const QByteArray &type) -> QByteArray {
        return "<message xmlns='jabber:client'" + from + to + " type='" + type + "'><body>x</body></message>";
    };
    const QByteArray bruno = " from='bruno@example.com/x'";
    const QByteArray us = " to='ana@example.org/phone'";
    QTest::newRow("copy of a copy") << carbon(
        own, "received",
        forwarded("<message xmlns='jabber:client' from='bruno@example.com/x' to='ana@example.org'>"
                  "<body>x</body><received xmlns='urn:xmpp:carbons:2'>"
                  + forwarded(kFromBruno) + "</received></message>"));
    QTest::newRow("groupchat") << carbon(own, "received", forwarded(inner(bruno, us, "groupchat")));
    QTest::newRow("received for another account")
        << carbon(own, "received", forwarded(inner(bruno, " to='eva@example.org'", "chat")));
    QTest::newRow("sent by another account")
        << carbon(own, "sent", forwarded(inner(bruno, " to='eva@example.org'", "chat")));
    QTest::newRow("received from nobody") << carbon(own, "received", forwarded(inner({}, us, "chat")));
    QTest::newRow("sent to nobody") << carbon(own, "sent",
                                              forwarded(inner(" from='ana@example.org/phone'", {}, "chat")));
    QTest::newRow("bad address inside") << carbon(own, "received", forwarded(inner(" from='@'", us, "chat")));
    QTest::newRow("not forwarded") << carbon(own, "received", kFromBruno);
    QTest::newRow("two forwarded") << carbon(own, "received", forwarded(kFromBruno + kFromBruno));
    QTest::newRow("empty") << carbon(own, "received", {});
    QTest::newRow("nothing forwarded") << carbon(own, "received", forwarded({}));
    QTest::newRow("foreign message inside")
        << carbon(own, "received", forwarded("<message xmlns='jabber:server'><body>x</body></message>"));
    QTest::newRow("returned as an error") << carbon(own, "received", forwarded(kFromBruno), "error");
}

void TestCarbons::refusedCopies()
{
    QFETCH(QByteArray, stanza);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy received(&rig.module<MessagingModule>(), &MessagingModule::received);
    rig.receive(stanza);
    QCOMPARE(withWords(received).size(), 0);
    QVERIFY(rig.sent().isEmpty());
    rig.receive(carbon("ana@example.org", "received", forwarded(kFromBruno)));
    QCOMPARE(withWords(received).size(), 1);
}

void TestCarbons::withoutBeingEnabled()
{
    ModuleRig rig;
    rig.serverFeatures.clear();
    rig.goOnline();
    QSignalSpy received(&rig.module<MessagingModule>(), &MessagingModule::received);
    rig.receive(carbon("ana@example.org", "received", forwarded(kFromBruno)));
    QCOMPARE(received.size(), 0);
}

void TestCarbons::innerDelay()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy spy(&rig.module<MessagingModule>(), &MessagingModule::received);
    rig.receive(
        carbon("ana@example.org", "received",
               forwarded("<delay xmlns='urn:xmpp:delay' stamp='2026-01-02T03:00:00Z'/>" + kFromBruno)));
    const auto copy = spy.first().first().value<ReceivedMessage>();
    QCOMPARE(copy.stamp, QDateTime(QDate(2026, 1, 2), QTime(3, 0), Qt::UTC));
}

void TestCarbons::errorCopies()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy failed(&rig.module<MessagingModule>(), &MessagingModule::failed);
    rig.receive(
        carbon("ana@example.org", "received",
               forwarded("<message xmlns='jabber:client' type='error' id='c2' from='bruno@example.com' "
                         "to='ana@example.org/phone'><error type='cancel'/></message>")));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().at(1).value<Jid>(), jid(u"bruno@example.com"_s));
}

void TestCarbons::resumedStaysEnabled()
{
    ModuleRig rig;
    rig.goOnline();
    rig.suspend();
    rig.resume();
    QVERIFY(rig.module<CarbonsModule>().isEnabled());
    QVERIFY(rig.sent().isEmpty());
}

void TestCarbons::freshStreamEnablesAgain()
{
    ModuleRig rig;
    rig.goOnline();
    rig.end();
    rig.startFresh();
    QVERIFY(!rig.module<CarbonsModule>().isEnabled());
    QSignalSpy received(&rig.module<MessagingModule>(), &MessagingModule::received);
    rig.receive(carbon("ana@example.org", "received", forwarded(kFromBruno)));
    QCOMPARE(received.size(), 0);
}

QTEST_GUILESS_MAIN(TestCarbons)
#include "tst_carbons.moc"
