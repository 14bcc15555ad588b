// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace tertulia
{

class PasswordField;

/// Changes an account's password at its server (SECURITY B20): says beforehand what that makes void, and
/// afterwards what came of it.
class ChangePasswordDialog : public QDialog
{
    Q_OBJECT
public:
    /// `session` must outlive this.
    explicit ChangePasswordDialog(XmppSession &session, QWidget *parent = nullptr);

private:
    PasswordField *addField(const QString &title, const QString &name);
    void check();
    void change();
    void onChanged(const PasswordChanged &changed);
    void setRunning(bool running);
    void tell(const QString &text, bool failure);

    XmppSession &m_session;
    QWidget *m_form;
    PasswordField *m_current;
    PasswordField *m_new;
    PasswordField *m_repeat;
    QLabel *m_hint;
    QLabel *m_answer;
    QPushButton *m_change;
    QPushButton *m_close;
    bool m_running = false;
};

/// What came of a change, in sentences. Plain text.
[[nodiscard]] QString passwordChangedText(const PasswordChanged &changed);

} // namespace tertulia
