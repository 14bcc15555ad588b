// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/presence/Presence.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const Jid kBruno = jid(u"bruno@example.com"_s);

QByteArray available(const QByteArray &from, const QByteArray &content = {})
{
    return "<presence from='" + from + "'>" + content + "</presence>";
}

QByteArray unavailable(const QByteArray &from, const QByteArray &content = {})
{
    return "<presence type='unavailable' from='" + from + "'>" + content + "</presence>";
}

} // namespace

class TestPresence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsAfterTheRosterWasAskedFor();
    void sendsWhatIsWished();
    void offlineIsNotSent();
    void resumedSendsOnlyChanges();
    void showsAContact();
    void bestDeviceSpeaks();
    void samePresenceTwice();
    void farewell();
    void unavailableFromTheBareAddress();
    void errorMeansUnreachable();
    void strangersAreIgnored_data();
    void strangersAreIgnored();
    void contactWhomWeDoNotLetSeeUs();
    void ownOtherDevices();
    void badPriority_data();
    void badPriority();
    void delayedAndIdle();
    void removedContactIsGone();
    void tooManyDevices();
    void streamEnds();
    void streamResumed();
};

void TestPresence::startsAfterTheRosterWasAskedFor()
{
    ModuleRig rig;
    rig.module<PresenceModule>().setPresence(Availability::Away, u"Tea"_s, 5);
    rig.startFresh();
    const auto sent = rig.sent();
    const auto indexOf = [&](const char *part) {
        for (qsizetype i = 0; i < sent.size(); ++i)
            if (sent.at(i).contains(part))
                return i;
        return qsizetype(-1);
    };
    QVERIFY(indexOf("jabber:iq:roster") >= 0);
    QVERIFY(indexOf("<presence") > indexOf("jabber:iq:roster"));
    QVERIFY(indexOf("disco#info") < indexOf("<presence"));
    const XmlElement presence = parsedXml(sent.at(indexOf("<presence")));
    QCOMPARE(presence.childText(u"show", u"jabber:client"), u"away"_s);
    QCOMPARE(presence.childText(u"status", u"jabber:client"), u"Tea"_s);
    QCOMPARE(presence.childText(u"priority", u"jabber:client"), u"5"_s);
    QVERIFY(!presence.hasAttribute(u"type"));
    QVERIFY(!presence.hasAttribute(u"to"));
    QVERIFY(!presence.child(u"c", u"http://jabber.org/protocol/caps").isNull());
    QCOMPARE(presence.child(u"x", u"vcard-temp:x:update"), parsedXml("<x xmlns='vcard-temp:x:update'/>"));
    // XEP-0172 4.2: never in a broadcast.
    QVERIFY(presence.child(u"nick", u"http://jabber.org/protocol/nick").isNull());
}

void TestPresence::sendsWhatIsWished()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<PresenceModule>();
    module.setPresence(Availability::Available, {});
    QVERIFY(rig.sent().isEmpty()); // as it was
    module.setPresence(Availability::DoNotDisturb, u"Busy"_s, 1'000);
    const XmlElement sent = rig.takeOnly();
    QCOMPARE(sent.childText(u"show", u"jabber:client"), u"dnd"_s);
    QCOMPARE(sent.childText(u"priority", u"jabber:client"), u"127"_s);
}

void TestPresence::offlineIsNotSent()
{
    ModuleRig rig;
    rig.goOnline();
    rig.module<PresenceModule>().setPresence(Availability::Offline, u"Bye"_s);
    QVERIFY(rig.sent().isEmpty());
}

void TestPresence::resumedSendsOnlyChanges()
{
    ModuleRig rig;
    rig.goOnline();
    rig.suspend();
    rig.resume();
    QVERIFY(rig.sent().isEmpty());
    rig.suspend();
    rig.module<PresenceModule>().setPresence(Availability::Away, {});
    QVERIFY(rig.sent().isEmpty());
    rig.resume();
    QCOMPARE(rig.takeOnly().childText(u"show", u"jabber:client"), u"away"_s);
}

