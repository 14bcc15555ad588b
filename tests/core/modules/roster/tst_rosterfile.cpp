// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/roster/RosterFile.h"
#include "core/session/RosterImport.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

QByteArray query(const QByteArray &items)
{
    return "<query xmlns='jabber:iq:roster'>" + items + "</query>";
}

RosterItem person(const QString &address, const QString &name, const QStringList &groups = {})
{
    RosterItem item;
    item.jid = jid(address);
    item.name = name;
    item.groups = groups;
    return item;
}

} // namespace

class TestRosterFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hostile_data();
    void hostile();
    void badEntriesArePassedOver();
    void whatWasWrittenIsRead();
    void addsWhoIsMissing();
    void goesOnAfterARefusal();
    void endsWithTheConnection();
    void stops();
    void countsAnew();
};

void TestRosterFile::hostile_data() // entities, depth, size
{
    using Problem = RosterFile::Problem;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("problem");
    QTest::newRow("empty") << QByteArray() << int(Problem::NotXml);
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0", 10) << int(Problem::NotXml);
    QTest::newRow("cut off") << query("<item jid='eva@example.net'/>").chopped(9) << int(Problem::NotXml);
    QTest::newRow("another document") << QByteArray("<html/>") << int(Problem::NoContacts);
    QTest::newRow("another namespace")
        << QByteArray("<query xmlns='urn:x'><item jid='eva@example.net'/></query>")
        << int(Problem::NoContacts);
    QTest::newRow("names a file") << QByteArray("<!DOCTYPE query [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>")
            + query("<item jid='eva@example.net' name='x'><group>&a;</group></item>")
                                  << int(Problem::NotXml);
    QTest::newRow("laughs") << QByteArray("<!DOCTYPE q [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>")
            + query("<item jid='eva@example.net'><group>&b;</group></item>")
                            << int(Problem::NotXml);
    QTest::newRow("deep") << QByteArray("<a>").repeated(100'000) << int(Problem::NotXml);
    QTest::newRow("large") << QByteArray(RosterFile::kMostBytes + 1, ' ') << int(Problem::TooLarge);
    QByteArray many;
    for (int i = 0; i <= RosterFile::kMostItems + 1; ++i)
        many += "<item jid='p" + QByteArray::number(i) + "@example.net'/>";
    QTest::newRow("many") << query(many) << int(Problem::TooLarge);
}

void TestRosterFile::hostile()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, problem);
    const auto file = RosterFile::read(bytes);
    QVERIFY(!file);
    QCOMPARE(int(file.error()), problem);
}

void TestRosterFile::badEntriesArePassedOver()
{
    const auto file
        = RosterFile::read(query("<item/><item jid='@'/><item jid='eva@example.net/phone' name=' &lt;b&gt; '>"
                                 "<group> Tea </group><group>Tea</group><group> </group></item>"
                                 "<item jid='eva@example.net' name='again'/><other jid='x@example.net'/>"));
    QVERIFY(file);
    QCOMPARE(file->passedOver, 3);
    QCOMPARE(file->items, QList{person(u"eva@example.net"_s, u"<b>"_s, {u"Tea"_s})});
}

void TestRosterFile::whatWasWrittenIsRead()
{
    const QList<RosterItem> people{
        person(u"bruno@example.com"_s, u"Bruno \"B\" <x>"_s, {u"A & B"_s, u"Té"_s}),
        person(u"carla@example.com"_s, {})};
    const QByteArray bytes = RosterFile::write(jid(u"ana@example.org"_s), people);
    QVERIFY(bytes.contains("urn:xmpp:pie:0"));
    const auto file = RosterFile::read(bytes);
    QVERIFY(file);
    QCOMPARE(file->items, people);
    QCOMPARE(file->passedOver, 0);
}

void TestRosterFile::addsWhoIsMissing()
{
    ModuleRig rig;
    rig.goOnline();
    RosterImport import(rig.host());
    QSignalSpy progressed(&import, &RosterImport::progressed);
    QSignalSpy finished(&import, &RosterImport::finished);
    import.start({person(u"bruno@example.com"_s, u"Another"_s), person(u"ana@example.org"_s, {}),
                  person(u"eva@example.net"_s, u"Eva"_s, {u"Tea"_s}), person(u"fay@example.net"_s, {})},
                 true);
    XmlElement set = rig.takeRequest(u"jabber:iq:roster"_s);
    QCOMPARE(set.firstChild(),
             parsedXml(query("<item jid='eva@example.net' name='Eva'><group>Tea</group></item>")));
    QVERIFY(rig.takeRequest(u"jabber:iq:roster"_s).isNull()); // one at a time
    rig.answer(set);
    QTRY_COMPARE(progressed.size(), 1);
    QVERIFY(rig.sent().join().contains("subscribe"));
    rig.answer(rig.takeRequest(u"jabber:iq:roster"_s));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().at(0).toInt(), 2);
    QCOMPARE(finished.constFirst().at(1).toInt(), 0);
}

void TestRosterFile::goesOnAfterARefusal()
{
    ModuleRig rig;
    rig.goOnline();
    RosterImport import(rig.host());
    QSignalSpy finished(&import, &RosterImport::finished);
    import.start({person(u"eva@example.net"_s, {}), person(u"fay@example.net"_s, {})}, false);
    rig.refuse(rig.takeRequest(u"jabber:iq:roster"_s), "not-allowed");
    XmlElement set;
    QTRY_VERIFY(!rig.sent().isEmpty());
    set = rig.takeRequest(u"jabber:iq:roster"_s);
    rig.answer(set);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().at(0).toInt(), 1);
    QCOMPARE(finished.constFirst().at(1).toInt(), 1);
    QVERIFY(rig.sent().isEmpty());
}

void TestRosterFile::endsWithTheConnection()
{
    ModuleRig rig;
    rig.goOnline();
    RosterImport import(rig.host());
    QSignalSpy finished(&import, &RosterImport::finished);
    import.start({person(u"eva@example.net"_s, {}), person(u"fay@example.net"_s, {})}, false);
    rig.end();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().at(1).toInt(), 2);
}

void TestRosterFile::stops()
{
    ModuleRig rig;
    rig.goOnline();
    RosterImport import(rig.host());
    QSignalSpy finished(&import, &RosterImport::finished);
    import.start({person(u"eva@example.net"_s, {}), person(u"fay@example.net"_s, {})}, false);
    import.stop();
    rig.answer(rig.takeRequest(u"jabber:iq:roster"_s));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().at(0).toInt(), 1);
}

void TestRosterFile::countsAnew()
{
    ModuleRig rig;
    rig.goOnline();
    RosterImport import(rig.host());
    QSignalSpy progressed(&import, &RosterImport::progressed);
    QSignalSpy finished(&import, &RosterImport::finished);
    import.start({person(u"eva@example.net"_s, {})}, false);
    rig.refuse(rig.takeRequest(u"jabber:iq:roster"_s), "not-allowed");
    QTRY_COMPARE(finished.size(), 1);
    import.start({person(u"eva@example.net"_s, {})}, false);
    rig.answer(rig.takeRequest(u"jabber:iq:roster"_s));
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(finished.constLast(), (QVariantList{1, 0}));
    QCOMPARE(progressed.constLast(), (QVariantList{1, 1}));
}

QTEST_GUILESS_MAIN(TestRosterFile)
#include "tst_rosterfile.moc"
