// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/Tray.h"

#include "core/models/ChatListModel.h"
#include "core/session/Accounts.h"
#include "core/session/XmppSession.h"
#include "ui/main/MainWindow.h"
#include "ui/notifications/NoticeRules.h"
#include "ui/settings/SettingKeys.h"
#include "ui/settings/UiSettings.h"
#include "ui/text/ChatTitle.h"
#include "ui/text/PlainText.h"
#include "ui/text/PresenceText.h"
#include "ui/text/TimeText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Avatar.h"

#include <QDateTime>
#include <QLocale>
#include <QMenu>
#include <QSystemTrayIcon>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kMostUnreadShown = 8;
constexpr int kMorning = 8; ///< o'clock, when "until tomorrow" ends

/// No account is there yet, and one is on the way.
bool isConnecting(const Accounts &accounts)
{
    bool connecting = false;
    for (const XmppSession *session : accounts.sessions()) {
        if (session->state() == SessionState::Online)
            return false;
        connecting = connecting || session->state() == SessionState::Connecting
            || session->state() == SessionState::Waiting;
    }
    return connecting;
}

TrayLook lookOf(const Accounts &accounts)
{
    if (accounts.unreadTotal() > 0)
        return TrayLook::Unread;
    if (isConnecting(accounts))
        return TrayLook::Connecting;
    switch (accounts.presence().availability) {
    case Availability::Chat:
    case Availability::Available:
        return TrayLook::Normal;
    case Availability::Away:
    case Availability::ExtendedAway:
        return TrayLook::Away;
    case Availability::DoNotDisturb:
        return TrayLook::DoNotDisturb;
    case Availability::Offline:
        return TrayLook::Offline;
    }
    return TrayLook::Normal;
}

} // namespace

Tray::Tray(MainWindow &window)
    : QObject(&window)
    , m_window(window)
    , m_icon(new QSystemTrayIcon(this))
    , m_menu(new QMenu(&window))
{
    m_icon->setContextMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &Tray::fillMenu);
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            toggle();
        else if (reason == QSystemTrayIcon::MiddleClick)
            openFirstUnread();
    });
    connect(&window.accounts(), &Accounts::unreadTotalChanged, this, &Tray::update);
    connect(&window.accounts(), &Accounts::presenceChanged, this, &Tray::update);
    connect(&Theme::current(), &Theme::changed, this, &Tray::update);
    connect(&window.accounts(), &Accounts::added, this, &Tray::follow);
    for (XmppSession *session : window.accounts().sessions())
        follow(session);
    connect(&window.settings(), &UiSettings::changed, this, [this](const QString &key) {
        if (key == settingkeys::kTray)
            showIfWanted();
    });
    fillMenu();
    update();
    showIfWanted();
    window.setTrayTest([this] { return isAvailable(); });
}

Tray::~Tray()
{
    m_icon->setContextMenu(nullptr);
}

void Tray::showIfWanted()
{
    m_icon->setVisible(m_window.settings().value(settingkeys::kTray, true).toBool());
}

bool Tray::isAvailable() const
{
    return QSystemTrayIcon::isSystemTrayAvailable() && m_icon->isVisible();
}

void Tray::update()
{
    // The panel's colour is unknown; the accent is legible on dark and light ones, and unread stands out.
    const bool unread = m_window.accounts().unreadTotal() > 0;
    m_icon->setIcon(
        trayIcon(lookOf(m_window.accounts()), unread ? QColor(0xe8, 0x8f, 0x63) : QColor(0xa8, 0x9f, 0x94)));
    const int count = m_window.accounts().unreadTotal();
    m_icon->setToolTip(count > 0 ? tr("Tertulia: %n unread message(s)", nullptr, count) : u"Tertulia"_s);
}

void Tray::fillMenu()
{
    m_menu->clear();
    m_menu->addAction(m_window.isVisible() ? tr("Hide") : tr("Show"), this, &Tray::toggle);
    m_menu->addSeparator();
    QMenu *status = m_menu->addMenu(tr("Status"));
    for (const Availability availability : kAvailabilities)
        status->addAction(presenceIcon(presenceShape(availability)), availabilityName(availability), this,
                          [this, availability] {
                              m_window.accounts().setPresence(
                                  {availability, m_window.accounts().presence().status});
                          });
    const ChatListModel *chats = m_window.accounts().chatList();
    int shown = 0;
    for (int row = 0; row < chats->rowCount() && shown < kMostUnreadShown; ++row) {
        const QModelIndex index = chats->index(row, 0);
        const int unread = index.data(roles::Unread).toInt();
        if (unread == 0)
            continue;
        if (shown++ == 0)
            m_menu->addSeparator();
        const ConversationKey key{index.data(roles::Account).toString(),
                                  Jid::fromNormalized(index.data(roles::Address).toString())};
        m_menu->addAction(withoutMnemonic(chatTitle(index)) + u" (%1)"_s.arg(unread), this,
                          [this, key] { m_window.openChat(key); });
    }
    addMuting();
    m_menu->addSeparator();
    m_menu->addAction(tr("New chat…"), this, [this] {
        m_window.activate();
        m_window.startChat();
    });
    m_menu->addAction(tr("Preferences…"), &m_window, &MainWindow::showPreferences);
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), &m_window, &MainWindow::quitRequested);
}

void Tray::addMuting()
{
    const QDateTime now = QDateTime::currentDateTime();
    const QDateTime until = NoticeRules(m_window.settings()).quietUntil(now);
    QMenu *mute
        = m_menu->addMenu(until.isValid() ? tr("Muted until %1", nullptr, clockHour(until.toLocalTime()))
                                                .arg(clockTime(until.toLocalTime()))
                                          : tr("Mute all"));
    const auto quiet = [this](const QDateTime &end) { NoticeRules(m_window.settings()).setQuietUntil(end); };
    mute->addAction(tr("For 1 hour"), this, [quiet] { quiet(QDateTime::currentDateTime().addSecs(3600)); });
    mute->addAction(tr("Until tomorrow"), this,
                    [quiet] { quiet(QDateTime(QDate::currentDate().addDays(1), QTime(kMorning, 0))); });
    mute->addAction(tr("Unmute all"), this, [quiet] { quiet({}); })->setEnabled(until.isValid());
}

void Tray::follow(XmppSession *session)
{
    connect(session, &XmppSession::stateChanged, this, &Tray::update);
    update();
}

void Tray::toggle()
{
    if (m_window.isVisible() && !m_window.isMinimized())
        m_window.hide();
    else
        m_window.activate();
}

void Tray::openFirstUnread()
{
    const ChatListModel *chats = m_window.accounts().chatList();
    for (int row = 0; row < chats->rowCount(); ++row) {
        const QModelIndex index = chats->index(row, 0);
        if (index.data(roles::Unread).toInt() > 0) {
            m_window.openChat({index.data(roles::Account).toString(),
                               Jid::fromNormalized(index.data(roles::Address).toString())});
            return;
        }
    }
    m_window.activate();
}

} // namespace tertulia
