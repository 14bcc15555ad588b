// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QString>

namespace tertulia
{

/// The number on the program's icon in docks and task bars that know com.canonical.Unity.LauncherEntry (those
/// of KDE, Unity, Cinnamon's and GNOME's additions).
class LauncherBadge
{
public:
    /// `desktopEntry`: file name of the desktop entry without its suffix.
    LauncherBadge(const QDBusConnection &bus, const QString &desktopEntry);
    /// The number goes with the program.
    ~LauncherBadge();
    Q_DISABLE_COPY_MOVE(LauncherBadge)

    /// 0: none is shown.
    void show(int count);

private:
    QDBusConnection m_bus;
    QString m_application;
    int m_shown = 0;
};

} // namespace tertulia
