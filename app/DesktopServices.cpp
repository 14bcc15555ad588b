// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DesktopServices.h"

#include "app/Names.h"
#include "app/Workspace.h"
#include "ui/main/MainWindow.h"

namespace tertulia
{

DesktopServices::DesktopServices(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_tray(workspace.window())
    , m_trayNotifier(m_tray.icon())
    , m_notifications(QDBusConnection::sessionBus(), kApplicationId)
    , m_notices(workspace.accounts(), workspace.settings(), m_notifications,
                [&workspace](const ConversationKey &key) { return workspace.hosts().isBeingRead(key); })
    , m_lock(QDBusConnection::systemBus())
    , m_sleep(QDBusConnection::systemBus())
    , m_networkWatch(m_network)
{
    m_notifications.setFallback(&m_trayNotifier);
    connect(&m_lock, &ScreenLock::changed, &m_notices, &ChatNotices::setLocked);
    connect(&m_sleep, &SleepWatch::aboutToSleep, &workspace.accounts(), &Accounts::prepareForSleep);
    connect(&m_sleep, &SleepWatch::woke, &workspace.accounts(), &Accounts::wake);
    connect(&m_networkWatch, &NetworkWatch::networkChanged, &workspace.accounts(), &Accounts::wake);
    workspace.window().setTrayTest([this] { return m_tray.isAvailable(); });
}

DesktopServices::~DesktopServices()
{
    m_workspace.window().setTrayTest([] { return false; });
}

} // namespace tertulia
