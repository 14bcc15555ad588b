// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/xml/Namespaces.h"
#include "core/xml/XmlElement.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

XmlElement::Node text(const QString &value)
{
    return {{}, value};
}

XmlElement::Node node(const XmlElement &element)
{
    return {element, {}};
}

XmlElement sample()
{
    return {u"message"_s,
            ns::kClient,
            {{u"to"_s, {}, u"ana@example.org"_s},
             {u"id"_s, {}, u""_s},
             {u"lang"_s, ns::kXml, u"es"_s},
             {u"id"_s, u"urn:x"_s, u"other"_s}},
            {text(u"a"_s), node({u"body"_s, ns::kClient, {}, {text(u"hola"_s)}}),
             node({u"body"_s, u"urn:x"_s}), text(u"b"_s), node({u"x"_s, u"urn:x"_s})}};
}

} // namespace

class TestXmlElement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nullElement();
    void attributes();
    void children();
    void textRuns();
    void equality_data();
    void equality();
    void copiesAreShared();
    void deepTreeIsTornDownFlat();
    void deepTreeWithSharedParts();
};

void TestXmlElement::nullElement()
{
    const XmlElement null;
    QVERIFY(null.isNull());
    QVERIFY(null.name().isEmpty());
    QVERIFY(!null.is(u"", u""));
    QVERIFY(null.attribute(u"id").isNull());
    QVERIFY(null.child(u"a", u"b").isNull());
    QVERIFY(null.firstChild().isNull());
    QVERIFY(null.children().isEmpty());
    QVERIFY(null.text().isNull());
    QVERIFY(null.toXml().isEmpty());
    QCOMPARE(null, XmlElement());
    QVERIFY(!(null == sample()));
    QVERIFY(!(sample() == null));
}

void TestXmlElement::attributes()
{
    const XmlElement element = sample();
    QCOMPARE(element.attribute(u"to"), u"ana@example.org"_s);
    QVERIFY(element.attribute(u"from").isNull());
    QVERIFY(!element.attribute(u"id").isNull());
    QVERIFY(element.attribute(u"id").isEmpty());
    QVERIFY(element.hasAttribute(u"id"));
    QVERIFY(!element.hasAttribute(u"lang")); // not the one of the xml namespace
    QCOMPARE(element.language(), u"es"_s);
    QCOMPARE(element.attributes().size(), 4);
}

void TestXmlElement::children()
{
    const XmlElement element = sample();
    QVERIFY(element.child(u"body", u"urn:y").isNull());
    QVERIFY(element.child(u"Body", ns::kClient).isNull());
    QVERIFY(element.childText(u"nothing", ns::kClient).isNull());
    QVERIFY(element.firstChildIn(u"urn:y").isNull());
    QCOMPARE(element.children().size(), 3);
    QCOMPARE(element.children(u"body", u"urn:x").size(), 1);
    QCOMPARE(element.childText(u"body", ns::kClient), u"hola"_s);
    QVERIFY(!element.childText(u"x", u"urn:x").isNull()); // there, but empty
    QCOMPARE(element.firstChild().text(), u"hola"_s);
    QCOMPARE(element.firstChildIn(u"urn:x").name(), u"body"_s);
    QVERIFY(element.is(u"message", ns::kClient));
    QVERIFY(!element.is(u"message", u"jabber:server"));
}

void TestXmlElement::textRuns()
{
    QCOMPARE(sample().text(), u"ab"_s);
    const XmlElement split(u"a"_s, {}, {}, {text({}), text(u"x"_s), text(u""_s), text(u"y"_s), text({})});
    QCOMPARE(split.nodes().size(), 1);
    QCOMPARE(split, XmlElement(u"a"_s, {}, {}, {text(u"xy"_s)}));
}

