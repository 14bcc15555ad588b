// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/xml/Namespaces.h"
#include "core/xml/XmlStreamParser.h"
#include "tests/support/Paths.h"
#include "tests/support/ResidentMemory.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QStringList>
#include <QTest>

#include <memory>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray kHeader = "<?xml version='1.0'?><stream:stream xmlns='jabber:client' "
                           "xmlns:stream='http://etherx.jabber.org/streams' id='s1' from='example.org' "
                           "version='1.0' xml:lang='es'>";

/// Everything a parser said about some bytes.
struct Record {
    QStringList events;
    QString error; ///< stream error condition
    ErrorCode code = ErrorCode::Cancelled;

    bool operator==(const Record &) const = default;
};

Record parse(const QByteArray &bytes, qsizetype chunk = 0, const XmlLimits &limits = {})
{
    Record record;
    XmlStreamParser parser(
        limits,
        {[&](const XmlElement &header) { record.events << u"open "_s + QString::fromUtf8(header.toXml()); },
         [&](const XmlElement &element) { record.events << QString::fromUtf8(element.toXml()); },
         [&] { record.events << u"close"_s; }});
    for (qsizetype i = 0; i < bytes.size();) {
        const qsizetype length = chunk == 0 ? bytes.size() : qMin(chunk, bytes.size() - i);
        // A copy of exactly this size, so that reading beyond it is seen by the sanitizer.
        const QByteArray part(bytes.constData() + i, length);
        const auto result = parser.feed(part);
        if (!result) {
            record.error = result.error().subject;
            record.code = result.error().code;
            break;
        }
        i += length;
    }
    return record;
}

/// Parses however the bytes are cut; all results must be the same.
Record parseEveryWay(const QByteArray &bytes, const XmlLimits &limits = {})
{
    const Record whole = parse(bytes, 0, limits);
    for (const qsizetype chunk : {1, 2, 3, 7, 1400}) {
        if (chunk < 3 && bytes.size() > 200'000)
            continue;
        const Record cut = parse(bytes, chunk, limits);
        if (cut != whole) {
            qWarning() << "chunks of" << chunk << cut.events << cut.error << "but whole" << whole.events
                       << whole.error;
            return {{u"differs"_s}, u"differs"_s};
        }
    }
    return whole;
}

Result<void> feed(XmlStreamParser &parser, const QByteArray &bytes)
{
    return parser.feed(bytes);
}

} // namespace

class TestXmlStreamParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesRestrictedXml_data();
    void refusesRestrictedXml();
    void refusesForeignEncodings_data();
    void refusesForeignEncodings();
    void refusesBadUtf8_data();
    void refusesBadUtf8();
    void refusesBadReferences_data();
    void refusesBadReferences();
    void refusesWhatIsNoStanza_data();
    void refusesWhatIsNoStanza();
    void nothingAfterTheEnd();
    void nothingAfterAnError();
    void attributeFlood_data();
    void attributeFlood();
    void depthBomb();
    void neverEndingToken_data();
    void neverEndingToken();
    void limitsFallOnTheByte();
    void childrenAreCapped();
    void namesAreCapped();
    void cdataIsPlainText();
    void cutAnywhere();
    void theCorpusInPieces();
    void prefixLayouts_data();
    void prefixLayouts();
    void onlyDepthOneIsReported();
    void whitespaceKeepAlives();
    void reportsOnTheLastByte();
    void insideStanza();
    void bytesBehind();
    void handlerMayDestroyTheParser();
    void handlerMayReplaceTheParser();
    void limitsMayBeRaised();
};

