// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SalvagedTable.h"

#include <QMap>
#include <QSqlError>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// Parts that cannot be read, in one table: behind that it is not worth the time.
constexpr int kMostFailures = 20'000;
constexpr int kRowsInTransaction = 5000;
/// Behind it there are no rows but those whose number is damaged.
constexpr qint64 kLastRow = qint64(1) << 48;

QString quoted(const QString &name)
{
    return u'"' + name + u'"';
}

QStringList columnsOf(const QSqlDatabase &database, const QString &table, QStringList *keys = nullptr)
{
    QStringList columns;
    QMap<int, QString> keyed;
    QSqlQuery query(database);
    query.exec(u"PRAGMA table_info("_s + quoted(table) + u')');
    while (query.next()) {
        columns.append(query.value(1).toString());
        if (const int place = query.value(5).toInt(); place > 0)
            keyed.insert(place, query.value(1).toString());
    }
    if (keys)
        *keys = keyed.values();
    return columns;
}

QString listed(const QStringList &names)
{
    return quoted(names.join(u"\", \""_s));
}

} // namespace

SalvagedTable::SalvagedTable(const QSqlDatabase &store, const QString &name, bool hasRowId)
    : m_store(store)
    , m_name(name)
    , m_hasRowId(hasRowId)
{
}

QList<SalvagedTable> SalvagedTable::all(const QSqlDatabase &store)
{
    QList<SalvagedTable> tables;
    QSqlQuery query(store);
    query.exec(u"SELECT name, sql LIKE '%WITHOUT ROWID%' FROM sqlite_schema WHERE type = 'table' "
               "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'messages\\_text%' ESCAPE '\\' "
               "ORDER BY rowid"_s);
    while (query.next())
        tables.append(SalvagedTable(store, query.value(0).toString(), !query.value(1).toBool()));
    return tables;
}

bool SalvagedTable::copy(const QSqlDatabase &damaged, WorkProgress &progress)
{
    m_damaged = damaged;
    const QStringList there = columnsOf(damaged, m_name);
    m_columns = columnsOf(m_store, m_name, &m_keys);
    m_columns.removeIf([&there](const QString &column) { return !there.contains(column); });
    if (m_columns.isEmpty())
        return false;
    m_store.transaction();
    // Rows that a new store begins with.
    QSqlQuery(m_store).exec(u"DELETE FROM "_s + quoted(m_name));
    m_insert = std::make_shared<QSqlQuery>(m_store);
    m_insert->prepare(u"INSERT OR IGNORE INTO "_s + quoted(m_name) + u" ("_s + listed(m_columns)
                      + u") VALUES (?"_s + u", ?"_s.repeated(m_columns.size() - 1) + u')');
    if (m_hasRowId) {
        QSqlQuery ends(m_damaged);
        qint64 last = 0;
        if (ends.exec(u"SELECT rowid FROM "_s + quoted(m_name) + u" ORDER BY rowid DESC LIMIT 1"_s)) {
            if (ends.next())
                last = ends.value(0).toLongLong();
        } else {
            m_whole = false;
            // More rows than there are pages times what fits on one there are not.
            QSqlQuery pages(m_damaged);
            last = pages.exec(u"PRAGMA page_count"_s) && pages.next() ? pages.value(0).toLongLong() * 200 : 0;
        }
        if (last > kLastRow)
            m_whole = false;
        m_select = std::make_shared<QSqlQuery>(m_damaged);
        m_select->setForwardOnly(true);
        m_select->prepare(u"SELECT rowid, "_s + listed(m_columns) + u" FROM "_s + quoted(m_name)
                          + u" WHERE rowid BETWEEN ? AND ? ORDER BY rowid"_s);
        if (last > 0)
            copyRange(1, std::min(last, kLastRow), progress);
    } else if (!copyOrdered({}, progress)) {
        m_whole = false;
        std::ignore
            = copyOrdered(u" ORDER BY "_s + quoted(m_keys.join(u"\" DESC, \""_s)) + u" DESC"_s, progress);
    }
    m_select.reset();
    m_insert.reset();
    m_written = m_store.commit() && m_written;
    return m_whole;
}

