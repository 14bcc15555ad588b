// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dbus/SleepWatch.h"

#include "app/dbus/AsyncCall.h"

#include <QCoreApplication>

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{
const QString kService = u"org.freedesktop.login1"_s;
const QString kPath = u"/org/freedesktop/login1"_s;
const QString kManager = u"org.freedesktop.login1.Manager"_s;
} // namespace

SleepWatch::SleepWatch(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    m_release.setSingleShot(true);
    m_release.setInterval(kDelay);
    connect(&m_release, &QTimer::timeout, this, [this] { m_inhibitor = QDBusUnixFileDescriptor(); });
    if (!m_bus.isConnected())
        return;
    m_bus.connect(kService, kPath, kManager, u"PrepareForSleep"_s, this, SLOT(onPrepareForSleep(bool)));
    inhibit();
}

void SleepWatch::inhibit()
{
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kManager, u"Inhibit"_s);
    call << u"sleep"_s << QCoreApplication::applicationName() << u"Connections are told"_s << u"delay"_s;
    callAsync(m_bus, call, this, [this](const QDBusMessage &reply) {
        const QVariant given = reply.arguments().value(0);
        if (reply.type() == QDBusMessage::ReplyMessage && given.canConvert<QDBusUnixFileDescriptor>())
            m_inhibitor = given.value<QDBusUnixFileDescriptor>();
    });
}

void SleepWatch::onPrepareForSleep(bool starting)
{
    if (starting) {
        m_release.start();
        Q_EMIT aboutToSleep();
        return;
    }
    m_release.stop();
    inhibit();
    Q_EMIT woke();
}

} // namespace tertulia
