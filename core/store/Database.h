// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/store/Statement.h"

#include <QSqlDatabase>

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <unordered_map>

namespace tertulia
{

/// What a statement gave; resets it when destroyed.
class Rows
{
public:
    Rows(Rows &&other) noexcept;
    Rows(const Rows &) = delete;
    Rows &operator=(const Rows &) = delete;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    /// Nothing, or why the statement failed.
    [[nodiscard]] const Result<void> &result() const { return m_result; }
    /// Steps to the next row; false at the end or on an error.
    bool next();

    [[nodiscard]] bool isNull(int column) const { return m_statement->isNull(column); }
    [[nodiscard]] qint64 number(int column) const { return m_statement->number(column); }
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    [[nodiscard]] QString text(int column) const { return m_statement->text(column); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_statement->bytes(column); }
    [[nodiscard]] Jid jid(int column) const { return Jid::fromNormalized(text(column)); }
    /// From milliseconds since 1970; NULL gives an invalid one.
    [[nodiscard]] QDateTime time(int column) const;
    [[nodiscard]] QVariant value(int column) const { return m_statement->value(column); }

    [[nodiscard]] qint64 insertedId() const;
    /// Rows inserted, changed or deleted.
    [[nodiscard]] int affected() const;

private:
    friend class Database;
    Rows(class Database &database, Statement *statement, Result<void> result);

    Database *m_database;
    Statement *m_statement;
    Result<void> m_result;
    bool m_waiting = false; ///< the first row is there and was not asked for yet
    std::unique_ptr<Statement> m_own; ///< when the cached one was in use
};

/// The columns of one row, from left to right.
class Columns
{
public:
    explicit Columns(const Rows &rows)
        : m_rows(rows)
    {
    }

    [[nodiscard]] qint64 number() { return m_rows.number(m_next++); }
    [[nodiscard]] bool flag() { return m_rows.flag(m_next++); }
    [[nodiscard]] QString text() { return m_rows.text(m_next++); }
    [[nodiscard]] Jid jid() { return m_rows.jid(m_next++); }
    [[nodiscard]] QDateTime time() { return m_rows.time(m_next++); }

private:
    const Rows &m_rows;
    int m_next = 0;
};

/// One connection to the file: prepared statements, the turn's transaction, and errors by name. The tables
/// speak through it; nothing outside core/store does.
class Database
{
public:
    /// Called when the turn's transaction was begun, is about to be committed, was committed, or was lost;
    /// and for each error.
    struct Observer {
        std::function<void()> begun;
        std::function<void()> aboutToCommit;
        std::function<void()> committed;
        std::function<void()> rolledBack;
        std::function<void(const Error &)> failed;
    };

    explicit Database(const QString &path);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    enum class Access { ReadWrite, ReadOnly };
    Result<void> open(std::chrono::milliseconds busyTimeout, Access access = Access::ReadWrite);
    /// Bytes the file may grow to.
    void setSizeLimit(qint64 bytes);
    void setObserver(Observer observer) { m_observer = std::move(observer); }

    /// Runs a statement that changes nothing.
    template <class... Values>
    Rows read(SqlText sql, const Values &...values)
    {
        return run(sql, std::array<SqlValue, sizeof...(Values)>{SqlValue(values)...});
    }
    /// Runs a statement within the turn's transaction, which it begins if there is none.
    template <class... Values>
    Rows write(SqlText sql, const Values &...values)
    {
        if (auto begun = beginTurn(); !begun)
            return Rows(*this, nullptr, begun);
        return run(sql, std::array<SqlValue, sizeof...(Values)>{SqlValue(values)...});
    }
    /// The same for the rest of what a write() before it began: a long turn is never committed between the
    /// two. Unlike atomically() it costs nothing, and takes nothing back.
    template <class... Values>
    Rows writeOn(SqlText sql, const Values &...values)
    {
        if (auto going = continueTurn(); !going)
            return Rows(*this, nullptr, going);
        return run(sql, std::array<SqlValue, sizeof...(Values)>{SqlValue(values)...});
    }
    /// Runs a statement as it is, outside of the cache and of transactions: pragmas, schema.
    Result<void> execute(SqlText sql);

    /// All of `steps` or nothing, within the turn's transaction.
    Result<void> atomically(const std::function<Result<void>()> &steps);
    /// Commits the turn, then runs `steps` in a transaction that is synced to disk when this returns.
    Result<void> durably(const std::function<Result<void>()> &steps);
    /// Everything committed so far is on the disk when this returns. (A transaction that writes what is there
    /// already writes nothing, and syncs nothing: it would not do.)
    Result<void> sync();
    /// Ends the turn's transaction.
    Result<void> commit();
    [[nodiscard]] bool inTurn() const { return m_inTurn; }
    /// How many times writes were undone: of steps, of a turn, or of everything after an error.
    [[nodiscard]] int undone() const { return m_undone; }

    [[nodiscard]] const QString &path() const { return m_path; }

    /// From now on commits leave the log as long as it is; somebody else moves it (see Checkpoints).
    void keepLog();
    /// Pages of 4 KiB in the log after the last commit.
    [[nodiscard]] int logPages() const { return m_logPages; }
    /// All of it was moved: the next commit begins it anew.
    void forgetLogPages() { m_logPages = 0; }
    /// Moves into the file what can be moved now; nothing while a turn is open.
    void moveLog();

    /// Ends the statement that runs in another thread, which fails; nothing if none does.
    void interrupt();

private:
    friend class Rows;

    Rows run(SqlText sql, std::span<const SqlValue> values);
    Result<void> beginTurn();
    Result<void> continueTurn();
    void rollBack();
    /// What the connection says went wrong just now.
    Failure fail();
    [[nodiscard]] Error errorOf(int code, const QString &text) const;

    QString m_path;
    QString m_name;
    QSqlDatabase m_connection;
    sqlite3 *m_sqlite = nullptr; ///< what m_connection opened, and closes
    Observer m_observer;
    std::unordered_map<const char *, std::unique_ptr<Statement>> m_statements;
    int m_writes = 0;
    int m_logPages = 0;
    int m_undone = 0;
    int m_depth = 0; ///< of atomically(); no commit in between
    bool m_inTurn = false;
    bool m_committing = false;
};

} // namespace tertulia
