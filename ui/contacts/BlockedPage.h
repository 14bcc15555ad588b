// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Jid.h"
#include "core/base/Result.h"
#include "core/base/Task.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace tertulia
{

class Accounts;
class XmppSession;

/// Whom an account has blocked (XEP-0191): people and whole servers, to add to and to take off, several at
/// once.
class BlockedPage : public QWidget
{
    Q_OBJECT
public:
    /// `accounts` must outlive this.
    explicit BlockedPage(Accounts &accounts, QWidget *parent = nullptr);

private:
    void fillAccounts();
    void watch();
    void fill();
    void block();
    void unblock();
    void explain();
    void tell(Task<void> task);
    [[nodiscard]] Result<Jid> typed() const;

    Accounts &m_accounts;
    QPointer<XmppSession> m_session;
    QComboBox *m_account;
    QListWidget *m_list;
    QLineEdit *m_address;
    QPushButton *m_block;
    QPushButton *m_unblock;
    QLabel *m_hint;
};

} // namespace tertulia
