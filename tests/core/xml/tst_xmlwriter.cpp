// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/xml/Namespaces.h"
#include "core/xml/XmlElement.h"
#include "core/xml/XmlWriter.h"

#include <QDomDocument>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class TestXmlWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void escapes_data();
    void escapes();
    void namespaces();
    void nullAndEmptyAttributes();
    void attributesWithNamespaces();
    void streamNamespace();
    void xmlNamespace();
    void streamHeader();
    void readByAnotherParser();
};

void TestXmlWriter::escapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("inText");
    QTest::addColumn<QByteArray>("inAttribute");
    const auto row
        = [](const char *name, const QString &text, const QByteArray &inText, const QByteArray &inAttribute) {
              QTest::newRow(name) << text << inText << inAttribute;
          };
    row("markup", u"</a><b c=\"'&amp;\">"_s, "&lt;/a&gt;&lt;b c=\"'&amp;amp;\"&gt;",
        "&lt;/a&gt;&lt;b c=&quot;&apos;&amp;amp;&quot;&gt;");
    row("CDATA end", u"]]>"_s, "]]&gt;", "]]&gt;");
    row("line ends", u"a\nb\r\nc\td"_s, "a\nb&#13;\nc\td", "a&#10;b&#13;&#10;c&#9;d");
    row("controls", QString(u"a\u0001\u0008\u000B\u001Fb"_s + QChar(u'\0') + u"c"_s), "abc", "abc");
    row("delete and C1 stay", u"\u007F\u0085"_s, "\x7F\xC2\x85", "\x7F\xC2\x85");
    row("non-characters", u"a\uFFFE\uFFFFb\uFFFD"_s, "ab\xEF\xBF\xBD", "ab\xEF\xBF\xBD");
    row("lone surrogates", QString(u"a"_s + QChar(0xD83D) + u"b"_s + QChar(0xDE00)), "ab", "ab");
    row("surrogates swapped", QString(QString(QChar(0xDE00)) + QChar(0xD83D)), "", "");
    row("two, three, four bytes", u"\u00E9\u20AC\U0001F986"_s, "\xC3\xA9\xE2\x82\xAC\xF0\x9F\xA6\x86",
        "\xC3\xA9\xE2\x82\xAC\xF0\x9F\xA6\x86");
}

void TestXmlWriter::escapes()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, inText);
    QFETCH(QByteArray, inAttribute);
    XmlWriter writer;
    writer.start(u"a", u"").attribute(u"b", text).text(u"x").text(text).end();
    QCOMPARE(writer.result(), QByteArray("<a b=\"" + inAttribute + "\">x" + inText + "</a>"));
}

void TestXmlWriter::namespaces()
{
    XmlWriter writer(ns::kClient);
    writer.start(u"message", ns::kClient)
        .start(u"body")
        .text(u"hi")
        .end()
        .start(u"x", u"urn:x")
        .start(u"y")
        .end()
        .textElement(u"z", ns::kClient, u"t"_s)
        .start(u"none", u"")
        .end()
        .end()
        .emptyElement(u"w", ns::kClient)
        .end();
    QCOMPARE(writer.result(),
             QByteArray("<message><body>hi</body><x xmlns=\"urn:x\"><y/><z xmlns=\"jabber:client\">t</z>"
                        "<none xmlns=\"\"/></x><w/></message>"));
}

void TestXmlWriter::nullAndEmptyAttributes()
{
    XmlWriter writer;
    writer.start(u"a", u"").attribute(u"b", QString()).attribute(u"c", u""_s).language(QString()).end();
    QCOMPARE(writer.result(), QByteArray("<a c=\"\"/>"));
    XmlWriter empty;
    empty.start(u"a", u"").textElement(u"b", QString()).text(u"").end();
    QCOMPARE(empty.result(), QByteArray("<a><b/></a>"));
}

void TestXmlWriter::attributesWithNamespaces()
{
    const XmlElement element(u"a"_s, u"urn:x"_s,
                             {{u"lang"_s, ns::kXml, u"es"_s},
                              {u"b"_s, u"urn:y"_s, u"1"_s},
                              {u"b"_s, {}, u"2"_s},
                              {u"b"_s, u"urn:z"_s, u"3"_s}});
    QCOMPARE(element.toXml(),
             QByteArray("<a xmlns=\"urn:x\" xml:lang=\"es\" xmlns:a1=\"urn:y\" a1:b=\"1\" b=\"2\" "
                        "xmlns:a2=\"urn:z\" a2:b=\"3\"/>"));
}

void TestXmlWriter::streamNamespace()
{
    XmlWriter writer(ns::kClient);
    writer.start(u"error", ns::kStream).emptyElement(u"restricted-xml", ns::kStreamErrors).end();
    QCOMPARE(writer.result(),
             QByteArray("<stream:error><restricted-xml "
                        "xmlns=\"urn:ietf:params:xml:ns:xmpp-streams\"/></stream:error>"));
    XmlWriter alone;
    alone.start(u"error", ns::kStream).end();
    QCOMPARE(alone.result(), QByteArray("<error xmlns=\"http://etherx.jabber.org/streams\"/>"));
}

void TestXmlWriter::xmlNamespace()
{
    XmlWriter writer(ns::kClient);
    writer.start(u"body", ns::kClient).start(u"note", ns::kXml).emptyElement(u"b", ns::kClient).end().end();
    QCOMPARE(writer.result(), QByteArray("<body><xml:note><b/></xml:note></body>"));
}

void TestXmlWriter::streamHeader()
{
    const QByteArray header = XmlWriter::streamHeader({}, u"ex'\"<&>.org"_s, u"es"_s);
    QVERIFY(header.startsWith("<?xml version='1.0'?><stream:stream "));
    QVERIFY(!header.contains("from="));
    QVERIFY(header.contains("to=\"ex&apos;&quot;&lt;&amp;&gt;.org\""));
    QVERIFY(header.contains("version=\"1.0\""));
    QVERIFY(header.contains("xml:lang=\"es\""));
    QVERIFY(header.endsWith(">"));
    QDomDocument document;
    QVERIFY(document.setContent(header + XmlWriter::streamFooter(), true));
    QCOMPARE(document.documentElement().namespaceURI(), ns::kStream);
}

void TestXmlWriter::readByAnotherParser()
{
    const QString odd = u"\u0001</x>]]>\r\n\t\"'&amp; \U0001F986"_s;
    XmlWriter writer;
    writer.start(u"message", ns::kClient).attribute(u"id", odd).textElement(u"body", odd).end();
    QDomDocument document;
    QVERIFY(document.setContent(writer.result(), true));
    const QString kept = odd.mid(1);
    QCOMPARE(document.documentElement().attribute(u"id"_s), kept);
    QCOMPARE(document.documentElement().firstChildElement().text(), kept);
    QCOMPARE(document.documentElement().firstChildElement().namespaceURI(), ns::kClient);
}

QTEST_APPLESS_MAIN(TestXmlWriter)
#include "tst_xmlwriter.moc"
