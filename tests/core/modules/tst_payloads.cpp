// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is read and written without a stream: times, delays, vCards, hints, /me.
#include "core/modules/xep0054_vcard/VCard.h"
#include "core/modules/xep0082_datetime/DateTime.h"
#include "core/modules/xep0202_time/Time.h"
#include "core/modules/xep0203_delay/Delay.h"
#include "core/modules/xep0245_me/MeCommand.h"
#include "core/modules/xep0297_forwarded/Forwarded.h"
#include "core/modules/xep0334_hints/Hints.h"
#include "tests/support/ModuleRig.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

class TestPayloads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dateTimes_data();
    void dateTimes();
    void offsets_data();
    void offsets();
    void entityTime();
    void delayRoundTrip();
    void delayInTheFuture();
    void forwarded_data();
    void forwarded();
    void vcard();
    void vcardLimits();
    void hints();
    void meCommand();
};

void TestPayloads::dateTimes_data() // SECURITY A116
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("utc"); // null: refused
    for (const auto &bad :
         {u""_s, u"2026"_s, u"2026-01-02"_s, u"2026-01-02T03:04:05"_s, u"2026-01-02 03:04:05Z"_s,
          u"2026-13-02T03:04:05Z"_s, u"2026-02-30T03:04:05Z"_s, u"2026-01-02T24:04:05Z"_s,
          u"2026-01-02T03:60:05Z"_s, u"2026-01-02T03:04:61Z"_s, u"2026-01-02T03:04:05.Z"_s,
          u"2026-01-02T03:04:05+25:00"_s, u"2026-01-02T03:04:05ZZ"_s, u"-026-01-02T03:04:05Z"_s,
          u"12026-01-02T03:04:05Z"_s, u"1969-12-31T23:59:59Z"_s, u"٢٠٢٦-01-02T03:04:05Z"_s,
          u"2026-01-02T03:04:05z"_s, u"4294967296"_s})
        QTest::newRow(qPrintable(bad.isEmpty() ? u"empty"_s : bad)) << bad << QString();
    QTest::newRow("plain") << u"2026-01-02T03:04:05Z"_s << u"2026-01-02T03:04:05Z"_s;
    QTest::newRow("spaces around") << u" 2026-01-02T03:04:05Z\n"_s << u"2026-01-02T03:04:05Z"_s;
    QTest::newRow("milliseconds") << u"2026-01-02T03:04:05.120Z"_s << u"2026-01-02T03:04:05.120Z"_s;
    QTest::newRow("many digits") << u"2026-01-02T03:04:05.123456789Z"_s << u"2026-01-02T03:04:05.123Z"_s;
    QTest::newRow("offset") << u"2026-01-01T00:30:00+01:00"_s << u"2025-12-31T23:30:00Z"_s;
    QTest::newRow("west") << u"2026-01-01T20:30:00-03:30"_s << u"2026-01-02T00:00:00Z"_s;
    QTest::newRow("leap second") << u"2016-12-31T23:59:60Z"_s << u"2016-12-31T23:59:59Z"_s;
}

void TestPayloads::dateTimes()
{
    QFETCH(QString, text);
    QFETCH(QString, utc);
    const auto read = parseDateTime(text);
    QCOMPARE(read.has_value(), !utc.isNull());
    if (read) {
        QCOMPARE(formatDateTime(*read), utc);
        QCOMPARE(read->timeSpec(), Qt::UTC);
    }
}

void TestPayloads::offsets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<int>>("seconds");
    for (const auto &bad : {u""_s, u"z"_s, u"1:00"_s, u"01:00"_s, u"+1:00"_s, u"+01-00"_s, u"+15:00"_s,
                            u"+01:60"_s, u"+01:00x"_s, u"+aa:bb"_s})
        QTest::newRow(qPrintable(bad.isEmpty() ? u"empty"_s : bad)) << bad << std::optional<int>();
    QTest::newRow("utc") << u"Z"_s << std::optional<int>(0);
    QTest::newRow("east") << u"+05:30"_s << std::optional<int>(19'800);
    QTest::newRow("west") << u"-08:00"_s << std::optional<int>(-28'800);
}

void TestPayloads::offsets()
{
    QFETCH(QString, text);
    QFETCH(std::optional<int>, seconds);
    QCOMPARE(parseOffset(text), seconds);
    if (seconds)
        QCOMPARE(formatOffset(*seconds), text);
}

void TestPayloads::entityTime()
{
    const auto read = EntityTime::fromXml(
        parsedXml("<time xmlns='urn:xmpp:time'><tzo>-06:00</tzo><utc>2006-12-19T17:58:35Z</utc></time>"));
    QVERIFY(read.has_value());
    QCOMPARE(read->offsetSeconds, -21'600);
    QCOMPARE(*EntityTime::fromXml(read->toElement()), *read);
    QVERIFY(!EntityTime::fromXml(parsedXml("<time xmlns='urn:xmpp:time'><tzo>-06:00</tzo></time>")));
    QVERIFY(!EntityTime::fromXml(XmlElement()));
}

void TestPayloads::delayRoundTrip()
{
    const XmlElement element = parsedXml("<delay xmlns='urn:xmpp:delay' from='example.org' "
                                         "stamp='2026-01-01T00:00:00Z'>Offline Storage</delay>");
    const auto delay = Delay::fromXml(element);
    QVERIFY(delay.has_value());
    QCOMPARE(delay->from, jid(u"example.org"_s));
    QCOMPARE(delay->reason, u"Offline Storage"_s);
    QCOMPARE(delay->toElement(), element);
    QVERIFY(!Delay::fromXml(parsedXml("<delay xmlns='urn:x' stamp='2026-01-01T00:00:00Z'/>")));
}

void TestPayloads::delayInTheFuture() // SECURITY A70
{
    const QDateTime now(QDate(2026, 1, 2), QTime(0, 0), Qt::UTC);
    const auto stamp
        = delayedSince({parsedXml("<delay xmlns='urn:xmpp:delay' stamp='9999-12-31T23:59:59Z'/>")},
                       jid(u"ana@example.org/x"_s), jid(u"bruno@example.com"_s), now);
    QCOMPARE(stamp, std::optional<QDateTime>(now));
}

void TestPayloads::forwarded_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("good");
    const QByteArray message = "<message xmlns='jabber:client' from='a@example.org'><body>x</body></message>";
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("two") << message + message << false;
    QTest::newRow("server's namespace") << QByteArray("<message xmlns='jabber:server'/>") << false;
    QTest::newRow("a presence") << QByteArray("<presence xmlns='jabber:client'/>") << false;
    QTest::newRow("bad address") << QByteArray("<message xmlns='jabber:client' from='@'/>") << false;
    QTest::newRow("bad delay is left out") << "<delay xmlns='urn:xmpp:delay'/>" + message << true;
    QTest::newRow("one") << message << true;
}

void TestPayloads::forwarded()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, good);
    const auto read
        = Forwarded::fromXml(parsedXml("<forwarded xmlns='urn:xmpp:forward:0'>" + content + "</forwarded>"));
    QCOMPARE(read.has_value(), good);
    if (read) {
        QCOMPARE(read->message.body, u"x"_s);
        QVERIFY(!read->delay.has_value());
    }
}

