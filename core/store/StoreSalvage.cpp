// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreSalvage.h"

#include "core/store/Database.h"
#include "core/store/Migrations.h"
#include "core/store/SalvagedAccounts.h"
#include "core/store/SalvagedTable.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr qint64 kPageSize = 4096;
constexpr std::chrono::milliseconds kBusyTimeout{1000};
constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/// A connection of Qt's, which goes with this. What is asked of it here is made of names in the schema that
/// this program has just written, and of nothing else.
class Connection
{
public:
    explicit Connection(const QString &path)
        : m_name(QUuid::createUuid().toString())
        , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
    {
        m_database.setDatabaseName(path);
        m_open = m_database.open();
    }
    ~Connection()
    {
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] QSqlDatabase &database() { return m_database; }
    [[nodiscard]] QString error() const { return m_database.lastError().databaseText(); }
    bool run(const QString &sql) { return QSqlQuery(m_database).exec(sql); }
    [[nodiscard]] QVariant value(const QString &sql)
    {
        QSqlQuery query(m_database);
        return query.exec(sql) && query.next() ? query.value(0) : QVariant();
    }

private:
    QString m_name;
    QSqlDatabase m_database;
    bool m_open = false;
};

/// What lies beside the store while it is salvaged.
class Workshop
{
public:
    explicit Workshop(const QString &path)
        : m_path(path)
    {
        clear();
    }
    ~Workshop() { clear(); }
    Q_DISABLE_COPY_MOVE(Workshop)

    [[nodiscard]] QString source() const { return m_path + u".salvage-source"_s; }
    [[nodiscard]] QString made() const { return m_path + u".salvage-new"_s; }

private:
    void clear()
    {
        for (const QString &file : {source(), made()}) {
            for (const QString &part : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
                QFile::remove(file + part);
        }
    }

    const QString m_path;
};

/// A whole number of pages, with a header that lets SQLite look at them.
bool makeReadable(const QString &path)
{
    static const QByteArray kMagic("SQLite format 3\0", 16);
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    file.setPermissions(kOwnerOnly);
    const qint64 pages = (file.size() + kPageSize - 1) / kPageSize;
    if (file.size() % kPageSize != 0 && !file.resize(pages * kPageSize))
        return false;
    if (file.read(kMagic.size()) == kMagic || pages == 0)
        return true;
    // https://sqlite.org/fileformat2.html, 1.3: pages of 4096 bytes, WAL, UTF-8, schema format 4. What is not
    // known is 0, which SQLite puts up with.
    QByteArray header(100, '\0');
    header.replace(0, kMagic.size(), kMagic);
    header.replace(16, 8, QByteArray("\x10\x00\x02\x02\x00\x40\x20\x20", 8));
    header[47] = 4;
    header[59] = 1;
    header[63] = char(migrations::currentVersion());
    return file.seek(0) && file.write(header) == header.size();
}

Failure unwritable(const QString &path, const QString &text)
{
    const bool readOnly = !QFileInfo(QFileInfo(path).absolutePath()).isWritable();
    return failure(readOnly ? ErrorCode::StoreReadOnly : ErrorCode::StoreFull, path, text);
}

Result<void> makeEmpty(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly))
        return unwritable(path, file.errorString());
    file.close();
    Database database(path);
    if (auto opened = database.open(kBusyTimeout); !opened)
        return opened;
    return migrations::run(database, 0);
}

/// An older schema becomes the present one, if that can be read and written; else what of it has the same
/// names is taken.
void bringUpToDate(const QString &path)
{
    Database database(path);
    if (!database.open(kBusyTimeout))
        return;
    std::ignore = database.execute("PRAGMA journal_mode = DELETE");
    int version = migrations::currentVersion();
    {
        Rows rows = database.read("PRAGMA user_version");
        if (rows.next())
            version = int(rows.number(0));
    }
    if (version > 0 && version < migrations::currentVersion())
        std::ignore = migrations::run(database, version);
}

/// Chats whose row is lost are with whoever spoke in them, of the account that answered.
constexpr auto kFindChats
    = u"INSERT OR IGNORE INTO conversations(id, account_id, peer, kind, is_open, archived, "
      u"pinned, pin_order, draft, read_order, unread) "
      u"SELECT conversation_id, coalesce((SELECT accounts.id FROM messages own "
      u"JOIN accounts ON accounts.jid = own.sender "
      u"WHERE own.conversation_id = messages.conversation_id AND own.shown = 1 AND own.outgoing = 1), "
      u"(SELECT min(id) FROM accounts)), sender, 0, 1, 0, 0, 0, '', "
      u"max(order_key), 0 FROM messages WHERE outgoing = 0 "
      u"AND EXISTS (SELECT 1 FROM accounts) "
      u"AND conversation_id NOT IN (SELECT id FROM conversations) "
      u"GROUP BY conversation_id";

/// Behind every row, whatever was read: an id that is there already would be taken for a copy.
constexpr auto kNextId
    = u"INSERT INTO message_ids SELECT max(coalesce((SELECT max(next) FROM message_ids), 0), "
      u"1 + coalesce((SELECT max(id) FROM messages), 0))";

/// Drops the triggers, and gives what makes them again. They keep the index of words in step with what goes,
/// and fail where there is no index yet.
QStringList takeTriggers(Connection &to)
{
    QStringList made;
    QStringList names;
    QSqlQuery query(to.database());
    query.exec(u"SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"_s);
    while (query.next()) {
        names.append(query.value(0).toString());
        made.append(query.value(1).toString());
    }
    query.finish();
    for (const QString &name : std::as_const(names))
        to.run(u"DROP TRIGGER \""_s + name + u'"');
    return made;
}