void TestXmlStreamParser::refusesRestrictedXml_data()
{
    QTest::addColumn<QByteArray>("attack");
    const QByteArray laughs
        = "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
          "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>]>";
    QTest::newRow("billion laughs") << laughs;
    QTest::newRow("external file") << QByteArray("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>");
    QTest::newRow("external http") << QByteArray("<!DOCTYPE x [<!ENTITY e SYSTEM 'http://evil.example/'>]>");
    QTest::newRow("external subset") << QByteArray("<!DOCTYPE x SYSTEM 'file:///etc/passwd'>");
    QTest::newRow("parameter entity")
        << QByteArray("<!DOCTYPE x [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]>");
    QTest::newRow("quadratic blow-up")
        << QByteArray("<!DOCTYPE x [<!ENTITY a '" + QByteArray(60'000, 'a') + "'>]>");
    QTest::newRow("comment") << QByteArray("<!-- <message/> -->");
    QTest::newRow("processing instruction") << QByteArray("<?php evil ?>");
    QTest::newRow("stylesheet") << QByteArray("<?xml-stylesheet href='x'?>");
    QTest::newRow("conditional section") << QByteArray("<![INCLUDE[ x ]]>");
    QTest::newRow("element declaration") << QByteArray("<!ELEMENT message ANY>");
}

void TestXmlStreamParser::refusesRestrictedXml()
{
    QFETCH(QByteArray, attack);
    const QByteArray stanza = "<message><body>later</body></message>";
    const qint64 before = residentKilobytes();
    QElapsedTimer timer;
    timer.start();

    Record record = parse(attack + kHeader + stanza);
    QCOMPARE(record.error, u"restricted-xml"_s);
    QCOMPARE(record.events.size(), 0);
    record = parse(kHeader + attack + stanza);
    QCOMPARE(record.error, u"restricted-xml"_s);
    QCOMPARE(record.code, ErrorCode::PeerXmlRestricted);
    QCOMPARE(record.events.size(), 1);
    record = parse(kHeader + "<message><body>" + attack + "</body></message>" + stanza);
    QCOMPARE(record.error, u"restricted-xml"_s);
    QCOMPARE(record.events.size(), 1);

    QVERIFY(timer.elapsed() < 500);
    QVERIFY(!kMemoryTells || residentKilobytes() - before < 4096);
    QCOMPARE(parseEveryWay(kHeader + attack + stanza).error, u"restricted-xml"_s);
    QCOMPARE(parseEveryWay(kHeader + "<iq>" + attack + "</iq>").error, u"restricted-xml"_s);
}

void TestXmlStreamParser::refusesForeignEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray body = kHeader.mid(kHeader.indexOf("<stream"));
    for (const char *name : {"ISO-8859-1", "UTF-16", "UTF-7", "UTF-32", "windows-1252", "US-ASCII"})
        QTest::newRow(name) << QByteArray("<?xml version='1.0' encoding='" + QByteArray(name) + "'?>" + body);
    const QString text = QString::fromUtf8(kHeader);
    const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    QByteArray swapped = wide;
    for (qsizetype i = 0; i < swapped.size(); i += 2)
        std::swap(swapped[i], swapped[i + 1]);
    QTest::newRow("UTF-16LE with mark") << QByteArray("\xFF\xFE" + wide);
    QTest::newRow("UTF-16BE with mark") << QByteArray("\xFE\xFF" + swapped);
    QTest::newRow("UTF-16LE") << wide;
    QTest::newRow("UTF-16BE") << swapped;
}

void TestXmlStreamParser::refusesForeignEncodings()
{
    QFETCH(QByteArray, bytes);
    const Record record = parseEveryWay(bytes + "<message/>");
    QCOMPARE(record.error, u"unsupported-encoding"_s);
    QCOMPARE(record.code, ErrorCode::PeerEncodingUnsupported);
    QCOMPARE(record.events.size(), 0);
}

void TestXmlStreamParser::refusesBadUtf8_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::newRow("overlong two") << QByteArray("\xC0\x80");
    QTest::newRow("overlong slash") << QByteArray("\xC0\xBC");
    QTest::newRow("overlong C1") << QByteArray("\xC1\xBF");
    QTest::newRow("overlong three") << QByteArray("\xE0\x80\xBC");
    QTest::newRow("overlong four") << QByteArray("\xF0\x80\x80\xBC");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80");
    QTest::newRow("surrogate pair") << QByteArray("\xED\xA0\x80\xED\xB0\x80");
    QTest::newRow("cut two") << QByteArray("\xC3");
    QTest::newRow("cut three") << QByteArray("\xE2\x82");
    QTest::newRow("cut four") << QByteArray("\xF0\x9F\xA6");
    QTest::newRow("stray continuation") << QByteArray("\x80");
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80");
    QTest::newRow("F5") << QByteArray("\xF5\x80\x80\x80");
    QTest::newRow("FE") << QByteArray("\xFE");
    QTest::newRow("FF") << QByteArray("\xFF");
    QTest::newRow("NUL") << QByteArray("\0", 1);
    QTest::newRow("U+FFFE") << QByteArray("\xEF\xBF\xBE");
    QTest::newRow("U+FFFF") << QByteArray("\xEF\xBF\xBF");
    QTest::newRow("U+0001") << QByteArray("\x01");
}

