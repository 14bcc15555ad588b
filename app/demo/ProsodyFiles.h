// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/DemoPeople.h"

#include <QHash>

namespace tertulia
{

/// Prosody's configuration and its flat-file storage ("internal"), as texts by path relative to its folder.
/// Writing them is quicker than logging in as everybody, and needs no rights on the server.
class ProsodyFiles
{
public:
    ProsodyFiles(const QString &folder, const QString &domain);

    /// Listens on 127.0.0.1 alone, talks to no other server.
    void addConfiguration(quint16 port);
    /// Account, roster of everybody else, and avatar.
    void addPerson(const DemoPerson &person, const QString &password, const QList<DemoPerson> &everybody);
    /// In the order in which they were said.
    void addMessages(const QList<DemoMessage> &messages);

    [[nodiscard]] const QHash<QString, QByteArray> &files() const { return m_files; }

private:
    [[nodiscard]] QString storePath(const QString &store, const QString &user, const QString &suffix) const;
    void addAvatar(const DemoPerson &person);

    QString m_folder;
    QString m_domain;
    QHash<QString, QByteArray> m_files;
};

} // namespace tertulia
