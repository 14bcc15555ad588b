// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/UiSettings.h"

namespace tertulia
{

UiSettings::UiSettings(const QString &file)
    : m_settings(file, QSettings::IniFormat)
    , m_kept(!file.isEmpty())
{
    m_settings.setFallbacksEnabled(false);
}

QVariant UiSettings::value(const QString &key, const QVariant &fallback) const
{
    return m_settings.value(key, fallback);
}

void UiSettings::setValue(const QString &key, const QVariant &value)
{
    if (m_settings.contains(key) && m_settings.value(key) == value)
        return;
    m_settings.setValue(key, value);
    if (m_kept)
        m_settings.sync();
    Q_EMIT changed(key);
}

void UiSettings::remove(const QString &key)
{
    if (!m_settings.contains(key))
        return;
    m_settings.remove(key);
    if (m_kept)
        m_settings.sync();
    Q_EMIT changed(key);
}

QStringList UiSettings::keys(const QString &group) const
{
    m_settings.beginGroup(group);
    const QStringList found = m_settings.allKeys();
    m_settings.endGroup();
    return found;
}

} // namespace tertulia
