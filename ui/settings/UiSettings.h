// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QString>
#include <QVariant>

namespace tertulia
{

/// What the windows remember between runs (sizes, open windows, choices of looks), in a file of the profile.
/// Never holds message text, passwords or keys. Each change is on disk when setValue() returns, so that a
/// killed program loses nothing (R2). Who shows or obeys a value follows changed(), so that a choice applies
/// at once wherever it is made.
class UiSettings : public QObject
{
    Q_OBJECT
public:
    /// `file`: path of the INI file; made when first written. Empty: nothing is kept (tests, guests).
    explicit UiSettings(const QString &file);

    [[nodiscard]] QVariant value(const QString &key, const QVariant &fallback = {}) const;
    void setValue(const QString &key, const QVariant &value);
    void remove(const QString &key);
    /// Keys below `group/`, without it.
    [[nodiscard]] QStringList keys(const QString &group) const;

Q_SIGNALS:
    /// `key` has another value, or none any more.
    void changed(const QString &key);

private:
    mutable QSettings m_settings;
    bool m_kept;
};

} // namespace tertulia
