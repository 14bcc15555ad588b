// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace tertulia::test
{

/// Saves a picture of `widget` as NAME.png in the folder that the environment variable TERTULIA_SCREENSHOTS
/// names; does nothing without it. For looking at windows, which no test does.
void screenshot(QWidget &widget, const QString &name);

} // namespace tertulia::test
