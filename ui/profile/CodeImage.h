// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace tertulia
{

/// A QR code that says `text`, black on white with its quiet zone, `side` pixels or a little less a side;
/// null if the text is too long for one.
[[nodiscard]] QImage codeImage(const QString &text, int side);

} // namespace tertulia
