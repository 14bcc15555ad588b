// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"

#include <QPointer>
#include <QWidget>

class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace tertulia
{

class Accounts;
class CertificateQuestion;
class LoginForm;
class StepsList;

/// Logs in to one account and shows each step as it happens. Works over the account's session; nothing here
/// waits. An account that never came online is taken away again when the person goes back.
class LoginPage : public QWidget
{
    Q_OBJECT
public:
    explicit LoginPage(Accounts &accounts, QWidget *parent = nullptr);

    /// Empty, for a new account.
    void begin();
    /// For an account that exists and cannot log in.
    void begin(XmppSession *session);

Q_SIGNALS:
    void back();
    void loggedIn(tertulia::XmppSession *session);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void logIn();
    void stop();
    void goBack();
    void follow(XmppSession *session);
    void onState();
    void updateButtons();
    void bringIntoView(QWidget *part);

    Accounts &m_accounts;
    QScrollArea *m_page;
    LoginForm *m_form;
    StepsList *m_steps;
    CertificateQuestion *m_question;
    QPushButton *m_back;
    QPushButton *m_logIn;
    QPointer<XmppSession> m_session;
    bool m_isNew = true;
    bool m_running = false;
};

} // namespace tertulia
