// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/modules/xep0084_avatar/OwnPicture.h"

#include <QImage>
#include <QString>

namespace tertulia
{

/// Reads a picture of the person's choice, turned as its camera says, at most 2,048 pixels a side; null if it
/// is none, or larger than any camera makes them.
[[nodiscard]] QImage readPicture(const QString &file);
/// A square picture as it is shown to others: 256 pixels a side, fewer if it would weigh more than servers
/// take in one stanza. Nothing of the file it came from goes along.
[[nodiscard]] OwnPicture asOwnPicture(const QImage &square);

} // namespace tertulia
