// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tertulia
{

/// Entitles the next window that asks to come forward, by the token that came with a person's click elsewhere
/// (xdg-activation on Wayland, start-up notification on X11).
void useActivationToken(const QString &token);

/// Once, when the application is there: lets bringForward() use the token on X11, where Qt knows no way.
void takeTokensOnX11();

} // namespace tertulia
