// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/AccountsTable.h"
#include "core/store/ArchivesTable.h"
#include "core/store/AvatarsTable.h"
#include "core/store/ConversationSettingsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/LinksTable.h"
#include "core/store/MessagesTable.h"
#include "core/store/Migrations.h"
#include "core/store/OutboxTable.h"
#include "core/store/ReactionsTable.h"
#include "core/store/RosterTable.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"
#include "core/store/StreamsTable.h"
#include "tests/support/Paths.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

/// Runs a script of statements on a file.
void runScript(const QString &path, const QString &script)
{
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"script"_s);
        connection.setDatabaseName(path);
        if (!connection.open())
            qFatal("cannot open");
        for (const QString &statement : script.split(u"\n---\n"_s)) {
            QSqlQuery query(connection);
            if (!query.exec(statement))
                qFatal("%s: %s", qPrintable(statement.left(200)), qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(u"script"_s);
}

/// All that makes up the schema of a file, one line an object, without the layout of its text.
QStringList schemaOf(const QString &path)
{
    QStringList objects;
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"schema"_s);
        connection.setDatabaseName(path);
        if (!connection.open())
            qFatal("cannot open");
        QSqlQuery query(connection);
        query.exec(u"SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1"_s);
        while (query.next())
            objects.append(query.value(0).toString().simplified());
        query.exec(u"SELECT 'index ' || k || ' ' || v FROM messages_text_config ORDER BY k"_s);
        while (query.next())
            objects.append(query.value(0).toString());
        query.exec(u"PRAGMA user_version"_s);
        query.next();
        objects.append(query.value(0).toString());
        query.exec(u"PRAGMA application_id"_s);
        query.next();
        objects.append(query.value(0).toString());
    }
    QSqlDatabase::removeDatabase(u"schema"_s);
    return objects;
}

} // namespace

