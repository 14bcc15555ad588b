// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Result.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class TestError : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void remoteText_data();
    void remoteText();
    void failures();
};

void TestError::remoteText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("null") << QString() << QString();
    QTest::newRow("plain") << u"Go away"_s << u"Go away"_s;
    QTest::newRow("markup stays what it is") << u"<img src='file:///x'>"_s << u"<img src='file:///x'>"_s;
    QTest::newRow("bidi overrides") << u"a\u202Eb\u2066c\u200Fd\u061Ce"_s << u"abcde"_s;
    QTest::newRow("controls") << u"a\u0000\u0007b\u001B[31mc\u0085"_s << u"ab[31mc"_s;
    QTest::newRow("lines stay") << u"  a\nb  "_s << u"a\nb"_s;
    QTest::newRow("1 MB") << QString(1'000'000, u'x') << QString(500, u'x');
    // 499 and then a pair: half a character is none.
    QTest::newRow("cut in a pair") << QString(QString(499, u'x') + u"\U0001F986"_s) << QString(499, u'x');
}

void TestError::remoteText()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(shownRemoteText(text), shown);
}

void TestError::failures()
{
    const Result<int> result = failure(ErrorCode::StreamConflict, u"s"_s, u"t"_s);
    QVERIFY(!result);
    QCOMPARE(result.error(), (Error{ErrorCode::StreamConflict, u"s"_s, u"t"_s}));
    QVERIFY(result.error() != (Error{ErrorCode::StreamReset, u"s"_s, u"t"_s}));
}

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
