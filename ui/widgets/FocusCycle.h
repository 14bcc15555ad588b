// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace tertulia
{

/// F6 and Shift+F6: gives the focus to the pane `step` after the one that has it; to its first control if the
/// pane is a group.
void cycleFocus(const QList<QWidget *> &panes, int step);

} // namespace tertulia