class tst_store_migrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A schema that lies on disks must lie in tests/data: whoever adds a migration adds the file.
    void hasAFixtureForEveryVersion()
    {
        for (int version = 1; version <= migrations::currentVersion(); ++version)
            QVERIFY2(QFile::exists(fixture(version)), qPrintable(fixture(version)));
    }

    void makesTheSameSchemaFromEveryVersion()
    {
        QTemporaryDir folder;
        const QString fresh = folder.filePath(u"fresh"_s);
        Store::open(fresh).value().reset();
        const QStringList expected = schemaOf(fresh);
        QVERIFY(expected.size() > 30);
        for (int version = 1; version <= migrations::currentVersion(); ++version) {
            const QString old = folder.filePath(u"v%1"_s.arg(version));
            makeOld(old, version);
            QVERIFY(Store::open(old));
            QCOMPARE(schemaOf(old), expected);
        }
    }

    void keepsWhatVersion1Wrote()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.sqlite"_s);
        makeOld(path, 1);
        auto store = Store::open(path).value();
        QVERIFY(store->check());
        const QString ana = u"ana-uuid"_s;
        const Jid bruno = Jid::fromNormalized(u"bruno@example.net"_s);
        const auto accounts = store->accounts().all().value();
        QCOMPARE(accounts.size(), 1);
        QCOMPARE(accounts[0].name, u"Ana"_s);
        QCOMPARE(accounts[0].status, u"comiendo"_s);
        QCOMPARE(accounts[0].pins[0].accepted,
                 QList({ErrorCode::CertificateExpired, ErrorCode::CertificateUntrusted}));
        QCOMPARE(store->settings().value(u"window/main"_s).toByteArray(), QByteArray("\0\3", 2));
        QCOMPARE(store->roster().load(ana).version, u"v7"_s);
        QCOMPARE(store->roster().load(ana).items[0].groups, QStringList{u"Amigos"_s});
        QCOMPARE(store->avatars().all(ana).value(bruno), u"abc"_s);
        const auto chats = store->conversations().all(ana);
        QCOMPARE(chats.size(), 1);
        QCOMPARE(chats[0].draft, u"borrador"_s);
        QVERIFY(chats[0].pinned);
        QCOMPARE(chats[0].unread, 1);
        const auto messages = store->messages().last(1, 10);
        QCOMPARE(messages.size(), 2);
        QCOMPARE(messages[0].state, DeliveryState::Queued);
        QCOMPARE(messages[0].messageId, u"o1"_s);
        QCOMPARE(messages[1].body, u"¿Qué tal?"_s);
        QCOMPARE(messages[1].messageId, u"m2"_s);
        QCOMPARE(store->messages().search(ana, u"que"_s, 5).size(), 1);
        QCOMPARE(store->outbox().pending(ana, 5)[0].attempts, 2);
    }

    void keepsWhatVersion2Wrote()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.sqlite"_s);
        makeOld(path, 2);
        auto store = Store::open(path).value();
        const auto stream = store->streams().stream(u"ana-uuid"_s);
        QVERIFY(stream.has_value());
        QCOMPARE(stream->id, u"sm-1"_s);
        QCOMPARE(stream->bound, Jid::fromNormalized(u"ana@example.org/desk"_s));
        QCOMPARE(stream->handled, 4294967295U);
        QCOMPARE(stream->acknowledged, 7U);
        const QList<SentRecord> sent{{8, "<m/>", u"o1"_s}, {9, {}, {}}};
        QCOMPARE(store->streams().sent(u"ana-uuid"_s), sent);
    }

    /// The last of the messages were removed before the file was brought up to date.
    void usesNoIdOfVersion2Again()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.sqlite"_s);
        makeOld(path, 2);
        runScript(path, u"UPDATE sqlite_sequence SET seq = 70 WHERE name = 'messages'"_s);
        auto store = Store::open(path).value();
        QCOMPARE(store->messages().insert(saidInChat1()).value(), std::optional<qint64>(71));
        QVERIFY(store->check());
    }

    void keepsWhatVersion3Wrote()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.sqlite"_s);
        makeOld(path, 3);
        auto store = Store::open(path).value();
        const auto chats = store->conversations().all(u"ana-uuid"_s);
        QCOMPARE(chats[0].seenOrder, 1767323041000000);
        QCOMPARE(chats[0].toldOrder, 5);
        QCOMPARE(chats[0].sharedOrder, chats[0].seenOrder); // what was read before is no news
        const auto messages = store->messages().last(1, 10);
        QCOMPARE(messages.size(), 2); // the correction is not shown
        QVERIFY(messages[1].markable);
        QCOMPARE(messages[1].edited.toMSecsSinceEpoch(), 1767323042000);
        QVERIFY(!store->messages().message(3)->shown);
        QCOMPARE(store->links().corrections(2)[0].replaced, u"¿Qué tla?"_s);
        QCOMPARE(store->links().link(2, MessageLink::Reply)->target, 1);
        QCOMPARE(store->reactions().to(2)[0].emoji, u"👍"_s);
        QCOMPARE(store->messages().insert(saidInChat1()).value(), std::optional<qint64>(1001));
        QVERIFY(store->check());
    }

    void keepsWhatVersion4Wrote()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.sqlite"_s);
        makeOld(path, 4);
        auto store = Store::open(path).value();
        const auto messages = store->messages().last(1, 10);
        QVERIFY(!messages[0].unstyled && !messages[0].spoiler);
        QVERIFY(messages[1].unstyled);
        QCOMPARE(messages[1].spoiler, std::optional(u"El final"_s));
        QCOMPARE(store->messages().message(3)->spoiler, std::optional(u""_s));
        QCOMPARE(store->conversations().all(u"ana-uuid"_s)[0].sharedOrder, 9);
        // By each of its names.
        MessageRecord copy = saidInChat1();
        copy.originId = u"o2"_s;
        QCOMPARE(store->messages().insert(copy).value(), std::optional<qint64>());
        QCOMPARE(store->messages().copyOf(copy)->id, 2);
        copy.originId = u"another"_s;
        copy.stanzaId = u"s2"_s;
        copy.stanzaIdBy = Jid::fromNormalized(u"ana@example.org"_s);
        QCOMPARE(store->messages().insert(copy).value(), std::optional<qint64>());
        QCOMPARE(store->messages().copyOf(copy)->id, 2);
        QCOMPARE(store->messages().byMessageId(1, copy.sender, u"m2"_s)[0].id, 2);
        QCOMPARE(store->messages().search(u"ana-uuid"_s, u"que"_s, 5).size(), 1);
        QVERIFY(store->check());
    }

    void keepsWhatVersion5Wrote()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.sqlite"_s);
        makeOld(path, 5);
        auto store = Store::open(path).value();
        const QString ana = u"ana-uuid"_s;
        QVERIFY(store->conversations().all(ana)[0].markedUnread);
        QCOMPARE(store->outbox().scheduled(ana).value(0).sendAt.toMSecsSinceEpoch(), 1767323048000);
        const auto saved = store->messages().saved(ana, 5);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved[0].id, 2);
        QCOMPARE(saved[0].saved.toMSecsSinceEpoch(), 1767323047000);
        QCOMPARE(store->conversationSettings().value(1, u"language"_s).toString(), u"es"_s);
        const QHash<qint64, QVariant> chosen{{1, u"es"_s}};
        QCOMPARE(store->conversationSettings().chosen(ana, u"language"_s), chosen);
        QVERIFY(store->check());
    }

    /// What is in front of the newest message is read once more: in which order it stood was not kept.
    void keepsWhereTheArchiveOfVersion7Ended()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.sqlite"_s);
        makeOld(path, 7);
        runScript(
            path,
            u"INSERT INTO archive_ranges VALUES (1, 1, 'ana@example.org', 'a', 5, 'b', 6, 1, 7, 0)\n---\n"
            "INSERT INTO archive_ranges VALUES (2, 1, 'ana@example.org', 'c', 8, 's2', 9, 0, 10, 7)\n---\n"
            "INSERT INTO archive_ranges VALUES (3, 1, 'example.net', '', 0, '', 0, 1, 0, 0)\n---\n"
            "INSERT INTO archive_chat_reads VALUES (2, 'bruno@example.net', 's1', 7, 0)"_s);
        auto store = Store::open(path).value();
        const QString ana = u"ana-uuid"_s;
        const Jid own = Jid::fromNormalized(u"ana@example.org"_s);
        const auto ranges = store->archives().ranges(ana, own);
        QCOMPARE(ranges.size(), 1);
        QCOMPARE(ranges[0].firstId, u"s2"_s);
        QCOMPARE(ranges[0].lastId, u"s2"_s);
        QVERIFY(!ranges[0].reachesStart);
        QVERIFY(ranges[0].firstRank > 0);
        QCOMPARE(ranges[0].firstRank, ranges[0].lastRank);
        QCOMPARE(store->messages().rankInArchive(u"s2"_s, own), ranges[0].lastRank);
        QVERIFY(store->archives().chatReads(ranges[0].id).isEmpty());
        const auto empty = store->archives().ranges(ana, Jid::fromNormalized(u"example.net"_s));
        QVERIFY(empty.value(0).reachesStart);
        QVERIFY(store->check());
    }

    void keepsWhatVersion8Wrote()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.sqlite"_s);
        makeOld(path, 8);
        auto store = Store::open(path).value();
        const Jid own = Jid::fromNormalized(u"ana@example.org"_s);
        const auto ranges = store->archives().ranges(u"ana-uuid"_s, own);
        QCOMPARE(ranges.value(0).lastId, u"s2"_s);
        QCOMPARE(store->messages().message(2)->rank, ranges[0].lastRank);
        QCOMPARE(store->messages().message(1)->rank, 0);
        QCOMPARE(store->archives().chatReads(1)[0].firstRank, 549755813880);
        QVERIFY(store->check());
    }

private:
    static MessageRecord saidInChat1()
    {
        return {.conversation = 1,
                .order = 1767323050000000,
                .sender = Jid::fromNormalized(u"bruno@example.net"_s),
                .time = QDateTime::fromMSecsSinceEpoch(1767323050000, Qt::UTC),
                .body = u"Nos vemos"_s};
    }
    static QString fixture(int version) { return sourcePath(u"tests/data/store-v%1.sql"_s.arg(version)); }
    static void makeOld(const QString &path, int version)
    {
        QFile script(fixture(version));
        if (!script.open(QIODevice::ReadOnly))
            qFatal("no fixture");
        runScript(path, QString::fromUtf8(script.readAll()));
    }
};

QTEST_GUILESS_MAIN(tst_store_migrations)
#include "tst_store_migrations.moc"
