// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/GeneralPage.h"

#include "core/session/Accounts.h"
#include "ui/profile/ProfileWindow.h"
#include "ui/text/PlainText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ConfirmDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace tertulia
{

GeneralPage::GeneralPage(Accounts &accounts, XmppSession &session, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_session(session)
    , m_name(new QLineEdit(this))
    , m_color(new QComboBox(this))
    , m_enabled(new QCheckBox(tr("Use this account"), this))
{
    auto *title = new QLabel(tr("Your &name"), this);
    title->setBuddy(m_name);
    m_name->setAccessibleName(tr("Your name"));
    m_name->setMaxLength(static_cast<int>(kLongestShownName));
    auto *colorTitle = new QLabel(tr("&Colour"), this);
    colorTitle->setBuddy(m_color);
    m_color->setAccessibleName(tr("Colour"));
    auto *colorNote = new QLabel(tr("Marks its chats while several accounts are used."), this);
    colorNote->setTextFormat(Qt::PlainText);
    colorNote->setWordWrap(true);
    colorNote->setForegroundRole(QPalette::PlaceholderText);
    m_color->addItems(
        {tr("None"), tr("Red"), tr("Amber"), tr("Green"), tr("Teal"), tr("Blue"), tr("Violet")});
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
    layout->addWidget(colorTitle);
    layout->addWidget(m_color, 0, Qt::AlignLeading);
    layout->addWidget(colorNote);
    layout->addSpacing(4);
    layout->addWidget(profile, 0, Qt::AlignLeading);
    layout->addSpacing(8);
    layout->addWidget(m_enabled);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    layout->addStretch();
    connect(m_name, &QLineEdit::editingFinished, this, &GeneralPage::rename);
    connect(m_color, &QComboBox::activated, this, &GeneralPage::recolor);
    connect(m_enabled, &QCheckBox::clicked, this, &GeneralPage::setEnabledAccount);
    connect(profile, &QPushButton::clicked, this,
            [this] { (new ProfileWindow(m_session, window()))->open(); });
    connect(logIn, &QPushButton::clicked, this, &GeneralPage::logInRequested);
    connect(remove, &QPushButton::clicked, this, &GeneralPage::askToRemove);
    connect(&session, &XmppSession::settingsChanged, this, &GeneralPage::refresh);
    connect(&Theme::current(), &Theme::changed, this, &GeneralPage::paintSwatches);
    paintSwatches();
    refresh();
}

void GeneralPage::refresh()
{
    if (!m_name->hasFocus())
        m_name->setText(m_session.settings().name);
    m_name->setPlaceholderText(shownName(m_session.ownName()));
    m_color->setCurrentIndex(int(m_session.settings().color));
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

/// The names of the colours stand in the order of AccountColor.
void GeneralPage::recolor(int choice)
{
    AccountSettings settings = m_session.settings();
    settings.color = static_cast<AccountColor>(choice);
    m_session.setSettings(settings);
}

void GeneralPage::paintSwatches()
{
    const Theme &theme = Theme::current();
    const int side = theme.px(14);
    m_color->setIconSize({side, side});
    for (int i = 0; i < m_color->count(); ++i) {
        QPixmap swatch(QSize(side, side) * devicePixelRatioF());
        swatch.setDevicePixelRatio(devicePixelRatioF());
        swatch.fill(Qt::transparent);
        const QColor fill = theme.accountColor(static_cast<AccountColor>(i));
        QPainter painter(&swatch);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(fill.isValid() ? fill : theme.palette().softInk);
        painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(1.5, 1.5, side - 3, side - 3), 3, 3);
        painter.end();
        QIcon icon(swatch);
        icon.addPixmap(swatch, QIcon::Selected); // or it would be tinted
        m_color->setItemIcon(i, icon);
    }
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
