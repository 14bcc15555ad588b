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

ScreenLock::ScreenLock(const QDBusConnection &system, const QDBusConnection &session, QObject *parent)
    : QObject(parent)
    , m_system(system)
    , m_session(session)
{
    if (m_session.isConnected()) {
        watchSaver(u"org.freedesktop.ScreenSaver"_s, u"/org/freedesktop/ScreenSaver"_s);
        watchSaver(u"org.gnome.ScreenSaver"_s, u"/org/gnome/ScreenSaver"_s);
    }
    if (!m_system.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(kService, u"/org/freedesktop/login1"_s,
                                                       u"org.freedesktop.login1.Manager"_s, u"GetSession"_s);
    // A session may lie about its id, but only to itself. "auto" is the caller's own.
    const QString id = qEnvironmentVariable("XDG_SESSION_ID");
    call << (id.isEmpty() ? u"auto"_s : id);
    callAsync(m_system, call, this, [this](const QDBusMessage &reply) {
        const auto path = reply.arguments().value(0).value<QDBusObjectPath>();
        if (!path.path().isEmpty())
            watch(path.path());
    });
}

void ScreenLock::watch(const QString &session)
{
    m_system.connect(kService, session, kProperties, u"PropertiesChanged"_s, this,
                     SLOT(onProperties(QString, QVariantMap)));
    QDBusMessage call = QDBusMessage::createMethodCall(kService, session, kProperties, u"Get"_s);
    call << kSession << kLockedHint;
    callAsync(m_system, call, this, [this](const QDBusMessage &reply) {
        setHinted(reply.arguments().value(0).value<QDBusVariant>().variant().toBool());
    });
}

void ScreenLock::onProperties(const QString &interface, const QVariantMap &changed)
{
    if (interface == kSession && changed.contains(kLockedHint))
        setHinted(changed.value(kLockedHint).toBool());
}

void ScreenLock::watchSaver(const QString &service, const QString &path)
{
    m_session.connect(service, path, service, u"ActiveChanged"_s, this, SLOT(onSaver(bool)));
    QDBusMessage active = QDBusMessage::createMethodCall(service, path, service, u"GetActive"_s);
    // Nobody is started for this.
    active.setAutoStartService(false);
    callAsync(m_session, active, this, [this](const QDBusMessage &reply) {
        if (reply.type() == QDBusMessage::ReplyMessage && reply.arguments().value(0).toBool())
            onSaver(true);
    });
}

void ScreenLock::onSaver(bool active)
{
    update(m_saving, active);
}

void ScreenLock::setHinted(bool locked)
{
    update(m_hinted, locked);
}

void ScreenLock::update(bool &fact, bool value)
{
    const bool before = isLocked();
    fact = value;
    if (before != isLocked())
        Q_EMIT changed(isLocked());
}

} // namespace tertulia
