// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/InMemorySecretStore.h"
#include "app/SignalWatch.h"
#include "app/SystemServices.h"
#include "app/demo/DemoServer.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

namespace tertulia
{

class DemoScript;
class PortalColorScheme;
class Workspace;

/// Tertulia for a newcomer, or for a computer without one: a server of its own, and Ana's and Bruno's main
/// windows side by side, each with a profile of its own. Nothing of it remains afterwards, and no password is
/// ever written down. With a script it plays a conversation by itself and ends.
class Demonstration : public QObject
{
    Q_OBJECT
public:
    /// `pictures`: where the script's pictures go; empty: a new folder.
    Demonstration(bool script, const QString &pictures, QObject *parent = nullptr);
    ~Demonstration() override;

    void start();

private:
    struct Guest {
        InMemorySecretStore secrets;
        std::unique_ptr<Workspace> workspace;
    };

    void openWindows();
    bool openWindow(const QString &name, int place);
    void tell(const QString &reason);
    void end(int code);

    bool m_isScripted;
    QString m_pictures;
    DemoServer m_server;
    SystemServices m_services;
    SignalWatch m_signals;
    PortalColorScheme *m_colours = nullptr;
    std::vector<std::unique_ptr<Guest>> m_guests;
    DemoScript *m_script = nullptr;
    int m_closing = 0;
    bool m_ending = false;
};

} // namespace tertulia
