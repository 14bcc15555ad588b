// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/NetworkWatch.h"
#include "app/QtNetworkSource.h"
#include "app/SystemDesktop.h"
#include "app/TrayNotifier.h"
#include "app/dbus/DesktopNotifications.h"
#include "app/dbus/LauncherBadge.h"
#include "app/dbus/MediaPlayers.h"
#include "app/dbus/PortalNotifications.h"
#include "app/dbus/ScreenLock.h"
#include "app/dbus/SleepWatch.h"
#include "app/idle/AbsenceWatch.h"
#include "app/sound/NoticeSounds.h"
#include "core/base/Clock.h"
#include "ui/main/Tray.h"
#include "ui/notifications/ChatNotices.h"

#include <QObject>

#include <memory>

namespace tertulia
{

class Workspace;
class XmppSession;

/// What connects a workspace with the desktop around it: tray, notifications, the session's lock, sleep and
/// network. Made after the first window is there, so that it delays nothing.
class DesktopServices : public QObject
{
    Q_OBJECT
public:
    /// `profile`: see SystemDesktop.
    DesktopServices(Workspace &workspace, const FileLocations &locations, const QString &profile,
                    QObject *parent = nullptr);
    ~DesktopServices() override;

    /// The window of the workspace is about to go; meetWindow() when there is another one.
    void leaveWindow();
    void meetWindow();

    /// The tray of the window.
    [[nodiscard]] Tray &tray() { return m_atWindow->tray; }
    [[nodiscard]] ChatNotices &notices() { return m_notices; }

private:
    /// What belongs to the window that is there.
    struct AtWindow {
        AtWindow(DesktopServices &services, const FileLocations &locations, const QString &profile);

        Tray tray;
        TrayNotifier trayNotifier;
        SystemDesktop desktop;
    };

    void watchPlayers();
    void tellTune(XmppSession *session);

    Workspace &m_workspace;
    FileLocations m_locations;
    QString m_profile;
    PortalNotifications m_portal;
    NoticeSounds m_sounds;
    DesktopNotifications m_notifications;
    ChatNotices m_notices;
    std::unique_ptr<AtWindow> m_atWindow;
    LauncherBadge m_badge;
    ScreenLock m_lock;
    SleepWatch m_sleep;
    SystemClock m_clock;
    EventLoopTimers m_timers;
    AbsenceWatch m_absence;
    QtNetworkSource m_network;
    NetworkWatch m_networkWatch;
    MediaPlayers m_players;
};

} // namespace tertulia
