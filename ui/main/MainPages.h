// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace tertulia
{

class Accounts;
class LoginPage;
class WelcomePage;
class XmppSession;

/// What fills the main window: first run, log-in, or the home that is there once there is an account.
class MainPages : public QStackedWidget
{
    Q_OBJECT
public:
    /// `accounts` must outlive this; setHome() comes first.
    MainPages(Accounts &accounts, QWidget *parent);

    void setHome(QWidget *home);
    /// Whether "Try it on this computer" is offered.
    void setTryItAvailable(bool available);
    /// Begins with a new account beside those that are there.
    void addAccount();
    /// Asks for the account's log-in again.
    void logIn(XmppSession *session);
    [[nodiscard]] bool isHome() const { return currentWidget() == m_home; }
    /// The log-in page shows what happens, steps and questions too.
    [[nodiscard]] bool isLoggingIn() const;

Q_SIGNALS:
    void tryItRequested();
    void loggedIn();

private:
    void choosePage();
    void chooseUnlessLoggingIn();
    [[nodiscard]] WelcomePage *welcome();
    [[nodiscard]] LoginPage *login();

    Accounts &m_accounts;
    QWidget *m_home = nullptr;
    // Null until somebody needs them, which is seldom.
    WelcomePage *m_welcome = nullptr;
    LoginPage *m_login = nullptr;
    bool m_adding = false;
    bool m_tryItAvailable = true;
};

} // namespace tertulia
