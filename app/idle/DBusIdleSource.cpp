// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/idle/DBusIdleSource.h"

#include "app/dbus/AsyncCall.h"

#include <QDateTime>

namespace tertulia
{

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace
{

QDBusMessage questionFor(DBusIdleSource::Kind kind)
{
    switch (kind) {
    case DBusIdleSource::Kind::Mutter:
        return QDBusMessage::createMethodCall(u"org.gnome.Mutter.IdleMonitor"_s,
                                              u"/org/gnome/Mutter/IdleMonitor/Core"_s,
                                              u"org.gnome.Mutter.IdleMonitor"_s, u"GetIdletime"_s);
    case DBusIdleSource::Kind::ScreenSaver:
        return QDBusMessage::createMethodCall(u"org.freedesktop.ScreenSaver"_s,
                                              u"/org/freedesktop/ScreenSaver"_s,
                                              u"org.freedesktop.ScreenSaver"_s, u"GetSessionIdleTime"_s);
    case DBusIdleSource::Kind::Logind:
        break;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.login1"_s,
                                                       u"/org/freedesktop/login1/session/auto"_s,
                                                       u"org.freedesktop.DBus.Properties"_s, u"GetAll"_s);
    call << u"org.freedesktop.login1.Session"_s;
    return call;
}

IdleTime read(DBusIdleSource::Kind kind, const QDBusMessage &reply)
{
    const QVariant first = reply.arguments().value(0);
    if (reply.type() != QDBusMessage::ReplyMessage || !first.isValid())
        return {};
    if (kind != DBusIdleSource::Kind::Logind)
        return milliseconds(first.toLongLong());
    const auto session = qdbus_cast<QVariantMap>(first);
    if (!session.contains(u"IdleHint"_s))
        return {};
    if (!session.value(u"IdleHint"_s).toBool())
        return milliseconds(0);
    const qint64 since = session.value(u"IdleSinceHint"_s).toLongLong() / 1000; // was microseconds
    return milliseconds(QDateTime::currentMSecsSinceEpoch() - since);
}

} // namespace

DBusIdleSource::DBusIdleSource(Kind kind, const QDBusConnection &bus)
    : m_kind(kind)
    , m_bus(bus)
{
}

Task<IdleTime> DBusIdleSource::idleTime()
{
    if (!m_bus.isConnected())
        return Task<IdleTime>::completed(IdleTime());
    auto promise = std::make_shared<Promise<IdleTime>>();
    auto task = promise->task();
    QDBusMessage question = questionFor(m_kind);
    question.setAutoStartService(false);
    callAsync(m_bus, question, this,
              [promise, kind = m_kind](const QDBusMessage &reply) { promise->finish(read(kind, reply)); });
    return task;
}

} // namespace tertulia