void TestPresence::showsAContact()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<PresenceModule>();
    QSignalSpy changed(&module, &PresenceModule::changed);
    QCOMPARE(module.summary(kBruno).availability, Availability::Offline);
    rig.receive(available("bruno@example.com/phone", "<show>chat</show><status>Hi</status>"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).value<Jid>(), kBruno);
    const auto summary = changed.first().at(1).value<PresenceSummary>();
    QCOMPARE(summary.availability, Availability::Chat);
    QCOMPARE(summary.status, u"Hi"_s);
    QCOMPARE(summary.resources, QStringList{u"phone"_s});
    QCOMPARE(summary.since, rig.clock().now());
    QVERIFY(!summary.idleSince.isValid());
}

void TestPresence::bestDeviceSpeaks()
{
    ModuleRig rig;
    rig.goOnline();
    const auto &module = rig.module<PresenceModule>();
    rig.receive(available("bruno@example.com/a", "<show>xa</show>")
                + available("bruno@example.com/b", "<priority>-1</priority>"));
    rig.clock().advance(std::chrono::seconds(1));
    rig.receive(available("bruno@example.com/c", "<show>xa</show>")
                + available("bruno@example.com/d", "<show>dnd</show><priority>3</priority>"));
    QCOMPARE(module.summary(kBruno).resources, (QStringList{u"d"_s, u"c"_s, u"a"_s, u"b"_s}));
    QCOMPARE(module.summary(kBruno).availability, Availability::DoNotDisturb);
    rig.receive(unavailable("bruno@example.com/d"));
    QCOMPARE(module.summary(kBruno).availability, Availability::ExtendedAway);
    rig.receive(available("bruno@example.com/a", "<priority>9</priority>"));
    QCOMPARE(module.summary(kBruno).resources, (QStringList{u"a"_s, u"c"_s, u"b"_s}));
}

void TestPresence::samePresenceTwice()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(available("bruno@example.com/a") + available("bruno@example.com/a"));
    QCOMPARE(rig.module<PresenceModule>().resources(kBruno).size(), 1);
}

void TestPresence::farewell()
{
    ModuleRig rig;
    rig.goOnline();
    const auto &module = rig.module<PresenceModule>();
    rig.receive(available("bruno@example.com/a") + unavailable("bruno@example.com/other"));
    QCOMPARE(module.summary(kBruno).availability, Availability::Available);
    rig.receive(unavailable("bruno@example.com/a", "<status>Good night</status>"));
    const auto summary = module.summary(kBruno);
    QCOMPARE(summary.availability, Availability::Offline);
    QCOMPARE(summary.status, u"Good night"_s);
    QVERIFY(summary.resources.isEmpty());
    QCOMPARE(summary.since, rig.clock().now());
}

void TestPresence::unavailableFromTheBareAddress()
{
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy left(&rig.module<PresenceModule>(), &PresenceModule::resourceUnavailable);
    rig.receive(available("bruno@example.com/a") + available("bruno@example.com/b")
                + unavailable("bruno@example.com"));
    QCOMPARE(left.size(), 2);
    QCOMPARE(rig.module<PresenceModule>().summary(kBruno).availability, Availability::Offline);
}

void TestPresence::errorMeansUnreachable()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(
        available("bruno@example.com/a")
        + "<presence type='error' from='bruno@example.com'><status>no</status><error type='cancel'>"
          "<remote-server-not-found xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>");
    const auto summary = rig.module<PresenceModule>().summary(kBruno);
    QCOMPARE(summary.availability, Availability::Offline);
    QVERIFY(summary.status.isEmpty());
}

void TestPresence::strangersAreIgnored_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::newRow("stranger") << QByteArray("mallory@example.net/x");
    QTest::newRow("server") << QByteArray("example.org");
    QTest::newRow("own bare address") << QByteArray("ana@example.org");
    QTest::newRow("this device") << QByteArray("ana@example.org/desk");
    QTest::newRow("bad address") << QByteArray("@example.com/x");
}

void TestPresence::strangersAreIgnored() // SECURITY A71
{
    QFETCH(QByteArray, from);
    ModuleRig rig;
    rig.goOnline();
    QSignalSpy changed(&rig.module<PresenceModule>(), &PresenceModule::changed);
    rig.receive(available(from,
                          "<show>dnd</show><c xmlns='http://jabber.org/protocol/caps' hash='sha-1' "
                          "node='x' ver='QgayPKawpkPSDYmwT/WM94uAlu0='/>"));
    QCOMPARE(changed.size(), 0);
    QVERIFY(rig.sent().isEmpty()); // and nothing is asked of them
}

