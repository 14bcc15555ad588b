// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/AccountSettings.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace tertulia
{

class ConnectionOptions;
class PasswordField;
class RememberBox;

/// Address, secret and connection options; tells what is wrong with an address while it is typed. The secret
/// is the password, or the passphrase of the certificate that is used instead; guests have none.
class LoginForm : public QWidget
{
    Q_OBJECT
public:
    explicit LoginForm(QWidget *parent = nullptr);

    /// What was typed, or why it cannot be used. Nothing is remembered where nothing can be.
    [[nodiscard]] Result<AccountSettings> settings() const;
    /// Only what the connection options say.
    void applyOptionsTo(ConnectionSettings &settings) const;
    /// Whether the person could choose to be remembered.
    [[nodiscard]] bool mayRemember() const;
    [[nodiscard]] QString password() const;
    [[nodiscard]] QString proxyPassword() const;
    void setSettings(const AccountSettings &settings);
    /// What a probe of the keychain found: its name, or why there is none.
    void setKeychain(const Result<QString> &probed);
    void wipePassword();
    void focusFirst();
    void focusPassword();
    [[nodiscard]] bool isComplete() const;

Q_SIGNALS:
    void changed();
    void submitted();

private:
    void check();
    void arrange();
    [[nodiscard]] bool isGuest() const;

    QLineEdit *m_address;
    QLabel *m_addressTitle;
    QLabel *m_addressHint;
    QLabel *m_passwordTitle;
    PasswordField *m_password;
    RememberBox *m_remember;
    QToolButton *m_expander;
    ConnectionOptions *m_options;
};

} // namespace tertulia
