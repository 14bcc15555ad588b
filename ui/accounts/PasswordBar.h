// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/SecretStore.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace tertulia
{

class PasswordField;
class RememberBox;

/// Asks for an account's password in the main window, without a dialog (UI e.8): says why, and offers what
/// can be done about that.
class PasswordBar : public QWidget
{
    Q_OBJECT
public:
    explicit PasswordBar(QWidget *parent = nullptr);

    /// `why`: the error that made it necessary. `remember`: what the person chose last.
    void ask(const QString &address, const Error &why, bool remember,
             SecretPurpose wanted = SecretPurpose::Password);
    void focusField();

Q_SIGNALS:
    /// `remember`: what the person chose; nothing where there was no choice.
    void given(const QString &password, std::optional<bool> remember);
    /// The keychain is to be asked once more.
    void retryRequested();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void give();
    void showField(bool shown);

    QLabel *m_text;
    PasswordField *m_password;
    RememberBox *m_remember;
    QPushButton *m_retry;
    QPushButton *m_typeOnce;
    QPushButton *m_logIn;
    bool m_mayRemember = true;
};

} // namespace tertulia
