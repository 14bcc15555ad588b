// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/AccountSettings.h"

#include <QList>

namespace tertulia
{

class Store;

/// An account as it is remembered: settings, and the presence chosen last.
struct StoredAccount {
    AccountSettings settings;
    PresenceChoice presence;
};

/// Translates accounts to the store's plain records and back.
class AccountStorage
{
public:
    explicit AccountStorage(Store &store);

    [[nodiscard]] Result<QList<StoredAccount>> all() const;
    Result<void> save(const AccountSettings &settings, const PresenceChoice &presence);
    /// With everything kept under it.
    Result<void> remove(const QString &accountId);

private:
    Store &m_store;
};

} // namespace tertulia
