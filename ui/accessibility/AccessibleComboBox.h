// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QComboBox;
class QString;

namespace tertulia
{

/// Lets screen readers hear a combo box by its accessible name, and its choice as the value. On Unix, Qt
/// gives the choice as the name. Once for each application; affects every QComboBox.
void giveComboBoxesTheirNames();

/// Gives the box and its list this name, and lets a screen reader choose a row of the list without opening
/// it: the box emits activated() then as for a click.
void announceComboBox(QComboBox *box, const QString &name);

} // namespace tertulia
