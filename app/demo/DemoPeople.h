// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace tertulia
{

/// Somebody with an account on the demonstration server.
struct DemoPerson {
    QString name; ///< localpart
    QString fullName;
    QStringList groups; ///< in which the others have them
    QByteArray avatar; ///< PNG
};

/// A message that waits for its reader.
struct DemoMessage {
    QString from;
    QString to;
    QString body;
    QDateTime sent;
};

/// Ana, Bruno and Carla, who all know each other.
QList<DemoPerson> demoPeople();
/// What was written before the person came.
QList<DemoMessage> demoMessages(const QDateTime &now);

} // namespace tertulia
