// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tertulia
{

class UiSettings;

/// Puts the remembered theme and text size in force; once, after applyTheme().
void restoreLooks(const UiSettings &settings);
/// Writes down what is in force.
void rememberLooks(UiSettings &settings);

} // namespace tertulia
