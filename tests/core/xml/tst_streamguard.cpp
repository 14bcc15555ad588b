// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/xml/StreamGuard.h"

#include <QStringDecoder>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray kOpen = "<stream:stream xmlns:stream='http://etherx.jabber.org/streams'>";

/// What the guard handed on, pieces separated by |, and what it complained of.
struct Passed {
    QByteArray pieces;
    QString condition;

    bool operator==(const Passed &) const = default;
};

Passed pass(StreamGuard &guard, const QByteArray &bytes, qsizetype chunk = 0)
{
    Passed passed;
    for (qsizetype i = 0; i < bytes.size();) {
        const QByteArray part = chunk == 0 ? bytes.sliced(i) : bytes.sliced(i, qMin(chunk, bytes.size() - i));
        const int before = guard.level();
        const bool wasInside = guard.insideStanza();
        const StreamGuard::Piece piece = guard.next(part);
        passed.pieces += part.sliced(piece.skipped, piece.length);
        if (piece.error) {
            passed.condition = piece.error->subject;
            return passed;
        }
        if (piece.length > 0 && !guard.insideStanza() && (wasInside || guard.level() != before || chunk == 0))
            passed.pieces += '|';
        i += piece.skipped + piece.length;
        if (guard.isOver())
            return passed;
    }
    return passed;
}

Passed pass(const QByteArray &bytes, const XmlLimits &limits = {}, qsizetype chunk = 0)
{
    StreamGuard guard(limits);
    return pass(guard, bytes, chunk);
}

} // namespace

class TestStreamGuard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stopsBehindEachElement();
    void skipsWhiteSpaceBetweenStanzas();
    void declarations();
    void refuses_data();
    void refuses();
    void goodBytesBeforeTheBadOneArePassed();
    void limits_data();
    void limits();
    void angleBracketsThatAreNoTags();
    void utf8AcrossPieces();
    void everySequenceOfTwoBytes();
};

void TestStreamGuard::stopsBehindEachElement()
{
    QCOMPARE(pass("<?xml version='1.0'?>" + kOpen + "<a><b/></a><c/></stream:stream>late").pieces,
             QByteArray("<?xml version='1.0'?>" + kOpen + "|<a><b/></a>|<c/>|</stream:stream>|"));
    StreamGuard guard({});
    const QByteArray bytes = kOpen + "<a/><b/>";
    StreamGuard::Piece piece = guard.next(bytes);
    QCOMPARE(piece.length, kOpen.size());
    QCOMPARE(guard.level(), 1);
    piece = guard.next(QByteArrayView(bytes).sliced(kOpen.size()));
    QCOMPARE(piece.length, 4);
    QVERIFY(!guard.isOver());
}

void TestStreamGuard::skipsWhiteSpaceBetweenStanzas()
{
    QCOMPARE(pass(" \n" + kOpen + " \r\n\t<a> x </a>  <b/> </stream:stream>").pieces,
             QByteArray(kOpen + "|<a> x </a>|<b/>|</stream:stream>|"));
    StreamGuard guard({});
    (void)guard.next(kOpen);
    const StreamGuard::Piece piece = guard.next("   ");
    QCOMPARE(piece.skipped, 3);
    QCOMPARE(piece.length, 0);
    QVERIFY(!guard.insideStanza());
}

void TestStreamGuard::declarations()
{
    for (const char *declaration :
         {"<?xml version='1.0'?>", "<?xml version=\"1.0\" ?>", "<?xml\tversion = '1.0'\n encoding='utf-8'?>",
          "<?xml version='1.0' encoding=\"UTF-8\" standalone='yes'?>",
          "<?xml version='1.0' standalone=\"no\"?>"}) {
        const auto passed = pass(declaration + kOpen + "<a/>");
        QCOMPARE(passed.condition, QString());
        QCOMPARE(passed.pieces, QByteArray(declaration + kOpen + "|<a/>|"));
    }
}

