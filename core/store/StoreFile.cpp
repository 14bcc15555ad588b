// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/StoreFile.h"

#include "core/store/Database.h"
#include "core/store/Migrations.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

constexpr int kApplicationId = 0x54727454; // "TrtT", as in Migrations.cpp
constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
/// Up to this size a file that was not closed properly is looked through at once; it takes some milliseconds.
constexpr qint64 kCheckedWhenOpened = 16 * 1024 * 1024;

constexpr qint64 kPageSize = 4096;

QString logPath(const QString &path)
{
    return path + u"-wal";
}

/// Makes the whole file under another name first: where a file exists it is complete, and an empty or short
/// one is always damage, never a first start that was cut off.
Result<void> create(const QString &path, std::chrono::milliseconds busyTimeout)
{
    const QString unfinished = path + u".unfinished";
    QFile::remove(unfinished);
    QFile::remove(unfinished + u"-journal");
    {
        QFile file(unfinished);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, kOwnerOnly)) {
            const QFileInfo folder(QFileInfo(path).absolutePath());
            const bool refused
                = file.error() == QFileDevice::PermissionsError || (folder.exists() && !folder.isWritable());
            return failure(refused ? ErrorCode::StoreReadOnly : ErrorCode::StoreFailed, path,
                           file.errorString());
        }
    }
    Result<void> made;
    {
        Database database(unfinished);
        made = database.open(busyTimeout);
        if (made)
            made = migrations::run(database, 0);
    }
    if (!made) {
        QFile::remove(unfinished);
        return failure(made.error().code, path, made.error().text);
    }
    // Fails if another program made the file meanwhile; then that one is opened.
    if (!QFile::rename(unfinished, path)) {
        QFile::remove(unfinished);
        if (!QFileInfo::exists(path))
            return failure(ErrorCode::StoreFailed, path);
    }
    return {};
}

Result<void> checkHeader(const QString &path, bool closedBadly)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::StoreFailed, path, file.errorString());
    static const QByteArray kMagic("SQLite format 3\0", 16);
    if (file.read(kMagic.size()) != kMagic)
        return failure(ErrorCode::StoreCorrupted, path, u"not a database"_s);
    // SQLite takes a cut last page for a whole one. After a bad end the log may still mend it.
    if (!closedBadly && file.size() % kPageSize != 0)
        return failure(ErrorCode::StoreCorrupted, path, u"the last page is cut"_s);
    return {};
}

Result<qint64> pragma(Database &database, SqlText sql)
{
    Rows rows = database.read(sql);
    if (rows.next())
        return rows.number(0);
    if (!rows.result())
        return Failure(rows.result().error());
    return 0;
}

/// Whether this is a schema of ours, and which.
Result<int> checkSchema(Database &database)
{
    const auto application = pragma(database, "PRAGMA application_id");
    if (!application)
        return Failure(application.error());
    if (*application != kApplicationId)
        return failure(ErrorCode::StoreCorrupted, database.path(), u"another program's database"_s);
    const auto version = pragma(database, "PRAGMA user_version");
    if (!version)
        return Failure(version.error());
    if (*version > migrations::currentVersion())
        return failure(ErrorCode::StoreNewer, database.path(), QString::number(*version));
    const auto tables = pragma(database,
                               "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN "
                               "('accounts', 'settings', 'conversations', 'messages', 'outbox')");
    if (!tables)
        return Failure(tables.error());
    if (*version < 1 || *tables != 5)
        return failure(ErrorCode::StoreCorrupted, database.path(), u"tables are missing"_s);
    return int(*version);
}

/// Takes the write lock once: a file or folder that cannot be written is found now, not at the first message.
Result<void> checkWritable(Database &database)
{
    if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    return database.execute("ROLLBACK");
}

} // namespace

bool wasClosedBadly(const QString &path)
{
    const QFileInfo log(logPath(path));
    return log.exists() && log.size() > 0;
}

Result<std::unique_ptr<Database>> openStoreFile(const QString &path, std::chrono::milliseconds busyTimeout)
{
    const bool closedBadly = wasClosedBadly(path);
    if (!QFileInfo::exists(path)) {
        // A log without its file: the file went away, and a new one in its place would be fed the old log.
        if (closedBadly)
            return failure(ErrorCode::StoreCorrupted, path, u"the file is missing, its log is there"_s);
        if (auto created = create(path, busyTimeout); !created)
            return Failure(created.error());
    }
    if (auto header = checkHeader(path, closedBadly); !header)
        return Failure(header.error());
    if (QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther))
        QFile::setPermissions(path, kOwnerOnly);

    auto database = std::make_unique<Database>(path);
    if (auto opened = database->open(busyTimeout); !opened)
        return Failure(opened.error());
    const auto version = checkSchema(*database);
    if (!version)
        return Failure(version.error());
    for (const SqlText sql : {
             SqlText("PRAGMA journal_mode = WAL"),
             SqlText("PRAGMA synchronous = NORMAL"),
             SqlText("PRAGMA secure_delete = ON"),
             SqlText("PRAGMA foreign_keys = ON"),
             SqlText("PRAGMA cache_size = -8000"),
             SqlText("PRAGMA temp_store = MEMORY"),
         }) {
        if (auto set = database->execute(sql); !set)
            return Failure(set.error());
    }
    if (auto writable = checkWritable(*database); !writable)
        return Failure(writable.error());
    if (closedBadly && QFileInfo(path).size() <= kCheckedWhenOpened) {
        if (auto whole = checkPages(*database); !whole)
            return Failure(whole.error());
    }
    if (auto migrated = migrations::run(*database, *version); !migrated)
        return Failure(migrated.error());
    return database;
}

Result<void> checkPages(Database &database)
{
    Rows rows = database.read("PRAGMA quick_check(5)");
    QStringList found;
    while (rows.next())
        found.append(rows.text(0));
    if (!rows.result())
        return rows.result();
    if (found != QStringList{u"ok"_s})
        return failure(ErrorCode::StoreCorrupted, database.path(), found.join(u'\n').left(500));
    return {};
}

} // namespace tertulia
