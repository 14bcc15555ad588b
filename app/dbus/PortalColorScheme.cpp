// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dbus/PortalColorScheme.h"

#include "app/dbus/AsyncCall.h"

namespace tertulia
{

using namespace Qt::StringLiterals;

namespace
{

const QString kService = u"org.freedesktop.portal.Desktop"_s;
const QString kPath = u"/org/freedesktop/portal/desktop"_s;
const QString kInterface = u"org.freedesktop.portal.Settings"_s;
const QString kAppearance = u"org.freedesktop.appearance"_s;
const QString kColorScheme = u"color-scheme"_s;
const QString kContrast = u"contrast"_s;
const QString kReducedMotion = u"reduced-motion"_s;

/// The portal's older Read wraps its answer in a variant twice.
QVariant unwrapped(QVariant value)
{
    for (int i = 0; i < 3 && value.canConvert<QDBusVariant>(); ++i)
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

PortalColorScheme::PortalColorScheme(const QDBusConnection &bus, QObject *parent)
    : ColorSchemeSource(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
                  SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    for (const QString &key : {kColorScheme, kContrast, kReducedMotion})
        read(key);
}

void PortalColorScheme::read(const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    call << kAppearance << key;
    callAsync(m_bus, call, this, [this, key](const QDBusMessage &reply) {
        if (reply.type() == QDBusMessage::ReplyMessage)
            take(key, unwrapped(reply.arguments().value(0)));
    });
}

void PortalColorScheme::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == kAppearance)
        take(key, unwrapped(value.variant()));
}

void PortalColorScheme::take(const QString &key, const QVariant &value)
{
    const uint number = value.toUInt();
    if (key == kColorScheme) {
        const Scheme scheme = number == 1 ? Scheme::Dark : number == 2 ? Scheme::Light : Scheme::NoPreference;
        if (std::exchange(m_scheme, scheme) != scheme)
            Q_EMIT changed();
    } else if (key == kContrast) {
        if (std::exchange(m_highContrast, number == 1) != (number == 1))
            Q_EMIT changed();
    } else if (key == kReducedMotion) {
        if (std::exchange(m_reducedMotion, number == 1) != (number == 1))
            Q_EMIT changed();
    }
}

} // namespace tertulia
