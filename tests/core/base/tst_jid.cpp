// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Jid.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class TestJid : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refuses_data();
    void refuses();
    void normalizes_data();
    void normalizes();
    void partsAreAtMost1023Bytes();
    void partsOfAnAddress();
    void asciiDomain_data();
    void asciiDomain();
    void resourceIsNormalized();
    void normalizedTextIsTakenAsItIs();
    void comparesAsValue();
};

void TestJid::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << u""_s << ErrorCode::AddressEmpty;
    QTest::newRow("only at") << u"@"_s << ErrorCode::AddressLocalpartInvalid;
    QTest::newRow("only slash") << u"/"_s << ErrorCode::AddressWithoutDomain;
    QTest::newRow("empty localpart") << u"@example.org"_s << ErrorCode::AddressLocalpartInvalid;
    QTest::newRow("empty domain") << u"ana@"_s << ErrorCode::AddressWithoutDomain;
    QTest::newRow("empty domain, resource") << u"ana@/phone"_s << ErrorCode::AddressWithoutDomain;
    QTest::newRow("no domain") << u"/phone"_s << ErrorCode::AddressWithoutDomain;
    QTest::newRow("empty resource") << u"ana@example.org/"_s << ErrorCode::AddressResourceInvalid;
    QTest::newRow("two at signs") << u"ana@bruno@example.org"_s << ErrorCode::AddressDomainInvalid;
    for (const QChar c : u"\"&':<>"_s)
        QTest::addRow("localpart with %c", c.toLatin1())
            << QString(u"an"_s + c + u"a@example.org"_s) << ErrorCode::AddressLocalpartInvalid;
    QTest::newRow("space in localpart") << u"ana maria@example.org"_s << ErrorCode::AddressLocalpartInvalid;
    QTest::newRow("leading space") << u" ana@example.org"_s << ErrorCode::AddressLocalpartInvalid;
    QTest::newRow("no-break space") << u"ana\u00A0maria@example.org"_s << ErrorCode::AddressLocalpartInvalid;
    QTest::newRow("control character") << u"ana\u0007@example.org"_s << ErrorCode::AddressLocalpartInvalid;
    QTest::newRow("delete") << u"ana\u007F@example.org"_s << ErrorCode::AddressLocalpartInvalid;
    QTest::newRow("full-width at sign") << u"a\uFF20b@example.org"_s << ErrorCode::AddressLocalpartInvalid;
    QTest::newRow("localpart vanishes") << u"\u00AD@example.org"_s << ErrorCode::AddressLocalpartInvalid;
    QTest::newRow("lone surrogate") << QString(u"a"_s + QChar(0xD800) + u"@example.org"_s)
                                    << ErrorCode::AddressLocalpartInvalid;
    QTest::newRow("mixed direction") << u"\u0627a@example.org"_s << ErrorCode::AddressLocalpartInvalid;
    QTest::newRow("space in domain") << u"ana@exam ple.org"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("empty label") << u"ana@example..org"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("leading dot") << u"ana@.example.org"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("only a dot") << u"ana@."_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("two root dots") << u"ana@example.org.."_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("broken A-label") << u"ana@xn--a.example"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("A-label in an A-label")
        << u"ana@xn--xn--bcher-kvabcher-kva.example"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("full-width slash in domain")
        << u"ana@exa\uFF0Fmple.org"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("label of 64") << QString(u"ana@"_s + QString(64, u'a') + u".org"_s)
                                 << ErrorCode::AddressDomainInvalid;
    QTest::newRow("IPv6 without end") << u"ana@[::1"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("IPv6 with nine groups") << u"ana@[1:2:3:4:5:6:7:8:9]"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("IPv6 twice compressed") << u"ana@[1::2::3]"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("IPv4 part with NUL")
        << QString::fromUtf8("ana@[::4.4.4.0\0\u00C3]", 19) << ErrorCode::AddressDomainInvalid;
    QTest::newRow("IPv4 part with a sign") << u"ana@[::4.4.4.+1]"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("IPv4 part with a space") << u"ana@[::4.4.4. 1]"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("IPv4 part with other digits")
        << u"ana@[::4.4.4.\u0661]"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("IPv4 part with a leading zero")
        << u"ana@[::4.4.4.01]"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("IPv4 part empty") << u"ana@[::4.4..1]"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("IPv4 part too large") << u"ana@[::4.4.4.256]"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("IPv6 without brackets") << u"ana@::1"_s << ErrorCode::AddressDomainInvalid;
    QTest::newRow("control in resource") << u"ana@example.org/a\nb"_s << ErrorCode::AddressResourceInvalid;
    QTest::newRow("NUL in resource") << QString(u"ana@example.org/a"_s + QChar(u'\0'))
                                     << ErrorCode::AddressResourceInvalid;
    QTest::newRow("bidi override") << u"ana@example.org/a\u202Eb"_s << ErrorCode::AddressResourceInvalid;
}

