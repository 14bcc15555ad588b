// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace tertulia
{

/// Entitles the next window that asks to come forward, by the token that came with a person's click elsewhere
/// (xdg-activation on Wayland, start-up notification on X11).
void useActivationToken(const QString &token);
/// Shows the window, restores it if minimised, and brings it forward. Only for what a person did.
void raiseWindow(QWidget *window);

} // namespace tertulia
