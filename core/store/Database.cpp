// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Database.h"

#include "core/base/Log.h"

#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <sqlite3.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{
/// Some 500 messages with their words (SECURITY A119).
constexpr int kMostWritesPerTransaction = 1000;

/// Without what https://sqlite.org/rescode.html adds to it.
int primaryCode(int extendedCode)
{
    return extendedCode & 0xff;
}

/// SQLite counts what it allocates, under a lock, and so spends a tenth of its time; nobody asks for the sum.
/// Without effect once something else in the process has used SQLite.
void countNoMemory()
{
    static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(configured)
}

/// The connection that Qt's driver opened. Null if that brings an SQLite of its own, whose statements are not
/// for the library that we were linked with.
sqlite3 *sqliteOf(const QSqlDatabase &connection)
{
    const QVariant handle = connection.driver()->handle();
    QSqlQuery query(connection);
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0 || !query.exec(u"SELECT sqlite_source_id()"_s)
        || !query.next() || query.value(0).toString() != QLatin1StringView(sqlite3_sourceid()))
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

} // namespace

Rows::Rows(Database &database, Statement *statement, Result<void> result)
    : m_database(&database)
    , m_statement(statement)
    , m_result(std::move(result))
{
}

Rows::Rows(Rows &&other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_result(std::move(other.m_result))
    , m_waiting(other.m_waiting)
    , m_own(std::move(other.m_own))
{
}

Rows::~Rows()
{
    if (!m_statement)
        return;
    m_statement->reset();
    m_statement->busy = false;
}

bool Rows::next()
{
    if (!m_statement || !m_result)
        return false;
    if (std::exchange(m_waiting, false))
        return true;
    switch (m_statement->step()) {
    case Statement::Step::Row:
        return true;
    case Statement::Step::Done:
        break;
    case Statement::Step::Failed:
        m_result = m_database->fail();
        break;
    }
    return false;
}

QDateTime Rows::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

qint64 Rows::insertedId() const
{
    return m_statement ? sqlite3_last_insert_rowid(m_database->m_sqlite) : 0;
}

int Rows::affected() const
{
    return m_statement && m_result ? sqlite3_changes(m_database->m_sqlite) : 0;
}

Database::Database(const QString &path)
    : m_path(path)
    , m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_connection(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
}

Database::~Database()
{
    m_observer = {};
    m_statements.clear();
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> Database::open(std::chrono::milliseconds busyTimeout, Access access)
{
    countNoMemory();
    m_connection.setDatabaseName(m_path);
    m_connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT="_s + QString::number(busyTimeout.count())
                                   + (access == Access::ReadOnly ? u";QSQLITE_OPEN_READONLY"_s : QString()));
    if (!m_connection.open())
        return Failure(errorOf(m_connection.lastError().nativeErrorCode().toInt(),
                               m_connection.lastError().databaseText()));
    m_sqlite = sqliteOf(m_connection);
    if (!m_sqlite)
        return failure(ErrorCode::StoreFailed, m_path, u"Qt's driver has an SQLite of its own"_s);
    return {};
}

void Database::setSizeLimit(qint64 bytes)
{
    // A pragma takes no parameters; the number is ours.
    constexpr int kPageSize = 4096;
    QSqlQuery(m_connection).exec(u"PRAGMA max_page_count = %1"_s.arg(std::max<qint64>(1, bytes / kPageSize)));
}

Rows Database::run(SqlText sql, std::span<const SqlValue> values)
{
    std::unique_ptr<Statement> own;
    std::unique_ptr<Statement> &cached = m_statements[sql.text()];
    // A statement can be asked for again while its rows are being read: the second reader gets its own.
    std::unique_ptr<Statement> &slot = cached && cached->busy ? own : cached;
    if (!slot) {
        auto statement = std::make_unique<Statement>(m_sqlite, sql);
        if (!statement->isValid())
            return {*this, nullptr, fail()};
        slot = std::move(statement);
    }
    Statement *statement = slot.get();
    statement->busy = true;
    Result<void> result;
    const auto step = statement->bind(values) ? statement->step() : Statement::Step::Failed;
    if (step == Statement::Step::Failed)
        result = fail();
    Rows rows(*this, statement, std::move(result));
    rows.m_waiting = step == Statement::Step::Row;
    rows.m_own = std::move(own);
    return rows;
}

Result<void> Database::execute(SqlText sql)
{
    if (sqlite3_exec(m_sqlite, sql.text(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail();
    return {};
}

Result<void> Database::beginTurn()
{
    if (m_inTurn && m_writes >= kMostWritesPerTransaction && m_depth == 0 && !m_committing) {
        if (auto committed = commit(); !committed)
            return committed;
    }
    ++m_writes;
    if (m_inTurn)
        return {};
    // IMMEDIATE takes the write lock now, when waiting for it is still possible.
    if (auto begun = execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    m_inTurn = true;
    m_writes = 1;
    if (m_observer.begun)
        m_observer.begun();
    return {};
}

Result<void> Database::continueTurn()
{
    if (!m_inTurn) // what this belongs to is gone
        return failure(ErrorCode::StoreFailed, m_path);
    ++m_writes;
    return {};
}

Result<void> Database::commit()
{
    if (!m_inTurn || m_committing || m_depth > 0)
        return {};
    m_committing = true;
    if (m_observer.aboutToCommit)
        m_observer.aboutToCommit();
    m_committing = false;
    if (!m_inTurn)
        return failure(ErrorCode::StoreFailed, m_path);
    if (auto committed = execute("COMMIT"); !committed) {
        rollBack();
        return committed;
    }
    m_inTurn = false;
    m_writes = 0;
    if (m_observer.committed)
        m_observer.committed();
    return {};
}

Result<void> Database::atomically(const std::function<Result<void>()> &steps)
{
    if (auto begun = beginTurn(); !begun)
        return begun;
    if (auto saved = execute("SAVEPOINT step"); !saved)
        return saved;
    ++m_depth;
    Result<void> result = steps();
    --m_depth;
    if (!m_inTurn) // a full disk rolled everything back
        return result ? failure(ErrorCode::StoreFailed, m_path) : result;
    if (!result) {
        ++m_undone;
        if (auto undone = execute("ROLLBACK TO step"); !undone)
            return undone;
    }
    if (auto released = execute("RELEASE step"); !released)
        return released;
    return result;
}

Result<void> Database::durably(const std::function<Result<void>()> &steps)
{
    if (auto committed = commit(); !committed)
        return committed;
    if (m_inTurn) // called from within another transaction: that one decides
        return atomically(steps);
    if (auto full = execute("PRAGMA synchronous = FULL"); !full)
        return full;
    Result<void> result = beginTurn();
    if (result) {
        ++m_depth;
        result = steps();
        --m_depth;
        if (result)
            result = m_inTurn ? commit() : failure(ErrorCode::StoreFailed, m_path);
        else if (m_inTurn)
            rollBack();
    }
    std::ignore = execute("PRAGMA synchronous = NORMAL");
    return result;
}

Result<void> Database::sync()
{
    // A checkpoint syncs what it moves from the log into the file, so what is committed is there or in the
    // log.
    sqlite3_file *log = nullptr;
    sqlite3_file_control(m_sqlite, nullptr, SQLITE_FCNTL_JOURNAL_POINTER, static_cast<void *>(&log));
    if (!log || !log->pMethods)
        return {}; // nothing was written since it was opened
    if (log->pMethods->xSync(log, SQLITE_SYNC_NORMAL) != SQLITE_OK)
        return failure(ErrorCode::StoreFailed, m_path);
    return {};
}

void Database::keepLog()
{
    sqlite3_wal_hook(
        m_sqlite,
        [](void *self, sqlite3 *, const char *, int pages) {
            static_cast<Database *>(self)->m_logPages = pages;
            return SQLITE_OK;
        },
        this);
}

void Database::moveLog()
{
    int pages = 0;
    int moved = 0;
    // Not by execute(): that somebody else does it just now is no failure.
    if (!m_inTurn
        && sqlite3_wal_checkpoint_v2(m_sqlite, nullptr, SQLITE_CHECKPOINT_PASSIVE, &pages, &moved)
            == SQLITE_OK
        && moved == pages)
        forgetLogPages();
}

void Database::rollBack()
{
    // SQLite has already rolled back by itself after some errors; then this fails, and nothing is lost by it.
    sqlite3_exec(m_sqlite, "ROLLBACK", nullptr, nullptr, nullptr);
    m_inTurn = false;
    m_writes = 0;
    ++m_undone;
    if (m_observer.rolledBack)
        m_observer.rolledBack();
}

Failure Database::fail()
{
    const int extended = sqlite3_extended_errcode(m_sqlite);
    const Error named = errorOf(extended, QString::fromUtf8(sqlite3_errmsg(m_sqlite)));
    qCWarning(logStore).noquote() << "statement failed:" << extended << named.text;
    const int code = primaryCode(extended);
    if (m_inTurn
        && (code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_NOMEM || code == SQLITE_CORRUPT))
        rollBack();
    if (m_observer.failed)
        m_observer.failed(named);
    return Failure(named);
}

Error Database::errorOf(int code, const QString &text) const
{
    switch (primaryCode(code)) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::StoreCorrupted, m_path, text};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::StoreLocked, m_path, text};
    case SQLITE_FULL:
        return {ErrorCode::StoreFull, m_path, text};
    case SQLITE_READONLY:
        return {ErrorCode::StoreReadOnly, m_path, text};
    case SQLITE_CANTOPEN: {
        // The log beside the file cannot be made in a folder that is not ours to write.
        const QFileInfo file(m_path);
        const bool writable
            = QFileInfo(file.absolutePath()).isWritable() && (!file.exists() || file.isWritable());
        return {writable ? ErrorCode::StoreFailed : ErrorCode::StoreReadOnly, m_path, text};
    }
    default:
        return {ErrorCode::StoreFailed, m_path, text};
    }
}

void Database::interrupt()
{
    sqlite3_interrupt(m_sqlite);
}

} // namespace tertulia