void TestStreamGuard::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("condition");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &condition) {
        QTest::newRow(name) << bytes << condition;
    };
    const QString restricted = u"restricted-xml"_s;
    const QString malformed = u"not-well-formed"_s;
    row("doctype first", "<!DOCTYPE x>", restricted);
    row("doctype in stream", kOpen + "<!DOCTYPE x>", restricted);
    row("doctype in stanza", kOpen + "<a><!DOCTYPE x>", restricted);
    row("comment", kOpen + "<a><!--", restricted);
    row("almost CDATA", kOpen + "<a><![CDATE[", restricted);
    row("lower case CDATA", kOpen + "<a><![cdata[", restricted);
    row("CDATA outside", kOpen + "<![CDATA[", restricted);
    row("instruction first", "<?php", restricted);
    row("stylesheet first", "<?xml-stylesheet", restricted);
    row("longer target", "<?xmlx ", restricted);
    row("instruction in stream", kOpen + "<?x", restricted);
    row("declaration in stream", kOpen + "<?xml version='1.0'?>", restricted);
    row("declaration twice", "<?xml version='1.0'?><?xml version='1.0'?>", restricted);
    row("declaration without version", "<?xml ?", malformed);
    row("encoding before version", "<?xml encoding=", malformed);
    row("version twice", "<?xml version='1.0' version=", malformed);
    row("standalone before encoding", "<?xml version='1.0' standalone='no' encoding=", malformed);
    row("no space between", "<?xml version='1.0'e", malformed);
    row("version not closed", "<?xml version='1.0?", malformed);
    row("version 1.1", "<?xml version='1.1", malformed);
    row("version cut short", "<?xml version='1'", malformed);
    row("version of white space", "<?xml version='\t", malformed);
    row("no quotes", "<?xml version=1", malformed);
    row("other quote", "<?xml version='1.0\"", malformed);
    row("unknown attribute", "<?xml version='1.0' x", malformed);
    row("encoding of nothing", "<?xml version='1.0' encoding=''", malformed);
    row("encoding beginning with a digit", "<?xml version='1.0' encoding='8", malformed);
    row("endless encoding", "<?xml version='1.0' encoding='" + QByteArray(65, 'u'), malformed);
    row("standalone maybe", "<?xml version='1.0' standalone='m", malformed);
    row("standalone half", "<?xml version='1.0' standalone='ye'", malformed);
    row("question in the gap", "<?xml version='1.0' ? ", malformed);
    row("Latin-1", "<?xml version='1.0' encoding='ISO-8859-1'", u"unsupported-encoding"_s);
    row("almost UTF-8", "<?xml version='1.0' encoding=\"UTF-80\"", u"unsupported-encoding"_s);
    row("end tag first", "</a>", malformed);
    row("empty tag", kOpen + "<>", malformed);
    row("double bracket", kOpen + "<<a/>", malformed);
    row("bracket in tag", kOpen + "<a <b/>", malformed);
    row("slash in tag", kOpen + "<a /b>", malformed);
    row("NUL in stanza", kOpen + QByteArray("<a>\0", 4), malformed);
    row("control in a name", kOpen + "<a b\x01='x'/>", malformed);
    row("control in text", kOpen + "<a>\x1F", malformed);
    row("U+FFFE", kOpen + "<a>\xEF\xBF\xBE", malformed);
    row("U+FFFF in a name", kOpen + "<a\xEF\xBF\xBF/>", malformed);
    row("text in stream", kOpen + "x", u"bad-format"_s);
    row("no-break space in stream", kOpen + "\xC2\xA0", u"bad-format"_s);
    row("text first", "hello", malformed);
    row("UTF-8 mark", "\xEF\xBB\xBF<a>", malformed);
    row("UTF-16 mark", "\xFF\xFE", u"unsupported-encoding"_s);
    row("wide bracket", QByteArray("<\0", 2), u"unsupported-encoding"_s);
    row("wide bracket, other order", QByteArray("\0<", 2), u"unsupported-encoding"_s);
    row("CDATA end in text", kOpen + "<a>x]]>", malformed);
    row("CDATA end, more brackets", kOpen + "<a>]]]]>", malformed);
}

void TestStreamGuard::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, condition);
    const Passed whole = pass(bytes + "<b/>");
    QCOMPARE(whole.condition, condition);
    for (const qsizetype chunk : {1, 2, 3, 5})
        QCOMPARE(pass(bytes + "<b/>", {}, chunk).condition, condition);
}

void TestStreamGuard::goodBytesBeforeTheBadOneArePassed()
{
    QCOMPARE(pass(kOpen + "<a/><b>x\xFFy").pieces, QByteArray(kOpen + "|<a/>|<b>x"));
    QCOMPARE(pass(kOpen + "<a/><b>\xE2\x82<c/>").pieces, QByteArray(kOpen + "|<a/>|<b>\xE2\x82"));
}

