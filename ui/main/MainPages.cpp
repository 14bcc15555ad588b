// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/MainPages.h"

#include "core/session/Accounts.h"
#include "ui/accounts/LoginPage.h"
#include "ui/accounts/WelcomePage.h"

namespace tertulia
{

MainPages::MainPages(Accounts &accounts, QWidget *parent)
    : QStackedWidget(parent)
    , m_accounts(accounts)
{
    connect(&accounts, &Accounts::added, this, &MainPages::chooseUnlessLoggingIn);
    connect(&accounts, &Accounts::aboutToRemove, this, &MainPages::chooseUnlessLoggingIn,
            Qt::QueuedConnection);
}

void MainPages::setHome(QWidget *home)
{
    m_home = home;
    addWidget(home);
    choosePage();
}

void MainPages::setTryItAvailable(bool available)
{
    m_tryItAvailable = available;
    if (m_welcome)
        m_welcome->setTryItAvailable(available);
}

void MainPages::addAccount()
{
    m_adding = true;
    choosePage();
}

void MainPages::logIn(XmppSession *session)
{
    setCurrentWidget(login());
    login()->begin(session);
}

bool MainPages::isLoggingIn() const
{
    return m_login && currentWidget() == m_login;
}

void MainPages::chooseUnlessLoggingIn()
{
    if (!isLoggingIn())
        choosePage();
}

void MainPages::choosePage()
{
    const bool none = m_accounts.sessions().isEmpty();
    if (!none && !m_adding) {
        setCurrentWidget(m_home);
        return;
    }
    welcome()->setCancellable(!none);
    setCurrentWidget(welcome());
}

WelcomePage *MainPages::welcome()
{
    if (m_welcome)
        return m_welcome;
    m_welcome = new WelcomePage(this);
    m_welcome->setTryItAvailable(m_tryItAvailable);
    addWidget(m_welcome);
    connect(m_welcome, &WelcomePage::haveAccount, this, [this] {
        setCurrentWidget(login());
        login()->begin();
    });
    connect(m_welcome, &WelcomePage::tryItHere, this, &MainPages::tryItRequested);
    connect(m_welcome, &WelcomePage::cancelled, this, [this] {
        m_adding = false;
        choosePage();
    });
    return m_welcome;
}

LoginPage *MainPages::login()
{
    if (m_login)
        return m_login;
    m_login = new LoginPage(m_accounts, this);
    addWidget(m_login);
    connect(m_login, &LoginPage::back, this, [this] {
        if (m_accounts.sessions().isEmpty() || m_adding)
            setCurrentWidget(welcome());
        else
            choosePage();
    });
    connect(m_login, &LoginPage::loggedIn, this, [this] {
        m_adding = false;
        choosePage();
        Q_EMIT loggedIn();
    });
    return m_login;
}

} // namespace tertulia
