// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tertulia
{

/// The program's entry among what a desktop starts with the session (Desktop Application Autostart
/// Specification 0.5): a desktop entry in the folder `autostart` of the person's configuration.
class Autostart
{
public:
    /// `folder`: that folder; made when needed. `name`: of the entry, without its suffix. `command`: the
    /// program and what it is started with.
    Autostart(const QString &folder, const QString &name, const QStringList &command);

    /// It is there, and neither the entry nor the desktop's own tool has switched it off.
    [[nodiscard]] bool isOn() const;
    /// False if it could not be written or removed.
    bool set(bool on) const;

    [[nodiscard]] QString file() const { return m_file; }
    /// `command` as the value of an Exec key: quoted, so that each argument comes as it is (Desktop Entry
    /// Specification 1.5, "The Exec key").
    [[nodiscard]] static QString execValue(const QStringList &command);

private:
    QString m_file;
    QStringList m_command;
};

} // namespace tertulia
