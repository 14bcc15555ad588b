// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WindowRaiser.h"

#include <QWidget>

namespace tertulia
{

void useActivationToken(const QString &token)
{
    // Qt 6.4's Wayland plugin takes the token from the environment when a window asks to be activated, and
    // clears it.
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

void raiseWindow(QWidget *window)
{
    if (!window)
        return;
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace tertulia