void TestPayloads::vcard()
{
    const auto card = VCard::fromXml(
        parsedXml("<vCard xmlns='vcard-temp'><FN> Bruno B </FN><N><GIVEN>Bruno</GIVEN><FAMILY>B</FAMILY></N>"
                  "<NICKNAME>bru</NICKNAME><BDAY>1990-01-01</BDAY><ORG><ORGNAME>Tea House</ORGNAME></ORG>"
                  "<TITLE>Host</TITLE><ROLE>Pours</ROLE><URL>https://example.com</URL><DESC>&lt;b&gt;</DESC>"
                  "<EMAIL><HOME/><USERID>b@example.com</USERID></EMAIL><EMAIL/><TEL><NUMBER>+1</NUMBER></TEL>"
                  "<PHOTO><TYPE>image/gif</TYPE><BINVAL>R0lG\n ODlh</BINVAL></PHOTO></vCard>"));
    QVERIFY(card.has_value());
    QCOMPARE(*card,
             (VCard{.fullName = u"Bruno B"_s,
                    .givenName = u"Bruno"_s,
                    .familyName = u"B"_s,
                    .nickname = u"bru"_s,
                    .birthday = u"1990-01-01"_s,
                    .organization = u"Tea House"_s,
                    .title = u"Host"_s,
                    .role = u"Pours"_s,
                    .url = u"https://example.com"_s,
                    .description = u"<b>"_s,
                    .emails = {u"b@example.com"_s},
                    .phones = {u"+1"_s},
                    .photo = "GIF89a"}));
    QCOMPARE(*VCard::fromXml(parsedXml("<vCard xmlns='vcard-temp'/>")), VCard{});
    QVERIFY(!VCard::fromXml(parsedXml("<vCard xmlns='urn:ietf:params:xml:ns:vcard-4.0'/>")));
}

void TestPayloads::vcardLimits()
{
    QByteArray xml = "<vCard xmlns='vcard-temp'><FN>" + QByteArray(9'000, 'x') + "</FN>";
    for (int i = 0; i < 100; ++i)
        xml += "<EMAIL><USERID>a</USERID></EMAIL>";
    xml += "<PHOTO><BINVAL>" + QByteArray(900'000, 'A') + "</BINVAL></PHOTO></vCard>";
    const auto card = VCard::fromXml(parsedXml(xml));
    QCOMPARE(card->fullName.size(), 1'000);
    QCOMPARE(card->emails.size(), 20);
    QVERIFY(card->photo.isEmpty());
}

void TestPayloads::hints()
{
    Message message;
    QVERIFY(!hasHint(message, Hint::Store));
    addHint(message, Hint::Store);
    addHint(message, Hint::Store);
    addHint(message, Hint::NoCopy);
    addHint(message, Hint::NoPermanentStore);
    QCOMPARE(message.payloads.size(), 3);
    QCOMPARE(message.payloads.first(), parsedXml("<store xmlns='urn:xmpp:hints'/>"));
    QVERIFY(hasHint(message, Hint::NoCopy));
    QVERIFY(!hasHint(message, Hint::NoStore));
}

void TestPayloads::meCommand()
{
    for (const auto &no : {u""_s, u"/me"_s, u"/me's"_s, u"/Me x"_s, u" /me x"_s, u"/meow"_s, u"\"/me x\""_s})
        QVERIFY2(!isMeCommand(no), qPrintable(no));
    QVERIFY(isMeCommand(u"/me laughs"_s));
    QCOMPARE(meAction(u"/me laughs").toString(), u"laughs"_s);
    QVERIFY(isMeCommand(u"/me "_s));
    QVERIFY(meAction(u"/me ").isEmpty());
}

QTEST_GUILESS_MAIN(TestPayloads)
#include "tst_payloads.moc"
