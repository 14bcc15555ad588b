// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/LoginPage.h"

#include "core/session/Accounts.h"
#include "ui/accounts/CertificateQuestion.h"
#include "ui/accounts/LoginForm.h"
#include "ui/accounts/StepsList.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/StartPage.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

LoginPage::LoginPage(Accounts &accounts, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_page(nullptr)
    , m_form(new LoginForm(this))
    , m_steps(new StepsList(this))
    , m_question(new CertificateQuestion(this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_logIn(new PrimaryButton(tr("Log in"), this))
{
    auto *page = new StartPage(tr("Log in"), tr("with the XMPP address that you have"), this);
    m_page = page;
    page->body()->addWidget(m_form);
    page->body()->addWidget(m_steps);
    page->body()->addWidget(m_question);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_logIn);
    page->body()->addSpacing(4);
    page->body()->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(page);
    m_back->setAutoDefault(false);
    m_question->hide();

    connect(m_form, &LoginForm::changed, this, &LoginPage::updateButtons);
    connect(m_form, &LoginForm::submitted, this, &LoginPage::logIn);
    connect(m_logIn, &QPushButton::clicked, this, &LoginPage::logIn);
    connect(m_back, &QPushButton::clicked, this, &LoginPage::goBack);
    connect(m_question, &CertificateQuestion::refused, this, [this] {
        m_question->hide();
        stop();
        m_steps->setError({ErrorCode::CertificateRefused});
        m_form->focusPassword();
        bringIntoView(m_steps);
    });
    connect(m_question, &CertificateQuestion::trusted, this, [this] {
        m_question->hide();
        m_steps->clear();
        m_running = true;
        updateButtons();
        if (m_session)
            m_session->trustCertificate();
    });
    updateButtons();
}

void LoginPage::begin()
{
    follow(nullptr);
    m_isNew = true;
    m_running = false;
    m_form->setSettings({});
    m_form->wipePassword();
    m_steps->clear();
    m_question->hide();
    updateButtons();
    m_form->focusFirst();
    m_accounts.probeKeychain().then(this,
                                    [this](const Result<QString> &probed) { m_form->setKeychain(probed); });
}

void LoginPage::begin(XmppSession *session)
{
    begin();
    m_isNew = false;
    m_form->setSettings(session->settings());
    follow(session);
    m_steps->setSteps(session->steps());
    m_form->focusFirst();
    updateButtons();
}

void LoginPage::follow(XmppSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (!session)
        return;
    connect(session, &XmppSession::stepChanged, this, [this](const StepReport &report) {
        if (m_running)
            m_steps->update(report);
    });
    connect(session, &XmppSession::stateChanged, this, &LoginPage::onState);
    // Queued: what the network says never changes a page in the middle of something else.
    connect(
        session, &XmppSession::certificateRejected, this,
        [this](const CertificateProblem &problem) {
            // The attempt has ended by now; one that a person cancelled or began anew makes the question
            // void.
            if (m_session->state() != SessionState::Stopped)
                return;
            m_question->setProblem(problem);
            m_steps->hide(); // the question says the same, and more
            m_question->show();
            updateButtons();
            m_question->focusDefault();
            bringIntoView(m_question);
        },
        Qt::QueuedConnection);
}

void LoginPage::logIn()
{
    if (m_running || !m_form->isComplete())
        return;
    AccountSettings settings = *m_form->settings();
    const bool remember = settings.rememberPassword;
    if (m_session) {
        // The same account again, perhaps with other options; another address is another account.
        if (m_isNew && m_session->address() != settings.connection.account) {
            XmppSession *unused = m_session;
            follow(nullptr);
            m_accounts.remove(unused->accountId()).ignore();
        } else {
            AccountSettings known = m_session->settings();
            m_form->applyOptionsTo(known.connection);
            if (m_form->mayRemember()) // a keychain that is away today changes no wish
                known.rememberPassword = remember;
            settings = known;
        }
    }
    m_steps->clear();
    m_question->hide();
    if (!m_session) {
        const bool existed = m_accounts.sessionOf(settings.connection.account) != nullptr;
        const Result<XmppSession *> added = m_accounts.add(settings);
        if (!added) {
            m_steps->setError(added.error());
            return;
        }
        m_isNew = !existed;
        follow(*added);
    } else {
        m_session->setSettings(settings);
    }
    m_running = true;
    updateButtons();
    PresenceChoice chosen = m_session->presence();
    if (chosen.availability == Availability::Offline)
        chosen = {};
    if (const QString proxyPassword = m_form->proxyPassword(); !proxyPassword.isEmpty())
        m_session->provideProxyPassword(proxyPassword, remember);
    // First the password: a session that is told to connect without one would ask for it.
    if (settings.connection.logInWay != LogInWay::Anonymous)
        m_session->providePassword(m_form->password(), remember);
    m_session->setPresence(chosen);
}

void LoginPage::onState()
{
    if (!m_session || !m_running)
        return;
    switch (m_session->state()) {
    case SessionState::Online: {
        m_running = false;
        m_form->wipePassword();
        updateButtons();
        Q_EMIT loggedIn(m_session);
        return;
    }
    case SessionState::Stopped:
    case SessionState::NeedsPassword:
        m_running = m_session->lastError().code == ErrorCode::Cancelled && m_running;
        if (!m_running)
            m_steps->setError(m_session->lastError());
        break;
    case SessionState::Waiting:
        // It will try again; meanwhile the reason stands there and the form can be changed.
        m_steps->setError(m_session->lastError());
        m_running = false;
        // Not from inside the session's own signal.
        QMetaObject::invokeMethod(this, &LoginPage::stop, Qt::QueuedConnection);
        break;
    case SessionState::Offline:
        m_running = false;
        break;
    case SessionState::WaitingForKeychain:
    case SessionState::Connecting:
    case SessionState::Disconnecting:
        break;
    }
    updateButtons();
    if (!m_running && m_question->isHidden()) {
        m_form->focusPassword();
        bringIntoView(m_steps);
    }
}

void LoginPage::bringIntoView(QWidget *part)
{
    // Once the layout knows how tall it has become.
    QMetaObject::invokeMethod(
        this,
        [this, part] {
            if (part->isVisible())
                m_page->ensureWidgetVisible(part, 0, 0);
        },
        Qt::QueuedConnection);
}

void LoginPage::stop()
{
    m_running = false;
    if (m_session)
        m_session->setPresence({Availability::Offline, {}});
    updateButtons();
}

void LoginPage::goBack()
{
    const bool wasRunning = m_running;
    stop();
    if (wasRunning)
        return;
    XmppSession *unused = m_isNew ? m_session.data() : nullptr;
    follow(nullptr);
    m_form->wipePassword();
    if (unused)
        m_accounts.remove(unused->accountId()).ignore();
    Q_EMIT back();
}

void LoginPage::updateButtons()
{
    m_form->setEnabled(!m_running);
    m_logIn->setEnabled(!m_running && m_form->isComplete());
    m_logIn->setVisible(m_question->isHidden()); // the question has its own buttons
    m_back->setText(m_running ? tr("Cancel") : tr("Back"));
}

void LoginPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        goBack();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace tertulia
