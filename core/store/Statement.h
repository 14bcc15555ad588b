// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/SqlValue.h"

#include <span>

struct sqlite3;
struct sqlite3_stmt;

namespace tertulia
{

/// A prepared statement. It speaks to SQLite itself, over the connection that Qt Sql opened and owns: with
/// QSqlQuery a message cost more for the names it makes up for each parameter than SQLite needed to store it.
class Statement
{
public:
    enum class Step { Row, Done, Failed };

    /// isValid() is false if it could not be prepared; then the connection knows why.
    Statement(sqlite3 *connection, SqlText sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    [[nodiscard]] bool isValid() const { return m_statement != nullptr; }

    /// Values for all parameters, from left to right. Those of a statement that writes must live until it is
    /// Done.
    [[nodiscard]] bool bind(std::span<const SqlValue> values);
    [[nodiscard]] Step step();
    /// Lets go of the rows; an unfinished statement would keep its snapshot and with it the write-ahead log.
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QVariant value(int column) const;

    bool busy = false; ///< somebody is reading its rows

private:
    sqlite3_stmt *m_statement = nullptr;
    bool m_writes = false;
};

} // namespace tertulia
