// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Task.h"

#include <QObject>
#include <QString>

namespace tertulia
{

/// What QtKeychain does not tell about the keychain of a Linux desktop, asked over D-Bus. No secret passes
/// here.
namespace secretservice
{

enum class Presence { Running, Startable, Absent };

/// Whether a keychain is there at all. Always Running where the operating system has one built in.
Task<Presence> presence(QObject *context);
/// "GNOME Keyring", "KeePassXC", "KWallet"; or "Secret Service" if it is another.
Task<QString> name(QObject *context);
/// Whether an entry with this key exists but is locked: then the person refused to unlock it.
Task<bool> holdsLocked(QObject *context, const QString &service, const QString &key);

} // namespace secretservice

} // namespace tertulia
