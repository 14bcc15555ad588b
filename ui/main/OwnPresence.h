// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tertulia
{

class Accounts;
class AccountStrip;
class UiSettings;
class XmppSession;

/// Keeps the account strip true to the accounts: who one is, what was chosen to be seen as, and whether the
/// connection lets it be seen.
class OwnPresence : public QObject
{
    Q_OBJECT
public:
    /// All must outlive this.
    OwnPresence(Accounts &accounts, AccountStrip &strip, UiSettings &settings, QObject *parent);

private:
    void follow(XmppSession *session);
    void updatePerson();
    void updatePresence();

    Accounts &m_accounts;
    AccountStrip &m_strip;
};

} // namespace tertulia
