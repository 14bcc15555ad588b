// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QByteArray;
class QModelIndex;
class QWidget;

namespace tertulia
{

/// Opens a window (not modal) with the facts of one message, and what it looked like on the wire, if that is
/// known; does nothing for an invalid index.
void showMessageInfo(const QModelIndex &message, const QByteArray &source, QWidget *parent);

} // namespace tertulia
