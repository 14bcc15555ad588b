// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0115_caps/Caps.h"
#include "core/modules/xep0115_caps/CapsHash.h"
#include "tests/support/ModuleRig.h"

#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

namespace
{

const QString kDisco = u"http://jabber.org/protocol/disco#info"_s;
const Jid kPhone = jid(u"bruno@example.com/phone"_s);
const Jid kDesk = jid(u"bruno@example.com/desk"_s);
const QString kMuc = u"http://jabber.org/protocol/muc"_s;

/// The simple example of XEP-0115 5.2.
const QByteArray kVersion = "QgayPKawpkPSDYmwT/WM94uAlu0=";
const QByteArray kContent = "<identity category='client' type='pc' name='Exodus 0.9.1'/>"
                            "<feature var='http://jabber.org/protocol/muc'/>"
                            "<feature var='http://jabber.org/protocol/caps'/>"
                            "<feature var='http://jabber.org/protocol/disco#items'/>"
                            "<feature var='http://jabber.org/protocol/disco#info'/>";

QByteArray query(const QByteArray &content)
{
    return "<query xmlns='http://jabber.org/protocol/disco#info' node='n#" + kVersion + "'>" + content
        + "</query>";
}

QByteArray presence(const QByteArray &from, const QByteArray &version = kVersion,
                    const QByteArray &hash = " hash='sha-1'")
{
    return "<presence from='" + from + "'><c xmlns='http://jabber.org/protocol/caps' node='n' ver='" + version
        + "'" + hash + "/></presence>";
}

QByteArray form(const QByteArray &fields)
{
    return "<x xmlns='jabber:x:data' type='result'>" + fields + "</x>";
}

QByteArray field(const QByteArray &var, const QByteArrayList &values, const QByteArray &type = {})
{
    QByteArray xml
        = "<field var='" + var + "'" + (type.isEmpty() ? QByteArray() : " type='" + type + "'") + ">";
    for (const QByteArray &value : values)
        xml += "<value>" + value + "</value>";
    return xml + "</field>";
}

} // namespace

class TestCaps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unfitForHashing_data();
    void unfitForHashing();
    void hashOfTheExamples();
    void hashSortsByOctets();
    void learnsFeatures();
    void oneQuestionForAll();
    void knownVersionIsNotAsked();
    void wrongAnswerCountsForItsGiverOnly();
    void errorAsksTheNext();
    void presenceThatAsksNothing_data();
    void presenceThatAsksNothing();
    void presenceWithoutCapsChangesNothing();
    void leavingForgets();
    void streamLostAndNotResumed();
    void streamResumed();
    void ownHashIsRight();
};

void TestCaps::unfitForHashing_data() // XEP-0115 5.4
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("feature twice") << QByteArray("<feature var='a'/><feature var='a'/>");
    QTest::newRow("identity twice") << QByteArray(
        "<identity category='client' type='pc'/><identity category='client' type='pc'/>");
    QTest::newRow("form type twice") << QByteArray(form(field("FORM_TYPE", {"t"}, "hidden"))
                                                   + form(field("FORM_TYPE", {"t"}, "hidden")));
    QTest::newRow("two different form types in one")
        << QByteArray(form(field("FORM_TYPE", {"t", "u"}, "hidden")));
    QTest::newRow("separator in a feature") << QByteArray("<feature var='a&lt;b'/>");
    QTest::newRow("separator in a name") << QByteArray("<identity category='c' type='t' name='x&lt;y'/>");
    QTest::newRow("separator in a value")
        << QByteArray(form(field("FORM_TYPE", {"t"}, "hidden") + field("f", {"a&lt;b"})));
}

void TestCaps::unfitForHashing()
{
    QFETCH(QByteArray, content);
    const auto info = DiscoInfo::fromXml(parsedXml(query(content)));
    QVERIFY(info.has_value());
    QVERIFY(!capsHash(*info).has_value());
}

