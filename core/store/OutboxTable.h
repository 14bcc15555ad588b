// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/store/MessagesTable.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace tertulia
{

class Database;

/// A message that the server is not known to have.
struct OutboxRecord {
    qint64 message = 0;
    int attempts = 0; ///< times it was handed to a stream
    QDateTime sendAt = {}; ///< UTC, not before; invalid: as soon as can be
};

/// Messages waiting to be sent. Whoever adds one does so inside Store::durably().
class OutboxTable
{
public:
    explicit OutboxTable(Database &database);

    Result<void> add(qint64 message, const QDateTime &sendAt = {});
    Result<void> setSendAt(qint64 message, const QDateTime &sendAt);
    Result<void> countAttempt(qint64 message);
    Result<void> remove(qint64 message);
    [[nodiscard]] std::optional<OutboxRecord> entry(qint64 message) const;
    /// By the account (uuid) and the message's origin id.
    [[nodiscard]] std::optional<OutboxRecord> entry(const QString &account, const QString &originId) const;
    /// The account's (uuid) that wait for nothing but the server, in the order in which they were queued; at
    /// most `count`.
    [[nodiscard]] QList<OutboxRecord> pending(const QString &account, int count) const;
    /// Where the first one of a conversation behind a position stands, among those that no archive is known
    /// to have.
    [[nodiscard]] std::optional<MessagePosition> waitingBehind(qint64 conversation,
                                                               MessagePosition position) const;
    /// The account's (uuid) that are not to be sent yet, next one first.
    [[nodiscard]] QList<OutboxRecord> scheduled(const QString &account) const;

private:
    Database &m_database;
};

} // namespace tertulia
