// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tertulia
{

class UiSettings;

/// Puts the language that the person chose in force, with its dates and numbers; without a choice the one
/// that the program started with. Windows that are there keep their words: they are to be made anew.
void restoreLanguage(const UiSettings &settings);

} // namespace tertulia
