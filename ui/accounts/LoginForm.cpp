// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/LoginForm.h"

#include "ui/accounts/ConnectionOptions.h"
#include "ui/accounts/RememberBox.h"
#include "ui/text/ErrorText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PasswordField.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace tertulia
{

using namespace Qt::StringLiterals;

LoginForm::LoginForm(QWidget *parent)
    : QWidget(parent)
    , m_address(new QLineEdit(this))
    , m_addressTitle(new QLabel(this))
    , m_addressHint(new QLabel(this))
    , m_passwordTitle(new QLabel(this))
    , m_password(new PasswordField(this))
    , m_remember(new RememberBox(tr("Remember password"), this))
    , m_expander(new QToolButton(this))
    , m_options(new ConnectionOptions(this))
{
    m_addressTitle->setBuddy(m_address);
    m_address->setAccessibleName(tr("Address"));
    m_address->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase
                                   | Qt::ImhNoPredictiveText);
    m_addressHint->setTextFormat(Qt::PlainText);
    m_addressHint->setWordWrap(true);
    m_addressHint->setForegroundRole(QPalette::BrightText);
    m_addressHint->hide();
    m_passwordTitle->setBuddy(m_password);
    m_expander->setText(tr("Connection options"));
    m_expander->setAccessibleName(tr("Connection options"));
    m_expander->setCheckable(true);
    m_expander->setAutoRaise(true);
    m_expander->setFocusPolicy(Qt::StrongFocus);
    m_expander->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_expander->setIcon(icon(Icons::ChevronRight));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_addressTitle);
    layout->addWidget(m_address);
    layout->addWidget(m_addressHint);
    layout->addSpacing(8);
    layout->addWidget(m_passwordTitle);
    layout->addWidget(m_password);
    layout->addSpacing(6);
    layout->addWidget(m_remember);
    layout->addWidget(m_expander, 0, Qt::AlignLeading);
    layout->addWidget(m_options);
    m_options->hide();
    arrange();

    connect(m_expander, &QToolButton::toggled, this, [this](bool open) {
        m_expander->setIcon(icon(open ? Icons::ChevronDown : Icons::ChevronRight));
        m_options->setVisible(open);
    });
    connect(m_address, &QLineEdit::textEdited, this, &LoginForm::check);
    connect(m_address, &QLineEdit::textChanged, this, &LoginForm::changed);
    connect(m_address, &QLineEdit::editingFinished, this, &LoginForm::check);
    connect(m_password, &QLineEdit::textChanged, this, &LoginForm::changed);
    connect(m_options, &ConnectionOptions::changed, this, &LoginForm::changed);
    connect(m_options, &ConnectionOptions::submitted, this, &LoginForm::submitted);
    connect(m_options, &ConnectionOptions::logInWayChanged, this, [this] {
        arrange();
        check();
    });
    connect(m_address, &QLineEdit::returnPressed, this, [this] {
        if (m_password->isVisible() && m_password->text().isEmpty())
            m_password->setFocus();
        else
            Q_EMIT submitted();
    });
    connect(m_password, &QLineEdit::returnPressed, this, &LoginForm::submitted);
}

bool LoginForm::isGuest() const
{
    return m_options->logInWay() == LogInWay::Anonymous;
}

void LoginForm::arrange()
{
    const bool byFile = m_options->logInWay() == LogInWay::ClientCertificate;
    m_addressTitle->setText(isGuest() ? tr("&Address of the server") : tr("&Address"));
    m_address->setPlaceholderText(isGuest() ? u"example.org"_s : u"ana@example.org"_s);
    m_passwordTitle->setText(byFile ? tr("&Passphrase of the certificate") : tr("&Password"));
    m_password->setAccessibleName(byFile ? tr("Passphrase of the certificate") : tr("Password"));
    m_password->setPlaceholderText(byFile ? tr("If it has one") : QString());
    m_passwordTitle->setVisible(!isGuest());
    m_password->setVisible(!isGuest());
    m_remember->setVisible(!isGuest());
}

Result<AccountSettings> LoginForm::settings() const
{
    const Result<Jid> address = Jid::parse(m_address->text().trimmed());
    if (!address)
        return Failure(address.error());
    if (address->localpart().isEmpty() && !isGuest())
        return failure(m_address->text().contains(u'@') ? ErrorCode::AddressLocalpartInvalid
                                                        : ErrorCode::AddressWithoutDomain);
    AccountSettings settings;
    m_options->applyTo(settings.connection);
    settings.connection.account = address->bare();
    if (isGuest()) {
        // The server gives a guest a name of its own choice.
        const Result<Jid> server = Jid::parse(address->domain());
        if (!server)
            return Failure(server.error());
        settings.connection.account = *server;
    }
    if (settings.connection.resource.isEmpty())
        settings.connection.resource = address->resource();
    settings.rememberPassword = m_remember->isChecked();
    return settings;
}

void LoginForm::applyOptionsTo(ConnectionSettings &settings) const
{
    m_options->applyTo(settings);
}

bool LoginForm::mayRemember() const
{
    return m_remember->isAvailable();
}

QString LoginForm::password() const
{
    return isGuest() ? QString() : m_password->text();
}

QString LoginForm::proxyPassword() const
{
    return m_options->proxyPassword();
}

void LoginForm::setSettings(const AccountSettings &settings)
{
    m_address->setText(settings.connection.account.toString());
    m_options->setSettings(settings.connection);
    m_remember->setWished(settings.rememberPassword);
    m_expander->setChecked(!m_options->isUsual());
    arrange();
}

void LoginForm::setKeychain(const Result<QString> &probed)
{
    m_remember->setKeychain(probed);
}

void LoginForm::wipePassword()
{
    m_password->wipe();
    m_options->wipe();
}

void LoginForm::focusFirst()
{
    (m_address->text().isEmpty() || isGuest() ? m_address : static_cast<QLineEdit *>(m_password))
        ->setFocus(Qt::OtherFocusReason);
}

void LoginForm::focusPassword()
{
    m_password->setFocus(Qt::OtherFocusReason);
    m_password->selectAll();
}

bool LoginForm::isComplete() const
{
    // A certificate may have no passphrase.
    const bool secret = m_options->logInWay() != LogInWay::Password || !m_password->text().isEmpty();
    return secret && settings().has_value() && m_options->isComplete();
}

void LoginForm::check()
{
    const QString text = m_address->text().trimmed();
    const Result<AccountSettings> typed = settings();
    // Somebody still on the way to the @ is not told off; once they are past it or have left, they are.
    const bool done = isGuest() || (text.contains(u'@') && !text.endsWith(u'@'));
    const bool wrong = !typed && !text.isEmpty() && (done || !m_address->hasFocus());
    if (wrong) {
        const bool missing = !isGuest() && !text.contains(u'@');
        const ErrorText why = errorText(typed.error());
        m_addressHint->setText(missing ? tr("There is no @ in the address. It looks like ana@example.org.")
                                       : why.sentence + u' ' + why.remedy);
    }
    m_addressHint->setVisible(wrong);
}

} // namespace tertulia
