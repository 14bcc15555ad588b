// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/AccountsTable.h"
#include "core/store/ConversationsTable.h"
#include "core/store/MessagesTable.h"
#include "core/store/SettingsTable.h"
#include "core/store/Store.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace tertulia;
using namespace Qt::StringLiterals;

namespace
{

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

/// Another program's connection to a file.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &path)
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        connection.setDatabaseName(path);
        if (!connection.open())
            qFatal("cannot open");
    }
    ~OtherProgram() { QSqlDatabase::removeDatabase(u"other"_s); }
    Q_DISABLE_COPY_MOVE(OtherProgram)

    static void run(const QString &sql)
    {
        QSqlQuery query(QSqlDatabase::database(u"other"_s));
        if (!query.exec(sql))
            qFatal("other program failed");
    }
};

const QString kAna = u"ana-uuid"_s;

/// A store with some hundred messages, closed.
void fill(const QString &path)
{
    auto store = Store::open(path).value();
    const Jid ana = Jid::fromNormalized(u"ana@example.org"_s);
    std::ignore = store->accounts().save({.uuid = kAna, .jid = ana});
    const qint64 chat = store->conversations().add(kAna, {.peer = ana}).value();
    for (int i = 0; i < 300; ++i)
        std::ignore = store->messages().insert({.conversation = chat,
                                                .order = i,
                                                .sender = ana,
                                                .time = QDateTime::currentDateTimeUtc(),
                                                .body = u"palabra número "_s + QString::number(i),
                                                .originId = QString::number(i)});
}

constexpr Store::Options kImpatient{.busyTimeout = std::chrono::milliseconds(50)};

} // namespace