void TestJid::refuses() // SECURITY A115
{
    QFETCH(QString, text);
    QFETCH(ErrorCode, code);
    const auto jid = Jid::parse(text);
    QVERIFY2(!jid, qPrintable(jid ? jid->toString() : QString()));
    QCOMPARE(jid.error().code, code);
}

void TestJid::normalizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("normalized");
    QTest::newRow("plain") << u"ana@example.org/phone"_s << u"ana@example.org/phone"_s;
    QTest::newRow("domain") << u"example.org"_s << u"example.org"_s;
    QTest::newRow("domain and resource") << u"example.org/x"_s << u"example.org/x"_s;
    QTest::newRow("capitals") << u"ANA@Example.ORG/Phone"_s << u"ana@example.org/Phone"_s;
    QTest::newRow("root dot") << u"ana@example.org."_s << u"ana@example.org"_s;
    QTest::newRow("ideographic dots") << u"ana@example\u3002org\u3002"_s << u"ana@example.org"_s;
    QTest::newRow("at sign and slash in resource")
        << u"ana@example.org/a@b/c d"_s << u"ana@example.org/a@b/c d"_s;
    QTest::newRow("at sign only in resource") << u"example.org/a@b"_s << u"example.org/a@b"_s;
    QTest::newRow("sharp s") << u"Fu\u00DF@example.org"_s << u"fuss@example.org"_s;
    QTest::newRow("accents composed") << u"an\u0061\u0301@example.org"_s << u"an\u00E1@example.org"_s;
    QTest::newRow("Turkish dotted I") << u"\u0130@example.org"_s << u"i\u0307@example.org"_s;
    QTest::newRow("final sigma") << u"\u03A3\u03C2@example.org"_s << u"\u03C3\u03C3@example.org"_s;
    QTest::newRow("soft hyphen") << u"an\u00ADa@example.org"_s << u"ana@example.org"_s;
    QTest::newRow("A-label to U-label") << u"ana@xn--bcher-kva.example"_s << u"ana@b\u00FCcher.example"_s;
    QTest::newRow("U-label capital") << u"ana@B\u00DCCHER.example"_s << u"ana@b\u00FCcher.example"_s;
    QTest::newRow("IDNA 2008 sharp s") << u"ana@fa\u00DF.example"_s << u"ana@fa\u00DF.example"_s;
    QTest::newRow("full width domain") << u"ana@\uFF45xample.org"_s << u"ana@example.org"_s;
    QTest::newRow("underscore") << u"irc_gate.example.org"_s << u"irc_gate.example.org"_s;
    QTest::newRow("IPv4") << u"ana@127.0.0.1"_s << u"ana@127.0.0.1"_s;
    QTest::newRow("IPv6") << u"ana@[2001:DB8::1]/x"_s << u"ana@[2001:db8::1]/x"_s;
    QTest::newRow("IPv6 with IPv4") << u"[::ffff:127.0.0.1]"_s << u"[::ffff:127.0.0.1]"_s;
    QTest::newRow("IPv6 all") << u"[1:2:3:4:5:6:7:8]"_s << u"[1:2:3:4:5:6:7:8]"_s;
    QTest::newRow("localhost") << u"ana@localhost"_s << u"ana@localhost"_s;
    QTest::newRow("emoji nickname") << u"room@muc.example.org/ana \U0001F986"_s
                                    << u"room@muc.example.org/ana \U0001F986"_s;
    QTest::newRow("resource composed") << u"a@example.org/e\u0301"_s << u"a@example.org/\u00E9"_s;
    QTest::newRow("resource keeps case") << u"a@example.org/\u00C9"_s << u"a@example.org/\u00C9"_s;
    QTest::newRow("Arabic nickname") << u"a@example.org/\u0639\u0644\u064A"_s
                                     << u"a@example.org/\u0639\u0644\u064A"_s;
}

void TestJid::normalizes()
{
    QFETCH(QString, text);
    QFETCH(QString, normalized);
    const auto jid = Jid::parse(text);
    QVERIFY(jid.has_value());
    QCOMPARE(jid->toString(), normalized);
    const auto again = Jid::parse(normalized);
    QVERIFY(again.has_value());
    QCOMPARE(*again, *jid);
    QCOMPARE(Jid::fromNormalized(normalized), *jid);
}

