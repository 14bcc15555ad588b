// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tertulia
{

class UiSettings;

/// Puts the remembered theme, text size, font of emoji and motion in force; once, after applyTheme().
void restoreLooks(const UiSettings &settings);
/// Writes down what is in force.
void rememberLooks(UiSettings &settings);

} // namespace tertulia
