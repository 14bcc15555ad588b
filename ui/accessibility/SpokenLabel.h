// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;

namespace tertulia
{

/// Shows `text` in a label that has an accessible name, and has it said if it is news. Of such a label screen
/// readers would read the name alone, and only when they came by.
void showSpoken(QLabel &label, const QString &text);

} // namespace tertulia
