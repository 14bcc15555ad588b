// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/CommandLine.h"
#include "app/FileLocations.h"
#include "app/FirstPaint.h"
#include "app/KeychainSecretStore.h"
#include "app/SignalWatch.h"
#include "app/SingleInstance.h"
#include "app/SystemServices.h"
#include "app/dbus/FreedesktopApplication.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace tertulia
{

class DesktopServices;
class EarlyStart;
class PortalColorScheme;
class StoreErrorPage;
class TimingLog;
class Workspace;

/// The program as a person starts it: puts all parts together, does what command lines and the desktop ask,
/// and ends in good order. Needs a QApplication around it.
class Application : public QObject
{
    Q_OBJECT
public:
    /// `instance` has the profile's lock already.
    Application(const CommandLine &line, const FileLocations &locations, SingleInstance &instance,
                EarlyStart &early, QObject *parent = nullptr);
    ~Application() override;

    /// Shows the first window; everything that is not needed for it comes after.
    void start();

private Q_SLOTS:
    /// An xmpp: link that was clicked in the program.
    void openLink(const QUrl &link);

private:
    void open();
    void showStoreError(const Error &error);
    void showWindows();
    /// Goes online and meets the desktop, once the first window is there.
    void connectWhenReady();
    void connectDesktop();
    /// Goes on with what an earlier run began, and looks whether the store is whole if it may not be.
    void lookAfterStore();
    /// Closes what is open and shows what can be done.
    void leaveDamagedStore(const Error &error);
    /// What connects the windows that are there with the desktop.
    void meetDesktop();
    /// The windows come again, in the language that was chosen.
    void changeLanguage();
    /// What the window asks of the program.
    void followWindow();
    /// The server is told whether a window of ours is in use (XEP-0352).
    void tellActivity(Qt::ApplicationState state);
    void connectBus();
    Task<InstanceAnswer> answer(const QJsonObject &request);
    Task<InstanceAnswer> exportHistory(const CommandLine &line);
    [[nodiscard]] QString accountList() const;
    /// What of it could not be done, in words; empty if all was.
    QString perform(const CommandLine &line, const QString &activationToken);
    QString openChat(const QString &address, bool ownWindow);
    void openUri(const QString &uri);
    void showMainWindow();
    void quit();

    CommandLine m_line;
    FileLocations m_locations;
    SingleInstance &m_instance;
    EarlyStart &m_early;
    FirstPaint m_firstPaint;
    SystemServices m_services;
    KeychainSecretStore m_secrets;
    SignalWatch m_signals;
    TimingLog *m_timing = nullptr;
    PortalColorScheme *m_colours = nullptr;
    FreedesktopApplication *m_bus = nullptr;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<DesktopServices> m_desktop;
    std::unique_ptr<StoreErrorPage> m_storeError;
    bool m_connected = false;
    bool m_lookedAfterStore = false;
    bool m_quitting = false;
    bool m_remaking = false; ///< windows go, and others come in their place
};

} // namespace tertulia
