// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/LongWork.h"

namespace tertulia
{

/// What could be read of a damaged store.
struct Salvaged {
    qint64 accounts = 0;
    qint64 messages = 0;
    qint64 remade = 0; ///< of the accounts: their own rows are lost, and they are off (remakeAccounts())
    bool whole = false; ///< every row could be read
    QString keptAs; ///< where the damaged file is now

    bool operator==(const Salvaged &) const = default;
};

/// Reads what can be read of a damaged store, row by row, into a new one, which then takes its place; the
/// damaged file and its log are kept beside it under names with `.damaged-` and the time. Until all is done
/// the file is where it was, as it was: also when this is given up or killed. What is lost is asked from the
/// archives again, of which nothing is known after that.
///
/// Nobody may have the store open. Not for the main thread. Needs three times the room of the file for a
/// while; StoreFull, StoreReadOnly or StoreFailed (subject: the path) where it does not get it; Cancelled.
[[nodiscard]] Result<Salvaged> salvageStore(const QString &path, WorkProgress &progress);

/// Removes what lies beside the store if salvageStore() was killed: it has texts that may be thrown away.
void forgetSalvage(const QString &path);

} // namespace tertulia
