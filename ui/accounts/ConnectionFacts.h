// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"
#include "ui/accounts/Facts.h"

namespace tertulia
{

/// What a person can check of an account's connection, in words (SECURITY B19): how it goes, how it is
/// encrypted, how the log-in was proven, the certificates and the changes of the server's key.
[[nodiscard]] QList<Fact> connectionFacts(const ConnectionDetails &details, SessionState state);

/// Binding to the encrypted connection worked once and is missing now (SECURITY B17).
[[nodiscard]] QString bindingLostText(const QString &address);

} // namespace tertulia
