// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/ProxyOptions.h"

#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/accounts/OptionFields.h"
#include "ui/widgets/PasswordField.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tertulia
{

ProxyOptions::ProxyOptions(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_place(new QWidget(this))
    , m_host(new QLineEdit(m_place))
    , m_port(new QSpinBox(m_place))
    , m_user(new QLineEdit(m_place))
    , m_password(new PasswordField(m_place))
{
    announceComboBox(m_kind, tr("Proxy"));
    m_kind->addItem(tr("None"), static_cast<int>(ProxyKind::None));
    m_kind->addItem(tr("As the system says"), static_cast<int>(ProxyKind::System));
    m_kind->addItem(tr("SOCKS5"), static_cast<int>(ProxyKind::Socks5));
    m_kind->addItem(tr("HTTP"), static_cast<int>(ProxyKind::Http));
    m_host->setAccessibleName(tr("Proxy host"));
    m_port->setAccessibleName(tr("Proxy port"));
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("Automatic", "port"));
    m_user->setAccessibleName(tr("Proxy user"));
    m_user->setPlaceholderText(tr("If it asks for one"));
    m_password->setAccessibleName(tr("Proxy password"));
    auto *kind = new QLabel(tr("Pro&xy"), this);
    kind->setBuddy(m_kind);
    QGridLayout *grid = makeFields(m_place);
    addField(grid, 0, 0, tr("Host of the proxy"), m_host);
    addField(grid, 0, 1, tr("Port"), m_port);
    addField(grid, 1, 0, tr("User"), m_user);
    addField(grid, 1, 1, tr("Password"), m_password);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(kind);
    layout->addWidget(m_kind);
    layout->addWidget(m_place);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        arrange();
        Q_EMIT changed();
    });
    connect(m_host, &QLineEdit::textChanged, this, &ProxyOptions::changed);
    for (QLineEdit *field : {m_host, m_user, static_cast<QLineEdit *>(m_password)})
        connect(field, &QLineEdit::returnPressed, this, &ProxyOptions::submitted);
    arrange();
}

void ProxyOptions::arrange()
{
    const auto kind = static_cast<ProxyKind>(m_kind->currentData().toInt());
    m_place->setVisible(kind == ProxyKind::Socks5 || kind == ProxyKind::Http);
}

ProxyChoice ProxyOptions::choice() const
{
    ProxyChoice choice;
    choice.kind = static_cast<ProxyKind>(m_kind->currentData().toInt());
    if (choice.kind == ProxyKind::None || choice.kind == ProxyKind::System)
        return choice;
    choice.host = m_host->text().trimmed();
    choice.port = static_cast<quint16>(m_port->value());
    choice.user = m_user->text();
    return choice;
}

void ProxyOptions::setChoice(const ProxyChoice &choice)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(choice.kind)));
    m_host->setText(choice.host);
    m_port->setValue(choice.port);
    m_user->setText(choice.user);
}

QString ProxyOptions::password() const
{
    return m_password->text();
}

void ProxyOptions::wipe()
{
    m_password->wipe();
}

bool ProxyOptions::isComplete() const
{
    const ProxyChoice chosen = choice();
    return chosen.kind == ProxyKind::None || chosen.kind == ProxyKind::System || !chosen.host.isEmpty();
}

} // namespace tertulia
