// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QProcessEnvironment>
#include <QString>

namespace tertulia
{

/// Where the program keeps its files: the folders of the XDG base directory specification, or one folder that
/// holds everything. All are private to the user (0700), and files made in them are 0600 (SECURITY A127).
class FileLocations
{
public:
    /// The desktop's folders, as `environment` names them; relative paths in it are ignored, as the
    /// specification asks.
    static FileLocations ofDesktop(const QProcessEnvironment &environment);
    /// Everything below `folder`, made absolute.
    static FileLocations inProfile(const QString &folder, const QProcessEnvironment &environment);

    /// Makes the folders and takes other people's access to them away; StoreReadOnly (subject: the folder) if
    /// one cannot be made, is a symbolic link's target owned by another user, or stays open to others.
    [[nodiscard]] Result<void> create() const;

    [[nodiscard]] const QString &config() const { return m_config; }
    [[nodiscard]] const QString &data() const { return m_data; }
    [[nodiscard]] const QString &cache() const { return m_cache; }
    [[nodiscard]] const QString &state() const { return m_state; }
    [[nodiscard]] const QString &runtime() const { return m_runtime; }

    [[nodiscard]] QString settingsFile() const;
    [[nodiscard]] QString storeFile() const;
    [[nodiscard]] QString avatarFolder() const;
    [[nodiscard]] QString logFile() const;
    [[nodiscard]] QString lockFile() const;
    /// Short enough for a Unix socket whatever the profile's path.
    [[nodiscard]] QString socketFile() const;

private:
    QString m_config;
    QString m_data;
    QString m_cache;
    QString m_state;
    QString m_runtime;
};

/// Files made from now on are the user's alone, and a crash leaves no memory image with passwords in it
/// (SECURITY A127). Called first thing in main().
void makeProcessPrivate();

/// Makes `folder` if need be and gives it mode 0700; StoreReadOnly if that fails or it is another user's.
Result<void> makePrivateFolder(const QString &folder);

} // namespace tertulia
