// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/ColorSchemeSource.h"

#include <QDBusConnection>
#include <QDBusVariant>

namespace tertulia
{

/// Light or dark as the desktop wishes, from org.freedesktop.portal.Settings (namespace
/// org.freedesktop.appearance: color-scheme, contrast, and reduced-motion where offered). No preference while
/// nobody answers.
class PortalColorScheme : public ColorSchemeSource
{
    Q_OBJECT
public:
    explicit PortalColorScheme(const QDBusConnection &bus, QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const override { return m_scheme; }
    [[nodiscard]] bool highContrast() const override { return m_highContrast; }
    [[nodiscard]] bool reducedMotion() const override { return m_reducedMotion; }

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void read(const QString &key);
    void take(const QString &key, const QVariant &value);

    QDBusConnection m_bus;
    Scheme m_scheme = Scheme::NoPreference;
    bool m_highContrast = false;
    bool m_reducedMotion = false;
};

} // namespace tertulia
