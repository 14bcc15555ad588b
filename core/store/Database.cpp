// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Database.h"

#include "core/base/Log.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{
/// Some 500 messages with their words (SECURITY A119).
constexpr int kMostWritesPerTransaction = 1000;

// Primary result codes of https://sqlite.org/rescode.html
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kOutOfMemory = 7;
constexpr int kReadOnly = 8;
constexpr int kIoError = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kCannotOpen = 14;
constexpr int kNotADatabase = 26;

int primaryCode(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
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
    , m_own(std::move(other.m_own))
{
}

Rows::~Rows()
{
    if (!m_statement)
        return;
    // An unfinished statement would keep its snapshot and with it the write-ahead log.
    m_statement->query.finish();
    m_statement->busy = false;
}

bool Rows::next()
{
    if (!m_statement || !m_result)
        return false;
    if (m_statement->query.next())
        return true;
    if (m_statement->query.lastError().isValid())
        m_result = m_database->fail(m_statement->query.lastError());
    return false;
}

bool Rows::isNull(int column) const
{
    return m_statement->query.isNull(column);
}

qint64 Rows::number(int column) const
{
    return m_statement->query.value(column).toLongLong();
}

QString Rows::text(int column) const
{
    return m_statement->query.value(column).toString();
}

QByteArray Rows::bytes(int column) const
{
    return m_statement->query.value(column).toByteArray();
}

QDateTime Rows::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

QVariant Rows::value(int column) const
{
    return m_statement->query.value(column);
}

qint64 Rows::insertedId() const
{
    return m_statement ? m_statement->query.lastInsertId().toLongLong() : 0;
}

int Rows::affected() const
{
    return m_statement && m_result ? m_statement->query.numRowsAffected() : 0;
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

Result<void> Database::open(std::chrono::milliseconds busyTimeout)
{
    m_connection.setDatabaseName(m_path);
    m_connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT="_s + QString::number(busyTimeout.count()));
    if (!m_connection.open())
        return Failure(errorOf(m_connection.lastError()));
    return {};
}

void Database::setSizeLimit(qint64 bytes)
{
    // A pragma takes no parameters; the number is ours.
    constexpr int kPageSize = 4096;
    QSqlQuery(m_connection).exec(u"PRAGMA max_page_count = %1"_s.arg(std::max<qint64>(1, bytes / kPageSize)));
}

Rows Database::run(SqlText sql, std::initializer_list<SqlValue> values)
{
    std::unique_ptr<Statement> own;
    std::unique_ptr<Statement> &cached = m_statements[sql.text()];
    // A statement can be asked for again while its rows are being read: the second reader gets its own.
    std::unique_ptr<Statement> &slot = cached && cached->busy ? own : cached;
    if (!slot) {
        auto statement = std::make_unique<Statement>(QSqlQuery(m_connection));
        statement->query.setForwardOnly(true);
        if (!statement->query.prepare(QString::fromLatin1(sql.text()))) {
            const QSqlError error = statement->query.lastError();
            return {*this, nullptr, fail(error)};
        }
        slot = std::move(statement);
    }
    Statement *statement = slot.get();
    int position = 0;
    for (const SqlValue &value : values)
        statement->query.bindValue(position++, value.value());
    statement->busy = true;
    Result<void> result;
    if (!statement->query.exec())
        result = fail(statement->query.lastError());
    Rows rows(*this, statement, std::move(result));
    rows.m_own = std::move(own);
    return rows;
}

Result<void> Database::execute(SqlText sql)
{
    QSqlQuery query(m_connection);
    if (!query.exec(QString::fromLatin1(sql.text())))
        return fail(query.lastError());
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

void Database::rollBack()
{
    // SQLite has already rolled back by itself after some errors; then this fails, and nothing is lost by it.
    QSqlQuery(m_connection).exec(u"ROLLBACK"_s);
    m_inTurn = false;
    m_writes = 0;
    if (m_observer.rolledBack)
        m_observer.rolledBack();
}

Failure Database::fail(const QSqlError &error)
{
    const Error named = errorOf(error);
    qCWarning(logStore).noquote() << "statement failed:" << error.nativeErrorCode() << error.driverText();
    const int code = primaryCode(error);
    if (m_inTurn && (code == kFull || code == kIoError || code == kOutOfMemory || code == kCorrupt))
        rollBack();
    if (m_observer.failed)
        m_observer.failed(named);
    return Failure(named);
}

Error Database::errorOf(const QSqlError &error) const
{
    const QString text = error.databaseText();
    switch (primaryCode(error)) {
    case kCorrupt:
    case kNotADatabase:
        return {ErrorCode::StoreCorrupted, m_path, text};
    case kBusy:
    case kLocked:
        return {ErrorCode::StoreLocked, m_path, text};
    case kFull:
        return {ErrorCode::StoreFull, m_path, text};
    case kReadOnly:
        return {ErrorCode::StoreReadOnly, m_path, text};
    case kCannotOpen: {
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

} // namespace tertulia
