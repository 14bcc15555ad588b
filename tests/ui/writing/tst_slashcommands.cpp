// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/writing/SlashCommands.h"

#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;
using Kind = WrittenText::Kind;

class SlashCommandsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNoCommandIsNotSaid()
    {
        for (const QString &text : {u"/mee waves"_s, u"/password hunter2"_s, u"/etc/passwd"_s, u"/nick Ana"_s,
                                    u"/leave"_s, u"/TOPIC x"_s, u"/me"_s, u"/me   "_s, u"/Me\n"_s}) {
            const WrittenText meant = SlashCommands::read(text);
            QVERIFY2(meant.kind == Kind::Refused, qPrintable(text));
            QVERIFY(!meant.text.isEmpty());
        }
        QVERIFY(SlashCommands::read(u"/topic x"_s).text.contains(u"rooms"_s));
        // What was written does not make the sentence endless.
        QVERIFY(SlashCommands::read(QString(u'/' + QString(5000, u'a'))).text.size() < 200);
    }

    void isSent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("sent");
        QTest::newRow("words") << u"hello /me"_s << u"hello /me"_s;
        QTest::newRow("empty") << u""_s << u""_s;
        QTest::newRow("a slash") << u"/"_s << u"/"_s;
        QTest::newRow("a number") << u"/5"_s << u"/5"_s;
        QTest::newRow("spaced") << u"/ x"_s << u"/ x"_s;
        QTest::newRow("two slashes") << u"//help"_s << u"/help"_s;
        QTest::newRow("three") << u"///"_s << u"//"_s;
        QTest::newRow("action") << u"/me waves"_s << u"/me waves"_s;
        QTest::newRow("capitals") << u"/ME  waves "_s << u"/me waves"_s;
        QTest::newRow("lines") << u"/me\nwaves"_s << u"/me waves"_s;
        QTest::newRow("second line") << u"hello\n/leave"_s << u"hello\n/leave"_s;
    }
    void isSent()
    {
        QFETCH(QString, text);
        QFETCH(QString, sent);
        const WrittenText meant = SlashCommands::read(text);
        QCOMPARE(meant.kind, Kind::Message);
        QCOMPARE(meant.text, sent);
    }

    void whatWasSaidIsEditedAsItIs()
    {
        for (const QString &said :
             {u"hello"_s, u"/me waves"_s, u"/help"_s, u"//x"_s, u"/etc/passwd"_s, u"/"_s, u"/me"_s, u""_s}) {
            const WrittenText meant = SlashCommands::read(SlashCommands::written(said));
            QCOMPARE(meant.kind, Kind::Message);
            QCOMPARE(meant.text, said);
        }
        QCOMPARE(SlashCommands::written(u"/me waves"_s), u"/me waves"_s);
    }

    void help()
    {
        QCOMPARE(SlashCommands::read(u"/help"_s).kind, Kind::Help);
        QCOMPARE(SlashCommands::read(u"/help me"_s).kind, Kind::Help);
        for (const SlashCommands::Command &command : SlashCommands::offered())
            QVERIFY(SlashCommands::help().contains(command.word));
    }
};

QTEST_GUILESS_MAIN(SlashCommandsTest)
#include "tst_slashcommands.moc"
