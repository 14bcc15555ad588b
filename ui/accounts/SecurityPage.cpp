// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/SecurityPage.h"

#include "core/session/Accounts.h"
#include "ui/accounts/ChangePasswordDialog.h"
#include "ui/accounts/ConnectedDevices.h"
#include "ui/accounts/FactsGrid.h"
#include "ui/accounts/KeychainHelp.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace tertulia
{

namespace
{

QLabel *makeLabel(QWidget *parent, bool soft = false)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (soft)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

SecurityPage::SecurityPage(Accounts &accounts, XmppSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_kept(makeLabel(this))
    , m_requireBinding(new QCheckBox(tr("Demand channel binding"), this))
    , m_later(new QWidget(this))
    , m_trusted(new QWidget(this))
    , m_pins(new FactsGrid(m_trusted))
{
    auto *help = new FlatButton(tr("How to enable one"), this);
    help->setProperty("link", true);
    help->hide();
    auto *change = new QPushButton(tr("Change password…"), this);
    change->setVisible(session.settings().connection.logInWay == LogInWay::Password);
    auto *binding = makeLabel(this, true);
    binding->setText(tr("Log in only where the log-in is tied to this encrypted connection, so that nobody "
                        "can be in between. Not every server can."));
    auto *laterText = makeLabel(m_later);
    laterText->setText(tr("Takes effect with the next connection."));
    auto *reconnectNow = new QPushButton(tr("Reconnect now"), m_later);
    auto *later = new QHBoxLayout(m_later);
    later->setContentsMargins(0, 0, 0, 0);
    later->addWidget(laterText, 1);
    later->addWidget(reconnectNow);
    m_later->hide();
    auto *trustedTitle = makeLabel(m_trusted);
    trustedTitle->setText(tr("Certificate that you trusted by hand"));
    auto *forget = new QPushButton(tr("No longer trust it"), m_trusted);
    forget->setProperty("danger", true);
    auto *trusted = new QVBoxLayout(m_trusted);
    trusted->setContentsMargins(0, 8, 0, 0);
    trusted->addWidget(trustedTitle);
    trusted->addWidget(m_pins);
    trusted->addWidget(forget, 0, Qt::AlignLeading);
    for (QPushButton *button : {change, reconnectNow, forget, static_cast<QPushButton *>(help)})
        button->setAutoDefault(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_kept);
    layout->addWidget(help, 0, Qt::AlignLeading);
    layout->addWidget(change, 0, Qt::AlignLeading);
    layout->addSpacing(6);
    layout->addWidget(m_requireBinding);
    layout->addWidget(binding);
    layout->addWidget(m_later);
    layout->addWidget(m_trusted);
    layout->addWidget(new ConnectedDevices(session, this));
    layout->addStretch();

    connect(help, &QPushButton::clicked, this, [this] { showKeychainHelp(window()); });
    connect(change, &QPushButton::clicked, this, [this] {
        if (!m_change)
            m_change = new ChangePasswordDialog(m_session, window());
        m_change->open();
    });
    connect(m_requireBinding, &QCheckBox::clicked, this, [this](bool demanded) {
        AccountSettings settings = m_session.settings();
        settings.connection.requireBinding = demanded;
        changed(settings);
    });
    connect(forget, &QPushButton::clicked, this, [this] {
        AccountSettings settings = m_session.settings();
        settings.connection.pins.clear();
        changed(settings);
    });
    connect(reconnectNow, &QPushButton::clicked, this, &SecurityPage::reconnect);
    connect(&session, &XmppSession::settingsChanged, this, &SecurityPage::refresh);
    accounts.probeKeychain().then(this, [this, help](const Result<QString> &probed) {
        m_probed = true;
        m_keychain = probed ? *probed : QString();
        help->setVisible(!probed && probed.error().code == ErrorCode::KeychainUnavailable);
        refresh();
    });
    refresh();
}

void SecurityPage::changed(const AccountSettings &settings)
{
    m_session.setSettings(settings);
    m_later->setVisible(m_session.state() == SessionState::Online);
}

void SecurityPage::reconnect()
{
    const PresenceChoice chosen = m_session.presence();
    m_session.setPresence({Availability::Offline, {}});
    m_session.setPresence(chosen);
    m_later->hide();
}

void SecurityPage::refresh()
{
    const AccountSettings &settings = m_session.settings();
    if (settings.rememberPassword && !m_keychain.isEmpty())
        m_kept->setText(tr("The password is kept in %1.").arg(shownName(m_keychain)));
    else if (settings.rememberPassword && !m_probed)
        m_kept->setText(tr("The password is kept in the keychain."));
    else
        m_kept->setText(tr("The password is kept nowhere: you are asked for it each time."));
    if (settings.connection.logInWay == LogInWay::Anonymous)
        m_kept->setText(tr("A guest has no password."));
    m_requireBinding->setChecked(settings.connection.requireBinding);
    QList<Fact> facts;
    for (const CertificatePin &pin : settings.connection.pins) {
        facts.append({tr("Server"), shownAddress(pin.domain)});
        facts.append({tr("SHA-256"), groupedFingerprint(QString::fromLatin1(pin.spkiSha256.toHex())), true});
    }
    m_pins->setFacts(facts);
    m_trusted->setVisible(!facts.isEmpty());
}

} // namespace tertulia