void TestCaps::hashOfTheExamples()
{
    QCOMPARE(capsHash(*DiscoInfo::fromXml(parsedXml(query(kContent)))).value(),
             QString::fromLatin1(kVersion));
    // XEP-0115 5.3, two languages and a form.
    const QByteArray complex = "<identity xml:lang='en' category='client' name='Psi 0.11' type='pc'/>"
                               "<identity xml:lang='el' category='client' name='\xce\xa8 0.11' type='pc'/>"
                               "<feature var='http://jabber.org/protocol/caps'/>"
                               "<feature var='http://jabber.org/protocol/disco#info'/>"
                               "<feature var='http://jabber.org/protocol/disco#items'/>"
                               "<feature var='http://jabber.org/protocol/muc'/>"
        + form(field("FORM_TYPE", {"urn:xmpp:dataforms:softwareinfo"}, "hidden")
               + field("ip_version", {"ipv4", "ipv6"}) + field("os", {"Mac"})
               + field("os_version", {"10.5.1"}) + field("software", {"Psi"})
               + field("software_version", {"0.11"}));
    QCOMPARE(capsHash(*DiscoInfo::fromXml(parsedXml(query(complex)))).value(),
             u"q07IKJEyjvHSyhy//CH0CxmKi8w="_s);
    // A form without a hidden FORM_TYPE is left out.
    const QByteArray untyped = kContent + form(field("FORM_TYPE", {"t"}) + field("os", {"Mac"}));
    QCOMPARE(capsHash(*DiscoInfo::fromXml(parsedXml(query(untyped)))).value(), QString::fromLatin1(kVersion));
}

void TestCaps::hashSortsByOctets()
{
    // U+FFFD comes before U+10000 in octets, after it in UTF-16.
    DiscoInfo one;
    one.features = {u"\U00010000"_s, u"\uFFFD"_s};
    const QByteArray expected
        = QCryptographicHash::hash("\xef\xbf\xbd<\xf0\x90\x80\x80<", QCryptographicHash::Sha1);
    QCOMPARE(capsHash(one).value(), QString::fromLatin1(expected.toBase64()));
}

void TestCaps::learnsFeatures()
{
    ModuleRig rig;
    rig.goOnline();
    auto &caps = rig.module<CapsModule>();
    QSignalSpy known(&caps, &CapsModule::featuresKnown);
    rig.receive(presence("bruno@example.com/phone"));
    const XmlElement asked = rig.takeRequest(kDisco);
    QCOMPARE(asked.attribute(u"to"), u"bruno@example.com/phone"_s);
    QCOMPARE(asked.firstChild().attribute(u"node"), QString::fromLatin1("n#" + kVersion));
    QVERIFY(!caps.isKnown(kPhone));
    rig.answer(asked, query(kContent));
    QCOMPARE(known.size(), 1);
    QVERIFY(caps.infoOf(kPhone).hasFeature(kMuc));
    QVERIFY(caps.anyDeviceHas(kPhone.bare(), kMuc));
    QVERIFY(!caps.anyDeviceHas(kPhone.bare(), u"urn:x"_s));
}

void TestCaps::oneQuestionForAll()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(presence("bruno@example.com/phone") + presence("bruno@example.com/phone")
                + presence("bruno@example.com/desk") + presence("carla@example.com/x"));
    QCOMPARE(rig.sent().size(), 1);
    rig.answer(rig.takeRequest(kDisco), query(kContent));
    QVERIFY(rig.module<CapsModule>().isKnown(kDesk));
    QVERIFY(rig.module<CapsModule>().isKnown(jid(u"carla@example.com/x"_s)));
    QVERIFY(rig.sent().isEmpty());
}

void TestCaps::knownVersionIsNotAsked()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(presence("bruno@example.com/phone"));
    rig.answer(rig.takeRequest(kDisco), query(kContent));
    rig.goOnline(); // a new stream
    rig.receive(presence("carla@example.com/x"));
    QVERIFY(rig.sent().isEmpty());
    QVERIFY(rig.module<CapsModule>().isKnown(jid(u"carla@example.com/x"_s)));
}

void TestCaps::wrongAnswerCountsForItsGiverOnly()
{
    ModuleRig rig;
    rig.goOnline();
    auto &caps = rig.module<CapsModule>();
    rig.receive(presence("bruno@example.com/phone") + presence("carla@example.com/x"));
    rig.answer(rig.takeRequest(kDisco), query("<feature var='urn:poison'/>"));
    QVERIFY(caps.infoOf(kPhone).hasFeature(u"urn:poison"_s));
    QVERIFY(!caps.isKnown(jid(u"carla@example.com/x"_s)));
    const XmlElement next = rig.takeRequest(kDisco);
    QCOMPARE(next.attribute(u"to"), u"carla@example.com/x"_s);
    rig.answer(next, query(kContent));
    QVERIFY(caps.infoOf(jid(u"carla@example.com/x"_s)).hasFeature(kMuc));
    QVERIFY(!caps.infoOf(jid(u"carla@example.com/x"_s)).hasFeature(u"urn:poison"_s));
}

