// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/TrayIcon.h"

#include "core/models/ConversationListModel.h"
#include "core/session/Accounts.h"
#include "ui/text/PlainText.h"
#include "ui/text/PresenceText.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QActionGroup>

#include <algorithm>

namespace tertulia
{

namespace
{

constexpr int kMostChats = 8;

struct UnreadChat {
    ConversationKey key;
    QString name;
    int unread = 0;
    QDateTime last;
};

/// Chats with unread messages, the latest first; muted ones after the others.
QList<UnreadChat> unreadChats(const Accounts &accounts)
{
    QList<UnreadChat> chats;
    QList<UnreadChat> mutedChats;
    const auto sessions = accounts.sessions();
    for (const XmppSession *session : sessions) {
        const ConversationListModel *list = session->conversations();
        for (int row = 0; row < list->rowCount(); ++row) {
            const QModelIndex index = list->index(row);
            const int unread = index.data(roles::Unread).toInt();
            if (unread == 0)
                continue;
            auto &where = index.data(roles::Muted).toBool() ? mutedChats : chats;
            where.append({{session->accountId(), Jid::fromNormalized(index.data(roles::Address).toString())},
                          index.data(roles::Name).toString(),
                          unread,
                          index.data(roles::LastTime).toDateTime()});
        }
    }
    const auto later = [](const UnreadChat &a, const UnreadChat &b) { return a.last > b.last; };
    std::ranges::sort(chats, later);
    std::ranges::sort(mutedChats, later);
    return chats + mutedChats;
}

TrayLook lookOf(int unread, const Accounts &accounts)
{
    if (unread > 0)
        return TrayLook::Unread;
    const auto sessions = accounts.sessions();
    const bool online = std::ranges::any_of(
        sessions, [](const XmppSession *session) { return session->state() == SessionState::Online; });
    if (!online)
        return TrayLook::Offline;
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

TrayIcon::TrayIcon(Accounts &accounts, QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
{
    m_icon.setContextMenu(&m_menu);
    connect(&m_menu, &QMenu::aboutToShow, this, &TrayIcon::fillMenu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT toggleRequested();
        else if (reason == QSystemTrayIcon::MiddleClick)
            openFirstUnread();
    });
    const auto watch = [this](XmppSession *session) {
        connect(session, &XmppSession::stateChanged, this, &TrayIcon::updateIcon);
    };
    const auto sessions = m_accounts.sessions();
    for (XmppSession *session : sessions)
        watch(session);
    connect(&m_accounts, &Accounts::added, this, watch);
    connect(&m_accounts, &Accounts::presenceChanged, this, &TrayIcon::updateIcon);
    connect(&m_accounts, &Accounts::unreadTotalChanged, this, &TrayIcon::updateIcon);
    connect(&Theme::current(), &Theme::changed, this, &TrayIcon::updateIcon);
    // Some trays show the menu they were given without asking again, so it is never empty.
    fillMenu();
    updateIcon();
}

void TrayIcon::updateIcon()
{
    const int unread = m_accounts.unreadTotal();
    // The accent is legible on light and dark panels; their own colour cannot be known.
    m_icon.setIcon(trayIcon(lookOf(unread, m_accounts), Theme::current().palette().accent));
    m_icon.setToolTip(unread > 0 ? tr("Tertulia: %n unread message(s)", nullptr, unread) : tr("Tertulia"));
}

void TrayIcon::fillMenu()
{
    m_menu.clear();
    m_menu.addAction(tr("&Show or hide"), this, &TrayIcon::toggleRequested);
    addStatusMenu();
    addUnreadChats();
    m_menu.addAction(tr("&New chat…"), this, &TrayIcon::newChatRequested);
    m_menu.addSeparator();
    m_menu.addAction(tr("&Quit"), this, &TrayIcon::quitRequested);
}

void TrayIcon::addStatusMenu()
{
    QMenu *status = m_menu.addMenu(tr("S&tatus"));
    auto *group = new QActionGroup(status);
    const Availability now = m_accounts.presence().availability;
    for (const Availability availability :
         {Availability::Available, Availability::Chat, Availability::Away, Availability::ExtendedAway,
          Availability::DoNotDisturb, Availability::Offline}) {
        QAction *action = status->addAction(availabilityName(availability), this, [this, availability] {
            m_accounts.setPresence({availability, m_accounts.presence().status});
        });
        action->setCheckable(true);
        action->setChecked(availability == now);
        group->addAction(action);
    }
}

void TrayIcon::addUnreadChats()
{
    const QList<UnreadChat> chats = unreadChats(m_accounts);
    if (chats.isEmpty())
        return;
    m_menu.addSection(tr("Unread chats"));
    for (const UnreadChat &chat : chats.first(std::min<qsizetype>(chats.size(), kMostChats))) {
        const QString text = tr("%1 (%2)").arg(withoutMnemonic(shownName(chat.name))).arg(chat.unread);
        m_menu.addAction(text, this, [this, key = chat.key] { Q_EMIT chatRequested(key); });
    }
    m_menu.addSeparator();
}

void TrayIcon::openFirstUnread()
{
    const QList<UnreadChat> chats = unreadChats(m_accounts);
    if (chats.isEmpty())
        Q_EMIT toggleRequested();
    else
        Q_EMIT chatRequested(chats.first().key);
}

} // namespace tertulia
