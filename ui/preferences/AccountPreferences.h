// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/preferences/PreferencesPage.h"

namespace tertulia
{

class AccountsPage;

/// The accounts with their pages.
class AccountPreferences : public PreferencesPage
{
    Q_OBJECT
public:
    explicit AccountPreferences(const PreferencesContext &context, QWidget *parent = nullptr);

    [[nodiscard]] AccountsPage *accounts() const { return m_accounts; }

private:
    AccountsPage *m_accounts;
};

} // namespace tertulia
