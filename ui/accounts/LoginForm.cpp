// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/LoginForm.h"

#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/accounts/RememberBox.h"
#include "ui/text/ErrorText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/PasswordField.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace tertulia
{

using namespace Qt::StringLiterals;

LoginForm::LoginForm(QWidget *parent)
    : QWidget(parent)
    , m_address(new QLineEdit(this))
    , m_addressHint(new QLabel(this))
    , m_password(new PasswordField(this))
    , m_remember(new RememberBox(tr("Remember password"), this))
    , m_expander(new QToolButton(this))
    , m_options(makeOptions())
{
    auto *addressTitle = new QLabel(tr("&Address"), this);
    addressTitle->setBuddy(m_address);
    m_address->setAccessibleName(tr("Address"));
    m_address->setPlaceholderText(u"ana@example.org"_s);
    m_address->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase
                                   | Qt::ImhNoPredictiveText);
    m_addressHint->setTextFormat(Qt::PlainText);
    m_addressHint->setWordWrap(true);
    m_addressHint->setForegroundRole(QPalette::BrightText);
    m_addressHint->hide();
    auto *passwordTitle = new QLabel(tr("&Password"), this);
    passwordTitle->setBuddy(m_password);
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
    layout->addWidget(addressTitle);
    layout->addWidget(m_address);
    layout->addWidget(m_addressHint);
    layout->addSpacing(8);
    layout->addWidget(passwordTitle);
    layout->addWidget(m_password);
    layout->addSpacing(6);
    layout->addWidget(m_remember);
    layout->addWidget(m_expander, 0, Qt::AlignLeading);
    layout->addWidget(m_options);
    m_options->hide();

    connect(m_expander, &QToolButton::toggled, this, [this](bool open) {
        m_expander->setIcon(icon(open ? Icons::ChevronDown : Icons::ChevronRight));
        m_options->setVisible(open);
    });
    connect(m_address, &QLineEdit::textEdited, this, &LoginForm::check);
    connect(m_address, &QLineEdit::textChanged, this, &LoginForm::changed);
    connect(m_address, &QLineEdit::editingFinished, this, &LoginForm::check);
    connect(m_password, &QLineEdit::textChanged, this, &LoginForm::changed);
    connect(m_address, &QLineEdit::returnPressed, this, [this] {
        if (m_password->text().isEmpty())
            m_password->setFocus();
        else
            Q_EMIT submitted();
    });
    for (QLineEdit *field : {static_cast<QLineEdit *>(m_password), m_host})
        connect(field, &QLineEdit::returnPressed, this, &LoginForm::submitted);
}

QWidget *LoginForm::makeOptions()
{
    auto *options = new QWidget(this);
    auto *grid = new QGridLayout(options);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setVerticalSpacing(4);
    m_host = new QLineEdit(options);
    m_host->setAccessibleName(tr("Host"));
    m_host->setPlaceholderText(tr("Found by itself"));
    m_port = new QSpinBox(options);
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("Automatic"));
    m_security = new QComboBox(options);
    announceComboBox(m_security, tr("Security"));
    m_security->addItem(tr("Automatic"), static_cast<int>(SecurityChoice::Automatic));
    m_security->addItem(tr("STARTTLS"), static_cast<int>(SecurityChoice::StartTls));
    m_security->addItem(tr("Direct TLS"), static_cast<int>(SecurityChoice::DirectTls));
    int column = 0;
    const auto add = [&](const QString &title, QWidget *field, int stretch) {
        auto *label = new QLabel(title, options);
        label->setBuddy(field);
        grid->addWidget(label, 0, column);
        grid->addWidget(field, 1, column);
        grid->setColumnStretch(column++, stretch);
    };
    add(tr("&Host"), m_host, 3);
    add(tr("P&ort"), m_port, 1);
    add(tr("&Security"), m_security, 2);
    m_requireBinding = new QCheckBox(tr("Demand channel binding"), options);
    m_requireBinding->setToolTip(tr("Log in only where the log-in is tied to this encrypted connection, so "
                                    "that nobody can be in between"));
    grid->addWidget(m_requireBinding, 2, 0, 1, column);
    return options;
}

Result<AccountSettings> LoginForm::settings() const
{
    const Result<Jid> address = Jid::parse(m_address->text().trimmed());
    if (!address)
        return Failure(address.error());
    if (address->localpart().isEmpty())
        return failure(m_address->text().contains(u'@') ? ErrorCode::AddressLocalpartInvalid
                                                        : ErrorCode::AddressWithoutDomain);
    AccountSettings settings;
    settings.connection.account = address->bare();
    settings.connection.resource = address->resource();
    settings.connection.host = m_host->text().trimmed();
    settings.connection.port = static_cast<quint16>(m_port->value());
    settings.connection.security = static_cast<SecurityChoice>(m_security->currentData().toInt());
    settings.connection.requireBinding = m_requireBinding->isChecked();
    settings.rememberPassword = m_remember->isChecked();
    return settings;
}

QString LoginForm::password() const
{
    return m_password->text();
}

void LoginForm::setSettings(const AccountSettings &settings)
{
    m_address->setText(settings.connection.account.toString());
    m_host->setText(settings.connection.host);
    m_port->setValue(settings.connection.port);
    m_security->setCurrentIndex(m_security->findData(static_cast<int>(settings.connection.security)));
    m_requireBinding->setChecked(settings.connection.requireBinding);
    m_remember->setWished(settings.rememberPassword);
    m_expander->setChecked(!settings.connection.host.isEmpty() || settings.connection.port != 0
                           || settings.connection.security != SecurityChoice::Automatic
                           || settings.connection.requireBinding);
}

void LoginForm::setKeychain(const Result<QString> &probed)
{
    m_remember->setKeychain(probed);
}

void LoginForm::wipePassword()
{
    m_password->wipe();
}

void LoginForm::focusFirst()
{
    (m_address->text().isEmpty() ? m_address : static_cast<QLineEdit *>(m_password))
        ->setFocus(Qt::OtherFocusReason);
}

void LoginForm::focusPassword()
{
    m_password->setFocus(Qt::OtherFocusReason);
    m_password->selectAll();
}

bool LoginForm::isComplete() const
{
    return settings().has_value() && !m_password->text().isEmpty();
}

void LoginForm::check()
{
    const QString text = m_address->text().trimmed();
    const Result<AccountSettings> typed = settings();
    // Somebody still on the way to the @ is not told off; once they are past it or have left, they are.
    const bool done = text.contains(u'@') && !text.endsWith(u'@');
    const bool wrong = !typed && !text.isEmpty() && (done || !m_address->hasFocus());
    if (wrong) {
        const bool missing = !text.contains(u'@');
        const ErrorText why = errorText(typed.error());
        m_addressHint->setText(missing ? tr("There is no @ in the address. It looks like ana@example.org.")
                                       : why.sentence + u' ' + why.remedy);
    }
    m_addressHint->setVisible(wrong);
}

} // namespace tertulia
