// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/AccountsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"
#include "core/store/Migrations.h"
#include "core/store/Store.h"
#include "tests/support/MemoryFolder.h"
#include "tests/support/Paths.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

int statementsLeft = 0;

/// Ends the process, without another word to anybody, at the statement that was chosen.
int dieInTime(unsigned, void *, void *, void *)
{
    if (--statementsLeft == 0)
        _exit(9);
    return 0;
}

int watchConnection(sqlite3 *connection, char **, const void *)
{
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, dieInTime, nullptr);
}

/// Does `work` in a process that dies at its statement number `statement`; whether it came to its end before.
template <class Work>
bool survives(int statement, Work work)
{
    const pid_t child = fork();
    if (child == 0) {
        statementsLeft = statement;
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(watchConnection));
        work();
        _exit(0);
    }
    int status = 0;
    if (waitpid(child, &status, 0) != child || !WIFEXITED(status))
        qFatal("the process did something else");
    return WEXITSTATUS(status) == 0;
}

void copyStore(const QString &from, const QString &to)
{
    for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s}) {
        QFile::remove(to + part);
        if (QFile::exists(from + part) && !QFile::copy(from + part, to + part))
            qFatal("cannot copy");
    }
}

/// Everything that stands in a file, a line a row; and its version.
QStringList contentsOf(const QString &path)
{
    QStringList contents;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"contents"_s);
        connection.setDatabaseName(path);
        if (!connection.open())
            qFatal("cannot open");
        QStringList tables;
        QSqlQuery query(connection);
        query.exec(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'messages_text%' "
                   "AND name NOT LIKE 'sqlite%' ORDER BY name"_s);
        while (query.next())
            tables.append(query.value(0).toString());
        tables.append(u"pragma_user_version"_s);
        for (const QString &table : tables) {
            query.exec(u"SELECT * FROM "_s + table);
            while (query.next()) {
                QString line = table;
                for (int i = 0; query.value(i).isValid() && i < 40; ++i)
                    line += u'|' + query.value(i).toString();
                contents.append(line);
            }
        }
    }
    QSqlDatabase::removeDatabase(u"contents"_s);
    contents.sort();
    return contents;
}

void makeOld(const QString &path, int version)
{
    QFile file(sourcePath(u"tests/data/store-v%1.sql"_s.arg(version)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture");
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"script"_s);
        connection.setDatabaseName(path);
        if (!connection.open())
            qFatal("cannot open");
        for (const QString &statement : QString::fromUtf8(file.readAll()).split(u"\n---\n"_s))
            QSqlQuery(connection).exec(statement);
    }
    QSqlDatabase::removeDatabase(u"script"_s);
}

const QString kAna = u"ana-uuid"_s;

void write(const QString &path)
{
    auto store = Store::open(path).value();
    const Jid ana = Jid::fromNormalized(u"ana@example.org"_s);
    const qint64 chat = store->conversations().all(kAna).first().id;
    std::ignore = store->durably([&]() -> Result<void> {
        for (int i = 0; i < 5; ++i)
            std::ignore = store->messages().insert({.conversation = chat,
                                                    .order = i,
                                                    .sender = ana,
                                                    .time = QDateTime::fromMSecsSinceEpoch(i, Qt::UTC),
                                                    .body = u"word "_s + QString::number(i)});
        return {};
    });
}

} // namespace

/// SECURITY R20: whoever is killed at any step leaves the old or the new, and nothing between.
class tst_store_steps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMigrationThatDiesIsDoneOrNot()
    {
        QTemporaryDir folder(memoryFolder()); // a process that dies leaves what it wrote, synced or not
        const QString old = folder.filePath(u"old"_s);
        const QString path = folder.filePath(u"store.sqlite"_s);
        int deaths = 0;
        // From the first one it goes through all; from the last one with what that wrote.
        for (const int version : {1, migrations::currentVersion() - 1}) {
            QFile::remove(old);
            makeOld(old, version);
            copyStore(old, path);
            Store::open(path).value().reset();
            const QStringList expected = contentsOf(path);
            const auto migrate = [&] { std::ignore = Store::open(path); };
            for (int statement = 1;; ++statement) {
                copyStore(old, path);
                if (survives(statement, migrate))
                    break;
                ++deaths;
                auto store = Store::open(path);
                QVERIFY2(store, qPrintable(u"version %1, statement %2"_s.arg(version).arg(statement)));
                QVERIFY((*store)->check());
                store->reset();
                QCOMPARE(contentsOf(path), expected);
            }
        }
        qInfo("died %d times", deaths);
        QVERIFY2(deaths > 100, qPrintable(QString::number(deaths)));
    }

    /// The log may be cut as well, wherever it had been written to.
    void aWriteThatDiesIsDoneOrNot()
    {
        QTemporaryDir folder(memoryFolder()); // a process that dies leaves what it wrote, synced or not
        const QString old = folder.filePath(u"old"_s);
        const QString path = folder.filePath(u"store.sqlite"_s);
        {
            auto store = Store::open(old).value();
            const Jid ana = Jid::fromNormalized(u"ana@example.org"_s);
            QVERIFY(store->accounts().save({.uuid = kAna, .jid = ana}));
            QVERIFY(store->conversations().add(kAna, {.peer = ana}));
        }
        int none = 0;
        int all = 0;
        const auto look = [&] {
            auto store = Store::open(path).value();
            QVERIFY(store->check());
            const qsizetype count
                = store->messages().last(store->conversations().all(kAna).first().id, 100).size();
            QVERIFY2(count == 0 || count == 5, qPrintable(QString::number(count)));
            QCOMPARE(store->messages().search(kAna, u"word"_s, 100).size(), count);
            ++(count == 0 ? none : all);
        };
        const auto writeThere = [&] { write(path); };
        for (int statement = 1;; ++statement) {
            copyStore(old, path);
            if (survives(statement, writeThere))
                break;
            const QString kept = folder.filePath(u"kept"_s);
            copyStore(path, kept);
            look();
            const qint64 log = QFile(kept + u"-wal"_s).size();
            for (qint64 cut = 0; cut < log; cut += 1 + log / 7) {
                copyStore(kept, path);
                QFile::remove(path + u"-shm"_s);
                QVERIFY(QFile::resize(path + u"-wal"_s, cut));
                look();
            }
        }
        qInfo("%d times the old, %d times the new", none, all);
        QVERIFY(none > 10);
        QVERIFY(all > 0);
    }
};

QTEST_GUILESS_MAIN(tst_store_steps)
#include "tst_store_steps.moc"
