// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/FoundLogs.h"
#include "core/history/HistoryImport.h"
#include "core/store/SettingsTable.h"
#include "tests/support/ChatFixture.h"
#include "tests/support/LogFixture.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

/// A log of Psi with `count` messages, a second apart.
FoundLog makeLong(const QString &folder, int count, const QString &with = u"bruno"_s)
{
    QDir().mkpath(folder);
    QFile file(folder + u'/' + with + (with == u"carla" ? u"_at_example.com"_s : u"_at_example.net"_s)
               + u".history"_s);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write");
    const QDateTime first(QDate(2020, 1, 1), QTime(10, 0));
    for (int i = 0; i < count; ++i)
        file.write(QString(u"|"_s + first.addSecs(i).toString(Qt::ISODate)
                           + (i % 3 ? u"|1|from|N---|"_s : u"|1|to|N---|"_s) + u"word "_s + QString::number(i)
                           + u'\n')
                       .toUtf8());
    return {.program = LogProgram::Psi, .path = folder, .chats = 1, .bytes = file.pos()};
}

struct Fixture : ChatFixture {
    Fixture() { begin(); }

    void begin()
    {
        import = std::make_unique<HistoryImport>(
            store(), [this](const QString &id) { return id == account ? &chats() : nullptr; });
    }
    ImportOutcome run(const QList<FoundLog> &found)
    {
        QList<ImportedLog> chosen;
        for (const FoundLog &log : found)
            chosen.append({log, account});
        QSignalSpy finished(import.get(), &HistoryImport::finished);
        import->start(chosen);
        if (finished.isEmpty() && !finished.wait(60'000))
            qFatal("it does not end");
        return finished.first().first().value<ImportOutcome>();
    }

    std::unique_ptr<HistoryImport> import;
};

} // namespace

class tst_historyimport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<ImportOutcome>(); }

    void bringsAllIn()
    {
        const LogFixture logs;
        Fixture f;
        f.clock.setNow(QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC));
        const auto found = findLogs(logs.home(), logs.data(), logs.config());
        const auto outcome = f.run(found);
        // Psi wrote the same twice.
        QCOMPARE(outcome.added, 18 + 4 + 12);
        QCOMPARE(outcome.known, 12);
        QVERIFY(!outcome.error && !outcome.stopped);
        QCOMPARE(f.bodies().size(), outcome.added);
        // In order, and no news.
        const auto messages = f.chats().lastMessages(f.bruno, 1000);
        QVERIFY(std::is_sorted(messages.cbegin(), messages.cend(),
                               [](const auto &a, const auto &b) { return a.time < b.time; }));
        QCOMPARE(f.chats().unread(f.bruno), 0);
        QCOMPARE(f.chats().unreadTotal(), 0);
        QVERIFY(f.chats().peersToTell().isEmpty());
        QVERIFY(f.chats().peersToShare().isEmpty());
        QCOMPARE(f.chats().facts(f.bruno)->last->body, messages.last().body);
        QVERIFY(!f.chats().isStranger(f.bruno));
        // Once more is nothing more.
        const auto again = f.run(found);
        QCOMPARE(again.added, 0);
        QCOMPARE(again.known, outcome.added + outcome.known);
        QCOMPARE(f.bodies().size(), outcome.added);
    }

    /// What was said twice within a second stays twice, and what was heard here is not doubled.
    void theSameWordsAreNotTheSameMessage()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"bruno_at_example.net.history"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("|2024-05-03T10:00:00|1|from|N---|ok\n|2024-05-03T10:00:00|1|from|N---|ok\n"
                   "|2024-05-03T10:00:00|1|to|N---|ok\n|2024-05-03T10:00:30|1|from|N---|ok\n");
        file.close();
        const FoundLog log{
            .program = LogProgram::Psi, .path = folder.path(), .chats = 1, .bytes = file.size()};
        Fixture f;
        f.clock.setNow(QDateTime(QDate(2024, 5, 3), QTime(10, 0, 1, 400), Qt::UTC));
        f.chats().incoming(f.said(u"ok"_s, u"1"_s)).value();
        f.clock.setNow(QDateTime(QDate(2024, 5, 4), QTime(10, 0), Qt::UTC));
        const auto outcome = f.run({log});
        QCOMPARE(outcome.added, 3);
        QCOMPARE(outcome.known, 1);
        QCOMPARE(f.bodies().size(), 4);
        QCOMPARE(f.chats().unread(f.bruno), 1); // what was unread still is
    }

    /// What the archive gives later is what the log gave before.
    void theArchiveDoesNotDoubleIt()
    {
        QTemporaryDir folder;
        Fixture f;
        f.clock.setNow(QDateTime(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC));
        QCOMPARE(f.run({makeLong(folder.path(), 10)}).added, 10);
        IncomingMessage archived = f.said(u"word 4"_s, u"x4"_s);
        archived.source = IncomingMessage::Source::Archive;
        archived.delay = QDateTime(QDate(2020, 1, 1), QTime(10, 0, 5), Qt::UTC);
        archived.stanzaId = u"a4"_s;
        archived.stanzaIdBy = f.ana;
        QVERIFY(!f.chats().incoming(archived)->isNew);
        QVERIFY(!f.chats().incoming(archived)->isNew);
        QCOMPARE(f.bodies().size(), 10);
        // Other words, another time, another one: another message.
        archived.stanzaId = u"a5"_s;
        archived.messageId = archived.originId = u"x5"_s;
        archived.delay = archived.delay.addSecs(60);
        QVERIFY(f.chats().incoming(archived)->isNew);
    }

    void canBeStopped()
    {
        QTemporaryDir folder;
        Fixture f;
        QSignalSpy finished(f.import.get(), &HistoryImport::finished);
        QSignalSpy progressed(f.import.get(), &HistoryImport::progressed);
        f.import->start({{makeLong(folder.path(), 5000), f.account}});
        while (progressed.size() < 2)
            QVERIFY(progressed.wait());
        f.import->stop();
        QCOMPARE(finished.size(), 1);
        const auto outcome = finished.first().first().value<ImportOutcome>();
        QVERIFY(outcome.stopped);
        QVERIFY(outcome.added > 0 && outcome.added < 5000);
        QCOMPARE(f.bodies().size(), outcome.added);
        QVERIFY(!f.import->isRunning());
        QVERIFY(f.store().settings().keys(u"history/"_s).isEmpty());
        // Whoever begins again gets the rest.
        QCOMPARE(f.run({makeLong(folder.path(), 5000)}).added, 5000 - outcome.added);
    }

    void goesOnAfterARestart()
    {
        QTemporaryDir folder;
        const FoundLog log = makeLong(folder.path(), 3000);
        Fixture f;
        f.import->start({{log, f.account}});
        int restarts = 0;
        while (f.import->isRunning() && restarts < 8) {
            QSignalSpy progressed(f.import.get(), &HistoryImport::progressed);
            // Not QTRY_VERIFY, which looks too seldom to find it running.
            while (f.import->isRunning() && progressed.size() < 2)
                QVERIFY(progressed.wait());
            if (!f.import->isRunning())
                break;
            f.import.reset(); // the program dies
            f.reopen();
            f.begin();
            f.import->resume();
            ++restarts;
        }
        QTRY_VERIFY_WITH_TIMEOUT(!f.import->isRunning(), 60'000);
        QVERIFY(restarts >= 3);
        QCOMPARE(f.chats().unreadTotal(), 0);
        QStringList expected;
        for (int i = 0; i < 3000; ++i)
            expected.append(u"word "_s + QString::number(i));
        QCOMPARE(f.bodies(), expected);
        f.import->resume(); // there is nothing left
        QVERIFY(!f.import->isRunning());
    }

    /// A chat that was complete before the program died is no news after it either.
    void whatCameBeforeARestartIsRead()
    {
        QTemporaryDir folder;
        const FoundLog first = makeLong(folder.filePath(u"first"_s), 20, u"bruno"_s);
        FoundLog log = makeLong(folder.filePath(u"first"_s), 3000, u"carla"_s);
        log.bytes += first.bytes;
        Fixture f;
        QSignalSpy progressed(f.import.get(), &HistoryImport::progressed);
        f.import->start({{log, f.account}});
        QVERIFY(progressed.wait()); // Bruno's come first
        QVERIFY(f.import->isRunning());
        f.import.reset();
        f.reopen();
        f.begin();
        f.import->resume();
        QTRY_VERIFY_WITH_TIMEOUT(!f.import->isRunning(), 60'000);
        for (const Jid &peer : {f.bruno, f.carla})
            QCOMPARE(f.chats().facts(peer)->record.readOrder, f.chats().facts(peer)->last->order);
        // Nor is what an archive tells between them.
        IncomingMessage between = f.said(u"between"_s, u"x"_s);
        between.source = IncomingMessage::Source::Archive;
        between.delay = QDateTime(QDate(2020, 1, 1), QTime(9, 0), Qt::UTC);
        QVERIFY(f.chats().incoming(between)->isNew);
        QCOMPARE(f.chats().unreadTotal(), 0);
    }

    void anAccountThatIsGoneGetsNothing()
    {
        QTemporaryDir folder;
        Fixture f;
        QSignalSpy finished(f.import.get(), &HistoryImport::finished);
        f.import->start({{makeLong(folder.path(), 10), u"nobody"_s}});
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished.first().first().value<ImportOutcome>().added, 0);
    }

    void whatMakesNoSenseIsPassedOver()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"bruno_at_example.net.history"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("|1970-01-01T10:00:00|1|from|N---|too early\n|2999-05-03T10:00:00|1|from|N---|too late\n"
                   "|2024-05-03T10:00:00|1|from|N---|good\n");
        file.close();
        Fixture f;
        f.clock.setNow(QDateTime(QDate(2024, 6, 1), QTime(0, 0), Qt::UTC));
        const auto outcome = f.run({{.program = LogProgram::Psi, .path = folder.path(), .bytes = 1}});
        QCOMPARE(outcome.added, 1);
        QVERIFY(outcome.damaged);
        QCOMPARE(f.bodies(), QStringList{u"good"_s});
    }
};

QTEST_GUILESS_MAIN(tst_historyimport)
#include "tst_historyimport.moc"
