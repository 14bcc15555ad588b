// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tertulia
{

/// Lets screen readers hear a combo box by its accessible name, and its choice as the value. On Unix, Qt
/// gives the choice as the name. Once for each application; affects every QComboBox.
void giveComboBoxesTheirNames();

} // namespace tertulia
