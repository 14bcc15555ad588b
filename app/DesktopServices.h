// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/NetworkWatch.h"
#include "app/QtNetworkSource.h"
#include "app/TrayNotifier.h"
#include "app/dbus/DesktopNotifications.h"
#include "app/dbus/ScreenLock.h"
#include "app/dbus/SleepWatch.h"
#include "ui/main/Tray.h"
#include "ui/notifications/ChatNotices.h"

#include <QObject>

namespace tertulia
{

class Workspace;

/// What connects a workspace with the desktop around it: tray, notifications, the session's lock, sleep and
/// network. Made after the first window is there, so that it delays nothing.
class DesktopServices : public QObject
{
    Q_OBJECT
public:
    explicit DesktopServices(Workspace &workspace, QObject *parent = nullptr);
    ~DesktopServices() override;

    [[nodiscard]] Tray &tray() { return m_tray; }
    [[nodiscard]] ChatNotices &notices() { return m_notices; }

private:
    Workspace &m_workspace;
    Tray m_tray;
    TrayNotifier m_trayNotifier;
    DesktopNotifications m_notifications;
    ChatNotices m_notices;
    ScreenLock m_lock;
    SleepWatch m_sleep;
    QtNetworkSource m_network;
    NetworkWatch m_networkWatch;
};

} // namespace tertulia