void TestXmlStreamParser::refusesBadUtf8()
{
    QFETCH(QByteArray, bad);
    const QByteArray forged = "<iq type='set' from='example.org' id='f'/>";
    const QByteArray legitimate = "<message><body>hola</body></message>";
    const QList<QByteArray> places{
        "<message><body>x" + bad + "</body></message>",
        "<message id='x" + bad + "'/>",
        "<mess" + bad + "age/>",
        "<message><body>" + bad + "<evil/></body></message>",
    };
    for (const QByteArray &place : places) {
        const Record record = parseEveryWay(kHeader + legitimate + place + forged);
        QCOMPARE(record.error, u"not-well-formed"_s);
        QCOMPARE(record.code, ErrorCode::PeerXmlNotWellFormed);
        QCOMPARE(record.events.size(), 2);
        QVERIFY(record.events.at(1).contains(u"hola"_s));
    }
}

void TestXmlStreamParser::refusesBadReferences_data()
{
    QTest::addColumn<QByteArray>("reference");
    for (const char *reference : {"&#0;", "&#x1F;", "&#xD800;", "&#xFFFF;", "&#99999999999;", "&foo;", "&",
                                  "& ", "&#;", "&#x;", "&lt", "&#-1;", "&#x110000;"})
        QTest::newRow(reference) << QByteArray(reference);
}

void TestXmlStreamParser::refusesBadReferences()
{
    QFETCH(QByteArray, reference);
    for (const QByteArray &place : {QByteArray("<message><body>" + reference + "</body></message>"),
                                    QByteArray("<message id='" + reference + "'/>")}) {
        const Record record = parseEveryWay(kHeader + place + "<iq/>");
        QCOMPARE(record.error, u"not-well-formed"_s);
        QCOMPARE(record.events.size(), 1);
    }
}

void TestXmlStreamParser::refusesWhatIsNoStanza_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<qsizetype>("events");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &condition, ErrorCode code,
                        qsizetype events) { QTest::newRow(name) << bytes << condition << code << events; };
    row("second declaration", kHeader + "<?xml version='1.0'?>", u"restricted-xml"_s,
        ErrorCode::PeerXmlRestricted, 1);
    row("second header", kHeader + kHeader.mid(kHeader.indexOf("<stream")), u"invalid-xml"_s,
        ErrorCode::PeerProtocolViolation, 1);
    row("text between stanzas", kHeader + "<iq/>hello<iq/>", u"bad-format"_s,
        ErrorCode::PeerProtocolViolation, 2);
    row("reference between stanzas", kHeader + "&#32;<iq/>", u"bad-format"_s,
        ErrorCode::PeerProtocolViolation, 1);
    row("CDATA between stanzas", kHeader + "<![CDATA[x]]><iq/>", u"restricted-xml"_s,
        ErrorCode::PeerXmlRestricted, 1);
    row("end tag first", "</stream:stream>", u"not-well-formed"_s, ErrorCode::PeerXmlNotWellFormed, 0);
    row("wrong end tag", kHeader + "<iq></message><iq/>", u"not-well-formed"_s,
        ErrorCode::PeerXmlNotWellFormed, 1);
    row("undeclared prefix", kHeader + "<x:iq/>", u"not-well-formed"_s, ErrorCode::PeerXmlNotWellFormed, 1);
    row("undeclared attribute prefix", kHeader + "<iq x:y='z'/>", u"not-well-formed"_s,
        ErrorCode::PeerXmlNotWellFormed, 1);
    row("attribute twice", kHeader + "<iq id='a' id='b'/>", u"not-well-formed"_s,
        ErrorCode::PeerXmlNotWellFormed, 1);
    row("attribute without value", kHeader + "<iq id/>", u"not-well-formed"_s,
        ErrorCode::PeerXmlNotWellFormed, 1);
    row("less-than in attribute", kHeader + "<iq id='<'/>", u"not-well-formed"_s,
        ErrorCode::PeerXmlNotWellFormed, 1);
    row("tag in tag", kHeader + "<iq <message/>", u"not-well-formed"_s, ErrorCode::PeerXmlNotWellFormed, 1);
    row("CDATA end in text", kHeader + "<message>]]></message>", u"not-well-formed"_s,
        ErrorCode::PeerXmlNotWellFormed, 1);
    row("CDATA end after bracket", kHeader + "<message>]]]></message>", u"not-well-formed"_s,
        ErrorCode::PeerXmlNotWellFormed, 1);
    row("XML 1.1", "<?xml version='1.1'?>" + kHeader.mid(kHeader.indexOf("<stream")), u"not-well-formed"_s,
        ErrorCode::PeerXmlNotWellFormed, 0);
    row("another root", "<html><body>", u"bad-format"_s, ErrorCode::NotXmpp, 0);
    row("HTTP", "HTTP/1.1 400 Bad Request\r\n\r\n", u"not-well-formed"_s, ErrorCode::NotXmpp, 0);
    row("SMTP", "220 mail.example.org ESMTP\r\n", u"not-well-formed"_s, ErrorCode::NotXmpp, 0);
    row("another namespace", "<stream xmlns='urn:x'>", u"invalid-namespace"_s,
        ErrorCode::PeerProtocolViolation, 0);
    row("HTML with doctype", "<!DOCTYPE html><html>", u"restricted-xml"_s, ErrorCode::PeerXmlRestricted, 0);
}

