// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/FoundLogs.h"
#include "core/history/LogFiles.h"
#include "core/history/LogMarkup.h"
#include "tests/support/LogFixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

FoundLog logIn(const QList<FoundLog> &logs, LogProgram program, const QString &ending)
{
    for (const FoundLog &log : logs) {
        if (log.program == program && log.path.endsWith(ending))
            return log;
    }
    qFatal("it was not found");
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}

QStringList linesOf(const QList<LoggedMessage> &messages)
{
    QStringList lines;
    for (const LoggedMessage &message : messages)
        lines.append(message.said.time.toString(u"MM-dd hh:mm:ss"_s)
                     + (message.said.outgoing ? u" > "_s : u" < "_s) + message.said.body);
    return lines;
}

const Jid kBruno = Jid::fromNormalized(u"bruno@example.net"_s);

} // namespace

class tst_logreaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allProgramsAreFound()
    {
        const LogFixture f;
        const auto found = findLogs(f.home(), f.data(), f.config());
        QCOMPARE(found.size(), 4);
        const Jid ana = Jid::fromNormalized(u"ana@example.org"_s);
        for (const FoundLog &log : found) {
            QCOMPARE(log.chats, 1);
            QVERIFY(log.bytes > 0);
            // The text logs of Psi do not say.
            QCOMPARE(log.account, log.path.endsWith(u"/history"_s) ? Jid() : ana);
        }
        QVERIFY(findLogs(u"/nonexistent"_s, u"/nonexistent"_s, u"/nonexistent"_s).isEmpty());
    }

    void readsPidgin()
    {
        const LogFixture f;
        const auto log = logIn(findLogs(f.home(), f.data(), f.config()), LogProgram::Pidgin, u"org"_s);
        const auto messages = readAll(log);
        for (const LoggedMessage &message : messages)
            QCOMPARE(message.peer, kBruno);
        // The same was said three times: to HTML, to text with am and pm, and to text in Spanish.
        QCOMPARE(linesOf(messages),
                 (QStringList{u"11-30 03:27:01 < now one"_s, u"11-28 20:15:01 < yesterday words"_s,
                              u"11-30 03:27:04 < html <one> bold link (https://example.org/?q=1&r=2)"_s,
                              u"11-30 03:27:05 < now two: and a colon"_s,
                              u"11-30 03:27:08 > own words & more bold\nline two of mine"_s,
                              u"11-30 03:27:08 > /me thinks"_s, u"11-30 03:27:21 < now one"_s,
                              u"11-28 20:15:01 < yesterday words"_s,
                              u"11-30 03:27:23 < html <one> bold link (https://example.org/?q=1&r=2)"_s,
                              u"11-30 03:27:24 < now two: and a colon"_s,
                              u"11-30 03:27:27 > own words & more bold\nline two of mine"_s,
                              u"11-30 03:27:27 > /me thinks"_s, u"11-30 03:27:40 < now one"_s,
                              u"11-28 20:15:01 < yesterday words"_s,
                              u"11-30 03:27:43 < html <one> bold link (https://example.org/?q=1&r=2)"_s,
                              u"11-30 03:27:44 < now two: and a colon"_s,
                              u"11-30 03:27:47 > own words & more bold\nline two of mine"_s,
                              u"11-30 03:27:47 > /me thinks"_s}));
    }

    void pidginGoesOverMidnightAndLeavesRoomsOut()
    {
        const LogFixture f;
        QDir(f.pidginChat()).removeRecursively();
        writeFile(f.pidginChat() + u"/2020-01-31.235950+0000UTC.txt"_s,
                  "Conversation with bruno@example.net at x on ana@example.org/Desk (jabber)\n"
                  "(23:59:58) bruno@example.net/phone: late\n"
                  "(00:00:02) ana@example.org/Desk: later\nsecond line\n\n"
                  "(00:00:03) Bruno has signed off.\n"
                  "(00:00:04) Ana: as I call myself\n");
        writeFile(f.pidginChat() + u".chat/2020-01-31.235950+0000UTC.txt"_s,
                  "x\n(10:00:00) carla: in a room\n");
        writeFile(f.home()
                      + u"/.purple/logs/jabber/ana@example.org/room@example.org%2fcarla/"
                        "2020-01-31.235950+0000UTC.txt"_s,
                  "x\n(10:00:00) carla: in private in a room\n");
        const auto log = logIn(findLogs(f.home(), f.data(), f.config()), LogProgram::Pidgin, u"org"_s);
        QCOMPARE(linesOf(readAll(log)),
                 (QStringList{u"01-31 23:59:58 < late"_s, u"02-01 00:00:02 > later\nsecond line\n"_s,
                              u"02-01 00:00:04 > as I call myself"_s}));
    }

    void readsHtmlOfOlderVersions()
    {
        const LogFixture f;
        QDir(f.pidginChat()).removeRecursively();
        writeFile(f.pidginChat() + u"/2009-05-01.101112+0200CEST.html"_s,
                  "<html><head><title>Conversation with bruno@example.net at x on ana@example.org/Home "
                  "(jabber)</title></head><body><h3>x</h3>\n"
                  "<font color=\"#A82F2F\"><font size=\"2\">(10:11:13)</font> <b>Bruno:</b></font> hi "
                  "&lt;there&gt;<br/>\n"
                  "<font size=\"2\">(10:11:14)</font><b> Bruno is away</b><br/>\n"
                  "<font color=\"#16569E\"><font size=\"2\">(10:11:15)</font> <b>me:</b></font> hello<br/>\n"
                  "</body></html>\n");
        const auto log = logIn(findLogs(f.home(), f.data(), f.config()), LogProgram::Pidgin, u"org"_s);
        QCOMPARE(linesOf(readAll(log)),
                 (QStringList{u"05-01 08:11:13 < hi <there>"_s, u"05-01 08:11:15 > hello"_s}));
    }

    void readsGajim()
    {
        const LogFixture f;
        const auto log = logIn(findLogs(f.home(), f.data(), f.config()), LogProgram::Gajim, u"logs.db"_s);
        const auto messages = readAll(log);
        QCOMPARE(linesOf(messages),
                 (QStringList{u"05-03 08:22:33 < Hola, ¿qué tal?"_s, u"05-03 08:22:36 > two\nlines"_s,
                              u"05-03 08:22:42 < body"_s, u"05-03 08:22:47 < secret"_s}));
        QCOMPARE(messages[0].said.time.time().msec(), 250);
        QCOMPARE(messages[0].said.stanzaId, u"ar-1"_s);
        QCOMPARE(messages[0].said.messageId, u"m1"_s);
        QCOMPARE(messages[3].said.protection, MessageProtection::Omemo);
        // It goes on behind a row.
        QCOMPARE(LogReader::open(log, {log.path, 2})->next()->said.body, u"body"_s);
    }

    /// As versions before 0.16.10 made it.
    void readsGajimWithoutAccounts()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"gajim"_s));
        runSqlScript(folder.filePath(u"gajim/logs.db"_s),
                     u"CREATE TABLE jids(jid_id INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, jid TEXT UNIQUE, "
                     u"type INTEGER)\n---\n"
                     "CREATE TABLE logs(log_line_id INTEGER PRIMARY KEY AUTOINCREMENT UNIQUE, jid_id "
                     "INTEGER, contact_name "
                     "TEXT, time INTEGER, kind INTEGER, show INTEGER, message TEXT, subject TEXT)\n---\n"
                     "INSERT INTO jids VALUES(1, 'bruno@example.net', 0)\n---\n"
                     "INSERT INTO logs VALUES(1, 1, NULL, 1262304000, 4, NULL, 'new year', NULL)"_s);
        const auto found = findLogs(folder.path(), folder.path(), folder.path());
        QCOMPARE(found.size(), 1);
        QVERIFY(found[0].account.isNull());
        QCOMPARE(linesOf(readAll(found[0])), QStringList{u"01-01 00:00:00 < new year"_s});
    }

    void readsPsi()
    {
        const LogFixture f;
        const auto found = findLogs(f.home(), f.data(), f.config());
        const auto rows = readAll(logIn(found, LogProgram::Psi, u"history.db"_s));
        const auto lines = readAll(logIn(found, LogProgram::Psi, u"history"_s));
        QCOMPARE(rows.size(), 12);
        QCOMPARE(linesOf(lines), linesOf(rows)); // it writes both
        QCOMPARE(linesOf(rows).first(6),
                 (QStringList{u"11-30 04:31:55 < Hola, ¿qué tal?"_s,
                              u"11-30 04:31:56 < second line below\nline two <b>bold</b> & more\n\n"
                              "(10:22:33 AM) fake: header"_s,
                              u"11-30 04:31:57 < link https://example.org/a?b=1&c=2 and 😀 emoji"_s,
                              u"11-30 04:31:58 < /me waves"_s, u"11-30 04:32:00 > said on another device"_s,
                              u"11-30 04:32:01 > two lines\nof mine"_s}));
    }

    void goesOnInAFile()
    {
        const LogFixture f;
        for (const FoundLog &log : findLogs(f.home(), f.data(), f.config())) {
            const QStringList all = linesOf(readAll(log));
            for (qsizetype stop = 1; stop < all.size(); ++stop) {
                const auto first = LogReader::open(log, {});
                for (qsizetype i = 0; i < stop; ++i)
                    QVERIFY(first->next());
                QList<LoggedMessage> rest;
                const auto second = LogReader::open(log, first->place());
                while (auto message = second->next())
                    rest.append(*message);
                QCOMPARE(linesOf(rest), all.mid(stop));
            }
        }
    }

    /// Broken, hostile and huge files give what can be read, in bounded memory and time.
    void survivesAnything()
    {
        const LogFixture f;
        QRandomGenerator random(20260501);
        const auto found = findLogs(f.home(), f.data(), f.config());
        QStringList files{f.data() + u"/gajim/logs.db"_s,
                          f.data() + u"/psi+/profiles/default/history/history.db"_s,
                          f.data() + u"/psi+/profiles/default/history/bruno_at_example.net.history"_s,
                          f.home() + u"/.purple/accounts.xml"_s};
        for (const QString &name : QDir(f.pidginChat()).entryList(QDir::Files))
            files.append(f.pidginChat() + u'/' + name);
        QHash<QString, QByteArray> whole;
        for (const QString &path : files) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            whole.insert(path, file.readAll());
        }
        qsizetype read = 0;
        for (int round = 0; round < 150; ++round) {
            const QString &path = files[round % files.size()];
            QByteArray bytes = whole.value(path);
            for (int i = 0; i < 1 + round % 12 && !bytes.isEmpty(); ++i) {
                const qsizetype at = random.bounded(qint64(bytes.size()));
                switch (random.bounded(5)) {
                case 0:
                    bytes[at] = char(random.bounded(256));
                    break;
                case 1:
                    bytes.remove(at, random.bounded(100));
                    break;
                case 2:
                    bytes.insert(at, bytes.mid(random.bounded(qint64(bytes.size())), random.bounded(200)));
                    break;
                case 3:
                    bytes.insert(at,
                                 QByteArray(random.bounded(3000), "<&;\"'\0|\\\n\xff"[random.bounded(10)]));
                    break;
                default:
                    bytes.truncate(at + 1);
                }
            }
            writeFile(path, bytes);
            for (const FoundLog &log : found)
                read += readAll(log).size();
            std::ignore = findLogs(f.home(), f.data(), f.config());
            writeFile(path, whole.value(path));
        }
        QVERIFY(read > 500);
    }

    void hugeLinesAreCut()
    {
        const LogFixture f;
        QDir(f.pidginChat()).removeRecursively();
        writeFile(f.pidginChat() + u"/2020-01-31.100000+0000UTC.txt"_s,
                  "x\n(10:00:00) bruno@example.net: " + QByteArray(3 * 1024 * 1024, 'a')
                      + "\n(10:00:01) bruno@example.net: short\n");
        const auto log = logIn(findLogs(f.home(), f.data(), f.config()), LogProgram::Pidgin, u"org"_s);
        const auto reader = LogReader::open(log, {});
        QVERIFY(reader->next()->said.body.size() <= LogFiles::kLongestLine);
        QCOMPARE(reader->next()->said.body, u"short"_s);
        QVERIFY(!reader->next());
        QVERIFY(reader->isDamaged());
    }

    void markup()
    {
        QCOMPARE(wordsOfMarkup(u"a<br/>b&lt;c&#65;&#x42;&nope;&"), u"a\nb<cAB&nope;&"_s);
        QCOMPARE(wordsOfMarkup(u"<p>x</p><a href='https://example.org'>https://example.org</a>"),
                 u"x\nhttps://example.org"_s);
        QCOMPARE(wordsOfMarkup(u"<a href=\"https://example.org/?a&amp;b\">here</a> <unclosed"),
                 u"here (https://example.org/?a&b) <unclosed"_s);
        QCOMPARE(wordsOfMarkup(u"&#0;&#xD800;&#x110000;&#27;"), u"&#0;&#xD800;&#x110000;&#27;"_s);
        QCOMPARE(wordsOfMarkup(QString(100'000, u'<')).size(), 100'000);
    }
};

QTEST_GUILESS_MAIN(tst_logreaders)
#include "tst_logreaders.moc"
