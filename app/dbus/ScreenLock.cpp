// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dbus/ScreenLock.h"

#include "app/dbus/AsyncCall.h"

#include <QDBusObjectPath>
#include <QDBusVariant>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{
const QString kService = u"org.freedesktop.login1"_s;
const QString kSession = u"org.freedesktop.login1.Session"_s;
const QString kProperties = u"org.freedesktop.DBus.Properties"_s;
const QString kLockedHint = u"LockedHint"_s;
} // namespace

ScreenLock::ScreenLock(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(kService, u"/org/freedesktop/login1"_s,
                                                       u"org.freedesktop.login1.Manager"_s, u"GetSession"_s);
    // A session may lie about its id, but only to itself. "auto" is the caller's own.
    const QString id = qEnvironmentVariable("XDG_SESSION_ID");
    call << (id.isEmpty() ? u"auto"_s : id);
    callAsync(m_bus, call, this, [this](const QDBusMessage &reply) {
        const auto path = reply.arguments().value(0).value<QDBusObjectPath>();
        if (!path.path().isEmpty())
            watch(path.path());
    });
}

void ScreenLock::watch(const QString &session)
{
    m_bus.connect(kService, session, kProperties, u"PropertiesChanged"_s, this,
                  SLOT(onProperties(QString, QVariantMap)));
    QDBusMessage call = QDBusMessage::createMethodCall(kService, session, kProperties, u"Get"_s);
    call << kSession << kLockedHint;
    callAsync(m_bus, call, this, [this](const QDBusMessage &reply) {
        setLocked(reply.arguments().value(0).value<QDBusVariant>().variant().toBool());
    });
}

void ScreenLock::onProperties(const QString &interface, const QVariantMap &changed)
{
    if (interface == kSession && changed.contains(kLockedHint))
        setLocked(changed.value(kLockedHint).toBool());
}

void ScreenLock::setLocked(bool locked)
{
    if (std::exchange(m_locked, locked) != locked)
        Q_EMIT changed(locked);
}

} // namespace tertulia
