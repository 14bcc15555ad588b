// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Statement.h"

#include <sqlite3.h>

namespace tertulia
{

namespace
{

int bindOne(sqlite3_stmt *statement, int position, const SqlValue &value, sqlite3_destructor_type keep)
{
    const QByteArray &bytes = value.bytes();
    switch (value.type()) {
    case SqlValue::Type::Null:
        return sqlite3_bind_null(statement, position);
    case SqlValue::Type::Number:
        return sqlite3_bind_int64(statement, position, value.number());
    case SqlValue::Type::Real:
        return sqlite3_bind_double(statement, position, value.real());
    case SqlValue::Type::Text:
        return sqlite3_bind_text64(statement, position, bytes.constData(), sqlite3_uint64(bytes.size()), keep,
                                   SQLITE_UTF8);
    case SqlValue::Type::Blob:
        return sqlite3_bind_blob64(statement, position, bytes.constData(), sqlite3_uint64(bytes.size()),
                                   keep);
    }
    return SQLITE_MISUSE;
}

} // namespace

Statement::Statement(sqlite3 *connection, SqlText sql)
{
    if (sqlite3_prepare_v3(connection, sql.text(), -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr)
        == SQLITE_OK)
        m_writes = !sqlite3_stmt_readonly(m_statement);
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

bool Statement::bind(std::span<const SqlValue> values)
{
    Q_ASSERT(sqlite3_bind_parameter_count(m_statement) == int(values.size()));
    // One that writes has taken its values in when its first step returns; one that reads looks at them again
    // for every row.
    const sqlite3_destructor_type keep = m_writes ? SQLITE_STATIC : SQLITE_TRANSIENT;
    int position = 0;
    for (const SqlValue &value : values) {
        if (bindOne(m_statement, ++position, value, keep) != SQLITE_OK)
            return false;
    }
    return true;
}

Statement::Step Statement::step()
{
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return Step::Row;
    case SQLITE_DONE:
        return Step::Done;
    default:
        return Step::Failed;
    }
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::bytes(int column) const
{
    if (isNull(column))
        return {};
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    return size ? QByteArray(data, size) : QByteArray("");
}

QVariant Statement::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return number(column);
    case SQLITE_FLOAT:
        return sqlite3_column_double(m_statement, column);
    case SQLITE_TEXT:
        return text(column);
    case SQLITE_BLOB:
        return bytes(column);
    default:
        return {};
    }
}

} // namespace tertulia
