// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tertulia
{

class MainWindow;

/// Gives a window the keys that work in each window of the program; the main window's menus only show them.
void addWindowActions(MainWindow &main, QWidget &window);

} // namespace tertulia
