// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ConversationKey.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tertulia
{

class Accounts;

/// One field for a person or an xmpp: link (R32): start a chat, or add to contacts. Explains a mistake in the
/// address while it is typed. There is only ever one of it.
class StartChatDialog : public QDialog
{
    Q_OBJECT
public:
    StartChatDialog(Accounts &accounts, QWidget *parent);

    /// Puts an address or link into the field, for the person to confirm.
    void setText(const QString &addressOrLink);

Q_SIGNALS:
    void startRequested(const tertulia::ConversationKey &key, const QString &body);
    void addRequested(const tertulia::ConversationKey &key, const QString &name, const QString &group);

private:
    void check();
    void fillCompletions();
    [[nodiscard]] Result<Jid> address() const;
    [[nodiscard]] ConversationKey key() const;

    Accounts &m_accounts;
    QLineEdit *m_address;
    QLabel *m_hint;
    QComboBox *m_account;
    QLineEdit *m_name;
    QComboBox *m_group;
    QPushButton *m_start;
    QPushButton *m_add;
    QPushButton *m_join;
};

} // namespace tertulia
