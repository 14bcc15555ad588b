// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/AccountPreferences.h"

#include "ui/accounts/AccountsPage.h"

namespace tertulia
{

AccountPreferences::AccountPreferences(const PreferencesContext &context, QWidget *parent)
    : PreferencesPage(context, Icons::Person, tr("Accounts"), parent)
    , m_accounts(new AccountsPage(context.accounts, this))
{
    addWidget(m_accounts, 1);
    connect(m_accounts, &AccountsPage::addRequested, this, context.addAccount);
    connect(m_accounts, &AccountsPage::logInRequested, this, context.logIn);
    connect(m_accounts, &AccountsPage::failed, this, context.say);
}

} // namespace tertulia
