// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QString>
#include <QVariant>

namespace tertulia
{

/// What the windows remember between runs (sizes, open windows, choices of looks), in a file of the profile.
/// Never holds message text, passwords or keys. Each change is on disk when setValue() returns, so that a
/// killed program loses nothing (R2).
class UiSettings
{
public:
    /// `file`: path of the INI file; made when first written. Empty: nothing is kept (tests, guests).
    explicit UiSettings(const QString &file);

    [[nodiscard]] QVariant value(const QString &key, const QVariant &fallback = {}) const;
    void setValue(const QString &key, const QVariant &value);
    void remove(const QString &key);
    /// Keys below `group/`, without it.
    [[nodiscard]] QStringList keys(const QString &group) const;

private:
    mutable QSettings m_settings;
    bool m_kept;
};

} // namespace tertulia
