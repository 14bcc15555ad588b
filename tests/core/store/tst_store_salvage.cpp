// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/AccountsTable.h"
#include "core/store/ConversationSettingsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/LinksTable.h"
#include "core/store/MessagesTable.h"
#include "core/store/RosterTable.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"
#include "core/store/StoreSalvage.h"
#include "core/store/WordIndex.h"
#include "tests/support/MemoryFolder.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

const QString kAna = u"ana-uuid"_s;
const Jid kOwn = Jid::fromNormalized(u"ana@example.org"_s);
constexpr int kMessages = 400;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void setContents(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}

void fill(const QString &path)
{
    auto store = Store::open(path).value();
    std::ignore = store->accounts().save({.uuid = kAna, .jid = kOwn});
    std::ignore = store->roster().replace(
        kAna, {u"v1"_s, {{Jid::fromNormalized(u"bruno@example.net"_s), u"Bruno"_s, {u"Work"_s}, 3}}});
    std::ignore = store->settings().setValue(u"window"_s, QByteArray("\0\1", 2));
    for (int chat = 0; chat < 4; ++chat) {
        const Jid peer = Jid::fromNormalized(u"p%1@example.net"_s.arg(chat));
        const qint64 row = store->conversations().add(kAna, {.peer = peer}).value();
        for (int i = 0; i < kMessages / 4; ++i) {
            const int number = chat * kMessages / 4 + i;
            const auto id
                = store->messages().insert({.conversation = row,
                                            .order = number,
                                            .sender = peer,
                                            .time = QDateTime::fromMSecsSinceEpoch(number, Qt::UTC),
                                            .body = u"palabra número %1 "_s.arg(number).repeated(1 + i % 30),
                                            .originId = QString::number(number)});
            if (i > 0)
                std::ignore = store->links().set({.message = **id,
                                                  .kind = MessageLink::Reply,
                                                  .targetKey = QString::number(number - 1),
                                                  .target = **id - 1});
        }
    }
}

QStringList bodiesIn(Store &store)
{
    QStringList bodies;
    // One flipped bit may be in the account's own id.
    const QList<AccountRecord> accounts = store.accounts().all().value();
    for (const AccountRecord &account : accounts) {
        for (const ConversationRecord &chat : store.conversations().all(account.uuid)) {
            for (const MessageRecord &message : store.messages().last(chat.id, 1000))
                bodies.append(message.body);
        }
    }
    bodies.sort();
    return bodies;
}

/// What is said to SQLite itself, past the store.
class Raw
{
public:
    explicit Raw(const QString &path)
        : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s))
    {
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("cannot open");
    }
    ~Raw()
    {
        m_database = {};
        QSqlDatabase::removeDatabase(u"raw"_s);
    }
    Q_DISABLE_COPY_MOVE(Raw)

    QList<QStringList> rows(const QString &sql)
    {
        QSqlQuery query(m_database);
        if (!query.exec(sql))
            qFatal("%s", qPrintable(sql));
        QList<QStringList> rows;
        while (query.next()) {
            QStringList row;
            for (int i = 0; query.value(i).isValid(); ++i)
                row.append(query.value(i).toString());
            rows.append(row);
        }
        return rows;
    }
    /// All that hold something of their own.
    QStringList tables()
    {
        QStringList names;
        for (const QStringList &row :
             rows(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT "
                  "LIKE 'messages_text%' AND name NOT LIKE 'sqlite%'"_s))
            names.append(row.first());
        return names;
    }

private:
    QSqlDatabase m_database;
};