void TestStreamGuard::limits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("stanza of 40") << QByteArray("<a>" + QByteArray(33, 'x') + "</a>") << true;
    QTest::newRow("stanza of 41") << QByteArray("<a>" + QByteArray(34, 'x') + "</a>") << false;
    QTest::newRow("many stanzas") << QByteArray("<a>x</a>").repeated(100) << true;
    QTest::newRow("white space between") << QByteArray("<a/>" + QByteArray(1000, ' ') + "<a/>") << true;
    QTest::newRow("tag of 20") << QByteArray("<a b='" + QByteArray(11, 'x') + "'/>") << true;
    QTest::newRow("tag of 21") << QByteArray("<a b='" + QByteArray(12, 'x') + "'/>") << false;
    QTest::newRow("end tag of 21") << QByteArray("<a></a" + QByteArray(17, ' ') + ">") << false;
    QTest::newRow("two attributes") << QByteArray("<a b='' c=\"\"/>") << true;
    QTest::newRow("three attributes") << QByteArray("<a b=''c=''d=''/>") << false;
    QTest::newRow("signs in a value") << QByteArray("<a b='=====' c='='/>") << true;
    QTest::newRow("four levels") << QByteArray("<a><b><c></c></b></a>") << true;
    QTest::newRow("five levels") << QByteArray("<a><b><c><d></d></c></b></a>") << false;
    QTest::newRow("five levels, empty") << QByteArray("<a><b><c><d/></c></b></a>") << false;
    QTest::newRow("siblings are not levels") << QByteArray("<a><b/><b/><b/><b/></a>") << true;
}

void TestStreamGuard::limits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, accepted);
    for (const qsizetype chunk : {0, 1, 2, 7}) {
        StreamGuard guard({});
        (void)guard.next(kOpen);
        XmlLimits limits;
        limits.stanzaBytes = 40;
        limits.startTagBytes = 20;
        limits.attributes = 2;
        limits.depth = 4;
        guard.setLimits(limits);
        const Passed passed = pass(guard, bytes, chunk);
        QCOMPARE(passed.condition, accepted ? QString() : u"policy-violation"_s);
    }
}

void TestStreamGuard::angleBracketsThatAreNoTags()
{
    for (const QByteArray &stanza :
         {QByteArray("<a b='>'>x</a>"), QByteArray("<a b=\"'/>\"/>"),
          QByteArray("<a><![CDATA[</a><b>]]></a>"), QByteArray("<a><![CDATA[]]]]></a>"),
          QByteArray("<a><![CDATA[]]]></a>"), QByteArray("<a>></a>"), QByteArray("<a>]></a>"),
          QByteArray("<a>]</a>")}) {
        QCOMPARE(pass(kOpen + stanza + "<z/>").pieces, QByteArray(kOpen + "|" + stanza + "|<z/>|"));
        QCOMPARE(pass(kOpen + stanza + "<z/>", {}, 1).pieces, pass(kOpen + stanza + "<z/>").pieces);
    }
}

void TestStreamGuard::utf8AcrossPieces()
{
    const QByteArray text
        = QString(u"\u00E9\u20AC\U0001F986\uFFFD\uF000\U0001FFFF\U0010FFFF\u007F\t\n"_s).toUtf8();
    for (qsizetype cut = 1; cut < text.size(); ++cut) {
        StreamGuard guard({});
        (void)guard.next(kOpen);
        QVERIFY(!guard.next(QByteArray("<a>" + text.first(cut))).error);
        QVERIFY(!guard.next(QByteArray(text.sliced(cut) + "</a>")).error);
    }
}

void TestStreamGuard::everySequenceOfTwoBytes()
{
    for (int first = 0x80; first < 0x100; ++first) {
        for (int second = 0; second < 0x100; ++second) {
            if (second == '<' || second == '>')
                continue;
            QByteArray bytes("<a>");
            bytes.append(char(first)).append(char(second)).append("\x80\x80</a>");
            // Qt's decoder as the independent opinion.
            QStringDecoder decoder(QStringDecoder::Utf8);
            const QString decoded = decoder(QByteArrayView(bytes).chopped(4));
            Q_UNUSED(decoded)
            const bool stray = decoder.hasError();
            StreamGuard guard({});
            (void)guard.next(kOpen);
            const bool refused = guard.next(bytes).error.has_value();
            if (stray)
                QVERIFY2(refused, bytes.toHex().constData());
        }
    }
}

QTEST_APPLESS_MAIN(TestStreamGuard)
#include "tst_streamguard.moc"
