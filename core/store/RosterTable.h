// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QStringList>

namespace tertulia
{

class Database;

/// One contact as the server last told it.
struct RosterRecord {
    Jid jid; ///< bare
    QString name = {};
    QStringList groups = {};
    int subscription = 0; ///< SubscriptionState
    bool askPending = false;

    bool operator==(const RosterRecord &) const = default;
};

/// The roster as cached for RFC 6121 2.6: a version and the items that belong to it.
struct RosterCache {
    QString version; ///< null: nothing cached, or the server knows no versions
    QList<RosterRecord> items;
};

/// The roster caches, one an account (uuid).
class RosterTable
{
public:
    explicit RosterTable(Database &database);

    [[nodiscard]] RosterCache load(const QString &account) const;
    /// A whole roster came.
    Result<void> replace(const QString &account, const RosterCache &cache);
    /// One item came or changed, with the version after it.
    Result<void> put(const QString &account, const QString &version, const RosterRecord &item);
    Result<void> remove(const QString &account, const QString &version, const Jid &jid);

private:
    Result<void> setVersion(const QString &account, const QString &version);
    Result<void> insert(const QString &account, const RosterRecord &item);

    Database &m_database;
};

} // namespace tertulia