void TestXmlElement::equality_data()
{
    QTest::addColumn<XmlElement>("other");
    QTest::addColumn<bool>("equal");
    const XmlElement s = sample();
    const auto attributes = s.attributes();
    const auto nodes = s.nodes();
    QTest::newRow("name") << XmlElement(u"iq"_s, ns::kClient, attributes, nodes) << false;
    QTest::newRow("namespace") << XmlElement(u"message"_s, u"jabber:server"_s, attributes, nodes) << false;
    QTest::newRow("attribute missing")
        << XmlElement(u"message"_s, ns::kClient, attributes.first(3), nodes) << false;
    auto changed = attributes;
    changed[0].value = u"Ana@example.org"_s;
    QTest::newRow("attribute value") << XmlElement(u"message"_s, ns::kClient, changed, nodes) << false;
    changed = attributes;
    changed[3].namespaceUri = u"urn:y"_s;
    QTest::newRow("attribute namespace") << XmlElement(u"message"_s, ns::kClient, changed, nodes) << false;
    QTest::newRow("child missing") << XmlElement(u"message"_s, ns::kClient, attributes, nodes.first(4))
                                   << false;
    auto other = nodes;
    other.swapItemsAt(1, 2);
    QTest::newRow("order of children") << XmlElement(u"message"_s, ns::kClient, attributes, other) << false;
    other = nodes;
    other[0] = text(u"c"_s);
    QTest::newRow("text") << XmlElement(u"message"_s, ns::kClient, attributes, other) << false;
    other = nodes;
    other[1] = node({u"body"_s, ns::kClient, {}, {text(u"adios"_s)}});
    QTest::newRow("text of a child") << XmlElement(u"message"_s, ns::kClient, attributes, other) << false;
    QTest::newRow("same") << sample() << true;
    changed = attributes;
    changed.swapItemsAt(0, 3);
    QTest::newRow("order of attributes") << XmlElement(u"message"_s, ns::kClient, changed, nodes) << true;
}

void TestXmlElement::equality()
{
    QFETCH(XmlElement, other);
    QFETCH(bool, equal);
    QCOMPARE(sample() == other, equal);
    QCOMPARE(other == sample(), equal);
}

void TestXmlElement::copiesAreShared()
{
    XmlElement first = sample();
    const XmlElement copy = first;
    QCOMPARE(copy.nodes().constData(), first.nodes().constData());
    const XmlElement moved = std::move(first);
    QVERIFY(first.isNull()); // NOLINT: the state after a move is promised
    QCOMPARE(moved, copy);
    first = copy;
    first = *&first;
    QCOMPARE(first, copy);
    const XmlElement child = first.firstChild();
    first = {};
    QCOMPARE(child.text(), u"hola"_s);
}

void TestXmlElement::deepTreeIsTornDownFlat()
{
    const auto deep = [] {
        XmlElement element(u"leaf"_s, u"urn:x"_s);
        for (int i = 0; i < 100'000; ++i)
            element = XmlElement(u"a"_s, u"urn:x"_s, {}, {text(u"t"_s), node(element)});
        return element;
    };
    const XmlElement one = deep();
    const XmlElement other = deep();
    QVERIFY(one == other);
    QVERIFY(one.toXml().size() > 100'000 * 7);
}

void TestXmlElement::deepTreeWithSharedParts()
{
    QList<XmlElement> kept;
    QList<XmlElement::Node> keptNodes;
    XmlElement element(u"leaf"_s, u"urn:x"_s, {}, {text(u"end"_s)});
    for (int i = 0; i < 100'000; ++i) {
        element = XmlElement(u"a"_s, u"urn:x"_s, {}, {node(element), node(element)});
        if (i % 25'000 == 0) {
            kept << element;
            keptNodes = element.nodes();
        }
    }
    element = {};
    for (const XmlElement &part : kept)
        QCOMPARE(part.name(), u"a"_s);
    kept.clear();
    QCOMPARE(keptNodes.size(), 2);
    keptNodes.clear();
}

QTEST_APPLESS_MAIN(TestXmlElement)
#include "tst_xmlelement.moc"
