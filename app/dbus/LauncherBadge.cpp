// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dbus/LauncherBadge.h"

#include <QDBusMessage>
#include <QVariantMap>

namespace tertulia
{

using namespace Qt::StringLiterals;

LauncherBadge::LauncherBadge(const QDBusConnection &bus, const QString &desktopEntry)
    : m_bus(bus)
    , m_application("application://"_L1 + desktopEntry + ".desktop"_L1)
{
}

LauncherBadge::~LauncherBadge()
{
    show(0);
}

void LauncherBadge::show(int count)
{
    if (count == m_shown || !m_bus.isConnected())
        return;
    m_shown = count;
    QDBusMessage update = QDBusMessage::createSignal(u"/im/tertulia/Tertulia/launcher"_s,
                                                     u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s);
    update << m_application
           << QVariantMap{{u"count"_s, qint64(count)}, {u"count-visible"_s, count > 0}, {u"urgent"_s, false}};
    m_bus.send(update);
}

} // namespace tertulia
