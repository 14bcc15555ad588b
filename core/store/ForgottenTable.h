// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"

#include <QDateTime>

namespace tertulia
{

class Database;

/// Up to when the person has thrown away what was said in a chat: what is older is not wanted again from an
/// archive. It outlives the conversation.
class ForgottenTable
{
public:
    explicit ForgottenTable(Database &database);

    /// Nothing said before this time (UTC) is wanted in the chat of an account (uuid) with `peer`; invalid:
    /// nothing was thrown away.
    [[nodiscard]] QDateTime before(const QString &account, const Jid &peer) const;
    /// It only goes forward: an earlier time than the one that is kept changes nothing.
    Result<void> forget(const QString &account, const Jid &peer, const QDateTime &before);

private:
    Database &m_database;
};

} // namespace tertulia