/// A row in each table that has none: a number is 1, which there is everywhere.
void fillTheRest(const QString &path)
{
    Raw raw(path);
    for (const QString &table : raw.tables()) {
        if (!raw.rows(u"SELECT 1 FROM %1 LIMIT 1"_s.arg(table)).isEmpty())
            continue;
        QStringList values;
        for (const QStringList &column : raw.rows(u"PRAGMA table_info(%1)"_s.arg(table)))
            values.append(column[2] == u"INTEGER"_s    ? u"1"_s
                              : column[2] == u"BLOB"_s ? u"x'0001'"_s
                                                       : u"'x'"_s);
        raw.rows(u"INSERT INTO %1 VALUES (%2)"_s.arg(table, values.join(u", "_s)));
    }
}

/// Every row of every table; of streams a salvaged store knows nothing.
QStringList everythingIn(const QString &path)
{
    Raw raw(path);
    QStringList all;
    for (const QStringList &row : raw.rows(u"SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"_s))
        all.append(row.join(u" | "_s));
    for (const QString &table : raw.tables()) {
        if (table.startsWith(u"stream"_s))
            continue;
        const auto rows = raw.rows(u"SELECT * FROM "_s + table);
        if (rows.isEmpty())
            qFatal("%s is empty", qPrintable(table));
        for (const QStringList &row : rows)
            all.append(table + u": "_s + row.join(u" | "_s));
    }
    all.sort();
    return all;
}

Result<Salvaged> salvage(const QString &path)
{
    WorkProgress progress;
    return salvageStore(path, progress);
}

} // namespace