void TestJid::partsAreAtMost1023Bytes()
{
    const QString full(1023, u'a');
    QVERIFY(Jid::parse(full + u"@example.org"_s).has_value());
    QVERIFY(Jid::parse(u"example.org/"_s + full).has_value());
    QCOMPARE(Jid::parse(full + u"a@example.org"_s).error().code, ErrorCode::AddressPartTooLong);
    QCOMPARE(Jid::parse(u"example.org/"_s + full + u"a"_s).error().code, ErrorCode::AddressPartTooLong);
    // Bytes, not characters: two and four of them.
    QVERIFY(Jid::parse(u"example.org/"_s + QString(511, QChar(0xE9))).has_value());
    QCOMPARE(Jid::parse(u"example.org/"_s + QString(512, QChar(0xE9))).error().code,
             ErrorCode::AddressPartTooLong);
    QCOMPARE(Jid::parse(u"example.org/"_s + u"\U0001F986"_s.repeated(256)).error().code,
             ErrorCode::AddressPartTooLong);
    QString domain = u"a"_s;
    while (domain.size() < 1100)
        domain += u".example"_s;
    QCOMPARE(Jid::parse(domain).error().code, ErrorCode::AddressPartTooLong);
    QCOMPARE(Jid::parse(QString(1'000'000, QChar(0xE9)) + u"@example.org"_s).error().code,
             ErrorCode::AddressPartTooLong);
}

void TestJid::partsOfAnAddress()
{
    const Jid jid = Jid::parse(u"ana@example.org/phone"_s).value();
    QVERIFY(!jid.isNull());
    QVERIFY(!jid.isBare());
    QCOMPARE(jid.localpart(), u"ana"_s);
    QCOMPARE(jid.domain(), u"example.org"_s);
    QCOMPARE(jid.resource(), u"phone"_s);
    QCOMPARE(jid.bare().toString(), u"ana@example.org"_s);
    QVERIFY(jid.bare().isBare());
    QCOMPARE(jid.domainOnly().toString(), u"example.org"_s);
    QVERIFY(Jid().isNull());
    QCOMPARE(Jid().toString(), QString());
    QCOMPARE(Jid::fromParts(u"ana"_s, u"example.org"_s, u"phone"_s).value(), jid);
    QCOMPARE(Jid::fromParts({}, {}).error().code, ErrorCode::AddressEmpty);
    QCOMPARE(Jid::fromParts(u"ana"_s, {}).error().code, ErrorCode::AddressWithoutDomain);
    QCOMPARE(Jid::fromParts(u"ana/x"_s, u"example.org"_s).error().code, ErrorCode::AddressLocalpartInvalid);
    QCOMPARE(Jid::fromParts({}, u"example.org/x"_s).error().code, ErrorCode::AddressDomainInvalid);
}

void TestJid::asciiDomain_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("ascii");
    QTest::newRow("plain") << u"ana@Example.ORG."_s << u"example.org"_s;
    QTest::newRow("U-label") << u"ana@b\u00FCcher.example"_s << u"xn--bcher-kva.example"_s;
    QTest::newRow("A-label") << u"ana@XN--bcher-kva.example"_s << u"xn--bcher-kva.example"_s;
    QTest::newRow("mixed script") << u"ana@p\u0430ypal.example"_s << u"xn--pypal-4ve.example"_s;
    QTest::newRow("IPv6") << u"ana@[::1]"_s << u"[::1]"_s;
}

void TestJid::asciiDomain()
{
    QFETCH(QString, text);
    QFETCH(QString, ascii);
    QCOMPARE(Jid::parse(text).value().asciiDomain(), ascii);
}

void TestJid::resourceIsNormalized()
{
    const Jid jid = Jid::parse(u"ana@example.org/phone"_s).value();
    QCOMPARE(jid.withResource(u"e\u0301"_s).value().resource(), u"\u00E9"_s);
    QCOMPARE(jid.withResource({}).value(), jid.bare());
    QCOMPARE(jid.withResource(u"a\u0001"_s).error().code, ErrorCode::AddressResourceInvalid);
}

void TestJid::normalizedTextIsTakenAsItIs()
{
    QVERIFY(Jid::fromNormalized({}).isNull());
    QCOMPARE(Jid::fromNormalized(u"ana@example.org/a@b/c"_s).resource(), u"a@b/c"_s);
    QCOMPARE(Jid::fromNormalized(u"example.org/a@b"_s).localpart(), QString());
}

void TestJid::comparesAsValue()
{
    const Jid ana = Jid::parse(u"ANA@example.org"_s).value();
    const Jid same = Jid::parse(u"ana@EXAMPLE.org."_s).value();
    QCOMPARE(ana, same);
    QCOMPARE(qHash(ana), qHash(same));
    QVERIFY(ana != Jid::parse(u"ana@example.org/x"_s).value());
    QVERIFY(Jid::parse(u"ana@a.example"_s).value() < Jid::parse(u"ana@b.example"_s).value());
    QVERIFY(!(ana < same));
}

QTEST_APPLESS_MAIN(TestJid)
#include "tst_jid.moc"