void TestXmlStreamParser::refusesWhatIsNoStanza()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, condition);
    QFETCH(ErrorCode, code);
    QFETCH(qsizetype, events);
    const Record record = parseEveryWay(bytes);
    QCOMPARE(record.error, condition);
    QCOMPARE(record.code, code);
    QCOMPARE(record.events.size(), events);
}

void TestXmlStreamParser::nothingAfterTheEnd()
{
    for (const QByteArray &late : {QByteArray("<iq/>"), QByteArray("text"), kHeader, QByteArray("\xFF"),
                                   QByteArray("</stream:stream>")}) {
        const Record record = parseEveryWay(kHeader + "<iq/></stream:stream>" + late + "<message/>");
        QCOMPARE(record.error, QString());
        QCOMPARE(record.events.size(), 3);
        QCOMPARE(record.events.last(), u"close"_s);
    }
}

void TestXmlStreamParser::nothingAfterAnError()
{
    int elements = 0;
    XmlStreamParser parser({}, {{}, [&](const XmlElement &) { ++elements; }, {}});
    QVERIFY(parser.feed(kHeader).has_value());
    QVERIFY(!parser.feed("<iq></message>").has_value());
    const auto again = parser.feed("<iq/><message/>");
    QVERIFY(!again.has_value());
    QCOMPARE(again.error().subject, u"not-well-formed"_s);
    QCOMPARE(elements, 0);
}

