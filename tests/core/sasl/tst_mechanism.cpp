// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sasl/Mechanism.h"
#include "core/sasl/SaslPrep.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class TestMechanism : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void plainMessageText();
    void plainMessageRefuses();
    void saslPrepTable_data();
    void saslPrepTable();
};

void TestMechanism::plainMessageText()
{
    QCOMPARE(plainMessage(u"ana"_s, u"s\u00E9cret"_s)->view().toByteArray(),
             QByteArray("\0ana\0s\xC3\xA9"
                        "cret",
                        12));
}

void TestMechanism::plainMessageRefuses()
{
    QCOMPARE(plainMessage(u"ana"_s, QString(u"a"_s + QChar(u'\0') + u"b"_s)).error().code,
             ErrorCode::PasswordNotRepresentable);
    QCOMPARE(plainMessage(QString(u"ana"_s + QChar(u'\0')), u"b"_s).error().code,
             ErrorCode::InvalidAuthorizationId);
}

void TestMechanism::saslPrepTable_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("prepared"); // null: refused
    // RFC 4013 3.
    QTest::newRow("soft hyphen") << u"I\u00ADX"_s << QByteArray("IX");
    QTest::newRow("plain") << u"user"_s << QByteArray("user");
    QTest::newRow("case kept") << u"USER"_s << QByteArray("USER");
    QTest::newRow("feminine ordinal") << u"\u00AA"_s << QByteArray("a");
    QTest::newRow("roman nine") << u"\u2168"_s << QByteArray("IX");
    QTest::newRow("control") << u"\u0007"_s << QByteArray();
    QTest::newRow("bidi") << u"\u0627\u0031"_s << QByteArray();
    // Others.
    QTest::newRow("no-break space") << u"a\u00A0b"_s << QByteArray("a b");
    QTest::newRow("spaces kept") << u" a b "_s << QByteArray(" a b ");
    QTest::newRow("private use") << u"\uE000"_s << QByteArray();
    QTest::newRow("lone surrogate") << QString(QChar(0xD800)) << QByteArray();
    QTest::newRow("empty") << QString() << QByteArray();
    QTest::newRow("vanishes") << u"\u00AD"_s << QByteArray();
    QTest::newRow("emoji") << u"\U0001F986"_s << QByteArray("\xF0\x9F\xA6\x86");
    QTest::newRow("grows") << QString(500, QChar(0xFDFA)) << QByteArray();
}

void TestMechanism::saslPrepTable()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, prepared);
    const auto result = saslPrep(text);
    if (QByteArray(QTest::currentDataTag()) == "grows") {
        // The character that normalisation lengthens most must neither overflow nor be cut.
        QVERIFY(result.has_value());
        QCOMPARE(QString::fromUtf8(result->view()),
                 QString(QChar(0xFDFA)).repeated(500).normalized(QString::NormalizationForm_KC));
        return;
    }
    QCOMPARE(result.has_value(), !prepared.isNull());
    if (result)
        QCOMPARE(result->view().toByteArray(), prepared);
    else
        QCOMPARE(result.error().code, ErrorCode::PasswordNotRepresentable);
}

QTEST_APPLESS_MAIN(TestMechanism)
#include "tst_mechanism.moc"
