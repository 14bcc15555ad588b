// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/GeneralPage.h"

#include "core/session/Accounts.h"
#include "ui/profile/ProfileWindow.h"
#include "ui/text/PlainText.h"
#include "ui/widgets/ConfirmDialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

GeneralPage::GeneralPage(Accounts &accounts, XmppSession &session, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_session(session)
    , m_name(new QLineEdit(this))
    , m_enabled(new QCheckBox(tr("Use this account"), this))
{
    auto *title = new QLabel(tr("Your &name"), this);
    title->setBuddy(m_name);
    m_name->setAccessibleName(tr("Your name"));
    m_name->setMaxLength(static_cast<int>(kLongestShownName));
    auto *profile = new QPushButton(tr("Profile and picture…"), this);
    auto *logIn = new QPushButton(tr("Log in…"), this);
    auto *remove = new QPushButton(tr("Remove…"), this);
    remove->setProperty("danger", true);
    const QString address = shownAddress(session.address().toString());
    for (QPushButton *button : {profile, logIn, remove}) {
        button->setAutoDefault(false);
        button->setAccessibleDescription(address);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(logIn);
    buttons->addWidget(remove);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(title);
    layout->addWidget(m_name);
    layout->addSpacing(4);
    layout->addWidget(profile, 0, Qt::AlignLeading);
    layout->addSpacing(8);
    layout->addWidget(m_enabled);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    layout->addStretch();
    connect(m_name, &QLineEdit::editingFinished, this, &GeneralPage::rename);
    connect(m_enabled, &QCheckBox::clicked, this, &GeneralPage::setEnabledAccount);
    connect(profile, &QPushButton::clicked, this,
            [this] { (new ProfileWindow(m_session, window()))->open(); });
    connect(logIn, &QPushButton::clicked, this, &GeneralPage::logInRequested);
    connect(remove, &QPushButton::clicked, this, &GeneralPage::askToRemove);
    connect(&session, &XmppSession::settingsChanged, this, &GeneralPage::refresh);
    refresh();
}

void GeneralPage::refresh()
{
    if (!m_name->hasFocus())
        m_name->setText(m_session.settings().name);
    m_name->setPlaceholderText(shownName(m_session.ownName()));
    m_enabled->setChecked(m_session.settings().enabled);
}

void GeneralPage::rename()
{
    AccountSettings settings = m_session.settings();
    const QString name = m_name->text().trimmed();
    if (settings.name == name)
        return;
    settings.name = name;
    m_session.setSettings(settings);
}

void GeneralPage::setEnabledAccount(bool enabled)
{
    AccountSettings settings = m_session.settings();
    settings.enabled = enabled;
    m_session.setSettings(settings);
    // Beside the others from now on, or as somebody who comes first.
    const PresenceChoice others = m_accounts.presence();
    if (!enabled)
        m_session.setPresence({Availability::Offline, {}});
    else
        m_session.setPresence(others.availability == Availability::Offline ? PresenceChoice() : others);
}

void GeneralPage::askToRemove()
{
    Question question;
    question.title
        = tr("Remove the account %1 from Tertulia?").arg(shownAddress(m_session.address().toString()));
    question.text
        = tr("Its messages, contacts and password are deleted from this computer. The account on the "
             "server and what is kept there stay as they are.");
    question.action = tr("Remove");
    ConfirmDialog::ask(this, question, [this](int) { Q_EMIT removalRequested(); });
}

} // namespace tertulia
