// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

namespace tertulia
{

class Database;

/// Which picture a person shows: the hash of the checked image file in the avatar folder.
class AvatarsTable
{
public:
    explicit AvatarsTable(Database &database);

    /// Hash by bare address, of one account (uuid).
    [[nodiscard]] QHash<Jid, QString> all(const QString &account) const;
    /// An empty hash: they show none.
    Result<void> set(const QString &account, const Jid &bare, const QString &hash);
    /// Whether anybody shows it, so that its file must stay.
    [[nodiscard]] bool isUsed(const QString &hash) const;

private:
    Database &m_database;
};

} // namespace tertulia
