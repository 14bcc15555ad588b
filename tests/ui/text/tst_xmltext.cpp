// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/XmlText.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class XmlTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void inLines_data()
    {
        QTest::addColumn<QString>("xml");
        QTest::addColumn<QString>("lines");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("text") << u"a & b"_s << u"a & b"_s;
        QTest::newRow("half a tag") << u"<a><b c='>"_s << u"<a>\n  <b c='>"_s;
        QTest::newRow("ends of others") << u"</a></b></c>"_s << u"</a>\n</b>\n</c>"_s;
        QTest::newRow("empty") << u"<a></a><b/>"_s << u"<a></a>\n<b/>"_s;
        QTest::newRow("a > in a value")
            << u"<a b=\"x>y\" c='\">'><d/></a>"_s << u"<a b=\"x>y\" c='\">'>\n  <d/>\n</a>"_s;
        QTest::newRow("words stay") << u"<a><body> one\n two </body><c>x</c></a>"_s
                                    << u"<a>\n  <body> one\n two </body>\n  <c>x</c>\n</a>"_s;
        QTest::newRow("words among tags") << u"<a>one<b/>two</a>"_s << u"<a>one<b/>two</a>"_s;
        QTest::newRow("no element") << u"<?xml version='1.0'?><!-- x --><a><b/></a>"_s
                                    << u"<?xml version='1.0'?>\n<!-- x -->\n<a>\n  <b/>\n</a>"_s;
    }
    void inLines()
    {
        QFETCH(QString, xml);
        QTEST(xmlInLines(xml), "lines");
    }

    void depthDoesNotRunAway()
    {
        const QString lines = xmlInLines(u"<a>"_s.repeated(10'000));
        QVERIFY2(lines.size() < 10'000 * 80, qPrintable(QString::number(lines.size())));
    }
};

QTEST_APPLESS_MAIN(XmlTextTest)
#include "tst_xmltext.moc"
