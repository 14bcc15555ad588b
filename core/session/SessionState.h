// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tertulia
{
Q_NAMESPACE

/// Where an account's connection stands, as a person would say it.
enum class SessionState {
    Offline, ///< by choice
    NeedsPassword, ///< waiting for XmppSession::providePassword(); lastError() tells why
    WaitingForKeychain, ///< the keychain is being unlocked; no time-out loses the entry
    Connecting,
    Online,
    Waiting, ///< will try again, see XmppSession::msUntilReconnect()
    Stopped, ///< an error that needs the person, see XmppSession::lastError()
    Disconnecting,
};
Q_ENUM_NS(SessionState)

} // namespace tertulia
