// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/PasswordBar.h"

#include "ui/accounts/RememberBox.h"
#include "ui/text/ErrorText.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PasswordField.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tertulia
{

namespace
{

/// Another keychain than the one that answers has it (KnownKeychains).
bool isElsewhere(const Error &error)
{
    return error.code == ErrorCode::SecretNotFound && !error.text.isEmpty();
}

/// Nothing went wrong: there was no password yet.
bool isQuiet(const Error &error)
{
    return error.code == ErrorCode::Cancelled
        || (error.code == ErrorCode::SecretNotFound && !isElsewhere(error))
        || error.code == ErrorCode::PasswordNeeded || error.code == ErrorCode::KeychainUnavailable;
}

/// Asking the keychain once more may help.
bool canRetry(const Error &error)
{
    return error.code == ErrorCode::KeychainDenied || error.code == ErrorCode::KeychainFailed
        || error.code == ErrorCode::KeychainLocked || isElsewhere(error);
}

} // namespace

PasswordBar::PasswordBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_password(new PasswordField(this))
    , m_remember(new RememberBox(tr("Save in keychain"), this))
    , m_retry(new QPushButton(tr("Try again"), this))
    , m_typeOnce(new QPushButton(tr("Type password once"), this))
    , m_logIn(new PrimaryButton(tr("Log in"), this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setBuddy(m_password);
    auto *later = new FlatButton(tr("Not now"), this);
    for (QPushButton *button : {m_retry, m_typeOnce, m_logIn, static_cast<QPushButton *>(later)})
        button->setAutoDefault(false);
    m_password->setMinimumWidth(Theme::current().px(220));

    auto *buttons = new FlowLayout;
    buttons->addWidget(m_password);
    buttons->addWidget(m_logIn);
    buttons->addWidget(m_retry);
    buttons->addWidget(m_typeOnce);
    buttons->addWidget(later);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(6);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    layout->addWidget(m_remember);

    connect(m_logIn, &QPushButton::clicked, this, &PasswordBar::give);
    connect(m_password, &QLineEdit::returnPressed, this, &PasswordBar::give);
    connect(m_retry, &QPushButton::clicked, this, &PasswordBar::retryRequested);
    connect(m_typeOnce, &QPushButton::clicked, this, [this] {
        showField(true);
        focusField();
    });
    connect(later, &QPushButton::clicked, this, [this] {
        m_password->wipe();
        Q_EMIT dismissed();
    });
}

void PasswordBar::give()
{
    if (m_password->text().isEmpty())
        return;
    const QString password = m_password->text();
    const bool mayRemember = m_mayRemember && m_remember->isAvailable();
    const auto remember = mayRemember ? std::optional(m_remember->isChecked()) : std::nullopt;
    m_password->wipe();
    Q_EMIT given(password, remember);
}

void PasswordBar::ask(const QString &address, const Error &why, bool remember, SecretPurpose wanted)
{
    m_password->wipe();
    const bool passphrase = wanted == SecretPurpose::CertificatePassphrase;
    const ErrorText text = errorText(why);
    const QString question = (passphrase ? tr("Passphrase of the certificate of %1:") : tr("Password of %1:"))
                                 .arg(shownAddress(address));
    m_password->setAccessibleName(passphrase ? tr("Passphrase of the certificate") : tr("Password"));
    if (why.code == ErrorCode::KeychainDenied) {
        // Not a question yet: the keychain may still give it.
        m_text->setText(shownAddress(address) + u": "_s + text.sentence + u' ' + text.remedy);
    } else if (isQuiet(why)) {
        m_text->setText(question);
    } else {
        m_text->setText(text.sentence + u' ' + text.remedy + u'\n' + question);
    }
    m_retry->setVisible(canRetry(why));
    // A keychain that was just refused is not asked to keep anything.
    m_mayRemember = why.code != ErrorCode::KeychainDenied;
    m_remember->setKeychain(why.code == ErrorCode::KeychainUnavailable ? Result<QString>(Failure(why))
                                                                       : Result<QString>(QString()));
    m_remember->setWished(remember);
    showField(why.code != ErrorCode::KeychainDenied);
}

void PasswordBar::showField(bool shown)
{
    m_password->setVisible(shown);
    m_logIn->setVisible(shown);
    m_remember->setVisible(shown && m_mayRemember);
    m_typeOnce->setVisible(!shown);
}

void PasswordBar::focusField()
{
    m_password->setFocus(Qt::OtherFocusReason);
}

void PasswordBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::current().palette().pane);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::current().palette().line);
}

} // namespace tertulia
