// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/modules/xep0428_fallback/Fallback.h"
#include "tests/support/ModuleRig.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace tertulia;

class TestFallback : public QObject
{
    Q_OBJECT

    static Message message(const QString &body, const QByteArray &payloads)
    {
        return *Message::fromXml(parsedXml("<message><body>" + body.toHtmlEscaped().toUtf8() + "</body>"
                                           + payloads + "</message>"));
    }

private Q_SLOTS:
    void parts_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QByteArray>("inside"); // of <fallback for='urn:x'>
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QString &body, const QByteArray &inside,
                            const QString &text) { QTest::newRow(name) << body << inside << text; };
        const auto region = [](const char *start, const char *end) -> QByteArray {
            return QByteArray("<body start='") + start + "' end='" + end + "'/>";
        };
        // What is no region is none.
        row("end before start", u"abcdef"_s, region("3", "2"), u"abcdef"_s);
        row("nothing between", u"abcdef"_s, region("2", "2"), u"abcdef"_s);
        row("behind the end", u"abcdef"_s, region("7", "9"), u"abcdef"_s);
        row("negative", u"abcdef"_s, region("-1", "2"), u"abcdef"_s);
        row("no numbers", u"abcdef"_s, region("a", "b"), u"abcdef"_s);
        row("too large", u"abcdef"_s, region("0", "99999999999999999999"), u"abcdef"_s);
        row("only a start", u"abcdef"_s, "<body start='2'/>", u"abcdef"_s);
        row("only an end", u"abcdef"_s, "<body end='2'/>", u"abcdef"_s);
        row("of the subject", u"abcdef"_s, "<subject/>", u"abcdef"_s);
        row("of another namespace", u"abcdef"_s, "<body xmlns='urn:y' start='0' end='2'/>", u"abcdef"_s);
        // What is.
        row("front", u"abcdef"_s, region("0", "2"), u"cdef"_s);
        row("end", u"abcdef"_s, region("4", "6"), u"abcd"_s);
        row("further than the end", u"abcdef"_s, region("4", "60"), u"abcd"_s);
        row("two, in any order", u"abcdef"_s, region("4", "6") + region("0", "1"), u"bcd"_s);
        row("overlapping", u"abcdef"_s, region("1", "4") + region("2", "5"), u"af"_s);
        row("beside each other", u"abcdef"_s, region("1", "3") + region("3", "5"), u"af"_s);
        row("whole by numbers", u"abcdef"_s, region("0", "6"), QString());
        row("whole", u"abcdef"_s, {}, QString());
        row("whole by a child", u"abcdef"_s, "<body/>", QString());
        // XEP-0426: code points.
        row("emoji before", u"🧛🏾ab"_s, region("0", "2"), u"ab"_s);
        row("emoji kept", u"🧛🏾ab"_s, region("2", "3"), u"🧛🏾b"_s);
        row("in the middle of a grapheme", u"🧛🏾ab"_s, region("0", "1"), u"🏾ab"_s);
        row("reference", u"You & Me"_s, region("0", "6"), u"Me"_s);
    }

    void parts()
    {
        QFETCH(QString, body);
        QFETCH(QByteArray, inside);
        QFETCH(QString, text);
        const Message read
            = message(body, "<fallback xmlns='urn:xmpp:fallback:0' for='urn:x'>" + inside + "</fallback>");
        const BodyParts parts = bodyWithoutFallback(read, {u"urn:x"_s});
        QCOMPARE(parts.text, text);
        QCOMPARE(parts.text.isNull(), text.isNull());
        QCOMPARE(parts.text.size() + parts.fallback.size(), body.size());
        // Of an extension that is not known all is to be read.
        QCOMPARE(bodyWithoutFallback(read, {u"urn:other"_s}).text, body);
        QCOMPARE(bodyWithoutFallback(read, {}).text, body);
    }

    void byItsFormerName()
    {
        const Message read = message(u"abcdef"_s,
                                     "<fallback xmlns='urn:xmpp:feature-fallback:0' for='urn:x'>"
                                     "<body start='0' end='2'/></fallback>");
        QCOMPARE(bodyWithoutFallback(read, {u"urn:x"_s}).text, u"cdef"_s);
    }

    void doesNotSayForWhat()
    {
        const Message read = message(u"abc"_s, "<fallback xmlns='urn:xmpp:fallback:0'/>");
        QCOMPARE(bodyWithoutFallback(read, {u""_s, u"urn:x"_s}).text, u"abc"_s);
        QVERIFY(!Fallback::fromXml(parsedXml("<fallback xmlns='urn:y' for='urn:x'/>")));
        QVERIFY(!Fallback::fromXml({}));
    }

    void aFloodOfRegions()
    {
        QByteArray regions;
        for (int i = 0; i < 10'000; ++i)
            regions += "<body start='" + QByteArray::number(2 * i) + "' end='" + QByteArray::number(2 * i + 1)
                + "'/>";
        const Message read
            = message(QString(40'000, u'x'),
                      "<fallback xmlns='urn:xmpp:fallback:0' for='urn:x'>" + regions + "</fallback>");
        QCOMPARE(bodyWithoutFallback(read, {u"urn:x"_s}).text.size(), 40'000 - 100);
    }

    void roundTrip()
    {
        const Fallback fallback{u"urn:x"_s, false, {{0, 3}, {7, 9}}};
        QCOMPARE(Fallback::fromXml(fallback.toElement()).value(), fallback);
        QCOMPARE(Fallback::fromXml(Fallback{u"urn:x"_s, true, {}}.toElement()).value(),
                 (Fallback{u"urn:x"_s, true, {}}));
        QCOMPARE(codePoints(u"🧛🏾 👨‍👨‍👦‍👦 🇺🇳"), 13);
    }

    void nothingToCut()
    {
        const Message bodiless = *Message::fromXml(
            parsedXml("<message><fallback xmlns='urn:xmpp:fallback:0' for='urn:x'/></message>"));
        QVERIFY(bodyWithoutFallback(bodiless, {u"urn:x"_s}).text.isNull());
    }
};

QTEST_GUILESS_MAIN(TestFallback)
#include "tst_fallback.moc"
