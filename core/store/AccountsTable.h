// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QByteArray>
#include <QList>

namespace tertulia
{

class Database;

/// An exception for a certificate: exactly this key, for this domain, with exactly these defects.
struct PinRecord {
    QString domain;
    QByteArray spkiSha256;
    QList<ErrorCode> accepted;

    bool operator==(const PinRecord &) const = default;
};

/// What is kept of an account; no secret is among it (SECURITY B16).
struct AccountRecord {
    QString uuid;
    Jid jid; ///< bare
    QString name = {};
    QString resource = {};
    QString host = {};
    quint16 port = 0;
    int security = 0; ///< SecurityChoice
    bool allowPlain = false;
    bool scramWorked = false;
    bool enabled = true;
    bool rememberPassword = true;
    int availability = 1; ///< Availability last chosen
    QString status = {}; ///< status text last chosen
    QList<QByteArray> extraAuthorities = {}; ///< certificates as DER
    QList<PinRecord> pins = {};

    bool operator==(const AccountRecord &) const = default;
};

/// The accounts, in the order in which they were added.
class AccountsTable
{
public:
    explicit AccountsTable(Database &database);

    [[nodiscard]] Result<QList<AccountRecord>> all() const;
    /// Adds or changes the account with this uuid.
    Result<void> save(const AccountRecord &account);
    /// Removes the account and everything kept under it: roster, conversations, messages, outbox.
    Result<void> remove(const QString &uuid);

private:
    Database &m_database;
};

} // namespace tertulia
