// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/ConnectionOptions.h"

#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/accounts/OptionFields.h"
#include "ui/accounts/ProxyOptions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tertulia
{

ConnectionOptions::ConnectionOptions(QWidget *parent)
    : QWidget(parent)
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_security(new QComboBox(this))
    , m_resource(new QLineEdit(this))
    , m_way(new QComboBox(this))
    , m_certificate(makeCertificate())
    , m_proxy(new ProxyOptions(this))
    , m_requireBinding(new QCheckBox(tr("Demand channel binding"), this))
{
    m_host->setAccessibleName(tr("Host"));
    m_host->setPlaceholderText(tr("Found by itself"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(0, 65535);
    m_port->setSpecialValueText(tr("Automatic", "port"));
    announceComboBox(m_security, tr("Security"));
    m_security->addItem(tr("Automatic"), static_cast<int>(SecurityChoice::Automatic));
    m_security->addItem(tr("STARTTLS"), static_cast<int>(SecurityChoice::StartTls));
    m_security->addItem(tr("Direct TLS"), static_cast<int>(SecurityChoice::DirectTls));
    m_resource->setAccessibleName(tr("Name of this device"));
    m_resource->setPlaceholderText(tr("Chosen by the server"));
    m_resource->setToolTip(tr("The resource: the part of the address behind the slash"));
    m_resource->setMaxLength(255);
    announceComboBox(m_way, tr("Log in with"));
    m_way->addItem(tr("Password"), static_cast<int>(LogInWay::Password));
    m_way->addItem(tr("Client certificate"), static_cast<int>(LogInWay::ClientCertificate));
    m_way->addItem(tr("Nothing, as an anonymous guest"), static_cast<int>(LogInWay::Anonymous));
    m_requireBinding->setToolTip(tr("Log in only where the log-in is tied to this encrypted connection, so "
                                    "that nobody can be in between"));

    auto *place = new QWidget(this);
    for (QWidget *field : {static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_port),
                           static_cast<QWidget *>(m_security), static_cast<QWidget *>(m_resource)})
        field->setParent(place);
    QGridLayout *grid = makeFields(place);
    addField(grid, 0, 0, tr("&Host"), m_host);
    addField(grid, 0, 1, tr("P&ort"), m_port);
    addField(grid, 1, 0, tr("&Name of this device"), m_resource);
    addField(grid, 1, 1, tr("&Security"), m_security);
    auto *wayTitle = new QLabel(tr("Log in &with"), this);
    wayTitle->setBuddy(m_way);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(place);
    layout->addSpacing(4);
    layout->addWidget(wayTitle);
    layout->addWidget(m_way);
    layout->addWidget(m_certificate);
    layout->addSpacing(4);
    layout->addWidget(m_proxy);
    layout->addSpacing(4);
    layout->addWidget(m_requireBinding);
    m_certificate->hide();

    connect(m_way, &QComboBox::currentIndexChanged, this, [this] {
        m_certificate->setVisible(logInWay() == LogInWay::ClientCertificate);
        Q_EMIT logInWayChanged(logInWay());
        Q_EMIT changed();
    });
    connect(m_proxy, &ProxyOptions::changed, this, &ConnectionOptions::changed);
    connect(m_proxy, &ProxyOptions::submitted, this, &ConnectionOptions::submitted);
    for (QLineEdit *field : {m_host, m_resource})
        connect(field, &QLineEdit::returnPressed, this, &ConnectionOptions::submitted);
}

QWidget *ConnectionOptions::makeCertificate()
{
    auto *box = new QWidget(this);
    m_file = new QLineEdit(box);
    m_file->setAccessibleName(tr("Certificate file"));
    m_file->setPlaceholderText(tr("A .p12, .pfx or .pem file with its key"));
    auto *choose = new QPushButton(tr("Choose…"), box);
    choose->setAccessibleName(tr("Choose the certificate file"));
    choose->setAutoDefault(false);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 2, 0, 0);
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, &ConnectionOptions::chooseFile);
    connect(m_file, &QLineEdit::textChanged, this, &ConnectionOptions::changed);
    connect(m_file, &QLineEdit::returnPressed, this, &ConnectionOptions::submitted);
    return box;
}

void ConnectionOptions::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose the certificate file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Certificates (%1)").arg(QStringLiteral("*.p12 *.pfx *.pem")), tr("All files (%1)").arg(u'*')});
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

void ConnectionOptions::applyTo(ConnectionSettings &settings) const
{
    settings.host = m_host->text().trimmed();
    settings.port = static_cast<quint16>(m_port->value());
    settings.security = static_cast<SecurityChoice>(m_security->currentData().toInt());
    settings.resource = m_resource->text().trimmed();
    settings.logInWay = logInWay();
    settings.certificateFile = m_file->text().trimmed();
    settings.proxy = m_proxy->choice();
    settings.requireBinding = m_requireBinding->isChecked();
}

void ConnectionOptions::setSettings(const ConnectionSettings &settings)
{
    m_host->setText(settings.host);
    m_port->setValue(settings.port);
    m_security->setCurrentIndex(m_security->findData(static_cast<int>(settings.security)));
    m_resource->setText(settings.resource);
    m_file->setText(settings.certificateFile);
    m_way->setCurrentIndex(m_way->findData(static_cast<int>(settings.logInWay)));
    m_proxy->setChoice(settings.proxy);
    m_requireBinding->setChecked(settings.requireBinding);
    wipe();
}

bool ConnectionOptions::isUsual() const
{
    ConnectionSettings chosen;
    applyTo(chosen);
    return chosen.host.isEmpty() && chosen.port == 0 && chosen.security == SecurityChoice::Automatic
        && chosen.resource.isEmpty() && chosen.logInWay == LogInWay::Password && chosen.proxy == ProxyChoice()
        && !chosen.requireBinding;
}

bool ConnectionOptions::isComplete() const
{
    return m_proxy->isComplete()
        && (logInWay() != LogInWay::ClientCertificate || !m_file->text().trimmed().isEmpty());
}

LogInWay ConnectionOptions::logInWay() const
{
    return static_cast<LogInWay>(m_way->currentData().toInt());
}

QString ConnectionOptions::proxyPassword() const
{
    return m_proxy->password();
}

void ConnectionOptions::wipe()
{
    m_proxy->wipe();
}

} // namespace tertulia
