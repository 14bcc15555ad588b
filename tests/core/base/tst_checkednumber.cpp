// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CheckedNumber.h"

#include <QTest>

using namespace tertulia;

/// SECURITY A116.
class CheckedNumberTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("blank") << QStringLiteral("  ");
        QTest::newRow("sign alone") << QStringLiteral("-");
        QTest::newRow("below the range") << QStringLiteral("-1");
        QTest::newRow("above the range") << QStringLiteral("4294967296");
        QTest::newRow("2^64") << QStringLiteral("18446744073709551616");
        QTest::newRow("exponent") << QStringLiteral("1e9");
        QTest::newRow("hexadecimal") << QStringLiteral("0x10");
        QTest::newRow("fraction") << QStringLiteral("1.0");
        QTest::newRow("group") << QStringLiteral("1,000");
        QTest::newRow("Arabic digits") << QStringLiteral(u"\u0661\u0662");
        QTest::newRow("full-width digits") << QStringLiteral(u"\uFF11");
        QTest::newRow("inner space") << QStringLiteral("1 2");
        QTest::newRow("two signs") << QStringLiteral("+-1");
        QTest::newRow("very long") << QString(100000, QLatin1Char('1'));
    }

    void refuses()
    {
        QFETCH(QString, text);
        QVERIFY(!checkedNumber(text, 0, 4294967295));
    }

    void takes()
    {
        QCOMPARE(checkedNumber(u"0", 0, 10).value_or(-1), 0);
        QCOMPARE(checkedNumber(u"+7", 0, 10).value_or(-1), 7);
        QCOMPARE(checkedNumber(u"-128", -128, 127).value_or(0), -128);
        QCOMPARE(checkedNumber(u" 10\n", 0, 10).value_or(-1), 10);
        QCOMPARE(checkedNumber(u"4294967295", 0, 4294967295).value_or(-1), 4294967295);
        QCOMPARE(checkedNumber(u"007", 0, 10).value_or(-1), 7);
    }

    void readsBooleans()
    {
        QVERIFY(!checkedBoolean(u"yes") && !checkedBoolean(u"") && !checkedBoolean(u"TRUE")
                && !checkedBoolean(u"2"));
        QCOMPARE(checkedBoolean(u"1"), std::optional(true));
        QCOMPARE(checkedBoolean(u"true"), std::optional(true));
        QCOMPARE(checkedBoolean(u"0"), std::optional(false));
        QCOMPARE(checkedBoolean(u"false"), std::optional(false));
    }
};

QTEST_GUILESS_MAIN(CheckedNumberTest)
#include "tst_checkednumber.moc"
