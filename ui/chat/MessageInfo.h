// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QModelIndex;
class QWidget;

namespace tertulia
{

/// Opens a window (not modal) with the facts of one message; does nothing for an invalid index.
void showMessageInfo(const QModelIndex &message, QWidget *parent);

} // namespace tertulia
