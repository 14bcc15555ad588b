// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/CommandLine.h"

#include <QtTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

class tst_CommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{u"--colour"_s};
        QTest::newRow("a password") << QStringList{u"--password"_s, u"x"_s};
        QTest::newRow("unknown status") << QStringList{u"--status"_s, u"busy"_s};
        QTest::newRow("value missing") << QStringList{u"--chat"_s};
        QTest::newRow("empty profile") << QStringList{u"--profile="_s};
        QTest::newRow("a web link") << QStringList{u"https://example.org/"_s};
        QTest::newRow("a file") << QStringList{u"/etc/passwd"_s};
        QTest::newRow("two links") << QStringList{u"xmpp:a@example.org"_s, u"xmpp:b@example.org"_s};
        QTest::newRow("export to nowhere") << QStringList{u"--export-history"_s, u"bruno@example.org"_s};
        QTest::newRow("export of nobody") << QStringList{u"--export-history="_s, u"/tmp/x"_s};
        QTest::newRow("export twice")
            << QStringList{u"--export-history"_s, u"bruno@example.org"_s, u"/tmp/x"_s, u"/tmp/y"_s};
        QTest::newRow("script without demo") << QStringList{u"--script"_s};
    }
    void refuses()
    {
        QFETCH(QStringList, arguments);
        const auto line = CommandLine::parse(QStringList{u"tertulia"_s} + arguments);
        QVERIFY(!line);
        QVERIFY(!line.error().isEmpty());
    }

    void reads()
    {
        const auto line = CommandLine::parse(
            {u"tertulia"_s, u"--profile"_s, u"/tmp/p"_s, u"--hidden"_s, u"--offline"_s,
             u"--chat=bruno@example.org"_s, u"--new-window"_s, u"carla@example.org"_s, u"--status"_s, u"xa"_s,
             u"--message"_s, u""_s, u"--log"_s, u"tertulia.*=true"_s, u"xmpp:room@example.org?join"_s});
        QVERIFY(line);
        QCOMPARE(line->profile, u"/tmp/p"_s);
        QVERIFY(line->hidden && line->offline);
        QCOMPARE(line->chat, u"bruno@example.org"_s);
        QCOMPARE(line->newWindow, u"carla@example.org"_s);
        QCOMPARE(line->status, Availability::ExtendedAway);
        QVERIFY(line->message && line->message->isEmpty());
        QCOMPARE(line->log, u"tertulia.*=true"_s);
        QCOMPARE(line->uri, u"xmpp:room@example.org?join"_s);
    }

    void aProfileIsTheSameFromEverywhere()
    {
        for (const QString &said :
             {u"work"_s, u"./x/../work/"_s, QString(QDir::currentPath() + u"/work"_s)}) {
            const auto line = CommandLine::parse({u"tertulia"_s, u"--profile"_s, said});
            QVERIFY(line);
            QCOMPARE(line->profile, QString(QDir::currentPath() + u"/work"_s));
        }
        const auto none = CommandLine::parse({u"tertulia"_s});
        QVERIFY(none && none->profile.isEmpty());
    }

    void aFileKeepsItsFolderOnTheWay()
    {
        const auto line = CommandLine::parse(
            {u"tertulia"_s, u"--export-history"_s, u"bruno@example.org"_s, u"history.txt"_s});
        QVERIFY(line);
        QCOMPARE(line->exportFile, QDir::current().absoluteFilePath(u"history.txt"_s));
        const CommandLine there = CommandLine::fromJson(line->toJson());
        QCOMPARE(there.exported, u"bruno@example.org"_s);
        QCOMPARE(there.exportFile, line->exportFile);
        // Another process may have written it.
        QVERIFY(CommandLine::fromJson({{u"export-history"_s, u"a@example.org"_s}, {u"file"_s, u"x"_s}})
                    .exported.isEmpty());
    }

    void travelsToTheRunningCopy()
    {
        const auto line = CommandLine::parse({u"tertulia"_s, u"--chat=bruno@example.org"_s, u"--status=dnd"_s,
                                              u"--message=busy"_s, u"--quit"_s, u"xmpp:a@example.org"_s});
        QVERIFY(line);
        const CommandLine there = CommandLine::fromJson(line->toJson());
        QCOMPARE(there.chat, line->chat);
        QCOMPARE(there.status, line->status);
        QCOMPARE(there.message, line->message);
        QVERIFY(there.quit);
        QCOMPARE(there.uri, line->uri);
    }

    /// SECURITY A102, A130
    void hostileRequestIsEmptied()
    {
        const CommandLine line = CommandLine::fromJson({{u"chat"_s, QString(100'000, u'x')},
                                                        {u"uri"_s, u"file:///etc/passwd"_s},
                                                        {u"status"_s, 7},
                                                        {u"message"_s, QJsonObject()},
                                                        {u"quit"_s, u"yes"_s}});
        QVERIFY(line.chat.isEmpty());
        QVERIFY(line.uri.isEmpty());
        QVERIFY(!line.status);
        QVERIFY(!line.message);
        QVERIFY(!line.quit);
    }

    void helpNamesEveryOption()
    {
        const QString help = CommandLine::helpText();
        for (const QString &name :
             {u"--profile"_s, u"--hidden"_s, u"--chat"_s, u"--new-window"_s, u"--status"_s, u"--message"_s,
              u"--quit"_s, u"--offline"_s, u"--list-accounts"_s, u"--log"_s, u"--demo"_s, u"--version"_s,
              u"--help"_s})
            QVERIFY2(help.contains(name), qPrintable(name));
        QVERIFY(!help.contains(u"password"_s));
        QCOMPARE(CommandLine::versionText(), u"Tertulia "_s + QStringLiteral(TERTULIA_VERSION));
    }
};

QTEST_GUILESS_MAIN(tst_CommandLine)
#include "tst_commandline.moc"
