// SPDX-FileCopyrightText: 2026 The Tertulia authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

namespace tertulia
{

/// The hue angle of an identifier, 0 to 360 (XEP-0392 5.1): the same person has the same hue in every client.
[[nodiscard]] double nameHue(const QString &identifier);

/// The sRGB colour at an HSLuv hue (degrees), saturation and lightness (0 to 100); XEP-0392 5.2. Equal
/// lightness means equal luminance, whatever the hue, so that contrast does not depend on the name.
[[nodiscard]] QColor hsluv(double hue, double saturation, double lightness);

} // namespace tertulia
