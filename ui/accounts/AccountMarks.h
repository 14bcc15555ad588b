// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/AccountColor.h"

#include <QHash>
#include <QObject>
#include <QString>

namespace tertulia
{

class Accounts;
class XmppSession;

/// By what the chats of an account are told from those of others; by nothing where only one is used.
struct AccountMark {
    QString address; ///< to be shown; empty: there is nothing to tell
    AccountColor color = AccountColor::None;

    bool operator==(const AccountMark &) const = default;
};

/// The marks of all accounts.
class AccountMarks : public QObject
{
    Q_OBJECT
public:
    /// `accounts` must outlive this.
    explicit AccountMarks(Accounts &accounts, QObject *parent = nullptr);

    [[nodiscard]] AccountMark mark(const QString &accountId) const { return m_marks.value(accountId); }

Q_SIGNALS:
    void changed();

private:
    void update(const XmppSession *leaving = nullptr);

    Accounts &m_accounts;
    QHash<QString, AccountMark> m_marks;
};

/// "Account: ana@example.org"; empty where there is nothing to tell.
[[nodiscard]] QString accountLine(const AccountMark &mark);

} // namespace tertulia