class tst_store_salvage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(memoryFolder());
        m_path = m_folder->filePath(u"store.sqlite"_s);
        fill(m_path);
        m_whole = contents(m_path);
    }

    /// Nothing is lost of what is whole; whoever adds a table finds it here too.
    void whatIsWholeStaysWhole()
    {
        QStringList before;
        {
            auto store = Store::open(m_path).value();
            before = bodiesIn(*store);
        }
        fillTheRest(m_path);
        const QStringList everything = everythingIn(m_path);
        m_whole = contents(m_path);
        const auto saved = salvage(m_path).value();
        QVERIFY(saved.whole);
        QCOMPARE(everythingIn(m_path), everything);
        QCOMPARE(saved.messages, kMessages);
        QCOMPARE(saved.accounts, 1);
        QCOMPARE(contents(saved.keptAs), m_whole);
        auto store = Store::open(m_path).value();
        QVERIFY(store->check());
        QCOMPARE(bodiesIn(*store), before);
        QCOMPARE(store->accounts().all()->first().jid, kOwn);
        QCOMPARE(store->roster().load(kAna).items.first().groups, QStringList{u"Work"_s});
        QCOMPARE(store->settings().value(u"window"_s).toByteArray(), QByteArray("\0\1", 2));
        QCOMPARE(store->messages().search(kAna, u"número"_s, 1000).size(), kMessages);
        QCOMPARE(store->links().link(5, MessageLink::Reply)->target, 4);
        // It is a store like any: new rows have new ids.
        const qint64 chat = store->conversations().all(kAna).first().id;
        const auto added = store->messages().insert({.conversation = chat,
                                                     .sender = kOwn,
                                                     .time = QDateTime::currentDateTimeUtc(),
                                                     .body = u"new"_s});
        QVERIFY(**added > kMessages);
        QCOMPARE(QFile::permissions(m_path) & (QFile::ReadOther | QFile::ReadGroup), QFile::Permissions());
    }

    void excludedChatsStayOutOfTheIndex()
    {
        const QString searched = QString::fromLatin1(WordIndex::kSearched);
        const auto indexed
            = [](Store &store) { return store.messages().search(kAna, u"número"_s, 1000).size(); };
        qint64 left = 0;
        qint64 torn = 0;
        {
            auto store = Store::open(m_path).value();
            left = store->conversations().all(kAna).at(0).id;
            torn = store->conversations().all(kAna).at(1).id;
            QVERIFY(store->conversationSettings().setValue(left, searched, false));
            store->followSearched(left);
            QTRY_COMPARE(indexed(*store), kMessages * 3 / 4);
            // Chosen, and not followed yet when the file was damaged.
            QVERIFY(store->conversationSettings().setValue(torn, searched, false));
        }
        salvage(m_path).value();
        auto store = Store::open(m_path).value();
        QVERIFY(indexed(*store) <= kMessages * 3 / 4);
        QTRY_COMPARE(indexed(*store), kMessages / 2);
        QVERIFY(store->check());
        // Taken in again it is all there, once.
        QVERIFY(store->conversationSettings().setValue(left, searched, {}));
        store->followSearched(left);
        QTRY_COMPARE(indexed(*store), kMessages * 3 / 4);
        QVERIFY(store->check());
    }

    /// SECURITY R18: forty ways to be damaged (two hundred with TERTULIA_SEEDS=5), and always a store that
    /// opens, with the damaged file kept as it was.
    void everyDamageEndsWell()
    {
        bool given = false;
        const int seeds = qEnvironmentVariableIntValue("TERTULIA_SEEDS", &given);
        const int rounds = 40 * (given ? std::clamp(seeds, 1, 5) : 1);
        QRandomGenerator random(20260401);
        qint64 saved = 0;
        int empty = 0;
        for (int i = 0; i < rounds; ++i) {
            QByteArray damaged = m_whole;
            switch (i % 5) {
            case 0: // bits
                for (int flips = 0; flips < 1 << (i % 8); ++flips) {
                    const auto at = random.bounded(quint32(damaged.size()));
                    damaged[at] = char(damaged[at] ^ (1 << random.bounded(8)));
                }
                break;
            case 1: // cut
                damaged.truncate(random.bounded(quint32(damaged.size())));
                break;
            case 2: // pages that were never written
                for (int pages = 0; pages <= i % 4; ++pages) {
                    const auto page = 1 + random.bounded(quint32(damaged.size() / 4096 - 1));
                    damaged.replace(qsizetype(page) * 4096, 4096, QByteArray(4096, '\0'));
                }
                break;
            case 3: { // pages of another file
                const auto page = random.bounded(quint32(damaged.size() / 4096));
                for (int byte = 0; byte < 4096; ++byte)
                    damaged[qsizetype(page) * 4096 + byte] = char(random.bounded(256));
                break;
            }
            default: // another file
                damaged = i % 2 ? QByteArray("hola\n").repeated(i) : damaged.mid(random.bounded(8192));
            }
            QTemporaryDir folder(memoryFolder());
            const QString path = folder.filePath(u"store.sqlite"_s);
            setContents(path, damaged);
            const auto result = salvage(path);
            QVERIFY2(result, qPrintable(u"%1: %2"_s.arg(i).arg(result ? QString() : result.error().text)));
            QCOMPARE(contents(result->keptAs), damaged);
            auto store = Store::open(path);
            QVERIFY2(store, qPrintable(QString::number(i)));
            QVERIFY((*store)->check());
            const qsizetype shown = bodiesIn(**store).size();
            QVERIFY2(shown == result->messages,
                     qPrintable(u"%1: %2 of %3"_s.arg(i).arg(shown).arg(result->messages)));
            store->reset();
            saved += result->messages;
            empty += result->messages == 0;
            QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
        }
        qInfo("%d of %d gave nothing; the others %.0f %% of their messages", empty, rounds,
              100.0 * double(saved) / double(kMessages) / double(rounds - empty));
        QVERIFY(saved > qint64(kMessages) * rounds * 2 / 5);
    }

    /// What was written last is in the log.
    void theLogIsPartOfIt()
    {
        auto store = Store::open(m_path).value();
        QVERIFY(store->settings().setValue(u"late"_s, u"yes"_s));
        QVERIFY(store->commit());
        QTemporaryDir folder;
        const QString path = folder.filePath(u"store.sqlite"_s);
        setContents(path, contents(m_path));
        setContents(path + u"-wal", contents(m_path + u"-wal"));
        const auto saved = salvage(path).value();
        QVERIFY(saved.whole);
        QVERIFY(QFile::exists(saved.keptAs + u"-wal"));
        QVERIFY(!QFile::exists(path + u"-wal"));
        QCOMPARE(Store::open(path).value()->settings().value(u"late"_s), u"yes"_s);
    }

    /// The chats of an account whose row is lost can be read, and nobody logs in by a guess.
    void aLostAccountIsMadeUpAgain()
    {
        const Jid carla = Jid::fromNormalized(u"carla@example.com"_s);
        {
            auto store = Store::open(m_path).value();
            std::ignore = store->accounts().save({.uuid = u"carla-uuid"_s, .jid = carla});
            for (const auto &[account, own] : {std::pair(kAna, kOwn), std::pair(u"carla-uuid"_s, carla)}) {
                const Jid peer = Jid::fromNormalized(u"dora@example.net"_s);
                const qint64 chat = store->conversations().add(account, {.peer = peer}).value();
                for (const Jid &sender : {own, peer})
                    QVERIFY(store->messages().insert({.conversation = chat,
                                                      .outgoing = sender == own,
                                                      .sender = sender,
                                                      .time = QDateTime::currentDateTimeUtc(),
                                                      .body = u"hi"_s}));
            }
        }
        Raw(m_path).rows(u"DELETE FROM accounts WHERE uuid = 'ana-uuid'"_s);
        const auto saved = salvage(m_path).value();
        QVERIFY(!saved.whole);
        QCOMPARE(saved.accounts, 2);
        QCOMPARE(saved.remade, 1);
        QCOMPARE(saved.messages, kMessages + 4);
        auto store = Store::open(m_path).value();
        QVERIFY(store->check());
        const QList<AccountRecord> accounts = store->accounts().all().value();
        const AccountRecord ana = accounts.at(0).jid == kOwn ? accounts.at(0) : accounts.at(1);
        QCOMPARE(ana.jid, kOwn);
        QVERIFY(!ana.enabled);
        QVERIFY(!ana.uuid.isEmpty() && ana.uuid != kAna);
        QCOMPARE(store->conversations().all(ana.uuid).size(), 5);
        QCOMPARE(store->conversations().all(u"carla-uuid"_s).size(), 1);
        QCOMPARE(store->roster().load(ana.uuid).items.size(), 1);
    }

    /// The number of an account, read wrongly.
    void aChatOfAnAccountThatIsHereComesBackToIt()
    {
        Raw raw(m_path);
        raw.rows(u"UPDATE messages SET outgoing = 1, sender = 'ana@example.org' WHERE id % 2"_s);
        raw.rows(u"UPDATE conversations SET account_id = 4611686018427387905 WHERE id = 1"_s);
        raw.rows(u"UPDATE conversations SET account_id = 3 WHERE id = 2"_s);
        const auto saved = salvage(m_path).value();
        QVERIFY(!saved.whole);
        QCOMPARE(saved.accounts, 1);
        QCOMPARE(saved.remade, 0);
        QCOMPARE(saved.messages, kMessages);
        QCOMPARE(Store::open(m_path).value()->conversations().all(kAna).size(), 4);
    }

    /// Nothing of the rows of accounts is left.
    void lostAccounts_data()
    {
        QTest::addColumn<QStringList>("damage");
        QTest::addColumn<QString>("address");
        QTest::newRow("nobody answered") << QStringList() << u"account1@salvaged.invalid"_s;
        QTest::newRow("who answered has no address")
            << QStringList{u"UPDATE messages SET outgoing = 1, sender = 'ana' WHERE id = 1"_s,
                           u"UPDATE messages SET outgoing = 1, sender = 'ana@example.org/x' WHERE id = 2"_s,
                           u"UPDATE messages SET outgoing = 1, sender = '@' WHERE id = 3"_s}
            << u"account1@salvaged.invalid"_s;
        QTest::newRow("somebody answered")
            << QStringList{u"UPDATE messages SET outgoing = 1, sender = 'ana@example.org' WHERE id = 1"_s}
            << u"ana@example.org"_s;
        QTest::newRow("the archive is hers")
            << QStringList{u"UPDATE messages SET stanza_id = 'a', stanza_id_by = 'ana@example.org' "
                           "WHERE id = 1"_s}
            << u"ana@example.org"_s;
        QTest::newRow("the chats are lost too")
            << QStringList{u"DELETE FROM conversations"_s} << u"account1@salvaged.invalid"_s;
        QTest::newRow("the chats are lost too, and somebody answered")
            << QStringList{u"DELETE FROM conversations"_s,
                           u"UPDATE messages SET outgoing = 1, sender = 'ana@example.org' WHERE id = 1"_s}
            << u"ana@example.org"_s;
    }

    void lostAccounts()
    {
        QFETCH(QStringList, damage);
        QFETCH(QString, address);
        {
            Raw raw(m_path);
            raw.rows(u"DELETE FROM accounts"_s);
            for (const QString &sql : damage)
                raw.rows(sql);
        }
        const auto saved = salvage(m_path).value();
        QVERIFY(!saved.whole);
        QCOMPARE(saved.accounts, 1);
        QCOMPARE(saved.messages, kMessages);
        auto store = Store::open(m_path).value();
        QVERIFY(store->check());
        const AccountRecord account = store->accounts().all()->first();
        QCOMPARE(account.jid.toString(), address);
        QVERIFY(!account.enabled);
        QCOMPARE(bodiesIn(*store).size(), kMessages);
    }

    /// With nobody to be with, messages are in no chat; the damaged file has them still.
    void whatHangsFromNothingGoes()
    {
        Raw(m_path).rows(u"DELETE FROM conversations"_s);
        Raw(m_path).rows(u"UPDATE messages SET outgoing = 1, sender = 'ana@example.org'"_s);
        const auto saved = salvage(m_path).value();
        QVERIFY(!saved.whole);
        QCOMPARE(saved.messages, 0);
        auto store = Store::open(m_path).value();
        QVERIFY(store->check());
        store.reset();
        QCOMPARE(Raw(m_path).rows(u"SELECT id FROM messages"_s).size(), 0);
    }

    /// An id that was read wrongly would make of what is said next a copy of what was said before.
    void newRowsHaveNewIds()
    {
        Raw(m_path).rows(u"UPDATE message_ids SET next = 5"_s);
        QVERIFY(salvage(m_path));
        auto store = Store::open(m_path).value();
        const qint64 chat = store->conversations().all(kAna).first().id;
        const auto added = store->messages().insert({.conversation = chat,
                                                     .sender = kOwn,
                                                     .time = QDateTime::currentDateTimeUtc(),
                                                     .body = u"new"_s});
        QVERIFY(added && *added);
        QVERIFY(**added > kMessages);
    }

    void whoGivesUpChangesNothing()
    {
        WorkProgress progress;
        progress.cancel();
        QCOMPARE(salvageStore(m_path, progress).error().code, ErrorCode::Cancelled);
        QCOMPARE(contents(m_path), m_whole);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"store.sqlite"_s});
    }

    /// What was salvaged when the program was killed is not left for anybody to find.
    void whatWasBrokenOffGoes()
    {
        for (const QString &part : {u".salvage-source"_s, u".salvage-new"_s, u".salvage-new-journal"_s})
            setContents(m_path + part, "secret");
        Store::open(m_path).value().reset();
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"store.sqlite"_s});
    }

    void twiceIsKeptTwice()
    {
        const auto first = salvage(m_path).value();
        const auto second = salvage(m_path).value();
        QVERIFY(first.keptAs != second.keptAs);
        QVERIFY(QFile::exists(first.keptAs) && QFile::exists(second.keptAs));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QByteArray m_whole;
};

QTEST_GUILESS_MAIN(tst_store_salvage)
#include "tst_store_salvage.moc"