void TestXmlStreamParser::attributeFlood_data()
{
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<bool>("accepted");
    const auto attributes = [](int count, const QByteArray &stem) {
        QByteArray tag = "<iq";
        for (int i = 0; i < count; ++i)
            tag += " " + stem + QByteArray::number(i) + "='v'";
        return QByteArray(tag + "/>");
    };
    QTest::newRow("64,000") << attributes(64'000, "a") << false;
    QTest::newRow("5,000 namespaces") << attributes(5'000, "xmlns:n") << false;
    QTest::newRow("65") << attributes(65, "a") << false;
    QTest::newRow("64") << attributes(64, "a") << true;
    QTest::newRow("64 KiB value") << QByteArray("<iq id='" + QByteArray(64 * 1024, 'x') + "'/>") << false;
    QTest::newRow("60,000 byte value") << QByteArray("<iq id='" + QByteArray(60'000, 'x') + "'/>") << true;
    QTest::newRow("equals signs in a value")
        << QByteArray("<iq id='" + QByteArray(1000, '=') + "'/>") << true;
    QTest::newRow("space flood") << QByteArray("<iq" + QByteArray(70'000, ' ') + "/>") << false;
}

void TestXmlStreamParser::attributeFlood()
{
    QFETCH(QByteArray, tag);
    QFETCH(bool, accepted);
    QElapsedTimer timer;
    timer.start();
    const Record record = parse(kHeader + tag + "<iq/>");
    QVERIFY(timer.elapsed() < 100);
    QCOMPARE(record.error, accepted ? QString() : u"policy-violation"_s);
    QCOMPARE(record.events.size(), accepted ? 3 : 1);
    QCOMPARE(parseEveryWay(kHeader + tag + "<iq/>").events, record.events);
}

void TestXmlStreamParser::depthBomb()
{
    const Record record = parse(kHeader + QByteArray("<a>").repeated(400'000));
    QCOMPARE(record.error, u"policy-violation"_s);
    QCOMPARE(record.events.size(), 1);

    // The stream itself is the first of 128 levels.
    const QByteArray deepest = QByteArray("<a>").repeated(127) + QByteArray("</a>").repeated(127);
    QCOMPARE(parseEveryWay(kHeader + deepest + "<iq/>").events.size(), 3);
    QCOMPARE(parseEveryWay(kHeader + QByteArray("<a>").repeated(128)).error, u"policy-violation"_s);
    QCOMPARE(parseEveryWay(kHeader + QByteArray("<a>").repeated(127) + "<a/>").error, u"policy-violation"_s);
}

void TestXmlStreamParser::neverEndingToken_data() // SECURITY A18, F15
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QString>("condition");
    const QString limit = u"policy-violation"_s;
    QTest::newRow("text") << QByteArray("<message><body>") << limit;
    QTest::newRow("start tag") << QByteArray("<message id='") << limit;
    QTest::newRow("CDATA") << QByteArray("<message><![CDATA[") << limit;
    QTest::newRow("CDATA brackets") << QByteArray("<message><![CDATA[]") << limit;
    // The reader has a cap of its own on names, and is the first to complain.
    QTest::newRow("name") << QByteArray("<message") << u"not-well-formed"_s;
    QTest::newRow("end tag") << QByteArray("<message></message") << u"not-well-formed"_s;
}

void TestXmlStreamParser::neverEndingToken()
{
    QFETCH(QByteArray, start);
    QFETCH(QString, condition);
    XmlLimits limits;
    int elements = 0;
    XmlStreamParser parser(limits, {{}, [&](const XmlElement &) { ++elements; }, {}});
    QVERIFY(feed(parser, kHeader + start).has_value());
    const qint64 before = residentKilobytes();
    const QByteArray more(1 << 16, 'x');
    Result<void> result;
    qsizetype fed = 0;
    while (result && fed < 100'000'000) {
        result = parser.feed(more);
        fed += more.size();
    }
    QVERIFY(!result);
    QCOMPARE(result.error().subject, condition);
    QVERIFY(fed <= limits.stanzaBytes + 2 * more.size());
    QCOMPARE(elements, 0);
    QVERIFY(!kMemoryTells || (residentKilobytes() - before) * 1024 < limits.stanzaBytes * 3);
}

void TestXmlStreamParser::limitsFallOnTheByte()
{
    XmlLimits limits;
    limits.stanzaBytes = 100;
    const auto stanza = [](qsizetype size) {
        const QByteArray frame = "<message></message>";
        return QByteArray("<message>" + QByteArray(size - frame.size(), 'x') + "</message>");
    };
    QCOMPARE(parseEveryWay(kHeader + stanza(100) + stanza(100), limits).events.size(), 3);
    const Record record = parseEveryWay(kHeader + stanza(100) + stanza(101) + stanza(100), limits);
    QCOMPARE(record.events.size(), 2);
    QCOMPARE(record.code, ErrorCode::PeerLimitExceeded);

    // A section of its own size, behind text, and another behind it.
    const auto section = [](qsizetype size) {
        return QByteArray("<message>x<![CDATA[" + QByteArray(size - 3, 'x') + "]]>y</message>");
    };
    limits = {};
    limits.stanzaBytes = 800;
    QCOMPARE(parseEveryWay(kHeader + section(100) + section(100), limits).events.size(), 3);
    const Record tooLong = parseEveryWay(kHeader + section(100) + section(101) + section(100), limits);
    QCOMPARE(tooLong.events.size(), 2);
    QCOMPARE(tooLong.code, ErrorCode::PeerLimitExceeded);

    limits = {};
    limits.startTagBytes = 300;
    const auto tag
        = [](qsizetype size) { return QByteArray("<iq id='" + QByteArray(size - 11, 'x') + "'/>"); };
    QCOMPARE(parseEveryWay(kHeader + tag(300) + tag(300), limits).events.size(), 3);
    QCOMPARE(parseEveryWay(kHeader + tag(300) + tag(301) + "<iq/>", limits).events.size(), 2);
}

void TestXmlStreamParser::childrenAreCapped()
{
    const auto stanza = [](const QByteArray &parent, const QByteArray &close, int children) {
        return QByteArray(kHeader + "<iq>" + parent + QByteArray("<a/>").repeated(children) + close
                          + "</iq>");
    };
    QCOMPARE(parse(stanza("<query xmlns='urn:x'>", "</query>", 50'000)).events.size(), 2);
    QCOMPARE(parse(stanza("<query xmlns='urn:x'>", "</query>", 50'001)).error, u"policy-violation"_s);
    QCOMPARE(parse(stanza("<query xmlns='jabber:iq:roster'>", "</query>", 200'000)).events.size(), 2);
    QCOMPARE(parse(stanza("<query xmlns='jabber:iq:roster'>", "</query>", 200'001)).error,
             u"policy-violation"_s);
}

void TestXmlStreamParser::namesAreCapped()
{
    const QByteArray longest(1024, 'n');
    QCOMPARE(parseEveryWay(kHeader + "<" + longest + " " + longest + "=''/>").events.size(), 2);
    QCOMPARE(parseEveryWay(kHeader + "<" + longest + "n/>").error, u"policy-violation"_s);
    QCOMPARE(parseEveryWay(kHeader + "<iq " + longest + "n=''/>").error, u"policy-violation"_s);
}

void TestXmlStreamParser::cdataIsPlainText() // SECURITY A05
{
    const Record record = parseEveryWay(
        kHeader
        + "<message><body>a<![CDATA[<iq/>&amp;]]]]><![CDATA[><b>]]>c]]<![CDATA[]]>></body></message><iq/>");
    QCOMPARE(record.error, QString());
    QCOMPARE(record.events.size(), 3);
    QCOMPARE(record.events.at(1),
             u"<message xmlns=\"jabber:client\"><body>"
             "a&lt;iq/&gt;&amp;amp;]]&gt;&lt;b&gt;c]]&gt;</body></message>"_s);
}

void TestXmlStreamParser::cutAnywhere() // SECURITY A08
{
    const QByteArray stanzas
        = "<message from='bruno@example.org/tel\xC3\xA9' id=\"&quot;&#x1F986;\">\n <body>\xF0\x9F\xA6\x86 "
          "\xE2\x82\xAC 1 &lt; 2 &amp;&#10;\r\n\ttab ]] > ]]&gt;</body><x xmlns='urn:x' "
          "xmlns:y='urn:y' y:z='1'><y:w xml:lang='es'/></x></message>\n \n"
          "<presence/><iq type='result' id='1'><query xmlns='jabber:iq:roster' ver=''/></iq>"
          "<stream:features><mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>SCRAM-SHA-1"
          "</mechanism></mechanisms></stream:features></stream:stream>";
    const QByteArray bytes = kHeader + stanzas;
    const Record whole = parseEveryWay(bytes);
    QCOMPARE(whole.error, QString());
    QCOMPARE(whole.events.size(), 6);
    QVERIFY(whole.events.at(1).contains(u"\U0001F986 \u20AC 1 &lt; 2 &amp;\n\n\ttab ]] &gt; ]]&gt;"_s));
    for (qsizetype cut = 1; cut < bytes.size(); ++cut) {
        Record record;
        XmlStreamParser parser(
            {},
            {[&](const XmlElement &header) {
                 record.events << u"open "_s + QString::fromUtf8(header.toXml());
             },
             [&](const XmlElement &element) { record.events << QString::fromUtf8(element.toXml()); },
             [&] { record.events << u"close"_s; }});
        QVERIFY(parser.feed(bytes.first(cut)).has_value());
        QVERIFY(parser.feed(bytes.sliced(cut)).has_value());
        QCOMPARE(record.events, whole.events);
    }
}

void TestXmlStreamParser::theCorpusInPieces() // SECURITY A08
{
    int stanzas = 0;
    for (const QString &folder : {u"stanza"_s, u"stream"_s}) {
        const QDir corpus(sourcePath(u"tests/fuzz/corpus/"_s + folder));
        for (const QFileInfo &info : corpus.entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Record record = parseEveryWay(kHeader + file.readAll());
            QVERIFY2(record.error != u"differs"_s, qPrintable(info.filePath()));
            stanzas += folder == u"stanza"_s && record.error.isEmpty() && record.events.size() >= 2;
        }
    }
    QVERIFY2(stanzas >= 8, "the corpus is not where it was");
}

void TestXmlStreamParser::prefixLayouts_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("stanza");
    const QByteArray streams = "http://etherx.jabber.org/streams";
    QTest::newRow("usual") << kHeader << QByteArray("<message><body>hi</body><x xmlns='urn:x'/></message>");
    QTest::newRow("stream as default")
        << QByteArray("<stream xmlns='" + streams + "'>")
        << QByteArray("<message xmlns='jabber:client'><body>hi</body><x xmlns='urn:x'/></message>");
    QTest::newRow("client prefixed") << QByteArray("<stream xmlns='" + streams + "' xmlns:c='jabber:client'>")
                                     << QByteArray(
                                            "<c:message><c:body>hi</c:body><x xmlns='urn:x'/></c:message>");
    QTest::newRow("all prefixed") << QByteArray("<s:stream xmlns:s='" + streams
                                                + "' xmlns:c='jabber:client' xmlns:x='urn:x'>")
                                  << QByteArray("<c:message><c:body>hi</c:body><x:x/></c:message>");
    QTest::newRow("child prefix on the header")
        << QByteArray("<stream:stream xmlns='jabber:client' xmlns:stream='" + streams + "' xmlns:x='urn:x'>")
        << QByteArray("<message><body>hi</body><x:x/></message>");
    QTest::newRow("prefix on the stanza")
        << kHeader
        << QByteArray("<p:message xmlns:p='jabber:client'><body>hi</body><p:x xmlns:p='urn:x'/>"
                      "</p:message>");
}

void TestXmlStreamParser::prefixLayouts()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, stanza);
    const Record record = parseEveryWay(header + stanza);
    QCOMPARE(record.error, QString());
    QCOMPARE(record.events.size(), 2);
    QCOMPARE(record.events.at(1),
             u"<message xmlns=\"jabber:client\"><body>hi</body><x xmlns=\"urn:x\"/></message>"_s);
}

void TestXmlStreamParser::onlyDepthOneIsReported()
{
    // SECURITY A10, A11: what is nested stays inside, and another namespace stays visible to whoever routes.
    QStringList seen;
    XmlStreamParser parser(
        {},
        {{},
         [&](const XmlElement &element) { seen << element.name() + u" "_s + element.namespaceUri(); },
         {}});
    QVERIFY(feed(parser,
                 kHeader
                     + "<message><x xmlns='urn:x'><iq xmlns='jabber:client' type='set'/></x>"
                       "<body><message/></body></message><message xmlns='jabber:server'/>"
                       "<message xmlns='urn:x'/><message xmlns=''/>")
                .has_value());
    QCOMPARE(seen,
             (QStringList{u"message jabber:client"_s, u"message jabber:server"_s, u"message urn:x"_s,
                          u"message "_s}));
}

void TestXmlStreamParser::whitespaceKeepAlives() // SECURITY F54
{
    XmlLimits limits;
    limits.stanzaBytes = 64;
    const QByteArray space(1000, ' ');
    const Record record = parseEveryWay(space + kHeader + space + "<iq/>" + space + "\r\n\t" + "<iq/>" + space
                                            + "</stream:stream>" + space,
                                        limits);
    QCOMPARE(record.error, QString());
    QCOMPARE(record.events.size(), 4);
}

void TestXmlStreamParser::reportsOnTheLastByte()
{
    int opened = 0;
    int elements = 0;
    int closed = 0;
    XmlStreamParser parser(
        {},
        {[&](const XmlElement &) { ++opened; }, [&](const XmlElement &) { ++elements; }, [&] { ++closed; }});
    const auto fed = [&](const QByteArray &bytes) { return parser.feed(bytes).has_value(); };
    QVERIFY(fed(kHeader.chopped(1)));
    QCOMPARE(opened, 0);
    QVERIFY(fed(">"));
    QCOMPARE(opened, 1);
    QVERIFY(fed("<iq/"));
    QCOMPARE(elements, 0);
    QVERIFY(fed(">"));
    QCOMPARE(elements, 1);
    QVERIFY(fed("<iq></iq"));
    QCOMPARE(elements, 1);
    QVERIFY(fed(">"));
    QCOMPARE(elements, 2);
    QVERIFY(fed("</stream:stream"));
    QCOMPARE(closed, 0);
    QVERIFY(fed(">"));
    QCOMPARE(closed, 1);
}

void TestXmlStreamParser::insideStanza()
{
    XmlStreamParser parser({}, {});
    QVERIFY(parser.feed(kHeader).has_value());
    QVERIFY(!parser.insideStanza());
    QVERIFY(parser.feed("  ").has_value());
    QVERIFY(!parser.insideStanza());
    QVERIFY(parser.feed("<").has_value());
    QVERIFY(parser.insideStanza());
    QVERIFY(parser.feed("iq>text").has_value());
    QVERIFY(parser.insideStanza());
    QVERIFY(parser.feed("</iq>").has_value());
    QVERIFY(!parser.insideStanza());
}

void TestXmlStreamParser::bytesBehind()
{
    QList<qsizetype> behind;
    std::unique_ptr<XmlStreamParser> parser;
    parser = std::make_unique<XmlStreamParser>(
        XmlLimits(),
        XmlStreamParser::Handlers{{}, [&](const XmlElement &) { behind << parser->bytesBehind(); }, {}});
    QVERIFY(feed(*parser, kHeader + "<a/>12<b/>").has_value() == false);
    QVERIFY(behind.size() == 1);
    QCOMPARE(behind.first(), 6);
    QCOMPARE(parser->bytesBehind(), 0);
}

void TestXmlStreamParser::handlerMayDestroyTheParser()
{
    for (const bool atHeader : {true, false}) {
        QStringList seen;
        std::unique_ptr<XmlStreamParser> parser;
        parser = std::make_unique<XmlStreamParser>(XmlLimits(),
                                                   XmlStreamParser::Handlers{[&](const XmlElement &) {
                                                                                 seen << u"open"_s;
                                                                                 if (atHeader)
                                                                                     parser.reset();
                                                                             },
                                                                             [&](const XmlElement &element) {
                                                                                 seen << element.name();
                                                                                 parser.reset();
                                                                             },
                                                                             [&] { seen << u"close"_s; }});
        QVERIFY(feed(*parser, kHeader + "<a/><b/><c></d></stream:stream>").has_value());
        QCOMPARE(seen, atHeader ? QStringList{u"open"_s} : (QStringList{u"open"_s, u"a"_s}));
        QVERIFY(!parser);
    }
}

void TestXmlStreamParser::handlerMayReplaceTheParser()
{
    QStringList seen;
    std::unique_ptr<XmlStreamParser> parser;
    const auto make = [&](auto &&self) -> void {
        parser = std::make_unique<XmlStreamParser>(
            XmlLimits(),
            XmlStreamParser::Handlers{[&](const XmlElement &) { seen << u"open"_s; },
                                      [&](const XmlElement &element) {
                                          seen << element.name();
                                          if (element.name() == u"proceed"_s)
                                              self(self);
                                      },
                                      {}});
    };
    make(make);
    QVERIFY(feed(*parser, kHeader + "<proceed/><iq id='forged'/>").has_value());
    QVERIFY(feed(*parser, kHeader + "<iq/>").has_value());
    QCOMPARE(seen, (QStringList{u"open"_s, u"proceed"_s, u"open"_s, u"iq"_s}));
}

void TestXmlStreamParser::limitsMayBeRaised()
{
    XmlStreamParser parser(XmlLimits::beforeAuthentication(), {});
    QVERIFY(parser.feed(kHeader).has_value());
    QVERIFY(feed(parser, "<iq>" + QByteArray(200'000, 'x')).has_value());
    parser.setLimits({});
    QVERIFY(feed(parser, QByteArray(200'000, 'x') + "</iq>").has_value());
    parser.setLimits(XmlLimits::beforeAuthentication());
    QVERIFY(!feed(parser, "<iq>" + QByteArray(300'000, 'x')).has_value());
}

QTEST_APPLESS_MAIN(TestXmlStreamParser)
#include "tst_xmlstreamparser.moc"
