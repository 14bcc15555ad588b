// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/AccountStrip.h"

#include "ui/accessibility/AccessibleComboBox.h"
#include "ui/keys/KeyHints.h"
#include "ui/main/StatusBox.h"
#include "ui/text/PlainText.h"
#include "ui/text/PresenceText.h"
#include "ui/text/TimeText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Buttons.h"
#include "ui/widgets/ElidedLabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>

namespace tertulia
{

AccountStrip::AccountStrip(QWidget *parent)
    : QWidget(parent)
    , m_avatar(new Avatar(40, this))
    , m_name(new ElidedLabel(this))
    , m_status(new StatusBox(this))
    , m_message(new QLineEdit(this))
    , m_more(new IconButton(Icons::More, tr("Status options"), this))
    , m_newChat(new IconButton(Icons::NewChat, tr("New chat"), this))
    , m_menu(new IconButton(Icons::Menu, tr("Menu"), this))
{
    announceComboBox(m_status, tr("Status"));
    m_status->setProperty("flat", true);
    m_status->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    refill();
    m_message->setProperty("paper", true);
    m_message->setAccessibleName(tr("Status message"));
    m_message->setPlaceholderText(tr("Status message", "placeholder, as short as can be"));
    m_message->setMaxLength(1000);
    m_message->setMinimumWidth(40);
    showKey(m_newChat, KeyId::NewChat);
    for (IconButton *button : {m_more, m_menu}) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->hide();
    }

    // The message has the room below the buttons too.
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *first = new QHBoxLayout;
    first->setSpacing(0);
    first->addWidget(m_name, 1);
    first->addWidget(m_newChat);
    first->addWidget(m_menu);
    words->addLayout(first);
    auto *second = new QHBoxLayout;
    second->setSpacing(2);
    second->addWidget(m_status);
    second->addWidget(m_message, 1);
    second->addWidget(m_more);
    words->addLayout(second);
    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_avatar);
    layout->addLayout(words, 1);

    connect(m_status, &QComboBox::activated, this, &AccountStrip::choose);
    connect(m_message, &QLineEdit::returnPressed, this, &AccountStrip::choose);
    connect(m_message, &QLineEdit::editingFinished, this, &AccountStrip::choose);
    connect(m_message, &QLineEdit::textChanged, this, [this] {
        // Set from outside (a screen reader, a script), not typed: there is no Return to wait for.
        if (!m_message->hasFocus() && !m_setting)
            choose();
    });
    connect(m_newChat, &QToolButton::clicked, this, &AccountStrip::newChatRequested);
    connect(&Theme::current(), &Theme::changed, this, [this] {
        updateFonts();
        refill();
    });
    updateFonts();
}

void AccountStrip::refill()
{
    const int chosen = std::max(0, m_status->currentIndex());
    const QSignalBlocker quiet(m_status);
    m_status->clear();
    for (const Availability availability : kAvailabilities)
        m_status->addItem(presenceIcon(presenceShape(availability)), availabilityName(availability));
    m_status->setCurrentIndex(chosen);
}

void AccountStrip::updateFonts()
{
    const Theme &theme = Theme::current();
    m_name->setFont(theme.font(1.0, QFont::Bold));
    m_status->setFont(theme.font(12.5 / 14.0));
    m_status->setIconSize(QSize(theme.px(14), theme.px(14)));
    m_message->setFont(theme.font(12.5 / 14.0));
    m_message->setFixedHeight(theme.px(26));
    m_more->setFixedSize(std::max(24, theme.px(22)), theme.px(26));
    for (IconButton *button : {m_newChat, m_menu})
        button->setFixedSize(theme.px(28), theme.px(28));
    layout()->setContentsMargins(theme.px(12), theme.px(10), theme.px(8), theme.px(6));
    layout()->setSpacing(theme.px(9));
}

void AccountStrip::setPerson(const QString &address, const QString &name, const QString &avatarFile)
{
    m_name->setText(shownName(name));
    AvatarLook look = m_avatar->look();
    look.address = address;
    look.name = name;
    look.file = avatarFile;
    m_avatar->setLook(look);
}

void AccountStrip::setPresence(const PresenceChoice &choice)
{
    m_shown = choice;
    for (size_t i = 0; i < kAvailabilities.size(); ++i)
        if (kAvailabilities.at(i) == choice.availability)
            m_status->setCurrentIndex(static_cast<int>(i));
    m_status->updateGeometry();
    // What is being typed is not taken away by news from elsewhere.
    m_setting = true;
    if (!m_message->hasFocus())
        m_message->setText(choice.status);
    m_setting = false;
    m_message->setCursorPosition(0);
    showState();
}

void AccountStrip::setConnection(const QString &word)
{
    if (m_connection == word)
        return;
    m_connection = word;
    showState();
}

void AccountStrip::showState()
{
    const bool stands = m_connection.isEmpty();
    AvatarLook look = m_avatar->look();
    look.shape = presenceShape(stands ? m_shown.availability : Availability::Offline);
    m_avatar->setLook(look);
    m_status->setStandIn(m_connection);
    // The box's value is the choice; that it has no effect yet is said beside it.
    m_status->setAccessibleDescription(m_connection);
    QString chosen = presenceLine(m_shown.availability, m_shown.status);
    if (m_end.isValid())
        chosen = tr("%1, until %2", "a status and a time", clockHour(m_end.toLocalTime()))
                     .arg(chosen, clockTime(m_end.toLocalTime()));
    m_status->setToolTip(shownToolTip(stands ? chosen : tr("%1 Chosen: %2").arg(m_connection, chosen)));
}

PresenceChoice AccountStrip::presence() const
{
    return {kAvailabilities.at(static_cast<size_t>(std::max(0, m_status->currentIndex()))),
            m_message->text().trimmed()};
}

void AccountStrip::choose()
{
    const PresenceChoice chosen = presence();
    if (chosen == m_shown)
        return;
    setPresence(chosen);
    Q_EMIT presenceChosen(chosen);
}

void AccountStrip::openStatusMenu()
{
    m_status->setFocus(Qt::ShortcutFocusReason);
    m_status->showPopup();
}

void AccountStrip::setStatusMenu(QMenu *menu)
{
    m_more->setMenu(menu);
    m_more->show();
}

void AccountStrip::setEnd(const QDateTime &end)
{
    if (m_end == end)
        return;
    m_end = end;
    showState();
}

void AccountStrip::setMenu(QMenu *menu)
{
    m_menu->setMenu(menu);
    m_menu->setVisible(menu != nullptr);
}

} // namespace tertulia
