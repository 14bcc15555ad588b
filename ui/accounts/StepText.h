// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/XmppSession.h"

#include <QString>

namespace tertulia
{

/// What is said of one step of connecting: "Looking for the server", "Found server example.org:5223, direct
/// TLS", or why it failed. Plain text.
[[nodiscard]] QString stepText(const StepReport &report);
/// What can be done about a failed step, with what the server said; empty otherwise.
[[nodiscard]] QString stepRemedy(const StepReport &report);

/// Where an account's connection stands, in one sentence: "No connection. Trying again in 12 s."
[[nodiscard]] QString sessionLine(const XmppSession &session);
/// The same in a word or two, for where the presence stands: "Connecting…". Empty while online, and offline
/// by choice.
[[nodiscard]] QString sessionWord(SessionState state);

} // namespace tertulia