class tst_store_damage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"store.sqlite"_s);
    }

    /// After an end that was no proper one the pages are looked at, and that stays due until it is done.
    void looksAtThePagesUntilItHasSeenThem()
    {
        const auto checked = [](Store &store) {
            std::optional<Result<void>> result;
            store.checkIfDue().then(&store, [&result](const Result<void> &whole) { result = whole; });
            if (!QTest::qWaitFor([&result] { return result.has_value(); }))
                qFatal("no end");
            return *result;
        };
        const QString killed = m_folder->filePath(u"killed.sqlite"_s);
        fill(m_path);
        {
            const auto store = Store::open(m_path).value();
            QVERIFY(checked(*store));
            QVERIFY(store->settings().setValue(u"late"_s, u"yes"_s));
            QVERIFY(store->commit());
            setContents(killed, contents(m_path));
            setContents(killed + u"-wal"_s, contents(m_path + u"-wal"_s));
        }
        {
            const auto store = Store::open(killed).value();
            store->checkIfDue().ignore();
        }
        for (const QString &path : {m_path, killed}) {
            QByteArray bytes = contents(path);
            const qsizetype page = bytes.lastIndexOf("palabra") / 4096 * 4096;
            bytes.replace(page, 64, QByteArray(64, 'x'));
            setContents(path, bytes);
        }
        // What ended well is believed for a week.
        QVERIFY(checked(*Store::open(m_path).value()));
        const auto whole = checked(*Store::open(killed).value());
        QVERIFY(!whole);
        QCOMPARE(whole.error().code, ErrorCode::StoreCorrupted);
    }

    void refusesWhatIsNoStore_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("one byte") << QByteArray("S");
        QTest::newRow("text") << QByteArray("hola\n").repeated(1000);
        QTest::newRow("zeros") << QByteArray(65536, '\0');
        QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("header and zeros") << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, '\0');
    }

    void refusesWhatIsNoStore()
    {
        QFETCH(QByteArray, bytes);
        setContents(m_path, bytes);
        const auto opened = Store::open(m_path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreCorrupted);
        QCOMPARE(opened.error().subject, m_path);
        QCOMPARE(contents(m_path), bytes);
    }

    void refusesAnotherProgramsDatabase()
    {
        {
            OtherProgram other(m_path);
            OtherProgram::run(u"CREATE TABLE messages(id)"_s);
        }
        const QByteArray before = contents(m_path);
        QCOMPARE(Store::open(m_path).error().code, ErrorCode::StoreCorrupted);
        QCOMPARE(contents(m_path), before);
    }

    void refusesALogWithoutItsFile()
    {
        setContents(m_path + u"-wal", QByteArray(4096, 'x'));
        QCOMPARE(Store::open(m_path).error().code, ErrorCode::StoreCorrupted);
        QVERIFY(!QFile::exists(m_path));
    }

    /// SECURITY F50.
    void refusesANewerSchema()
    {
        fill(m_path);
        {
            OtherProgram other(m_path);
            OtherProgram::run(u"PRAGMA user_version = 4711"_s);
        }
        const QByteArray before = contents(m_path);
        const auto opened = Store::open(m_path);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreNewer);
        QCOMPARE(opened.error().subject, m_path);
        QCOMPARE(opened.error().text, u"4711"_s);
        QCOMPARE(contents(m_path), before);
    }

    void refusesMissingTables()
    {
        fill(m_path);
        {
            OtherProgram other(m_path);
            OtherProgram::run(u"DROP TABLE outbox"_s);
        }
        QCOMPARE(Store::open(m_path).error().code, ErrorCode::StoreCorrupted);
    }

    void startsAgainAfterACutFirstStart()
    {
        setContents(m_path + u".unfinished", "rest");
        QVERIFY(Store::open(m_path));
        QVERIFY(!QFile::exists(m_path + u".unfinished"));
    }

    void isTruncatedAnywhere()
    {
        fill(m_path);
        const QByteArray whole = contents(m_path);
        QVERIFY(whole.size() > 20 * 4096);
        int refused = 0;
        for (qsizetype size = 0; size < whole.size(); size += 1 + whole.size() / 60) {
            setContents(m_path, whole.left(size));
            if (readAll() == Outcome::Told)
                ++refused;
            else
                qWarning("not noticed at %d", int(size));
            QFile::remove(m_path + u"-wal");
            QFile::remove(m_path + u"-shm");
        }
        QCOMPARE(refused, 60);
    }

    void hasFlippedBits()
    {
        fill(m_path);
        const QByteArray whole = contents(m_path);
        QRandomGenerator random(20260102);
        int told = 0;
        for (int i = 0; i < 200; ++i) {
            QByteArray damaged = whole;
            for (int flips = 0; flips < 1 << (i % 8); ++flips) {
                const auto at = random.bounded(quint32(damaged.size()));
                damaged[at] = char(damaged[at] ^ (1 << random.bounded(8)));
            }
            if (i % 5 == 0) // a page that was never written
                damaged.replace(4096 * (1 + i % 17), 4096, QByteArray(4096, '\0'));
            setContents(m_path, damaged);
            if (readAll() == Outcome::Told)
                ++told;
            QFile::remove(m_path + u"-wal");
            QFile::remove(m_path + u"-shm");
        }
        // One flipped letter in a text is no damage that a database could know of; most else is.
        QVERIFY2(told > 120, qPrintable(QString::number(told)));
    }

    void hasADamagedLog()
    {
        fill(m_path);
        auto store = Store::open(m_path).value();
        QVERIFY(store->settings().setValue(u"before"_s, 1));
        QVERIFY(store->commit());
        const QByteArray main = contents(m_path);
        const QByteArray log = contents(m_path + u"-wal");
        store.reset();
        for (qsizetype cut = 1; cut < log.size(); cut += 1 + log.size() / 40) {
            QByteArray damaged = log;
            damaged[cut] = char(damaged[cut] ^ 0x55);
            setContents(m_path, main);
            setContents(m_path + u"-wal", cut % 2 ? damaged : log.left(cut));
            QFile::remove(m_path + u"-shm");
            const auto opened = Store::open(m_path);
            QVERIFY(opened);
            QVERIFY((*opened)->check());
        }
    }

    void isLocked()
    {
        fill(m_path);
        OtherProgram other(m_path);
        OtherProgram::run(u"BEGIN IMMEDIATE"_s);
        const auto opened = Store::open(m_path, kImpatient);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreLocked);
        QCOMPARE(opened.error().subject, m_path);
        OtherProgram::run(u"ROLLBACK"_s);
        auto store = Store::open(m_path, kImpatient).value();
        QSignalSpy failed(store.get(), &Store::failed);
        OtherProgram::run(u"BEGIN IMMEDIATE"_s);
        QCOMPARE(store->settings().setValue(u"a"_s, 1).error().code, ErrorCode::StoreLocked);
        QCOMPARE(store->settings().setValue(u"a"_s, 1).error().code, ErrorCode::StoreLocked);
        QCOMPARE(failed.size(), 1); // said once
        OtherProgram::run(u"ROLLBACK"_s);
        QVERIFY(store->settings().setValue(u"a"_s, 2));
        QVERIFY(store->commit());
    }

    void isFull()
    {
        fill(m_path);
        Store::Options options;
        options.sizeLimit = contents(m_path).size() + 8 * 4096;
        auto store = Store::open(m_path, options).value();
        QVERIFY(store->settings().setValue(u"first"_s, 1));
        QVERIFY(store->commit());
        QSignalSpy failed(store.get(), &Store::failed);
        QSignalSpy rolledBack(store.get(), &Store::rolledBack);
        const QByteArray big(100'000, 'x');
        QCOMPARE(store->settings().setValue(u"big"_s, big).error().code, ErrorCode::StoreFull);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().subject, m_path);
        QCOMPARE(rolledBack.size(), 1);
        QVERIFY(store->check());
        QCOMPARE(store->settings().value(u"first"_s).toInt(), 1);
        QVERIFY(!store->settings().value(u"big"_s).isValid());
        // There is room for something smaller: it recovers by itself.
        QVERIFY(store->settings().setValue(u"small"_s, 1));
        QVERIFY(store->commit());
        // A durable write fails whole, too.
        const auto refused = store->durably([&]() -> Result<void> {
            std::ignore = store->settings().setValue(u"small"_s, 2);
            return store->settings().setValue(u"big"_s, big);
        });
        QCOMPARE(refused.error().code, ErrorCode::StoreFull);
        QCOMPARE(store->settings().value(u"small"_s).toInt(), 1);
    }

    void isReadOnly_data()
    {
        QTest::addColumn<bool>("exists");
        QTest::newRow("file in a read-only folder") << true;
        QTest::newRow("no file in a read-only folder") << false;
    }

    void isReadOnly()
    {
        QFETCH(bool, exists);
        if (exists) {
            fill(m_path);
            QFile::setPermissions(m_path, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
        }
        const QString folder = m_folder->path();
        QFile::setPermissions(folder,
                              QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup
                                  | QFile::ReadOther | QFile::ExeOther);
        // The superuser may write anywhere: then the test is somebody else for a moment.
        const uid_t self = geteuid();
        if (self == 0)
            QVERIFY(setresuid(65534, 65534, 0) == 0);
        const auto opened = Store::open(m_path);
        if (self == 0)
            QVERIFY(setresuid(0, 0, 0) == 0);
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::StoreReadOnly);
        QCOMPARE(opened.error().subject, m_path);
    }

    void isInNoFolder()
    {
        const auto opened = Store::open(m_folder->filePath(u"none/store.sqlite"_s));
        QVERIFY(!opened);
        QCOMPARE(opened.error().subject, m_folder->filePath(u"none/store.sqlite"_s));
    }

private:
    enum class Outcome { Fine, Told };

    /// Opens and reads everything as a client would, with the check that follows a bad end.
    Outcome readAll()
    {
        auto opened = Store::open(m_path);
        if (!opened)
            return Outcome::Told;
        Store &store = **opened;
        QSignalSpy failed(&store, &Store::failed);
        std::ignore = store.accounts().all();
        for (const ConversationRecord &chat : store.conversations().all(kAna)) {
            std::ignore = store.messages().last(chat.id, 1000);
            std::ignore = store.messages().search(kAna, u"palabra"_s, 1000);
            std::ignore = store.messages().insert({.conversation = chat.id,
                                                   .sender = chat.peer,
                                                   .time = QDateTime::currentDateTimeUtc(),
                                                   .body = u"más"_s});
        }
        std::ignore = store.commit();
        const bool checked = store.check().has_value();
        return failed.isEmpty() && checked ? Outcome::Fine : Outcome::Told;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(tst_store_damage)
#include "tst_store_damage.moc"
