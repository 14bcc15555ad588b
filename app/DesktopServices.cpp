// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DesktopServices.h"

#include "app/Names.h"
#include "app/Workspace.h"
#include "app/idle/DBusIdleSource.h"
#include "app/idle/XssIdleSource.h"
#include "core/modules/xep0118_tune/TuneModule.h"
#include "core/session/Accounts.h"
#include "ui/main/MainWindow.h"
#include "ui/settings/SettingKeys.h"

#include <algorithm>

namespace tertulia
{

namespace
{

AbsenceWatch::Sources idleSources()
{
    using Kind = DBusIdleSource::Kind;
    AbsenceWatch::Sources sources;
    sources.push_back(std::make_unique<DBusIdleSource>(Kind::Mutter, QDBusConnection::sessionBus()));
    sources.push_back(std::make_unique<DBusIdleSource>(Kind::ScreenSaver, QDBusConnection::sessionBus()));
    // Before logind, which says "not idle" wherever no desktop tells it.
    sources.push_back(std::make_unique<XssIdleSource>());
    sources.push_back(std::make_unique<DBusIdleSource>(Kind::Logind, QDBusConnection::systemBus()));
    return sources;
}

AbsenceWatch::Rules awayRules(const UiSettings &settings)
{
    AbsenceWatch::Rules rules;
    const auto minutes = [&](QLatin1String key, std::chrono::minutes usual) {
        return std::chrono::minutes(
            std::clamp(settings.value(key, qlonglong(usual.count())).toInt(), 1, 1440));
    };
    rules.byTime = settings.value(settingkeys::kAutoAway, rules.byTime).toBool();
    rules.away = minutes(settingkeys::kAwayAfter, rules.away);
    rules.gone = minutes(settingkeys::kGoneAfter, rules.gone);
    rules.byLock = settings.value(settingkeys::kAwayWhenLocked, rules.byLock).toBool();
    rules.awayStatus = settings.value(settingkeys::kAwayStatus).toString();
    rules.goneStatus = settings.value(settingkeys::kGoneStatus).toString();
    return rules;
}

} // namespace

DesktopServices::DesktopServices(Workspace &workspace, const FileLocations &locations, const QString &profile,
                                 QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_locations(locations)
    , m_profile(profile)
    , m_portal(QDBusConnection::sessionBus())
    , m_sounds(locations.cache() + QStringLiteral("/sounds"))
    , m_notifications(QDBusConnection::sessionBus(), kApplicationId)
    , m_notices(workspace.accounts(), workspace.settings(), m_notifications,
                [&workspace](const ConversationKey &key) { return workspace.hosts().isBeingRead(key); })
    , m_badge(QDBusConnection::sessionBus(), kApplicationId)
    , m_lock(QDBusConnection::systemBus(), QDBusConnection::sessionBus())
    , m_sleep(QDBusConnection::systemBus())
    , m_absence(
          idleSources(), [&workspace] { return awayRules(workspace.settings()); }, m_clock, m_timers)
    , m_networkWatch(m_network)
    , m_players(QDBusConnection::sessionBus())
{
    m_notifications.setFallback(&m_portal);
    m_notifications.setSounds(&m_sounds);
    connect(&workspace.accounts(), &Accounts::unreadTotalChanged, this,
            [this](int total) { m_badge.show(total); });
    m_badge.show(workspace.accounts().unreadTotal());
    connect(&m_lock, &ScreenLock::changed, &m_notices, &ChatNotices::setLocked);
    connect(&m_lock, &ScreenLock::changed, &m_absence, &AbsenceWatch::setLocked);
    connect(&m_absence, &AbsenceWatch::changed, &workspace.accounts(), &Accounts::setAbsence);
    connect(&workspace.settings(), &UiSettings::changed, &m_absence, &AbsenceWatch::check);
    connect(&m_sleep, &SleepWatch::woke, &m_absence, &AbsenceWatch::check);
    connect(&m_sleep, &SleepWatch::aboutToSleep, &workspace.accounts(), &Accounts::prepareForSleep);
    connect(&m_sleep, &SleepWatch::woke, &workspace.accounts(), &Accounts::wake);
    connect(&m_networkWatch, &NetworkWatch::networkChanged, &workspace.accounts(), &Accounts::wake);
    connect(&m_players, &MediaPlayers::tuneChanged, this, [this] {
        for (XmppSession *session : m_workspace.accounts().sessions())
            tellTune(session);
    });
    connect(&workspace.accounts(), &Accounts::added, this, &DesktopServices::tellTune);
    connect(&workspace.settings(), &UiSettings::changed, this, &DesktopServices::watchPlayers);
    watchPlayers();
    meetWindow();
}

DesktopServices::AtWindow::AtWindow(DesktopServices &services, const FileLocations &locations,
                                    const QString &profile)
    : tray(services.m_workspace.window())
    , trayNotifier(tray.icon())
    , desktop({services.m_workspace, services.m_notifications, services.m_notices, tray}, locations, profile)
{
}

void DesktopServices::meetWindow()
{
    m_atWindow = std::make_unique<AtWindow>(*this, m_locations, m_profile);
    m_portal.setFallback(&m_atWindow->trayNotifier);
    m_workspace.window().setDesktop(&m_atWindow->desktop);
    m_workspace.window().setTrayTest([this] { return m_atWindow->tray.isAvailable(); });
}

void DesktopServices::leaveWindow()
{
    m_workspace.window().setTrayTest([] { return false; });
    m_workspace.window().setDesktop(nullptr);
    m_portal.setFallback(nullptr);
    m_atWindow.reset();
}

void DesktopServices::watchPlayers()
{
    m_players.setWatching(m_workspace.settings().value(settingkeys::kTellTune, false).toBool());
}

void DesktopServices::tellTune(XmppSession *session)
{
    session->modules().module<TuneModule>()->setOwn(m_players.tune());
}

DesktopServices::~DesktopServices()
{
    leaveWindow();
}

} // namespace tertulia
