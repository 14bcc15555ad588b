// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QSqlDatabase;

namespace tertulia
{

/// Makes up again, in a store that rows were salvaged into, the accounts that messages hang from and whose
/// own rows are lost, so that the chats can be read: disabled, with the address that the messages tell, and
/// with nothing else, above all no tie to a password in the keychain, which might be another account's. Where
/// no message tells it, the address is made up in `.invalid` (RFC 2606). Chats of an account that is here
/// under another number come back to it. Gives how much had no account.
int remakeAccounts(const QSqlDatabase &store);

} // namespace tertulia
