// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/MessageVersion.h"

#include <QList>

class QModelIndex;
class QWidget;

namespace tertulia
{

/// Opens a window (not modal) with what a message said before it was corrected, and says now; does nothing
/// for an invalid index.
void showEarlierVersions(const QModelIndex &message, const QList<MessageVersion> &versions, QWidget *parent);

} // namespace tertulia