/// Not by 'rebuild', which takes the words of all messages, also of chats that the person left out
/// (WordIndex). Where a chat's choice and its messages do not agree any more, the choice is followed as if it
/// were new.
bool indexWords(Connection &to)
{
    return to.run(u"INSERT INTO messages_text(messages_text) VALUES ('delete-all')"_s)
        && to.run(u"INSERT INTO messages_text(rowid, body) SELECT id, body FROM messages WHERE indexed"_s)
        && to.run(u"INSERT OR IGNORE INTO word_work(conversation_id, after_order, after_id) "
                  "SELECT DISTINCT conversation_id, -9223372036854775808, 0 FROM messages WHERE shown = 1 "
                  "AND indexed = (conversation_id IN (SELECT conversation_id FROM conversation_settings "
                  "WHERE key = 'searched' AND value = 0))"_s);
}

/// Puts the new file where the damaged one is, which stays under another name. There is a store at `path` at
/// every moment.
Result<QString> exchange(const QString &path, const QString &made)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString aside = path + u".damaged-"_s + stamp;
    for (int i = 2; QFileInfo::exists(aside); ++i)
        aside = path + u".damaged-"_s + stamp + u'-' + QString::number(i);
    const auto native = [](const QString &name) { return std::filesystem::path(name.toStdU16String()); };
    std::error_code error;
    std::filesystem::create_hard_link(native(path), native(aside), error);
    if (error && !QFile::copy(path, aside)) // not every file system has links
        return unwritable(path, QString::fromStdString(error.message()));
    if (QFileInfo::exists(path + u"-wal"_s) && !QFile::rename(path + u"-wal"_s, aside + u"-wal"_s))
        return unwritable(path, {});
    QFile::remove(path + u"-shm"_s);
    std::filesystem::rename(native(made), native(path), error);
    if (error)
        return unwritable(path, QString::fromStdString(error.message()));
    return aside;
}

} // namespace

void forgetSalvage(const QString &path)
{
    const Workshop tidied(path);
}

Result<Salvaged> salvageStore(const QString &path, WorkProgress &progress)
{
    const Workshop shop(path);
    if (!QFile::copy(path, shop.source()))
        return unwritable(path, {});
    if (QFileInfo::exists(path + u"-wal"_s) && !QFile::copy(path + u"-wal"_s, shop.source() + u"-wal"_s))
        return unwritable(path, {});
    if (!makeReadable(shop.source()))
        return unwritable(path, {});
    if (auto made = makeEmpty(shop.made()); !made)
        return failure(made.error().code, path, made.error().text);
    bringUpToDate(shop.source());

    Salvaged salvaged;
    salvaged.whole = true;
    {
        Connection from(shop.source());
        Connection to(shop.made());
        if (!from.isOpen() || !to.isOpen())
            return unwritable(path, to.error());
        // A schema with one unreadable line still has the others.
        from.run(u"PRAGMA writable_schema = ON"_s);
        from.run(u"PRAGMA query_only = ON"_s);
        progress.expect(from.value(u"SELECT max(id) FROM messages"_s).toLongLong());
        for (SalvagedTable &table : SalvagedTable::all(to.database())) {
            if (!table.copy(from.database(), progress))
                salvaged.whole = false;
            if (progress.isCancelled())
                return failure(ErrorCode::Cancelled);
            if (!table.written())
                return unwritable(path, to.error());
        }
        const QStringList triggers = takeTriggers(to);
        const auto countAccounts
            = [&to] { return to.value(u"SELECT count(*) FROM accounts"_s).toLongLong(); };
        salvaged.remade = -countAccounts();
        if (remakeAccounts(to.database()) > 0)
            salvaged.whole = false;
        salvaged.remade += countAccounts();
        to.run(QString::fromUtf16(kFindChats));
        if (SalvagedTable::dropOrphans(to.database()) > 0)
            salvaged.whole = false;
        // What was sent on a stream is not known for certain any more, and what is not here must be asked for
        // again.
        to.run(u"DELETE FROM streams"_s);
        to.run(u"DELETE FROM stream_sent"_s);
        // So is what an older version knew, which could not be brought up to date.
        if (!salvaged.whole || to.value(u"SELECT count(*) FROM archive_ranges WHERE last_rank = 0"_s) != 0) {
            to.run(u"DELETE FROM archive_chat_reads"_s);
            to.run(u"DELETE FROM archive_ranges"_s);
            to.run(u"UPDATE messages SET archive_rank = NULL WHERE archive_rank IS NOT NULL"_s);
        }
        to.run(QString::fromUtf16(kNextId));
        to.run(u"DELETE FROM message_ids WHERE rowid < (SELECT max(rowid) FROM message_ids)"_s);
        if (!indexWords(to))
            return unwritable(path, to.error());
        for (const QString &trigger : triggers) {
            if (!to.run(trigger))
                return unwritable(path, to.error());
        }
        salvaged.accounts = countAccounts();
        salvaged.messages = to.value(u"SELECT count(*) FROM messages WHERE shown = 1"_s).toLongLong();
    }
    if (progress.isCancelled())
        return failure(ErrorCode::Cancelled);
    const auto aside = exchange(path, shop.made());
    if (!aside)
        return Failure(aside.error());
    salvaged.keptAs = *aside;
    return salvaged;
}

} // namespace tertulia
