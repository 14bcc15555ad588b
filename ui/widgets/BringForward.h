// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;
class QWindow;

namespace tertulia
{

/// Shows the window, restores it if minimised, and gives it the keyboard. Only for what a person did (R4).
void bringForward(QWidget &window);

/// What a desktop wants beside that before it lets a window come forward; none at first.
void setForwardHook(std::function<void(QWindow &)> hook);

} // namespace tertulia
