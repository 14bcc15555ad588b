// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/AccountSettings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace tertulia
{

class PasswordField;
class RememberBox;

/// Address, password and connection options; tells what is wrong with an address while it is typed.
class LoginForm : public QWidget
{
    Q_OBJECT
public:
    explicit LoginForm(QWidget *parent = nullptr);

    /// What was typed, or why it cannot be used.
    [[nodiscard]] Result<AccountSettings> settings() const;
    [[nodiscard]] QString password() const;
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
    QWidget *makeOptions();
    void check();

    QLineEdit *m_address;
    QLabel *m_addressHint;
    PasswordField *m_password;
    RememberBox *m_remember;
    QToolButton *m_expander;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QComboBox *m_security = nullptr;
    QCheckBox *m_requireBinding = nullptr;
    QWidget *m_options; ///< makes the four above
};

} // namespace tertulia