void SalvagedTable::copyRange(qint64 first, qint64 last, WorkProgress &progress)
{
    if (progress.isCancelled() || !m_written)
        return;
    QSqlQuery &rows = *m_select;
    rows.bindValue(0, first);
    rows.bindValue(1, last);
    bool read = rows.exec();
    int inTransaction = 0;
    while (read && rows.next()) {
        const qint64 row = rows.value(0).toLongLong();
        // In a damaged tree pages may lead back to themselves, without end.
        read = row >= first;
        if (!read)
            break;
        put(rows, 1);
        first = row + 1;
        if (m_name == "messages"_L1)
            progress.advance();
        if (++inTransaction % kRowsInTransaction == 0) {
            m_written = m_store.commit() && m_store.transaction() && m_written;
            if (progress.isCancelled())
                return;
        }
    }
    read = read && !rows.lastError().isValid();
    rows.finish();
    if (read)
        return;
    m_whole = false;
    if (++m_failures > kMostFailures || first >= last)
        return;
    const qint64 middle = first + (last - first) / 2;
    copyRange(first, middle, progress);
    copyRange(middle + 1, last, progress);
}

bool SalvagedTable::copyOrdered(const QString &order, WorkProgress &progress)
{
    QSqlQuery rows(m_damaged);
    rows.setForwardOnly(true);
    if (!rows.exec(u"SELECT "_s + listed(m_columns) + u" FROM "_s + quoted(m_name) + order))
        return false;
    while (!progress.isCancelled() && rows.next())
        put(rows, 0);
    return !rows.lastError().isValid();
}

void SalvagedTable::put(const QSqlQuery &row, int firstColumn)
{
    for (int column = 0; column < m_columns.size(); ++column)
        m_insert->bindValue(column, row.value(firstColumn + column));
    // A value of the wrong kind is damage too, and not a reason to give up.
    if (!m_insert->exec()) {
        m_whole = false;
        const QString code = m_insert->lastError().nativeErrorCode();
        constexpr int kFull = 13;
        constexpr int kIoError = 10;
        const int primary = code.toInt() & 0xff;
        if (primary == kFull || primary == kIoError)
            m_written = false;
    }
}

int SalvagedTable::dropOrphans(const QSqlDatabase &store)
{
    int dropped = 0;
    int before = -1;
    // What hangs from what went goes too.
    while (before != dropped) {
        before = dropped;
        for (const SalvagedTable &table : all(store)) {
            struct Key {
                QString parent;
                QStringList same;
                QString from;
                bool clears = false;
            };
            QMap<int, Key> keys;
            QSqlQuery list(store);
            list.exec(u"PRAGMA foreign_key_list("_s + quoted(table.m_name) + u')');
            while (list.next()) {
                Key &key = keys[list.value(0).toInt()];
                key.parent = list.value(2).toString();
                key.from = quoted(list.value(3).toString());
                key.same.append(u"parent."_s + quoted(list.value(4).toString()) + u" = "_s
                                + quoted(table.m_name) + u'.' + key.from);
                key.clears = list.value(6).toString() == "SET NULL"_L1;
            }
            for (const Key &key : std::as_const(keys)) {
                const QString lost = u" WHERE "_s + key.from
                    + u" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "_s + quoted(key.parent)
                    + u" parent WHERE "_s + key.same.join(u" AND "_s) + u')';
                QSqlQuery drop(store);
                drop.exec(key.clears ? QString(u"UPDATE "_s + quoted(table.m_name) + u" SET "_s + key.from
                                               + u" = NULL"_s + lost)
                                     : QString(u"DELETE FROM "_s + quoted(table.m_name) + lost));
                dropped += std::max(0, drop.numRowsAffected());
            }
        }
    }
    return dropped;
}

} // namespace tertulia
