// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace tertulia
{

class Database;

/// Something sent that the server is not known to have.
struct SentRecord {
    qint64 number = 0; ///< in the order sent
    QByteArray bytes = {}; ///< as sent; empty: not to be sent again
    QString messageId = {}; ///< origin id of the message in the outbox that it carries; empty: none

    bool operator==(const SentRecord &) const = default;
};

/// A stream that the server may still hold for us.
struct StreamRecord {
    QString id;
    Jid bound; ///< full
    QString location = {};
    quint32 handled = 0;
    quint32 acknowledged = 0;

    bool operator==(const StreamRecord &) const = default;
};

/// What a process needs to take up the stream of the one before: a stream per account (uuid), and what was
/// sent on it. Written in the turn in which it changed, so that it never disagrees with what came of it.
class StreamsTable
{
public:
    explicit StreamsTable(Database &database);

    [[nodiscard]] std::optional<StreamRecord> stream(const QString &account) const;
    /// Oldest first.
    [[nodiscard]] QList<SentRecord> sent(const QString &account) const;

    Result<void> save(const QString &account, const StreamRecord &stream);
    Result<void> addSent(const QString &account, const SentRecord &sent);
    /// Forgets what was sent before number `first`.
    Result<void> removeSentBefore(const QString &account, qint64 first);
    /// Forgets the stream and all that was sent on it.
    Result<void> remove(const QString &account);

private:
    Database &m_database;
};

} // namespace tertulia