void TestPresence::contactWhomWeDoNotLetSeeUs()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(available("carla@example.com/x"));
    QCOMPARE(rig.module<PresenceModule>().summary(jid(u"carla@example.com"_s)).availability,
             Availability::Available);
}

void TestPresence::ownOtherDevices()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(available("ana@example.org/phone", "<show>away</show>"));
    const auto summary = rig.module<PresenceModule>().summary(rig.own().bare());
    QCOMPARE(summary.resources, QStringList{u"phone"_s});
    QCOMPARE(summary.availability, Availability::Away);
}

void TestPresence::badPriority_data()
{
    QTest::addColumn<QByteArray>("priority");
    for (const char *bad : {"999", "-129", "", "x", "1.5", "99999999999999999999", "0x10"})
        QTest::newRow(bad) << QByteArray(bad);
}

void TestPresence::badPriority()
{
    QFETCH(QByteArray, priority);
    ModuleRig rig;
    rig.goOnline();
    rig.receive(available("bruno@example.com/a", "<priority>" + priority + "</priority>"));
    QCOMPARE(rig.module<PresenceModule>().resources(kBruno).value(0).priority, 0);
}

void TestPresence::delayedAndIdle()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(available("bruno@example.com/a",
                          "<delay xmlns='urn:xmpp:delay' from='bruno@example.com/a' "
                          "stamp='2026-01-01T10:00:00Z'/>"
                          "<idle xmlns='urn:xmpp:idle:1' since='2026-01-01T09:00:00+01:00'/>"));
    const auto summary = rig.module<PresenceModule>().summary(kBruno);
    QCOMPARE(summary.since, QDateTime(QDate(2026, 1, 1), QTime(10, 0), Qt::UTC));
    QCOMPARE(summary.idleSince, QDateTime(QDate(2026, 1, 1), QTime(8, 0), Qt::UTC));
    // Nobody has been idle since tomorrow.
    rig.receive(
        available("bruno@example.com/a", "<idle xmlns='urn:xmpp:idle:1' since='2027-01-01T00:00:00Z'/>"));
    QCOMPARE(rig.module<PresenceModule>().summary(kBruno).idleSince, rig.clock().now());
    rig.receive(available("bruno@example.com/a", "<idle xmlns='urn:xmpp:idle:1' since='noon'/>"));
    QVERIFY(!rig.module<PresenceModule>().summary(kBruno).idleSince.isValid());
}

void TestPresence::removedContactIsGone()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(available("bruno@example.com/a"));
    rig.receive("<iq type='set' id='p'><query xmlns='jabber:iq:roster'>"
                "<item jid='bruno@example.com' subscription='remove'/></query></iq>");
    QCOMPARE(rig.module<PresenceModule>().summary(kBruno).availability, Availability::Offline);
}

void TestPresence::tooManyDevices()
{
    ModuleRig rig;
    rig.goOnline();
    QByteArray flood;
    for (int i = 0; i < 500; ++i)
        flood += available("bruno@example.com/r" + QByteArray::number(i));
    rig.receive(flood);
    QCOMPARE(rig.module<PresenceModule>().resources(kBruno).size(), 100);
}

void TestPresence::streamEnds()
{
    ModuleRig rig;
    rig.goOnline();
    auto &module = rig.module<PresenceModule>();
    QSignalSpy cleared(&module, &PresenceModule::cleared);
    rig.receive(available("bruno@example.com/a"));
    rig.suspend();
    QCOMPARE(module.summary(kBruno).availability, Availability::Available);
    rig.end();
    QCOMPARE(cleared.size(), 1);
    QCOMPARE(module.summary(kBruno).availability, Availability::Offline);
}

void TestPresence::streamResumed()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(available("bruno@example.com/a"));
    rig.suspend();
    rig.resume();
    QCOMPARE(rig.module<PresenceModule>().summary(kBruno).availability, Availability::Available);
}

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
