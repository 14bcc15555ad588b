// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/idle/IdleSource.h"

#include <QDBusConnection>
#include <QObject>

namespace tertulia
{

/// A service that is asked by one call on the bus.
class DBusIdleSource : public QObject, public IdleSource
{
public:
    enum class Kind {
        Mutter, ///< GNOME, on the session bus
        ScreenSaver, ///< KDE and others, on the session bus; milliseconds, whatever its documentation says
        Logind, ///< the session's IdleHint, on the system bus: most desktops never set it
    };
    DBusIdleSource(Kind kind, const QDBusConnection &bus);

    Task<IdleTime> idleTime() override;

private:
    const Kind m_kind;
    QDBusConnection m_bus;
};

} // namespace tertulia
