// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/LongWork.h"

#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStringList>

namespace tertulia
{

/// A table of a new, empty store, into which the rows of the same table of a damaged one come. All that it
/// says to SQLite is made of names in the new store's own schema.
class SalvagedTable
{
public:
    /// All that hold something of their own, without the index of words.
    [[nodiscard]] static QList<SalvagedTable> all(const QSqlDatabase &store);
    /// What hangs from something that is not there goes; how many rows.
    static int dropOrphans(const QSqlDatabase &store);

    /// Copies what can be read. False if something could not be.
    bool copy(const QSqlDatabase &damaged, WorkProgress &progress);
    /// Whether all that was read could be written.
    [[nodiscard]] bool written() const { return m_written; }

private:
    SalvagedTable(const QSqlDatabase &store, const QString &name, bool hasRowId);

    /// Rows from `first` to `last` (row ids). Around what cannot be read it tries smaller and smaller parts.
    void copyRange(qint64 first, qint64 last, WorkProgress &progress);
    /// Rows in one order, up to the first that cannot be read; whether there was none such.
    bool copyOrdered(const QString &order, WorkProgress &progress);
    void put(const QSqlQuery &row, int firstColumn);

    QSqlDatabase m_store;
    QSqlDatabase m_damaged;
    QString m_name;
    QStringList m_columns;
    QStringList m_keys; ///< of a table without row ids
    bool m_hasRowId;
    bool m_written = true;
    bool m_whole = true;
    int m_failures = 0;
    std::shared_ptr<QSqlQuery> m_select; ///< of a table with row ids: first and last
    std::shared_ptr<QSqlQuery> m_insert;
};

} // namespace tertulia