void TestCaps::errorAsksTheNext()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(presence("bruno@example.com/phone") + presence("bruno@example.com/desk")
                + presence("carla@example.com/x"));
    rig.receive("<presence type='unavailable' from='bruno@example.com/desk'/>");
    rig.refuse(rig.takeRequest(kDisco, u"bruno@example.com/phone"_s), "service-unavailable");
    // Who has left is passed over.
    rig.clock().advance(std::chrono::seconds(1));
    const XmlElement next = rig.takeRequest(kDisco, u"carla@example.com/x"_s);
    rig.clock().advance(std::chrono::seconds(61));
    QVERIFY(!rig.module<CapsModule>().isKnown(kPhone));
    QVERIFY(rig.sent().isEmpty()); // nobody left to ask
    rig.receive(presence("carla@example.com/y"));
    QVERIFY(!rig.takeRequest(kDisco, u"carla@example.com/y"_s).isNull());
}

void TestCaps::presenceThatAsksNothing_data()
{
    QTest::addColumn<QByteArray>("stanza");
    QTest::newRow("legacy") << presence("bruno@example.com/phone", kVersion, {});
    QTest::newRow("another hash") << presence("bruno@example.com/phone", kVersion, " hash='md5'");
    QTest::newRow("no hash at all") << presence("bruno@example.com/phone", "1.0");
    QTest::newRow("too long") << presence("bruno@example.com/phone", QByteArray(60'000, 'A'));
    QTest::newRow("empty") << presence("bruno@example.com/phone", "");
    QTest::newRow("stranger") << presence("mallory@example.net/x");
    QTest::newRow("unavailable") << QByteArray(
        "<presence type='unavailable' from='bruno@example.com/phone'><c "
        "xmlns='http://jabber.org/protocol/caps' hash='sha-1' node='n' ver='"
        + kVersion + "'/></presence>");
}

void TestCaps::presenceThatAsksNothing()
{
    QFETCH(QByteArray, stanza);
    ModuleRig rig;
    rig.goOnline();
    rig.receive(stanza);
    QVERIFY(rig.sent().isEmpty());
}

void TestCaps::presenceWithoutCapsChangesNothing() // XEP-0115 8.4
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(presence("bruno@example.com/phone"));
    rig.answer(rig.takeRequest(kDisco), query(kContent));
    rig.receive("<presence from='bruno@example.com/phone'><show>away</show></presence>");
    QVERIFY(rig.module<CapsModule>().isKnown(kPhone));
}

void TestCaps::leavingForgets()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(presence("bruno@example.com/phone"));
    rig.answer(rig.takeRequest(kDisco), query(kContent));
    rig.receive("<presence type='unavailable' from='bruno@example.com/phone'/>");
    QVERIFY(!rig.module<CapsModule>().isKnown(kPhone));
}

void TestCaps::streamLostAndNotResumed()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(presence("bruno@example.com/phone") + presence("bruno@example.com/desk"));
    rig.end();
    rig.goOnline();
    QVERIFY(!rig.module<CapsModule>().isKnown(kPhone));
    rig.receive(presence("bruno@example.com/phone"));
    rig.answer(rig.takeRequest(kDisco), query(kContent));
    QVERIFY(rig.module<CapsModule>().isKnown(kPhone));
}

void TestCaps::streamResumed()
{
    ModuleRig rig;
    rig.goOnline();
    rig.receive(presence("bruno@example.com/phone"));
    const XmlElement asked = rig.takeRequest(kDisco);
    rig.suspend();
    rig.resume();
    rig.answer(asked, query(kContent));
    QVERIFY(rig.module<CapsModule>().isKnown(kPhone));
}

void TestCaps::ownHashIsRight()
{
    ModuleRig rig;
    rig.startFresh();
    XmlElement own;
    for (const QByteArray &sent : rig.sent())
        if (sent.startsWith("<presence"))
            own = parsedXml(sent).child(u"c", u"http://jabber.org/protocol/caps");
    QCOMPARE(own.attribute(u"hash"), u"sha-1"_s);
    const QString node = own.attribute(u"node") + u'#' + own.attribute(u"ver");
    rig.goOnline();
    rig.receive("<iq type='get' id='q' from='bruno@example.com/x'><query "
                "xmlns='http://jabber.org/protocol/disco#info' node='"
                + node.toUtf8() + "'/></iq>");
    const auto answered = DiscoInfo::fromXml(rig.takeOnly().firstChild());
    QCOMPARE(capsHash(answered.value()).value(), own.attribute(u"ver"));
}

QTEST_GUILESS_MAIN(TestCaps)
#include "tst_caps.moc"
