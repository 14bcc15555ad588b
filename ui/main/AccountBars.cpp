// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/AccountBars.h"

#include "core/session/Accounts.h"
#include "ui/accounts/CertificateQuestion.h"
#include "ui/accounts/ConnectionFacts.h"
#include "ui/accounts/PasswordBar.h"
#include "ui/main/ConnectionStrip.h"
#include "ui/main/FetchStrip.h"
#include "ui/main/NoticeBar.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"

#include <QVBoxLayout>

namespace tertulia
{

AccountBars::AccountBars(Accounts &accounts, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_strips(new QVBoxLayout)
    , m_notice(new NoticeBar(this))
    , m_passwordBar(new PasswordBar(this))
{
    m_passwordBar->hide();
    auto *layout = new QVBoxLayout(this);
    for (QVBoxLayout *column : {layout, m_strips}) {
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
    }
    layout->addWidget(m_passwordBar);
    layout->addWidget(m_notice);
    layout->addLayout(m_strips);

    connect(m_passwordBar, &PasswordBar::given, this, &AccountBars::givePassword);
    connect(m_passwordBar, &PasswordBar::retryRequested, this, [this] {
        if (m_asking)
            m_asking->reconnectNow();
    });
    connect(m_passwordBar, &PasswordBar::dismissed, this, [this] {
        if (m_asking != m_typing)
            m_dismissed.append(m_asking);
        m_typing = nullptr;
        updatePasswordBar();
    });
    connect(&accounts, &Accounts::added, this, &AccountBars::add);
    connect(&accounts, &Accounts::aboutToRemove, this, &AccountBars::remove);
    for (XmppSession *session : accounts.sessions())
        add(session);
}

void AccountBars::givePassword(const QString &password, std::optional<bool> remember)
{
    if (m_asking) {
        AccountSettings settings = m_asking->settings();
        if (settings.rememberPassword != remember.value_or(settings.rememberPassword)) {
            settings.rememberPassword = *remember;
            m_asking->setSettings(settings);
        }
        m_asking->providePassword(password, remember.value_or(false));
    }
    updatePasswordBar();
}

void AccountBars::say(const QString &sentence)
{
    m_notice->say(sentence);
}

void AccountBars::setQuestionsElsewhere(bool elsewhere)
{
    m_questionsElsewhere = elsewhere;
}

QList<QWidget *> AccountBars::panes() const
{
    QList<QWidget *> panes;
    if (m_passwordBar->isVisible())
        panes << m_passwordBar;
    for (ConnectionStrip *strip : m_connectionStrips)
        if (strip->isVisible())
            panes << strip;
    for (FetchStrip *strip : m_fetchStrips)
        if (strip->isVisible())
            panes << strip;
    return panes;
}

void AccountBars::add(XmppSession *session)
{
    auto *strip = new ConnectionStrip(*session, this);
    m_connectionStrips.insert(session, strip);
    m_strips->addWidget(strip);
    auto *fetching = new FetchStrip(*session, this);
    m_fetchStrips.insert(session, fetching);
    m_strips->addWidget(fetching);
    connect(strip, &ConnectionStrip::logInRequested, this, &AccountBars::logInRequested);
    connect(strip, &ConnectionStrip::detailsRequested, this, &AccountBars::detailsRequested);
    connect(strip, &ConnectionStrip::passwordOffered, this, [this](XmppSession *offering) {
        m_typing = offering;
        updatePasswordBar();
        m_passwordBar->focusField();
    });
    connect(session, &XmppSession::stateChanged, this, [this, session](SessionState state) {
        if (state == SessionState::Online) {
            m_dismissed.removeAll(session);
            if (!session->connectionDetails().bindingLost)
                m_toldBindingLost.removeAll(session);
        }
        if (state != SessionState::WaitingForKeychain && m_typing == session)
            m_typing = nullptr;
        updatePasswordBar();
    });
    connect(
        session, &XmppSession::certificateRejected, this, [this, session] { askAboutCertificate(session); },
        Qt::QueuedConnection);
    connect(session, &XmppSession::bindingLost, this, [this, session] {
        // Each reconnection would say it again; once is enough until it is back.
        if (m_toldBindingLost.contains(session))
            return;
        m_toldBindingLost.append(session);
        m_notice->warn(bindingLostText(session->address().toString()));
    });
    connect(session, &XmppSession::passwordNotStored, this, [this, session](const Error &error) {
        m_notice->warn(tr("The password of %1 was not saved, and works until you quit. %2")
                           .arg(shownAddress(session->address().toString()), errorText(error).sentence));
    });
    updatePasswordBar();
}

void AccountBars::remove(XmppSession *session)
{
    session->disconnect(this);
    delete m_connectionStrips.take(session);
    delete m_fetchStrips.take(session);
    QMetaObject::invokeMethod(this, &AccountBars::updatePasswordBar, Qt::QueuedConnection);
}

bool AccountBars::needsBar(const XmppSession *session) const
{
    return session->state() == SessionState::NeedsPassword
        || (session->state() == SessionState::WaitingForKeychain && session == m_typing);
}

void AccountBars::updatePasswordBar()
{
    XmppSession *asking = nullptr;
    for (XmppSession *session : m_accounts.sessions())
        if (needsBar(session) && !m_dismissed.contains(session) && !asking)
            asking = session;
    if (asking && (asking != m_asking || m_passwordBar->isHidden())) {
        const bool waiting = asking->state() == SessionState::WaitingForKeychain;
        m_passwordBar->ask(asking->address().toString(), waiting ? Error() : asking->lastError(),
                           asking->settings().rememberPassword, asking->secretWanted());
    }
    m_asking = asking;
    m_passwordBar->setVisible(asking != nullptr);
}

void AccountBars::askAboutCertificate(XmppSession *session)
{
    if (m_questionsElsewhere || m_certificateBar)
        return;
    auto *bar = new QWidget(this);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(16, 12, 16, 12);
    auto *question = new CertificateQuestion(bar);
    question->setProblem(session->certificateProblem());
    layout->addWidget(question);
    m_strips->insertWidget(0, bar);
    m_certificateBar = bar;
    const QPointer<XmppSession> asked = session;
    if (ConnectionStrip *strip = m_connectionStrips.value(session)) {
        strip->setSilent(true);
        connect(bar, &QObject::destroyed, strip, [strip] { strip->setSilent(false); });
    }
    connect(question, &CertificateQuestion::refused, bar, [bar, asked] {
        bar->deleteLater();
        if (asked)
            asked->setPresence({Availability::Offline, {}});
    });
    connect(question, &CertificateQuestion::trusted, bar, [bar, asked] {
        bar->deleteLater();
        if (asked)
            asked->trustCertificate();
    });
}

} // namespace tertulia
