// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/RememberBox.h"

#include "ui/accounts/KeychainHelp.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Buttons.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tertulia
{

RememberBox::RememberBox(const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_box(new QCheckBox(label, this))
    , m_hint(new QWidget(this))
{
    // The name stays whatever the keychain is called.
    m_box->setAccessibleName(label);
    m_box->setToolTip(tr("Kept in the keychain of this computer, never in a file"));
    m_box->setChecked(true);
    auto *text = new QLabel(tr("No keychain found: you will be asked each time."), m_hint);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    auto *help = new FlatButton(tr("How to enable one"), m_hint);
    help->setProperty("link", true);
    help->setAutoDefault(false);
    auto *hint = new QHBoxLayout(m_hint);
    hint->setContentsMargins(0, 0, 0, 0);
    hint->setSpacing(4);
    hint->addWidget(text, 1);
    hint->addWidget(help);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_box);
    layout->addWidget(m_hint);
    m_hint->hide();
    connect(m_box, &QCheckBox::clicked, this, [this](bool checked) { m_wished = checked; });
    connect(help, &QPushButton::clicked, this, [this] { showKeychainHelp(window()); });
    const auto fonts = [text, help] {
        text->setFont(Theme::current().font(13 / 14.0));
        help->setFont(Theme::current().font(13 / 14.0));
    };
    connect(&Theme::current(), &Theme::changed, this, fonts);
    fonts();
}

void RememberBox::setWished(bool wished)
{
    m_wished = wished;
    m_box->setChecked(wished && m_available);
}

bool RememberBox::isChecked() const
{
    return m_box->isChecked();
}

void RememberBox::setKeychain(const Result<QString> &probed)
{
    // One that is locked, slow or refused may be there the next time; nothing is said of it before it
    // matters.
    m_available = probed || probed.error().code != ErrorCode::KeychainUnavailable;
    m_box->setEnabled(m_available);
    m_box->setText(probed && !probed->isEmpty()
                       ? tr("%1 in %2", "Remember password in GNOME Keyring")
                             .arg(m_box->accessibleName(), withoutMnemonic(shownName(*probed)))
                       : m_box->accessibleName());
    m_box->setAccessibleDescription(m_available ? m_box->toolTip()
                                                : tr("No keychain found: you will be asked each time."));
    m_hint->setVisible(!m_available);
    setWished(m_wished);
}

} // namespace tertulia
